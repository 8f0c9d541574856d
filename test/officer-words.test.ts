// What an officer reads in an interview where an answer is refused, or changes what was answered before: words for officers, not for drafters.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { dictated, type Line } from './support/lines.js';

const POLICY = `policy: { id: bu, title: 补助办法, completeness: full, source: 虚构 }
articles: { 第一条: 三人以上、收入不足一千元、满两年的，给予补助 }
facts:
  人口: { ask: 家中几人？, type: number, whole: 是, min: 1, cites: 第一条 }
  收入: { ask: 月收入多少？, type: money, min: 0元, cites: 第一条, evidence: required }
  年限: { ask: 住了多久？, type: duration, unit: 月, cites: 第一条 }
  迁入日: { ask: 哪天迁入？, type: date, cites: 第一条 }
outcomes:
  补助: { title: 给予补助, cites: 第一条, when: { all: [人口 >= 3, 收入 < 1000元, 年限 >= 2年, "迁入日 <= 2024-01-01"] } }
  不补助: { title: 不予补助, cites: 第一条, otherwise: true }
`;
const CASE = 'case: { id: a, title: 试, policy: bu.yaml, happened_on: 2024-06-01 }\nparties: [{ name: 某 }]\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-'));
  writeFileSync(join(folder, 'bu.yaml'), POLICY);
});

async function heard(facts: string, lines: readonly Line[], language = 'zh'): Promise<string> {
  const path = join(folder, 'a.yaml');
  writeFileSync(path, CASE + facts);
  const { code, out, err } = await dictated(
    [join(folder, 'bu.yaml'), '--case', path, '--plain', '--lang', language],
    lines,
  );
  expect([code, err]).toEqual([0, '']);
  return out.replaceAll(/\n {2,}/gu, ' ');
}

const KNOWN = {
  人口: '  人口: 3\n',
  收入: '  收入: { value: 500元, evidence: [证明] }\n',
  年限: '  年限: 3年\n',
  迁入日: '  迁入日: 2020-01-01\n',
};

/** Everything known but one fact, so that this one is asked. */
const butFor = (name: keyof typeof KNOWN): string =>
  `facts:\n${Object.entries(KNOWN)
    .filter(([key]) => key !== name)
    .map(([, text]) => text)
    .join('')}`;

describe('a refused answer is told in the words of whoever answers', () => {
  test.each([
    ['人口', '3人', '这里只填数，后面不写单位：3人', 'only the number is wanted here, without a unit: 3人'],
    ['人口', '3户', '这里只填数，后面不写单位：3户', 'only the number is wanted here, without a unit: 3户'],
    ['人口', '2.5', '这里只填整数，2.5 不是整数', 'a whole number is wanted here, not 2.5'],
    ['人口', '0', '超出办法规定的范围（不低于 1）：0', 'outside what the policy allows (at least 1): 0'],
    ['人口', '', '还没有填写；尚未查明的，答“待查”', 'type an answer; 待查 where it is not known yet'],
    ['收入', '', '还没有填写；尚未查明的，答“待查”', 'type an answer; 待查 where it is not known yet'],
    ['收入', '很少', '看不懂这个数：很少', '很少 is not understood as a number'],
    ['收入', '5美元', '这里的单位是「元」：5美元', 'the unit here is 元: 5美元'],
    ['收入', '10%', '这里的单位是「元」：10%', 'the unit here is 元: 10%'],
    ['年限', '18', '写明是月还是年，如 18个月、2年：18', 'months or years? as 18个月 or 2年: 18'],
    ['年限', '30日', '这里的单位是「月」：30日', 'the unit here is 月: 30日'],
    ['迁入日', '22年5月', '没有这一天，或者年月日不全：22年5月', 'a part of it is missing: 22年5月'],
  ] as const)('%s: “%s”', async (name, typed, zh, en) => {
    const ask = { 人口: '家中几人？', 收入: '月收入多少？', 年限: '住了多久？', 迁入日: '哪天迁入？' }[name];
    expect(await heard(butFor(name), [[ask, typed]])).toContain(zh);
    expect(await heard(butFor(name), [[ask, typed]], 'en')).toContain(en);
  });

  test('so is a day of the case', async () => {
    writeFileSync(join(folder, 'a.yaml'), '');
    const path = join(folder, 'new.yaml');
    const lines: Line[] = [
      ['案件编号', 'new'],
      ['案由', '试'],
      ['行为发生之日', '昨天'],
    ];
    const { out } = await dictated([join(folder, 'bu.yaml'), '--case', path, '--plain'], lines);
    expect(out).toContain('没有这一天，或者年月日不全：昨天。如 2022-05-03、2022年5月3日');
  });

  test.each([
    ['@没有.pdf', '没有这个文件：没有.pdf', 'there is no such file: 没有.pdf'],
    ['@', '不能为空', 'this cannot be empty'],
    ['@.', '这是文件夹或者别的什么，不是一个文件：.', 'that is a folder or something else, not a file: .'],
  ])('evidence “%s” that is no file', async (typed, zh, en) => {
    const lines: Line[] = [
      ['月收入多少？', '600'],
      ['', typed],
    ];
    const told = await heard(butFor('收入'), lines);
    expect(told).toContain(zh);
    expect(told).not.toMatch(/ENOENT|ENOTFILE|EISDIR/u);
    expect(await heard(butFor('收入'), lines, 'en')).toContain(en);
  });
});

describe('the review', () => {
  const all = `facts:\n${Object.values(KNOWN).join('')}`;

  test('corrects the matter, and the name and the role of a party, and leaves all else', async () => {
    const told = await heard(all, [
      ['接下来', '/'],
      ['5. 案由：试', '5'],
      ['现在的回答：试（回车保留）', '某家申请补助'],
      ['7. 当事人：某', '7'],
      ['当事人姓名（回车保留：某）', '黄某'],
      ['黄某的职务或身份（回车跳过）', '户主'],
      ['7. 当事人：黄某（户主）', '7'],
      ['当事人姓名（回车保留：黄某）', ''],
      ['黄某的职务或身份（回车保留：户主）', ''],
      ['7. 当事人：黄某（户主）', '<'],
    ]);
    expect(told).toContain('・黄某：【给予补助】');
    const text = CASE.replace('title: 试', 'title: 某家申请补助').replace('name: 某', 'name: 黄某, role: 户主');
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(text + all);
  });

  test('speaks English as well, and changes no name that a determination is recorded for', async () => {
    const recorded = `${all}determination: { parties: { 某: { outcome: 补助 } } }\n`;
    const told = await heard(
      recorded,
      [
        ['next', '/'],
        ['5. matter: 试', '5'],
        ['answer so far: 试', ''],
        ['7. party: 某', '7'],
        ['role of 某 (Enter to skip)', 'head of the household'],
        ['7. party: 某 (head of the household)', '<'],
      ],
      'en',
    );
    expect(told).toContain('The case file has a recorded determination of 某; the name cannot be changed here.');
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toContain('{ name: 某, role: head of the household }');
  });
});

describe('a changed answer', () => {
  const lines: readonly Line[] = [
    ['接下来', '/'],
    ['收入：500元', '2'],
    ['月收入多少？', '700'],
  ];
  const english: readonly Line[] = [['next', '/'], ...lines.slice(1)];
  const all = `facts:\n${Object.values(KNOWN).join('')}`;

  test('says what supported the old one and stays with the new', async () => {
    const told = await heard(all, lines);
    expect(told).toContain('已有的证据： 1. 证明\n证据（还有就再写；-1 删去第 1 件；没有更多时回车）');
    expect(told).not.toContain('请在案件文件里删去');
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toContain('value: 700元, evidence: [证明]');
    expect(await heard(all, english, 'en')).toContain('evidence so far: 1. 证明');
  });

  test('that is unknown again keeps it, and says where it can be deleted', async () => {
    const unknown = lines.map(([asked, typed]) => [asked, typed === '700' ? '待查' : typed] as const);
    expect(await heard(all, unknown)).toContain(
      '原来的证据和理由仍附在新的回答之后，不再适用的，请在案件文件里删去：证明',
    );
  });

  test('can be given other evidence in place of the old', async () => {
    const told = await heard(all, [
      ...lines,
      ['1. 证明', '-2'],
      ['没有第 2 件证据', '工资单'],
      ['-1 删去第 1 件', '－１'],
      ['已删去第 1 件\n已有的证据：\n  1. 工资单', ''],
    ]);
    expect(told).not.toContain('证据暂缺');
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toContain('value: 700元, evidence: [工资单]');
  });

  test('left without any evidence is told so', async () => {
    const told = await heard(all, [...lines, ['1. 证明', '-1'], ['证据（写明是什么', '']]);
    expect(told).toContain('证据暂缺，报告会列出。');
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toContain('收入: 700元');
  });

  test('that is the old one says nothing of it', async () => {
    const same = lines.map(([asked, typed]) => [asked, typed === '700' ? '500' : typed] as const);
    expect(await heard(all, same)).not.toContain('原来的证据');
  });
});

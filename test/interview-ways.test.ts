// The ways of an interview other than straight on: back from the evidence, to the review, to what is still unknown; and what it says where it begins and ends.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { dictated, type Line } from './support/lines.js';

const POLICY = `policy: { id: bu, title: 补助办法, completeness: full, source: 虚构 }
articles: { 第一条: 三人以上、收入不足一千元的，给予补助 }
facts:
  人口: { ask: 家中几人？, type: number, whole: 是, min: 1, cites: 第一条 }
  收入: { ask: 月收入多少？, type: money, min: 0元, cites: 第一条, evidence: required }
  在外: { ask: 几人在外？, type: number, whole: 是, min: 0, cites: 第一条 }
impossible: [{ when: 在外 > 人口, reason: 在外的人也是家中的人 }]
outcomes:
  补助: { title: 给予补助, cites: 第一条, when: { all: [人口 - 在外 >= 3, 收入 < 1000元] } }
  不补助: { title: 不予补助, cites: 第一条, otherwise: true }
`;
const HEAD = 'case: { id: a, title: 试, policy: bu.yaml, happened_on: 2024-06-01 }\nparties: [{ name: 某 }]\n';
const ALL = 'facts:\n  人口: 4\n  收入: 500元\n  在外: 0\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-'));
  writeFileSync(join(folder, 'bu.yaml'), POLICY);
});

const file = (): string => readFileSync(join(folder, 'a.yaml'), 'utf8');

async function heard(text: string, lines: readonly Line[], language = 'zh'): Promise<string> {
  const path = join(folder, 'a.yaml');
  if (text !== '') writeFileSync(path, text);
  const run = await dictated([join(folder, 'bu.yaml'), '--case', path, '--plain', '--lang', language], lines);
  expect([run.code, run.err]).toEqual([0, '']);
  return run.out.replaceAll(/\n {2,}/gu, ' ');
}

describe('back from the evidence of an answer', () => {
  const income: readonly Line[] = [
    ['月收入多少？', '5000'],
    ['证据（写明', '<'],
    ['现在的回答：5000元（回车保留）', '500'],
    ['证据（写明', '工资单'],
    ['证据（还有就再写', ''],
  ];

  test('leads to the answer, which can be corrected', async () => {
    await heard(`${HEAD}facts:\n  人口: 4\n  在外: 0\n`, income);
    expect(file()).toContain('  收入:\n    value: 500元\n    evidence:\n      - 工资单\n');
  });

  test('and once more back leads to the question before it', async () => {
    const told = await heard(`${HEAD}facts:\n  在外: 0\n`, [
      ['', '500'],
      ['证据（写明', '<'],
      ['现在的回答：500元（回车保留）', '<'],
      ['', '.'],
    ]);
    expect(told).toContain('── 修改');
  });

  test('and the review is where it says', async () => {
    const told = await heard(`${HEAD}facts:\n  人口: 4\n  在外: 0\n`, [
      ['月收入多少？', '500'],
      ['证据（写明', '/'],
      ['选一项查看或修改', '<'],
    ]);
    expect(told).toContain('2. 收入：500元');
  });

  test('which is asked for at the end leads to the menu, and the answer is in sight', async () => {
    const told = await heard(HEAD + ALL, [
      ['补证据和理由（1 处）', '1'],
      ['── 月收入多少？\n回答：500元', '?'],
      ['办法要求附证据。现在没有的可以回车，以后再补，报告会列为欠缺。', '<'],
      ['接下来', '.'],
    ]);
    expect(told).not.toContain('证据暂缺');
  });
});

describe('what is said of answers', () => {
  test('still unknown, when they are asked again', async () => {
    const told = await heard(`${HEAD}facts:\n  人口: 4\n  收入: 待查\n  在外: 0\n`, [
      ['回答待查的事实（1 项）', '1'],
      ['现在的回答：待查', '500'],
    ]);
    expect(told).toContain('月收入多少？');
  });

  test('that only whole numbers are wanted', async () => {
    expect(await heard(`${HEAD}facts:\n  收入: 500元\n`, [['（整数；不低于 1）', '.']])).toContain('家中几人？');
    expect(await heard(`${HEAD}facts:\n  收入: 500元\n`, [['(a whole number; at least 1)', '.']], 'en')).toBeTruthy();
  });

  test('that cannot be together: which they are', async () => {
    const told = await heard(`${HEAD}facts:\n  收入: 500元\n  人口: 3\n  在外: 4\n`, [['怎么办', '.']]);
    expect(told).toContain('・所述事实不可能同时存在（人口 = 3、在外 = 4）：在外的人也是家中的人');
  });
});

describe('a record', () => {
  const recorded = `${HEAD}${ALL}determination: { parties: { 某: { outcome: 不补助 } } }\n`;

  test('that says otherwise than the answers do is told where the interview ends', async () => {
    const [zh, en] = [await heard(recorded, []), await heard(recorded, [], 'en')];
    expect(zh).toContain('案件文件里对某的认定记录是「不予补助」，与上面不同；记录没有改动。');
    expect(en).toContain('The case file records 不予补助 for 某, which is not what stands above');
  });

  test.each([
    recorded.replace('不补助', '补助'),
    recorded.replace('outcome: 不补助', 'outcome: 不补助, differs: { expected: 补助, reason: 另案 }'),
  ])('that agrees, or says why not, is not', async (text) => {
    expect(await heard(text, [])).not.toContain('与上面不同');
  });
});

describe('the beginning', () => {
  const beginning: readonly Line[] = [
    ['案件编号', 'a/1'],
    ['案件编号不能是「a/1」：只用字母、数字、汉字、点', 'a'],
    ['案由', '试'],
    ['行为发生之日', ''],
    ['适用哪一日的规定（回车跳过）', ''],
    ['当事人姓名（没有的回车，以案件编号代替）', ''],
    ['', '/'],
    ['日期：没有写', '<'],
  ];

  test('says where the case is kept, and what an empty line stands for', async () => {
    const told = await heard('', beginning);
    expect(told).toContain(`案件文件：${join(folder, 'a.yaml')}`);
  });

  test('can be looked at again, and Enter keeps the days that are known', async () => {
    await heard(`${HEAD}${ALL}`, [
      ['接下来', '/'],
      ['日期：2024-06-01', '5'],
      ['行为发生之日（回车保留：2024-06-01）', ''],
      ['适用哪一日的规定（回车即行为发生之日）', '2024-07-01'],
      ['日期：2024-06-01 / 2024-07-01', '5'],
      ['行为发生之日（回车保留：2024-06-01）', ''],
      ['适用哪一日的规定（回车保留：2024-07-01）', ''],
      ['日期：2024-06-01 / 2024-07-01', '<'],
    ]);
    expect(file()).toContain('happened_on: 2024-06-01, as_of: 2024-07-01');
  });

  test('asks for the law of another day where the day is known', async () => {
    await heard('', [
      ['案件编号', 'a'],
      ['案由', '试'],
      ['行为发生之日', '2024-06-01'],
      ['适用哪一日的规定（回车即行为发生之日）', ''],
      ['当事人姓名（没有的回车', '某'],
      ['某的职务', ''],
      ['当事人姓名（没有更多时回车）', '.'],
    ]);
    expect(file()).toContain('name: 某');
  });
});

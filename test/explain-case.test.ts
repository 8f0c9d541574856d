// `caijue explain CASE`: what fixes an answer, what would lead to another, and what it says when it cannot tell.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { caijue } from './support/host.js';

const POLICY = `
policy: { id: xiao, title: 小办法, in_force: { from: 2020-01-01 }, completeness: full, source: 虚构 }
articles: { 第一条: 满足条件的，给予补助, 第二条: 不满足的，不予补助, 第三条: 年满六十周岁的，免予审查 }
facts:
  家庭收入: { ask: 收入多少？, type: money, min: 0元, cites: 第一条, evidence: required }
  困难: { ask: 是否困难？, type: boolean, nature: judgement, cites: 第一条, per: party }
  有病人: { ask: 家中有无病人？, type: boolean, cites: 第一条 }
  医疗费: { ask: 医疗费多少？, type: money, min: 0元, applies_when: 有病人, otherwise: 0元, cites: 第一条 }
  出生日: { ask: 何日出生？, type: date, cites: 第三条, per: party }
rules:
  低收入: { cites: 第一条, when: 家庭收入 - 医疗费 < 1000元 }
  老人: { cites: 第三条, when: "years_between(出生日, as_of) >= 60年" }
outcomes:
  免审: { title: 免予审查, cites: 第三条, when: 老人, prevails_over: all }
  补助: { title: 给予补助, cites: 第一条, when: { all: [低收入, 困难] } }
  不补助: { title: 不予补助, cites: 第二条, otherwise: true }
`;
const CASE = `case: { id: x-1, title: 一个案件, policy: xiao.yaml, as_of: 2021-05-01 }
parties:
  - { name: 甲某, facts: { 困难: { value: 是, reason: 家中有病人 }, 出生日: 1961-05-02 } }
  - { name: 乙某, role: 配偶, facts: { 困难: 待查, 出生日: 1990-01-01 } }
facts:
  家庭收入: 1500元
  有病人: 是
  医疗费: 200元
`;

let folder = '';
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-'));
  write('xiao.yaml', POLICY);
});

interface Explained {
  readonly parties: readonly {
    readonly name: string;
    readonly fixed_by: readonly object[] | null;
    readonly towards: readonly {
      readonly outcome: string;
      readonly search: string;
      readonly ways: readonly object[];
    }[];
  }[];
}

async function explained(...words: readonly string[]): Promise<Explained> {
  const { code, out, err } = await caijue(['explain', write('case.yaml', CASE), '--json', ...words]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Explained;
}

describe('caijue explain CASE', () => {
  test('tells the facts that fix an answer, and only those', async () => {
    const { parties } = await explained('--party', '甲某');
    expect(parties.map(({ name }) => name)).toEqual(['甲某']);
    // 医疗费 is stated, so its question applies: 有病人 adds nothing.
    expect(parties[0]!.fixed_by).toEqual([
      { name: '家庭收入', value: '1500元' },
      { name: '医疗费', value: '200元' },
      { name: '出生日', value: '1961-05-02' },
    ]);
  });

  test('tells what one fact would have to be, given the others, as a range', async () => {
    const { parties } = await explained('给予补助', '--party', '甲某');
    const [towards] = parties[0]!.towards;
    expect(towards).toMatchObject({ outcome: '补助', search: 'found' });
    expect(towards!.ways).toEqual([
      {
        kind: 'established',
        changes: [{ name: '家庭收入', from: '1500元', to: ['< 1200元'], shown: '0元' }],
        set_aside: [],
      },
      {
        kind: 'established',
        changes: [{ name: '医疗费', from: '200元', to: ['> 500元'], shown: '501元' }],
        set_aside: [],
      },
    ]);
  });

  test('tells what becomes so with time apart from what is established', async () => {
    const { parties } = await explained('免审', '--party', '甲某');
    expect(parties[0]!.towards[0]!.ways).toEqual([
      {
        kind: 'time',
        changes: [{ name: 'as_of', from: '2021-05-01', to: ['>= 2021-05-02'], shown: '2021-05-02' }],
        set_aside: [],
      },
      {
        kind: 'established',
        changes: [{ name: '出生日', from: '1961-05-02', to: ['< 1961-05-02'], shown: '1960-05-01' }],
        set_aside: [],
      },
    ]);
  });

  test('writes it for people in both languages, amounts as people write them, no text of the case as Markdown', async () => {
    const path = write('case.yaml', CASE.replace('一个案件', '"# **案件** <b>"').replace('1500元', '15000元'));
    const zh = await caijue(['explain', path]);
    expect(zh.code).toBe(0);
    expect(zh.out).toContain('# 结论说明：# \\*\\*案件\\*\\* \\<b>');
    expect(zh.out).toContain('- **家庭收入** < 1200元（现为1.5万元）');
    expect(zh.out).toContain('## 乙某');
    const en = await caijue(['explain', path, '--lang', 'en']);
    expect(en.out).toContain('### What would lead to another outcome');
    expect(en.out).toContain('now 1.5万元');
  });

  test('joins what would do with one blank on each side, ranges and options alike', async () => {
    const policy = `policy: { id: zi, title: 子办法, completeness: full, source: 虚构 }
articles: { 第一条: 二人、五人或者列明的档次 }
facts:
  人数: { ask: 几人？, type: number, whole: 是, min: 0, cites: 第一条 }
  档次: { ask: 哪一档？, type: choice, options: [甲档, 乙档, 丙档], cites: 第一条 }
outcomes:
  行: { title: 行, cites: 第一条, when: { any: [人数 = 2, 人数 = 5, "档次 in [甲档, 乙档]"] } }
  不行: { title: 不行, cites: 第一条, otherwise: true }
`;
    write('zi.yaml', policy);
    const path = write('z.yaml', 'case: { id: z, title: 子, policy: zi.yaml }\nfacts: { 人数: 4, 档次: 丙档 }\n');
    const zh = await caijue(['explain', path, '行']);
    expect(zh.out).toContain('- **人数** = 2 或者 = 5（现为4）');
    expect(zh.out).toContain('- **档次**：甲档 或者 乙档（现为丙档）');
    const en = await caijue(['explain', path, '行', '--lang', 'en']);
    expect(en.out).toContain('- **人数** = 2 or = 5 (now 4)');
    expect(en.out).toContain('- **档次**: 甲档 or 乙档 (now 丙档)');
  });

  test('names what is near where there is no such outcome or party, and explains nothing', async () => {
    const path = write('case.yaml', CASE);
    const outcome = await caijue(['explain', path, '给予补肋']);
    expect([outcome.code, outcome.out]).toEqual([2, '']);
    expect(outcome.err).toContain('cli/unknown-outcome');
    expect(outcome.err).toContain('给予补助');
    const party = await caijue(['explain', path, '--party', '甲']);
    expect([party.code, party.out]).toEqual([2, '']);
    expect(party.err).toContain('cli/unknown-party');
  });

  test('says that a case in error has nothing to explain', async () => {
    const { code, out } = await caijue(['explain', write('case.yaml', CASE.replace('有病人: 是', '有病人: 否'))]);
    expect(code).toBe(1);
    expect(out).toContain('案件或者办法有误');
  });

  test('ends where sums of optional amounts open more ways than can be tried, and says that not all are listed', async () => {
    const parts = [0, 1, 2, 3, 4, 5];
    const facts = parts.map(
      (i) => `  有${i}: { ask: 有无？, type: boolean, cites: 第一条 }
  数${i}: { ask: 几个？, type: number, whole: 是, min: 0, max: 1, applies_when: 有${i}, otherwise: 0, cites: 第一条 }`,
    );
    const policy = `policy: { id: da, title: 大办法, completeness: full, source: 虚构 }
articles: { 第一条: 合计为一的 }
facts:
${facts.join('\n')}
rules: { 合计: { cites: 第一条, value: ${parts.map((i) => `数${i}`).join(' + ')} } }
outcomes:
  一: { title: 一, cites: 第一条, when: 合计 = 1 }
  二: { title: 二, cites: 第一条, when: 数0 <= 数3 }
  三: { title: 三, cites: 第一条, otherwise: true }
`;
    writeFileSync(join(folder, 'da.yaml'), policy);
    writeFileSync(
      join(folder, 'kong.yaml'),
      'case: { id: k, title: 空, policy: da.yaml, as_of: 2020-01-01 }\nfacts: {}\n',
    );
    const { code, out } = await caijue(['explain', join(folder, 'kong.yaml'), '--lang', 'en']);
    expect([code, out.includes('Not all are listed: the search is bounded.')]).toEqual([0, true]);
  });

  test('still explains codes', async () => {
    const { code, out } = await caijue(['explain', 'check/conflict']);
    expect([code, out.startsWith('check/conflict')]).toEqual([0, true]);
  });
});

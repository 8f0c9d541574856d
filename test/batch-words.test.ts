// What a supervisor reads in a batch: grounds without denials of denials, like cases counted out, where the reports are, words of her language in the table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { workplace, type Workplace } from './support/batch.js';

const POLICY = `
policy: { id: xiao, title: 小办法, completeness: full, source: 虚构 }
articles: { 第一条: 没有被禁止的，给予补助 }
facts:
  务农: { ask: 是否务农？, type: boolean, cites: 第一条 }
  明令禁止: { ask: 是否明令禁止？, type: boolean, cites: 第一条 }
  月收入: { ask: 月收入多少？, type: money, applies_when: not 务农, otherwise: 0元, cites: 第一条 }
  年收入: { ask: 年收入多少？, type: money, applies_when: 务农, otherwise: 0元, cites: 第一条 }
rules:
  收入:
    cites: 第一条
    cases:
      - { when: 务农, value: 年收入 / 12 }
      - { otherwise: 月收入 }
outcomes:
  补助: { title: 给予补助, cites: 第一条, when: { all: [not 明令禁止, 收入 < 1000元] } }
  不补助: { title: 不予补助, cites: 第一条, otherwise: true }
`;

const kase = (id: string, facts: string, record: string): string =>
  `case: { id: ${id}, title: ${id}, policy: xiao, happened_on: 2021-05-01 }
parties: [{ name: 某 }]
facts: { ${facts} }
determination: { parties: { 某: ${record} } }
`;

let at: Workplace;
beforeEach(() => {
  at = workplace();
  at.write('policy/xiao.yaml', POLICY);
  at.write('cases/a.yaml', kase('a', '明令禁止: 是', '{ outcome: 不补助 }'));
  at.write('cases/b.yaml', kase('b', '明令禁止: 是', '{ outcome: 补助, differs: { expected: 不补助, reason: 另案 } }'));
  for (let i = 0; i < 7; i++) {
    at.write(
      `cases/c${String(i)}.yaml`,
      kase(`c${String(i)}`, '明令禁止: 否, 务农: 否, 月收入: 500元', '{ outcome: 补助 }'),
    );
  }
  at.write('cases/d.yaml', kase('d', '明令禁止: 否, 务农: 否, 月收入: 600元', '{ outcome: 不补助 }'));
});

/** The lines of a table that have a text in them, cells apart. */
const rows = (out: string, text: string): string[][] =>
  out
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => line.trim().split(/ {2,}/u));

describe('like cases with unlike records', () => {
  test('say what decided once, and what was found instead of a denial that is denied', async () => {
    const { out } = await at.run('--audit');
    expect(out).not.toMatch(/not /u);
    expect(rows(out, 'b.yaml 某')[0]!.at(-2)).toBe('明令禁止');
    expect(rows(out, 'c0.yaml')[0]!.at(-2)).toBe('务农（否）、明令禁止（否）、收入 < 1000元');
  });

  test('say how many more there are than are named, and who decided otherwise with a reason', async () => {
    const { out } = await at.run('--audit');
    expect(rows(out, 'c0.yaml')[0]!.slice(1, 3)).toEqual(['补助', '7']);
    expect(out).toMatch(/c0\.yaml 某、.*c4\.yaml 某、另有 2 人/u);
    expect(out).toContain('b.yaml 某（已说明理由）');
    const english = (await at.run('--audit', '--lang', 'en')).out;
    expect(english).toContain('c4.yaml 某, 2 more');
    expect(english).toContain('b.yaml 某 (declared)');
  });

  test('are told as plain data in JSON, each leaf once', async () => {
    const { out } = await at.run('--audit', '--format', 'json');
    const { summary } = JSON.parse(out) as {
      summary: { audit: { unlike: { because: { leaf: string }[]; cases: { declared?: true }[] }[] }[] };
    };
    const groups = summary.audit[0]!.unlike.map(({ because }) => because.map(({ leaf }) => leaf));
    expect(groups).toContainEqual(['not 明令禁止']);
    for (const leaves of groups) expect(leaves).toEqual([...new Set(leaves)]);
    expect(summary.audit[0]!.unlike.flatMap(({ cases }) => cases.filter(({ declared }) => declared))).toHaveLength(1);
  });
});

describe('the grounds of an answer', () => {
  test.each(['text', 'csv', 'md', 'junit'])('deny nothing twice as %s', async (format) => {
    at.write('cases/e.yaml', kase('e', '明令禁止: 是', '{ outcome: 补助 }'));
    const { out } = await at.run('--format', format);
    expect(out).toContain('明令禁止');
    expect(out).not.toContain('not 明令禁止');
  });
});

describe('the table for spreadsheets', () => {
  test('has the words of its reader’s language, and stable ones in English', async () => {
    const [zh, en] = [(await at.run('--format', 'csv')).out, (await at.run('--format', 'csv', '--lang', 'en')).out];
    expect(zh).toMatch(
      /^\uFEFF"文件","案件编号","当事人","办法","状态","结论","记录","变化","依据","待查","提示"\r\n/u,
    );
    expect(zh).toContain('"已认定","补助","不补助","不一致"');
    expect(en).toMatch(
      /^\uFEFF"file","case","party","policy","status","outcome","recorded","change","because","missing","diagnostics"\r\n/u,
    );
    expect(en).toContain('"determined","补助","不补助","changed"');
    expect(zh.split('\r\n')).toHaveLength(en.split('\r\n').length);
  });
});

describe('a folder of reports', () => {
  test('is named where its summary is printed', async () => {
    const { out } = await at.run('--out', at.path('reports/'));
    const index = at.path('reports/index.md');
    expect(out.trimEnd().split('\n').at(-1)).toBe(`报告和索引：${index}`);
    expect(readFileSync(join(index), 'utf8')).not.toContain('报告和索引');
  });

  test('is not, where the results are for programs', async () => {
    const { out } = await at.run('--format', 'ndjson', '--out', at.path('reports/'));
    expect(out).not.toContain('报告和索引');
  });
});

describe('counts', () => {
  test('of errors say that files without a result are among them', async () => {
    at.write('cases/z.yaml', kase('z', '明令禁至: 是', '{ outcome: 补助 }'));
    expect((await at.run()).out).toMatch(/错误或没有结果 +1\n/u);
  });

  test('of a comparison say which version stands against the record, and who is harder or better off', async () => {
    at.write('policy/old.yaml', POLICY.replace('收入 < 1000元', '收入 < 600元'));
    at.write('policy/xiao.yaml', POLICY.replace('completeness', 'mildest_first: [补助, 不补助], completeness'));
    const { out } = await at.run('--against', at.path('policy/old.yaml'));
    expect(out).toContain('与记录相比（按新版）');
    expect(out).toContain('  结论有变化的：1\n  其中对当事人：更轻 1\n');
    at.write('policy/xiao.yaml', POLICY);
    expect((await at.run('--against', at.path('policy/old.yaml'))).out).not.toContain('其中对当事人');
  });
});

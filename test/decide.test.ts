// The command as its users meet it: streams, exit codes, files, languages, records.
import fs, { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);
const DEMO = 'cases/moushi-rongcuo/huang-shuiku-jiashe.yaml';
const OPEN = 'cases/moushi-rongcuo/huang-shuiku.yaml';
let folder = '';
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const POLICY = `
policy: { id: xiao, title: 小办法, in_force: { from: 2020-01-01 }, completeness: full, source: 虚构 }
articles: { 第一条: 满足条件的，给予补助, 第二条: 不满足的，不予补助 }
facts:
  家庭收入: { ask: 收入多少？, type: money, cites: 第一条, evidence: required }
  困难: { ask: 是否困难？, type: boolean, nature: judgement, cites: 第一条, per: party }
rules:
  低收入: { cites: 第一条, when: 家庭收入 < 1000元 }
outcomes:
  补助: { title: 给予补助, cites: 第一条, when: { all: [低收入, 困难] } }
  不补助: { title: 不予补助, cites: 第二条, otherwise: true }
`;
const CASE = `case: { id: x-1, title: 一个案件, policy: xiao.yaml, happened_on: 2021-05-01 } # 注释要留下
facts:
  家庭收入: { value: 500元, evidence: [工资单] }
  困难: { value: 是, reason: 家中有病人 }
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-'));
  write('xiao.yaml', POLICY);
});

describe('caijue decide', () => {
  test('says which folder it cannot read where the shipped policies are missing, and determines the other cases', async () => {
    const readdirSync = (name: string): never => {
      throw Object.assign(new Error(name), { code: 'EACCES' });
    };
    write('case.yaml', CASE);
    const run = await caijue(['decide', DEMO, join(folder, 'case.yaml'), '--out', `${folder}/`], {
      fs: { ...fs, readdirSync },
    });
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toMatch(/policies:1:1 错误 cli\/not-readable .*EACCES/u);
    expect(run.err).not.toContain('cli/internal');
    expect(read('x-1.md')).toContain('给予补助');
  });

  test('prints the report on stdout and nothing else, and exits with 0', async () => {
    const { code, out, err } = await caijue(['decide', DEMO]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^# 认定报告：/u);
  });

  test('prints JSON that its published schema accepts, for determined, open and refused cases', async () => {
    const schema = JSON.parse((await caijue(['schema', 'determination'])).out) as object;
    const valid = new Ajv({ strict: false }).compile(schema);
    const bad = write('bad.yaml', 'case: { id: b, title: 坏, policy: xiao.yaml }\nfacts: { 家庭收人: 3元 }\n');
    const odd = write('odd.yaml', `${CASE}determination: { parties: { x-1: { outcome: 无此结论 } } }\n`);
    for (const path of [DEMO, OPEN, 'test/fixtures/report/zonghe.case.yaml', bad, odd]) {
      const { out } = await caijue(['decide', path, '--format', 'json']);
      expect([valid(JSON.parse(out)), valid.errors]).toEqual([true, null]);
    }
  });

  test('tells what is wrong with a case in the user’s words, at its place, and determines the others', async () => {
    const bad = write('bad.yaml', 'case: { id: b, title: 坏, policy: xiao.yaml }\nfacts:\n  家庭收人: 3元\n');
    const good = write('good.yaml', CASE);
    const { code, out, err } = await caijue(['decide', bad, good, join(folder, 'none.yaml')]);
    expect(code).toBe(2);
    expect(out).toMatch(/^# 认定报告：一个案件/u);
    expect(err).toContain(`${bad}:3:3 错误 case/unknown-fact 办法中没有事实「家庭收人」，是否想写「家庭收入」`);
    expect(err).toContain('    3 |   家庭收人: 3元\n      |   ^^^^^^^^\n');
    expect(err).toContain('cli/not-found');
  });

  test('speaks English on demand, from the option or the environment, and never from the locale', async () => {
    expect((await caijue(['decide', DEMO, '--lang', 'en'])).out).toMatch(/^# Determination report/u);
    expect((await caijue(['--lang=en', 'decide', DEMO])).out).toMatch(/^# Determination report/u);
    expect((await caijue(['decide', DEMO], { env: { CAIJUE_LANG: 'en' } })).out).toMatch(/^# Determination report/u);
    expect((await caijue(['decide', DEMO], { env: { LANG: 'en_US.UTF-8' } })).out).toMatch(/^# 认定报告/u);
  });

  test('exits with 3 for what is open or unsupported, only when asked', async () => {
    const bare = write('bare.yaml', CASE.replace(', evidence: [工资单]', ''));
    expect((await caijue(['decide', OPEN])).code).toBe(0);
    expect((await caijue(['decide', OPEN, '--exit-code'])).code).toBe(3);
    expect((await caijue(['decide', bare, '--exit-code'])).code).toBe(3);
    expect((await caijue(['decide', write('good.yaml', CASE), '--exit-code'])).code).toBe(0);
  });

  test('reads YAML and JSON from standard input', async () => {
    const json = JSON.stringify({
      case: { id: 'j', title: 'j', policy: 'shigu-dengji' },
      facts: { 死亡人数: '3人', 重伤人数: null },
    });
    const { code, out } = await caijue(['decide', '-', '--json'], { input: json });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ case: { id: 'j' }, parties: [{ name: 'j' }] });
  });

  test('writes one file, or a folder for several cases, and refuses two cases with one id', async () => {
    const good = write('good.yaml', CASE);
    await caijue(['decide', good, '--out', join(folder, 'r/report.md')]);
    expect(read('r/report.md')).toMatch(/^# 认定报告/u);
    await caijue(['decide', DEMO, OPEN, '--out', join(folder, 'many')]);
    expect(readdirSync(join(folder, 'many')).sort()).toEqual(['huang-shuiku-jiashe.md', 'huang-shuiku.md']);
    const twin = write('twin.yaml', CASE.replace('x-1', 'X-1'));
    const { code, err } = await caijue(['decide', good, twin, '--out', join(folder, 'twins/')]);
    expect([code, readdirSync(join(folder, 'twins'))]).toEqual([1, ['x-1.md']]);
    expect(err).toContain('cli/same-output');
  });

  test('applies a policy named outright out of its time, and says so; otherwise the day binds', async () => {
    const early = write('early.yaml', CASE.replace('2021-05-01', '2019-05-01'));
    const refused = await caijue(['decide', early, '--json']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('case/not-in-force');
    expect(JSON.parse(refused.out)).toMatchObject({
      notices: [],
      parties: [{ status: 'error', diagnostics: [{ code: 'case/not-in-force' }] }],
    });
    const named = '行为发生之日不在办法的施行期间之内：按指定的办法推演。';
    expect((await caijue(['decide', early])).out).not.toContain(named);
    expect((await caijue(['decide', early, '--policy', join(folder, 'xiao.yaml')])).out).toContain(named);
    const outright = await caijue(['decide', early, '--policy', join(folder, 'xiao.yaml'), '--json']);
    expect(JSON.parse(outright.out)).toMatchObject({ notices: ['out-of-time'], parties: [{ outcome: '补助' }] });
    const analogy = write('analogy.yaml', CASE.replace('2021-05-01', '2019-05-01, applied_by_analogy: 旧案参照'));
    expect((await caijue(['decide', analogy])).out).toContain('参照适用，理由：旧案参照');
  });

  test('says which policy is missing, unknown or at fault', async () => {
    const none = write('none.yaml', CASE.replace(', policy: xiao.yaml', ''));
    const unknown = write('unknown.yaml', CASE.replace('xiao.yaml', 'shigu-denji'));
    write('xiao.yaml', POLICY.replace('家庭收入 < 1000元', '家庭收人 < 1000'));
    expect((await caijue(['decide', none])).err).toContain('case/missing-policy');
    expect((await caijue(['decide', unknown])).err).toContain('找不到办法「shigu-denji」，是否想写「shigu-dengji」');
    const { code, err } = await caijue(['decide', write('good.yaml', CASE)]);
    expect(code).toBe(1);
    expect(err).toContain('parse/unknown-name 没有定义「家庭收人」，是否想写「家庭收入」');
    expect(err).toContain('case/policy-at-fault');
  });

  test('picks the version of a series that is in force on the day of the case', async () => {
    const home = `${folder}/home/`;
    await caijue(['decide', DEMO, '--out', join(home, 'policies/')]);
    writeFileSync(join(home, 'package.json'), '{"version":"0.0.0"}');
    const version = (file: string, period: string): void => {
      writeFileSync(
        join(home, 'policies', file),
        POLICY.replace('{ from: 2020-01-01 }', period).replace('小办法', file),
      );
    };
    version('a.yaml', '{ from: 2020-01-01, to: 2020-12-31 }');
    version('b.yaml', '{ from: 2021-01-01, to: 2021-12-31 }');
    version('c.yaml', '{ from: 2022-01-01 }');
    const on = async (day: string): Promise<string> => {
      const path = write('dated.yaml', CASE.replace('xiao.yaml', 'xiao').replace(', happened_on: 2021-05-01', day));
      const { out, err } = await caijue(['decide', path, '--json'], { home });
      return (JSON.parse(out) as { policy?: { title: string } }).policy?.title ?? err;
    };
    expect(await on(', happened_on: 2020-12-31')).toBe('a.yaml');
    expect(await on(', happened_on: 2021-01-01')).toBe('b.yaml');
    expect(await on(', happened_on: 2020-06-01, as_of: 2022-01-01')).toBe('c.yaml');
    expect(await on('')).toBe('c.yaml');
    expect(await on(', happened_on: 2019-12-31')).toContain('case/no-version');
    version('b.yaml', '{ from: 2020-07-01 }');
    expect(await on(', happened_on: 2020-08-01')).toContain('case/several-versions');
    expect(await on('')).toContain('case/which-version');
  });
});

describe('caijue decide --record', () => {
  test('adds the determination at the end and leaves every other byte alone', async () => {
    const path = write('good.yaml', CASE);
    const { code, err } = await caijue([
      'decide',
      path,
      '--record',
      '--by',
      '某办',
      '--on',
      '2021-06-01',
      '--out',
      join(folder, 'r.md'),
    ]);
    expect([code, err]).toEqual([0, '']);
    const text = read('good.yaml');
    expect(text.startsWith(CASE.trimEnd())).toBe(true);
    expect(parse(text)).toMatchObject({
      determination: {
        engine: 'caijue 0.1.0',
        decided_on: '2021-06-01',
        decided_by: '某办',
        parties: { 'x-1': { outcome: '补助' } },
      },
    });
    expect((await caijue(['decide', path])).out).toContain('| x-1 | 补助 | 补助 | 一致 | |');
  });

  test('never overwrites a record, records nothing undetermined, and refuses forms it cannot extend', async () => {
    const recorded = write(
      'recorded.yaml',
      `${CASE}determination: { parties: { x-1: { outcome: 不补助, reason: 旧 } } }\n`,
    );
    const open = write('open.yaml', CASE.replace('value: 500元, ', ''));
    const json = write('case.json', JSON.stringify(parse(CASE)));
    for (const [path, code] of [
      [recorded, 'already-recorded'],
      [open, 'nothing-to-record'],
      [json, 'record-shape'],
    ] as const) {
      const before = readFileSync(path, 'utf8');
      const run = await caijue(['decide', path, '--record']);
      expect([run.code, run.err.includes(`cli/${code}`), readFileSync(path, 'utf8')]).toEqual([1, true, before]);
    }
  });

  test('keeps CRLF line ends', async () => {
    const path = write('crlf.yaml', CASE.replaceAll('\n', '\r\n'));
    await caijue(['decide', path, '--record']);
    expect(/[^\r]\n/u.test(readFileSync(path, 'utf8'))).toBe(false);
  });
});

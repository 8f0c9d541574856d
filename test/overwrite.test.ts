// What a run reads is never what it writes: case files and policies stay, whatever is given with `--out`.
import fs, { linkSync, readFileSync, realpathSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { kase, POLICY, workplace, type Workplace } from './support/batch.js';
import { caijue } from './support/host.js';

const POLICY_FILE = 'policy/xiao.yaml';
let at: Workplace;
beforeEach(() => {
  at = workplace();
  at.write('cases/a.yaml', kase('a', '1元'));
  at.write('lines.ndjson', '{"case":{"id":"l","title":"案"},"facts":{"收入":"1元","骗取":"否"}}\n');
});

const read = (name: string): string => readFileSync(at.path(name), 'utf8');

describe('batch --out', () => {
  const into = (name: string, ...more: string[]): ReturnType<typeof caijue> =>
    caijue([
      ...['batch', at.path('cases'), at.path('lines.ndjson'), '--policy', at.path(POLICY_FILE)],
      ...['--format', 'json', '--out', at.path(name), ...more],
    ]);

  test.each([
    ['a case', 'cases/a.yaml', '这是案件文件'],
    ['a file of lines', 'lines.ndjson', '这是案件文件'],
    ['the policy', POLICY_FILE, '这是办法文件'],
  ])('takes the place of no file that it reads: %s', async (_, name, why) => {
    const before = read(name);
    const { code, out, err } = await into(name);
    expect([code, out, read(name)]).toEqual([74, '', before]);
    expect(err).toMatch(new RegExp(`cli/not-written .*${why}`, 'u'));
  });

  test('nor of one by another name of it, nor of the policy that is compared with', async () => {
    symlinkSync(at.path('cases'), at.path('link'));
    linkSync(at.path('cases/a.yaml'), at.path('hard.json'));
    at.write('old.yaml', POLICY.replace('1000元', '2000元'));
    for (const name of ['link/a.yaml', 'hard.json', 'old.yaml']) {
      const before = read(name);
      const { code, err } = await into(name, '--against', at.path('old.yaml'));
      expect([name, code, read(name) === before]).toEqual([name, 74, true]);
      expect(err).toContain('cli/not-written');
    }
  });

  test('takes the place of results that were written before', async () => {
    for (let i = 0; i < 2; i++) expect((await into('results.json')).code).toBe(0);
    expect(JSON.parse(read('results.json'))).toMatchObject({ summary: { files: 2 } });
  });

  test('writes no reports into a folder in which a case has the name of a report', async () => {
    at.write('reports/b.md', kase('b', '1元'));
    const argv = ['batch', at.path('reports/b.md'), '--policy', at.path(POLICY_FILE), '--out', at.path('reports')];
    const { code, err } = await caijue(argv);
    expect([code, read('reports/b.md')]).toEqual([74, kase('b', '1元')]);
    expect(err).toMatch(/cli\/not-written .*这是案件文件/u);
  });

  test('does not rename the folder away in which the tool is run', async () => {
    const out = at.path('site');
    at.write('site/a.md', '');
    const folder = statSync(out).ino;
    const moved: string[] = [];
    const host = {
      ...fs,
      realpathSync: ((path: string) => realpathSync(path === '.' ? out : path)) as typeof realpathSync,
      renameSync: (from: string, to: string): void => {
        moved.push(from);
        renameSync(from, to);
      },
    };
    const run = await caijue(['batch', at.path('cases'), '--policy', at.path(POLICY_FILE), '--out', out], { fs: host });
    expect([run.code, statSync(out).ino, moved.includes(out)]).toEqual([0, folder, false]);
    expect([read('site/index.md').includes('a.md'), read('site/a.md').startsWith('# 认定报告')]).toEqual([true, true]);
  });
});

describe('decide --out', () => {
  test('takes the place of neither case nor policy', async () => {
    for (const [name, why] of [
      ['cases/a.yaml', '这是案件文件'],
      [POLICY_FILE, '这是办法文件'],
    ] as const) {
      const before = read(name);
      const argv = ['decide', at.path('cases/a.yaml'), '--policy', at.path(POLICY_FILE), '--out', at.path(name)];
      const { code, err } = await caijue(argv);
      expect([code, read(name), err.includes(why)]).toEqual([74, before, true]);
    }
  });
});

// What `caijue batch` reads below a folder: names, ignore files, links, globs; and what it says of the rest.
import { symlinkSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { readIgnoreLine } from '../src/cli/patterns.js';
import { kase, POLICY, workplace, type Workplace } from './support/batch.js';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);
let at: Workplace;
beforeEach(() => {
  at = workplace();
});

describe('what is read below a folder', () => {
  const files = async (...more: string[]): Promise<string[]> =>
    (await at.lines(...more)).map(({ file }) => file.slice(at.path('').length + 1));

  test('case files at any depth, in the order of their names; what is hidden or no YAML or JSON is passed over', async () => {
    for (const name of [
      'b.yaml',
      'a/z.yml',
      'a.json',
      '.hidden.yaml',
      'node_modules/x.yaml',
      'note.md',
      'a/.git/c.yaml',
    ]) {
      at.write(
        `cases/${name}`,
        name.endsWith('json')
          ? '{"case":{"id":"j","title":"甲"},"facts":{"收入":"1元"}}'
          : kase(`k${name.length}`, '1元'),
      );
    }
    expect(await files()).toEqual(['cases/a.json', 'cases/a/z.yml', 'cases/b.yaml']);
  });

  test('not what an ignore file names, and again what it takes back; a deeper file has the last word', async () => {
    for (const name of ['a.yaml', 'tmp/b.yaml', 'keep/c.yaml', 'keep/d.yaml', 'x/e.yaml'])
      at.write(`cases/${name}`, kase(name[0]!, '1元'));
    at.write('cases/.caijueignore', '# 注释\n\ntmp/\nkeep/*\n!keep/c.yaml\n/x/e.yaml\n');
    expect(await files()).toEqual(['cases/a.yaml', 'cases/keep/c.yaml']);
    at.write('cases/keep/.caijueignore', '!d.yaml\n');
    expect(await files()).toEqual(['cases/a.yaml', 'cases/keep/c.yaml', 'cases/keep/d.yaml']);
  });

  test('no link: one that stays inside is left out with a word, one that leads out or nowhere is an error', async () => {
    at.write('cases/a.yaml', kase('a', '1元'));
    at.write('elsewhere/b.yaml', kase('b', '1元'));
    symlinkSync('a.yaml', at.path('cases/inside.yaml'));
    symlinkSync('../elsewhere', at.path('cases/out'));
    symlinkSync('../elsewhere/b.yaml', at.path('cases/out.yaml'));
    symlinkSync('nowhere.yaml', at.path('cases/nowhere.yaml'));
    const { out, err, code } = await at.run();
    expect(code).toBe(2);
    expect(out).toContain('cases/inside.yaml：是链接，所指的文件另行读取');
    expect(err.match(/cases\/\S+ 错误 \S+/gu)).toEqual([
      'cases/nowhere.yaml:1:1 错误 cli/not-found',
      'cases/out:1:1 错误 batch/link-outside',
      'cases/out.yaml:1:1 错误 batch/link-outside',
    ]);
    expect((await caijue(['batch', at.path('cases/out.yaml'), '--policy', at.path('policy/xiao.yaml')])).code).toBe(0);
  });

  test('a policy among the cases is left out with a word; anything else that is no case is an error by name', async () => {
    at.write('cases/a.yaml', kase('a', '1元'));
    at.write('cases/xiao.yaml', POLICY);
    at.write('cases/package.json', '{"name":"x"}');
    const { out, err, code } = await at.run();
    expect(code).toBe(1);
    expect(out).toContain('cases/xiao.yaml：是办法，不是案件');
    expect(err).toContain('cases/package.json:1:1 错误 batch/not-a-case');
  });

  test('a file that two paths lead to is read once, and a glob that matches nothing is an error', async () => {
    const path = at.write('cases/a.yaml', kase('a', '1元'));
    const glob = at.path('cases/*.{yaml,yml}');
    const { out, err, code } = await caijue([
      ...['batch', path, at.path('cases'), glob, at.path('cases/*.none')],
      ...['--policy', at.path('policy/xiao.yaml'), '--format', 'ndjson'],
    ]);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(code).toBe(2);
    expect(err).toContain('cases/*.none:1:1 错误 cli/no-match');
  });

  test('two files of one id are both judged, and the second is an error that names the first', async () => {
    at.write('cases/a.yaml', kase('a', '1元'));
    at.write('cases/b.yaml', kase('a', '1元'));
    const { err, code } = await at.run();
    expect(code).toBe(1);
    expect(err).toContain(
      `${at.path('cases/b.yaml')}:1:1 错误 batch/duplicate-id 案件编号「a」已见于 ${at.path('cases/a.yaml')}`,
    );
    expect((await at.lines()).map(({ outcome }) => outcome)).toEqual(['补助', '补助']);
  });
});

describe('a line of an ignore file', () => {
  test.each([
    ['x', 'a/b/x', true],
    ['/x', 'a/x', false],
    ['/x', 'x', true],
    ['a/x', 'b/a/x', false],
    ['a/**/x', 'a/x', true],
    ['a/**/x', 'a/b/c/x', true],
    ['a/*', 'a/b/c', false],
    ['[!a-c].yaml', 'd.yaml', true],
    ['[!a-c].yaml', 'b.yaml', false],
    ['{a,b}', 'a', false],
    ['{a,b}', '{a,b}', true],
    ['x   ', 'x', true],
    [String.raw`\!x`, '!x', true],
  ])('%j on %s: %s', (line, path, matches) => {
    expect(readIgnoreLine(line)!.matches(path)).toBe(matches);
  });

  test('may be empty or a comment, deny, and mean folders only', () => {
    expect(['', '# x', '/', '  '].map(readIgnoreLine)).toEqual([undefined, undefined, undefined, undefined]);
    expect(readIgnoreLine('!x/')).toMatchObject({ negated: true, folders: true });
    expect(readIgnoreLine('x')).toMatchObject({ negated: false, folders: false });
  });
});

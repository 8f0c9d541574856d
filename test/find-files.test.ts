// Which files `check` means by a word: files, folders, patterns, links, standard input; and that one broken file hides no other.
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from '../src/cli/find-files.js';
import { caijue, ROOT } from './support/host.js';

const GOOD = readFileSync(join(ROOT, 'test/fixtures/codes/check/gap.good.yaml'), 'utf8');
const BAD = readFileSync(join(ROOT, 'test/fixtures/codes/check/gap.bad.yaml'), 'utf8');
let folder = '';
const write = (name: string, text = GOOD): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const found = (...words: readonly string[]): readonly string[] => {
  const { files, diagnostics } = findFiles(words, fs);
  return [...files, ...diagnostics.map(({ code, words: { name } }) => `${code} ${name!}`)];
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-find-'));
  for (const name of [
    'b.yaml',
    'a.yml',
    'c.txt',
    'x/d.yaml',
    'x/y/e.yaml',
    '.git/f.yaml',
    'node_modules/g/h.yaml',
    '.i.yaml',
  ])
    write(name);
  process.chdir(folder);
});

describe('the files that are meant', () => {
  test('below a folder are YAML files in the order of their names, without dot folders and node_modules', () => {
    expect(found('.')).toEqual(['.i.yaml', 'a.yml', 'b.yaml', 'x/d.yaml', 'x/y/e.yaml']);
    expect(found('x')).toEqual(['x/d.yaml', 'x/y/e.yaml']);
    expect(found(join(folder, 'x'))).toEqual([join(folder, 'x/d.yaml'), join(folder, 'x/y/e.yaml')]);
    expect(found('.git')).toEqual(['.git/f.yaml']);
  });

  test('match a pattern, from any folder, by any ending', () => {
    expect(found('*.yaml')).toEqual(['b.yaml']);
    expect(found('**/*.yaml')).toEqual(['b.yaml', 'x/d.yaml', 'x/y/e.yaml']);
    expect(found('./x/*.{yaml,yml}')).toEqual(['x/d.yaml']);
    expect(found('?.{txt,yml}')).toEqual(['a.yml', 'c.txt']);
    expect(found(`${folder}/x/**`)).toEqual([join(folder, 'x/d.yaml'), join(folder, 'x/y/e.yaml')]);
    process.chdir(join(folder, 'x'));
    expect(found('../*.y?ml')).toEqual(['../b.yaml']);
  });

  test('are named as they are where a name has the signs of a pattern', () => {
    write('[a]*.yaml');
    expect(found('[a]*.yaml')).toEqual(['[a]*.yaml']);
    write('!b.yaml');
    expect(found('!b.yaml')).toEqual(['!b.yaml']);
  });

  test('come once, however often they are meant', () => {
    expect(found('b.yaml', '.', './b.yaml', '*.yaml', join(folder, 'b.yaml'))).toHaveLength(5);
    expect(found('-', '-')).toEqual(['-']);
  });

  test('are told missing where a folder or pattern holds none, and left to the reader where a file does not exist', () => {
    mkdirSync('empty');
    expect(found('empty', 'nope/*.yaml', 'x/*.json', 'nope.yaml')).toEqual([
      'nope.yaml',
      'cli/no-match empty',
      'cli/no-match nope/*.yaml',
      'cli/no-match x/*.json',
    ]);
  });
});

describe('links', () => {
  test('that lead out of the folder or nowhere are told and not followed; those that stay inside lead to what is found anyway', () => {
    const outside = mkdtempSync(join(tmpdir(), 'caijue-outside-'));
    writeFileSync(join(outside, 'secret.yaml'), GOOD);
    symlinkSync(join(outside, 'secret.yaml'), 'x/out.yaml');
    symlinkSync(outside, 'x/folder');
    symlinkSync('nowhere.yaml', 'x/broken.yaml');
    symlinkSync('d.yaml', 'x/inside.yaml');
    symlinkSync('..', 'x/y/loop');
    symlinkSync(join(outside, 'readme.md'), 'x/readme.md');
    expect(found('x')).toEqual([
      'x/d.yaml',
      'x/y/e.yaml',
      'cli/link-not-followed x/broken.yaml',
      'cli/link-not-followed x/folder',
      'cli/link-not-followed x/out.yaml',
    ]);
    expect(found('x/*.yaml')).toEqual([
      'x/d.yaml',
      'cli/link-not-followed x/broken.yaml',
      'cli/link-not-followed x/folder',
      'cli/link-not-followed x/out.yaml',
    ]);
  });

  test('that are named themselves are followed', () => {
    symlinkSync('x', 'current');
    expect(found('current')).toEqual(['current/d.yaml', 'current/y/e.yaml']);
    symlinkSync('b.yaml', 'link.yaml');
    expect(found('link.yaml')).toEqual(['link.yaml']);
  });
});

describe('caijue check', () => {
  test('checks standard input, named outright, beside files', async () => {
    const run = await caijue(['check', '-', 'b.yaml', '--lang', 'en'], { input: BAD });
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^<stdin>:\d+:3 warning check\/gap /u);
    expect(run.out).toMatch(/^2 policies: 0 errors, 1 warning, /mu);
  });

  test('tells of every file although one is broken, one is no text and one cannot be opened', async () => {
    write('x/bad.yaml', BAD);
    write('x/broken.yaml', 'policy: [');
    writeFileSync('x/binary.yaml', new Uint8Array([0xff, 0xfe, 0x00]));
    const run = await caijue(['check', 'x', 'nope.yaml']);
    const told = [...run.out.matchAll(/^(\S+?):\d+:\d+ \S+ (\S+)/gmu)].map(([, file, code]) => `${file!} ${code!}`);
    expect(told).toEqual([
      'x/bad.yaml check/gap',
      'x/binary.yaml parse/encoding',
      'x/broken.yaml parse/bracket-missing',
      'nope.yaml cli/not-found',
    ]);
    expect(run.code).toBe(2);
  });

  test('an unreadable folder is told and hides nothing beside it', () => {
    const readdirSync = (path: string): string[] => {
      if (path === 'x/y') throw Object.assign(new Error(), { code: 'EACCES' });
      return fs.readdirSync(path);
    };
    const { files, diagnostics } = findFiles(['x'], { ...fs, readdirSync: readdirSync as typeof fs.readdirSync });
    expect(files).toEqual(['x/d.yaml']);
    expect(diagnostics.map(({ code, words }) => [code, words['name'], words['why']])).toEqual([
      ['cli/not-readable', 'x/y', 'EACCES'],
    ]);
  });

  test('a wrong pattern exits with 2 and a link that was not followed with 1 only where warnings are denied', async () => {
    expect((await caijue(['check', 'nope/*.yaml'])).code).toBe(2);
    symlinkSync('/nowhere.yaml', 'x/l.yaml');
    expect((await caijue(['check', 'x'])).code).toBe(0);
    expect((await caijue(['check', 'x', '--deny-warnings'])).code).toBe(1);
  });
});

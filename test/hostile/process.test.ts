// The tool as a process among hostile files: good cases are determined, bad ones are named once, and nothing waits or dies.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import nodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FileSystem } from '../../src/cli/host.js';
import { caijue, ROOT } from '../support/host.js';
import { start } from './built.js';

const FIXTURES = join(ROOT, 'test/fixtures/hostile');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-process-'));
  writeFileSync(join(folder, 'fang.yaml'), readFileSync(join(FIXTURES, 'fang.yaml')));
});

const good = (i: number): string =>
  `case: { id: hao-${String(i)}, title: 试, policy: fang.yaml }\nfacts: { 是否: 是, 金额: ${String(i + 1)}元 }\n`;

describe('caijue decide, as a process', () => {
  test('determines every good case among two hundred hostile ones, and names each of these', async () => {
    const skip = /^(?:fang|good|bom|tab-after|number-empty-number|ok-.*)\.yaml$/u;
    const bad = readdirSync(FIXTURES).filter((name) => !skip.test(name));
    for (const name of bad) writeFileSync(join(folder, name), readFileSync(join(FIXTURES, name)));
    const fine = Array.from({ length: 20 }, (_, i) => `hao-${String(i)}.yaml`);
    fine.forEach((name, i) => writeFileSync(join(folder, name), good(i)));
    const mixed = bad.flatMap((name, i) => (i % 10 === 0 && fine[i / 10] ? [fine[i / 10]!, name] : [name]));
    mkdirSync(join(folder, 'out'));
    const run = await start(['decide', ...new Set([...mixed, ...fine]), '--out', 'out'], folder).ended;
    expect(run.err).not.toMatch(/cli\/internal|\n\s+at /u);
    expect([run.code, run.signal, run.out]).toEqual([2, null, '']);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(fine.map((name) => name.replace('.yaml', '.md')).sort());
    for (const name of fine) {
      expect(readFileSync(join(folder, 'out', name.replace('.yaml', '.md')), 'utf8')).toContain('**成立**');
    }
    expect(bad.length).toBeGreaterThan(200);
    const named = (name: string): number => run.err.split('\n').filter((line) => line.startsWith(`${name}:`)).length;
    expect(bad.filter((name) => named(name) === 0)).toEqual([]);
  }, 60_000);

  test('waits for no pipe, device or folder, and follows a link to a case', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    mkdirSync(join(folder, 'folder.yaml'));
    writeFileSync(join(folder, 'hao-0.yaml'), good(0));
    symlinkSync('hao-0.yaml', join(folder, 'link.yaml'));
    symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
    symlinkSync('nowhere.yaml', join(folder, 'dangling.yaml'));
    const expected = {
      'pipe.yaml': 'cli/not-a-file',
      'folder.yaml': 'cli/not-a-file',
      '/dev/zero': 'cli/not-a-file',
      '/dev/null': 'cli/not-a-file',
      '/dev/full': 'cli/not-a-file',
      'missing.yaml': 'cli/not-found',
      'hao-0.yaml/x': 'cli/not-found',
      'dangling.yaml': 'cli/not-found',
      'circle.yaml': 'cli/not-readable',
      [`${'长'.repeat(100)}.yaml`]: 'cli/not-found',
      '/proc/self/environ': 'parse/unseen-character',
    };
    const run = await start(['decide', ...Object.keys(expected), 'link.yaml', '--json'], folder).ended;
    expect([run.code, run.signal]).toEqual([2, null]);
    const entries = JSON.parse(run.out) as { file?: string; diagnostics?: { code: string }[]; parties?: object[] }[];
    expect(Object.fromEntries(entries.slice(0, -1).map((e) => [e.file, e.diagnostics![0]!.code]))).toEqual(expected);
    expect(entries.at(-1)!.parties).toHaveLength(1);
  }, 60_000);

  test('reads no more of an endless standard input than a file may have', async () => {
    const { process: child, ended } = start(['decide', '-'], folder);
    child.stdin!.on('error', () => undefined);
    const chunk = 'a: 1\n'.repeat(20_000);
    const pour = (): void => {
      while (child.exitCode === null && child.stdin!.writable && child.stdin!.write(chunk));
      if (child.exitCode === null) child.stdin!.once('drain', pour);
    };
    pour();
    const run = await ended;
    expect([run.code, run.err.includes('parse/too-large')]).toEqual([1, true]);
  }, 60_000);

  test('shows no line of a file that is not a policy, though a case names it as one', async () => {
    writeFileSync(join(folder, 'secret'), 'password: 绝密\n');
    for (const path of [
      resolve(folder, 'secret'),
      './secret',
      '/proc/self/environ',
      '../../etc/passwd',
      '/etc/hostname.yaml',
    ]) {
      writeFileSync(join(folder, 'c.yaml'), `case: { id: c, title: t, policy: ${path} }\n`);
      const run = await start(['decide', 'c.yaml'], folder).ended;
      expect([run.code, run.err.includes('case/unknown-policy')]).toEqual([1, true]);
      expect(run.err).not.toMatch(/绝密|root:|PATH=/u);
    }
  }, 60_000);
});

describe('arguments', () => {
  const attacks = [
    '\u001b]0;x\u0007.yaml',
    '\u001b[2J',
    '甲\u202e乙.yaml',
    'a\rb.yaml',
    'a\nb.yaml',
    '\u009b31m',
    '\ufeffx.yaml',
  ];

  test.each(attacks)('of control characters are shown, not obeyed: %j', async (name) => {
    for (const argv of [
      [name],
      ['decide', name],
      ['decide', 'x.yaml', `--${name}`],
      ['explain', name],
      ['schema', name],
      ['decide', 'x.yaml', '--on', name],
    ]) {
      for (const language of ['zh', 'en']) {
        const run = await caijue([...argv, '--lang', language]);
        expect(run.code).toBeGreaterThan(0);
        // eslint-disable-next-line no-control-regex
        expect(run.out + run.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff]/u);
      }
    }
  });

  test('with NUL, or a file that may not be read, are refused with a message', async () => {
    expect((await caijue(['decide', 'a\0b'])).code).toBe(2);
    const openSync = (): never => {
      throw Object.assign(new Error('denied'), { code: 'EACCES' });
    };
    const version = nodeFs.openSync;
    const fs: FileSystem = {
      ...nodeFs,
      openSync: (path, flags) => (path.endsWith('.json') ? version(path, flags) : openSync()),
    };
    const run = await caijue(['decide', 'secret.yaml'], { fs });
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('cli/not-readable')]);
  });

  test('never lead to a report written over the case that it is about', async () => {
    const path = join(folder, 'hao-0.yaml');
    writeFileSync(path, good(0));
    symlinkSync('hao-0.yaml', join(folder, 'link.yaml'));
    for (const [from, to] of [
      [path, path],
      [join(folder, 'link.yaml'), path],
      [path, join(folder, '.', '..', folder.split('/').at(-1)!, 'hao-0.yaml')],
    ] as const) {
      const run = await caijue(['decide', from, '--out', to]);
      expect([run.code, readFileSync(path, 'utf8')]).toEqual([74, good(0)]);
    }
  });
});

// Several processes on one case, and processes that are killed: one record is made, none is lost, and no file is torn.
import { spawn } from 'node:child_process';
import nodeFs, {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FileSystem } from '../../src/cli/host.js';
import { holder, withLock, type Holder } from '../../src/cli/lock.js';
import type { Result } from '../../src/model/diagnostic.js';
import { caijue } from '../support/host.js';
import { build, start } from './built.js';

const POLICY = `policy: { id: xiao, title: 小办法, completeness: full, source: 虚构 }
articles: { 第一条: 满足条件的，给予补助 }
facts: { 困难: { ask: 是否困难？, type: boolean, cites: 第一条 } }
outcomes: { 补助: { title: 给予补助, cites: 第一条, when: 困难 } }
`;
const OLD = 'case: { id: x-1, title: 一个案件, policy: xiao.yaml }\nfacts: { 困难: 是 }\n';
const DONE: Result<void> = { ok: true, value: undefined, diagnostics: [] };
/** No process has this number. */
const DEAD = 999_999_999;

let folder = '';
let path = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-lock-'));
  path = join(folder, 'x.yaml');
  lock = join(folder, '.x.yaml.lock');
  writeFileSync(join(folder, 'xiao.yaml'), POLICY);
  writeFileSync(path, OLD);
});

const me: Holder = holder(process.pid);
const lockOf = (changes: Partial<Holder>): string => JSON.stringify({ ...me, ...changes });
const hidden = (): string[] => readdirSync(folder).filter((name) => name.startsWith('.'));

describe('a lock', () => {
  test('is there while the work is done, says whose it is, and is gone after it, also where the work fails', () => {
    const seen: unknown[] = [];
    const work = (): Result<void> => {
      seen.push(JSON.parse(readFileSync(lock, 'utf8')));
      return DONE;
    };
    expect(withLock(nodeFs, path, me, work).ok).toBe(true);
    expect(seen).toEqual([{ pid: me.pid, machine: me.machine, since: me.since }]);
    const fail = (): never => {
      throw new Error('work');
    };
    expect(() => withLock(nodeFs, path, me, fail)).toThrow('work');
    expect(hidden()).toEqual([]);
  });

  test.each([
    ['a process that runs', lockOf({ pid: process.pid })],
    ['another machine', lockOf({ pid: DEAD, machine: 'elsewhere' })],
    ['nobody knows whom', 'gibberish'],
    ['a process group', lockOf({ pid: -1 })],
    ['all processes', lockOf({ pid: 0 })],
    ['a process about to say so', ''],
    ['a file too large to be a lock', 'x'.repeat(5000)],
  ])('of %s is respected: exit code 75, nothing changed', async (_, text) => {
    writeFileSync(lock, text);
    const run = await caijue(['decide', path, '--record']);
    expect([run.code, readFileSync(path, 'utf8'), readFileSync(lock, 'utf8')]).toEqual([75, OLD, text]);
    expect(run.err).toContain('cli/locked');
    expect(run.err).toContain(lock);
  });

  test('of a dead process of this machine is taken over, and so is one that stayed empty', async () => {
    for (const text of [lockOf({ pid: DEAD }), '']) {
      writeFileSync(path, OLD);
      writeFileSync(lock, text);
      utimesSync(lock, 0, 0);
      expect((await caijue(['decide', path, '--record'])).code).toBe(0);
      expect(hidden()).toEqual([]);
    }
  });

  test('that another has just taken over is not taken from it', () => {
    writeFileSync(lock, lockOf({ pid: DEAD }));
    const theirs = lockOf({ pid: process.ppid });
    const openSync: FileSystem['openSync'] = (name, flags, mode) => {
      if (name.endsWith('.break')) writeFileSync(lock, theirs);
      return nodeFs.openSync(name, flags, mode);
    };
    const result = withLock({ ...nodeFs, openSync }, path, me, () => DONE);
    expect([result.ok, readFileSync(lock, 'utf8'), existsSync(`${lock}.break`)]).toEqual([false, theirs, false]);
  });

  test('cannot be had in a folder that cannot be written', () => {
    const openSync = (): never => {
      throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    };
    const result = withLock({ ...nodeFs, openSync }, path, me, () => DONE);
    expect(result.diagnostics[0]).toMatchObject({ code: 'cli/not-written', words: { why: 'EROFS' } });
  });
});

describe('processes at once', () => {
  test('record one case once, and all but one say why they did not', async () => {
    for (let round = 0; round < 3; round++) {
      writeFileSync(path, OLD);
      const words = ['甲', '乙', '丙', '丁'];
      const runs = await Promise.all(
        words.map((by) => start(['decide', 'x.yaml', '--record', '--by', by], folder).ended),
      );
      const won = words.filter((_, i) => runs[i]!.code === 0);
      const text = readFileSync(path, 'utf8');
      expect(won).toHaveLength(1);
      expect(text.startsWith(OLD)).toBe(true);
      expect(text.match(/^ {2}decided_by: .*$/gmu)).toEqual([`  decided_by: ${won[0]!}`]);
      for (const { code, err } of runs.filter(({ code }) => code !== 0)) {
        expect([1, 75]).toContain(code);
        expect(err).toMatch(/cli\/(?:already-recorded|locked|changed-meanwhile)/u);
      }
      expect(hidden()).toEqual([]);
    }
  }, 60_000);
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('kill -9', () => {
  test('of a process that writes and writes leaves one whole file or the other, thirty times over', async () => {
    const target = join(folder, 'large.md');
    const writer = join(dirname(build()), '..', 'dist', 'cli', 'write-file.js');
    const [first, second] = ['甲'.repeat(400_000), '乙'.repeat(300_000)];
    const script = `import fs from 'node:fs'; import { writeFile } from ${JSON.stringify(writer)};
      for (;;) for (const text of ['甲'.repeat(400_000), '乙'.repeat(300_000)]) writeFile(fs, ${JSON.stringify(target)}, text, process.pid);`;
    writeFileSync(target, first);
    let unfinished = 0;
    for (let kill = 0; kill < 30; kill++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', resolve));
      const before = statSync(target).ino;
      for (let i = 0; i < 500 && statSync(target).ino === before; i++) await pause(5);
      await pause(Math.random() * 20);
      child.kill('SIGKILL');
      await ended;
      expect([first, second].includes(readFileSync(target, 'utf8'))).toBe(true);
      unfinished += hidden().length;
      for (const name of hidden()) nodeFs.unlinkSync(join(folder, name));
    }
    // Else the kills came too late to prove anything.
    expect(unfinished).toBeGreaterThan(0);
  }, 120_000);

  test('of a process that records leaves the case as it was or recorded, and the next one can record it', async () => {
    const recorded = (text: string): boolean => text.startsWith(OLD) && /\n {6}outcome: 补助\n$/u.test(text);
    for (let kill = 0; kill < 10; kill++) {
      writeFileSync(path, OLD);
      const { process: child, ended } = start(['decide', 'x.yaml', '--record'], folder);
      await pause(150 + kill * 15);
      child.kill('SIGKILL');
      await ended;
      const text = readFileSync(path, 'utf8');
      expect(text === OLD || recorded(text)).toBe(true);
      if (existsSync(lock)) utimesSync(lock, 0, 0);
      expect((await caijue(['decide', path, '--record'])).code).toBe(text === OLD ? 0 : 1);
      expect(recorded(readFileSync(path, 'utf8'))).toBe(true);
    }
  }, 120_000);
});

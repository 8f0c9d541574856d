// Safe writing: whatever fails, and whenever a process dies, a file is the old one or the new one, whole.
import { execFileSync } from 'node:child_process';
import nodeFs, {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileSystem } from '../src/cli/host.js';
import { temporaryBeside } from '../src/cli/leftovers.js';
import { holder } from '../src/cli/lock.js';
import { writeFile } from '../src/cli/write-file.js';
import { caijue } from './support/host.js';

const POLICY = `policy: { id: xiao, title: 小办法, completeness: full, source: 虚构 }
articles: { 第一条: 满足条件的，给予补助 }
facts: { 困难: { ask: 是否困难？, type: boolean, cites: 第一条 } }
outcomes: { 补助: { title: 给予补助, cites: 第一条, when: 困难 } }
`;
const OLD = 'case: { id: x-1, title: 一个案件, policy: xiao.yaml } # 注释\nfacts: { 困难: 是 }\n';
/** No process has this number. */
const DEAD = 999_999_999;

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-files-'));
  path = join(folder, 'x.yaml');
  writeFileSync(join(folder, 'xiao.yaml'), POLICY);
  writeFileSync(path, OLD);
});

type Operation = keyof FileSystem;
const error = (code: string): Error => Object.assign(new Error(code), { code });

/** A file system whose k-th call fails, counted from 1; dead, it fails from then on. `calls` tells what was called. */
function failing(k: number, dead = false, code = 'ENOSPC'): { fs: FileSystem; calls: Operation[] } {
  const calls: Operation[] = [];
  const wrap = (name: Operation): unknown => {
    return (...args: unknown[]): unknown => {
      calls.push(name);
      if (calls.length === k || (dead && calls.length > k)) throw error(code);
      return (nodeFs[name] as (...args: unknown[]) => unknown)(...args);
    };
  };
  const names: Operation[] = ['openSync', 'closeSync', 'fstatSync', 'lstatSync', 'statSync', 'readSync', 'writeSync'];
  const more: Operation[] = ['fchmodSync', 'fsyncSync', 'renameSync', 'unlinkSync', 'mkdirSync', 'readdirSync'];
  const fs = Object.fromEntries([...names, ...more].map((name) => [name, wrap(name)])) as unknown as FileSystem;
  return { fs, calls };
}

const leftovers = (): string[] => readdirSync(folder).filter((name) => /\.tmp$|\.lock|\.break/u.test(name));

/** How many calls of the file system a piece of work makes. */
async function countCalls(work: (fs: FileSystem) => unknown): Promise<readonly Operation[]> {
  const { fs, calls } = failing(0);
  await work(fs);
  return calls;
}

describe('writing a file', () => {
  const write = (fs: FileSystem): ReturnType<typeof writeFile> => writeFile(fs, path, '新的内容\n', 7);

  test('leaves the old file, and nothing else, whichever call fails; or the new one where that call does not matter', async () => {
    const calls = await countCalls(write);
    expect(calls).toContain('renameSync');
    for (let k = 1; k <= calls.length; k++) {
      writeFileSync(path, OLD);
      const result = write(failing(k).fs);
      // Whether the folder is there is only asked; where nobody says so, to make it shows it.
      const renamed = k > calls.indexOf('renameSync') + 1 || calls[k - 1] === 'statSync';
      expect([k, result.ok, readFileSync(path, 'utf8')]).toEqual([k, renamed, renamed ? '新的内容\n' : OLD]);
      expect(leftovers()).toEqual([]);
      if (!result.ok) expect(result.diagnostics[0]!.code).toBe('cli/not-written');
    }
  });

  test('leaves the old file or the new one when the process dies at any call', async () => {
    const calls = await countCalls(write);
    for (let k = 1; k <= calls.length; k++) {
      writeFileSync(path, OLD);
      write(failing(k, true).fs);
      expect(['新的内容\n', OLD]).toContain(readFileSync(path, 'utf8'));
    }
  });

  test('ends where the system writes a part only, or nothing at all', () => {
    const byByte: FileSystem = { ...nodeFs, writeSync: (d, buffer, offset) => nodeFs.writeSync(d, buffer, offset, 1) };
    expect([write(byByte).ok, readFileSync(path, 'utf8')]).toEqual([true, '新的内容\n']);
    writeFileSync(path, OLD);
    const never: FileSystem = { ...nodeFs, writeSync: () => 0 };
    expect([write(never).ok, readFileSync(path, 'utf8'), leftovers()]).toEqual([false, OLD, []]);
    const lying: FileSystem = { ...nodeFs, writeSync: (_, __, ___, length) => length };
    expect([write(lying).ok, readFileSync(path, 'utf8'), leftovers()]).toEqual([false, OLD, []]);
  });

  test('keeps the permissions of the file, and takes no temporary of another process', () => {
    for (const mode of [0o600, 0o640, 0o664]) {
      chmodSync(path, mode);
      expect([write(nodeFs).ok, statSync(path).mode & 0o777]).toEqual([true, mode]);
    }
    const taken = temporaryBeside(path, holder(7), 0);
    writeFileSync(taken, '别人的');
    expect([write(nodeFs).ok, readFileSync(taken, 'utf8')]).toEqual([true, '别人的']);
  });

  test('writes beside names as long as the system allows', () => {
    const long = join(folder, `${'名'.repeat(83)}.yaml`);
    expect([writeFile(nodeFs, long, 'a', 7).ok, readFileSync(long, 'utf8')]).toEqual([true, 'a']);
  });

  test.each(['EROFS', 'EACCES', 'EMFILE', 'EDQUOT', 'EIO'])('tells %s by its name', (code) => {
    const openSync: FileSystem['openSync'] = (name, flags, mode) => {
      if (flags === 'wx') throw error(code);
      return nodeFs.openSync(name, flags, mode);
    };
    const result = writeFile({ ...nodeFs, openSync }, path, 'x', 7);
    expect([result.ok, result.diagnostics[0]!.words.why, readFileSync(path, 'utf8')]).toEqual([false, code, OLD]);
  });
});

describe('a full disk', () => {
  const disk = mkdtempSync(join(tmpdir(), 'caijue-disk-'));
  const mount = (): boolean => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const mounted = mount();
  afterEach(() => {
    if (mounted) execFileSync('umount', [disk]);
  });

  test.skipIf(!mounted)('leaves the old file whole, and exits with 74', async () => {
    const report = join(disk, 'x-1.md');
    writeFileSync(report, 'old');
    writeFileSync(join(disk, 'filler'), 'x'.repeat(40_000));
    const long = OLD.replace('一个案件', '一'.repeat(30_000));
    writeFileSync(path, long);
    const run = await caijue(['decide', path, '--out', report]);
    expect([run.code, run.out, readFileSync(report, 'utf8')]).toEqual([74, '', 'old']);
    expect(run.err).toMatch(/cli\/not-written .*ENOSPC/u);
    expect(readdirSync(disk).sort()).toEqual(['filler', 'x-1.md']);
  });
});

describe('caijue decide --record and --out', () => {
  const record = (fs: FileSystem, pid = process.pid): ReturnType<typeof caijue> =>
    caijue(['decide', path, '--record', '--out', join(folder, 'out', 'x.md')], { fs, pid });

  test('leave the case as it was or recorded, and say so, whichever call fails', async () => {
    await record(nodeFs);
    const recorded = readFileSync(path, 'utf8');
    for (let k = 1, length = k; k <= length; k++) {
      writeFileSync(path, OLD);
      const { fs, calls } = failing(k);
      const run = await record(fs);
      length = Math.max(length, calls.length);
      const failed = calls[k - 1] ?? 'nothing';
      const after = readFileSync(path, 'utf8');
      expect([k, failed, [OLD, recorded].includes(after)]).toEqual([k, failed, true]);
      expect([k, failed, run.code === 0, run.err === '']).toEqual([k, failed, after === recorded, after === recorded]);
      expect([0, 2, 74, 75]).toContain(run.code);
      const writing = ['writeSync', 'renameSync', 'mkdirSync', 'lstatSync'].includes(failed);
      if (writing) expect([k, failed, run.code]).toEqual([k, failed, 74]);
      // A lock that could not be removed is this process's own; for every other one it is dead when this one is.
      expect([k, failed, leftovers()]).toEqual([k, failed, failed === 'unlinkSync' ? ['.x.yaml.lock'] : []]);
      for (const name of leftovers()) nodeFs.unlinkSync(join(folder, name));
    }
  }, 60_000);

  test('leave it so where the process dies, and the next one records it', async () => {
    await record(nodeFs);
    const recorded = readFileSync(path, 'utf8');
    const calls = await countCalls((fs) => record(fs, DEAD));
    for (let k = 1; k <= calls.length + 50; k++) {
      writeFileSync(path, OLD);
      await record(failing(k, true).fs, DEAD);
      const died = readFileSync(path, 'utf8');
      expect([OLD, recorded]).toContain(died);
      const lock = join(folder, '.x.yaml.lock');
      const silent = nodeFs.existsSync(lock) && statSync(lock).size === 0;
      if (silent) nodeFs.utimesSync(lock, 0, 0);
      const next = await record(nodeFs);
      expect([k, next.code, readFileSync(path, 'utf8')]).toEqual([k, died === OLD ? 0 : 1, recorded]);
      expect(readdirSync(folder).filter((name) => /\.lock|\.break/u.test(name))).toEqual([]);
    }
  }, 60_000);

  test('write through no link, neither to a report nor to a case', async () => {
    writeFileSync(join(folder, 'secret'), '别动');
    symlinkSync('secret', join(folder, 'r.md'));
    symlinkSync('x.yaml', join(folder, 'link.yaml'));
    const report = await caijue(['decide', path, '--out', join(folder, 'r.md')]);
    expect([report.code, readFileSync(join(folder, 'secret'), 'utf8')]).toEqual([2, '别动']);
    const linked = await caijue(['decide', join(folder, 'link.yaml'), '--record']);
    expect([linked.code, readFileSync(path, 'utf8')]).toEqual([2, OLD]);
    expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true);
    mkdirSync(join(folder, 'd.md', 'x'), { recursive: true });
    symlinkSync('nowhere', join(folder, 'dangling.md'));
    expect((await caijue(['decide', path, '--out', join(folder, 'dangling.md')])).code).toBe(2);
    expect((await caijue(['decide', path, '--out', '/dev/full'])).code).toBe(2);
    expect((await caijue(['decide', path, '--out', join(path, 'x.md')])).code).toBe(74);
  });

  test('record long runs of spaces at the end, and keep what stands before the record', async () => {
    const long = `${OLD}${'\n'.repeat(100_000)}`;
    writeFileSync(path, long);
    const run = await caijue(['decide', path, '--record']);
    expect([run.code, readFileSync(path, 'utf8').startsWith(`${OLD}\ndetermination:\n`)]).toEqual([0, true]);
  });
});

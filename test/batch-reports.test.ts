// The tree of reports that `caijue batch --out DIR/` writes: all new at once, whatever fails and whenever it dies; and nothing of anybody else's is touched.
import nodeFs, {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FileSystem } from '../src/cli/host.js';
import { kase, workplace, type Workplace } from './support/batch.js';
import { caijue, type Run } from './support/host.js';
import { failing, tree } from './support/reports.js';

let at: Workplace;
let out = '';
beforeEach(() => {
  at = workplace();
  out = at.path('site/reports');
  at.write('cases/a.yaml', kase('a', '1元'));
  at.write('cases/b.yaml', kase('b', '1元'));
  at.write('cases/sub/c.yaml', kase('c', '1元'));
});

/** No process has this number. */
const DEAD = 999_999_999;

const publish = (fs: FileSystem = nodeFs, pid = process.pid): Promise<Run> =>
  caijue(['batch', at.path('cases'), '--policy', at.path('policy/xiao.yaml'), '--out', out], { fs, pid });

const change = (): string => at.write('cases/b.yaml', kase('b', '5000元'));
const beside = (): string[] => readdirSync(dirname(out)).filter((name) => name !== 'reports');

describe('a tree of reports', () => {
  test('takes the place of the old one by one rename, and what has not changed is the same file', async () => {
    expect((await publish()).code).toBe(0);
    const old = tree(out);
    const kept = statSync(join(out, 'sub/c.md'));
    const folder = statSync(out).ino;
    change();
    const { fs, calls } = failing(0);
    expect((await publish(fs)).code).toBe(0);
    const moved = calls.filter(([name]) => name === 'renameSync').map(([, , to]) => String(to));
    expect(moved).toEqual([join(dirname(out), '.reports.caijue-old'), out]);
    expect(statSync(out).ino).not.toBe(folder);
    const now = statSync(join(out, 'sub/c.md'));
    expect([now.ino, now.mtimeMs, now.nlink]).toEqual([kept.ino, kept.mtimeMs, 1]);
    const changed = Object.keys(old).filter((name) => tree(out)[name] !== old[name]);
    expect([Object.keys(tree(out)), changed, beside()]).toEqual([Object.keys(old), ['b.md', 'index.md'], []]);
  });

  test('is not touched where nothing has changed', async () => {
    await publish();
    const { fs, calls } = failing(0);
    expect((await publish(fs)).code).toBe(0);
    expect(new Set(calls.map(([name]) => name))).toEqual(new Set(['mkdirSync', 'rmdirSync']));
    expect(beside()).toEqual([]);
  });

  test('is the old one or the new one, whole, whichever call fails; or it says which report is missing', async () => {
    await publish();
    const old = tree(out);
    change();
    const counted = failing(0);
    await publish(counted.fs);
    const wanted = tree(out);
    expect(counted.calls.length).toBeGreaterThan(15);
    for (let k = 1; k <= counted.calls.length; k++) {
      at.write('cases/b.yaml', kase('b', '1元'));
      expect([k, (await publish()).code, tree(out)]).toEqual([k, 0, old]);
      change();
      const run = await publish(failing(k).fs);
      const call = counted.calls[k - 1]!.slice(0, 2).join(' ');
      const now = tree(out);
      const isWhole = [old, wanted].some((one) => JSON.stringify(one) === JSON.stringify(now));
      // Where one report alone could not be written, all others are new, and the index says so.
      const saysSo = now['b.md'] === old['b.md'] && /b\.yaml .*cli\/not-written/u.test(now['index.md']!);
      expect([k, call, isWhole || saysSo]).toEqual([k, call, true]);
      if (run.code === 0) expect([k, call, now]).toEqual([k, call, wanted]);
      else expect([k, run.code, run.err.includes('cli/not-written')]).toEqual([k, 74, true]);
      // What could not be removed is removed by the next run.
      expect([k, (await publish()).code, tree(out), beside()]).toEqual([k, 0, wanted, []]);
    }
  }, 60_000);

  test('is the old one or the new one where the process dies at any call, or is put back by the next run', async () => {
    await publish();
    const old = tree(out);
    change();
    const counted = failing(0);
    await publish(counted.fs);
    const wanted = tree(out);
    let absent = 0;
    for (let k = 1; k <= counted.calls.length; k++) {
      at.write('cases/b.yaml', kase('b', '1元'));
      await publish();
      change();
      await publish(failing(k, true).fs, DEAD);
      // Between two renames there is no folder for a moment: the old one is whole beside its place.
      if (!existsSync(out)) absent += 1;
      const left = tree(existsSync(out) ? out : join(dirname(out), '.reports.caijue-old'));
      expect([k, [old, wanted].some((one) => JSON.stringify(one) === JSON.stringify(left))]).toEqual([k, true]);
      expect([k, (await publish()).code, tree(out), beside()]).toEqual([k, 0, wanted, []]);
    }
    expect(absent).toBe(1);
  }, 60_000);
});

describe('what others have in the folder', () => {
  test('stays where it is: the folder is not replaced, and its files are, each whole', async () => {
    await publish();
    writeFileSync(join(out, 'notes.txt'), '我的');
    mkdirSync(join(out, 'sub', 'empty'));
    symlinkSync('nowhere', join(out, 'link'));
    const [folder, note] = [statSync(out).ino, statSync(join(out, 'notes.txt')).ino];
    change();
    expect((await publish()).code).toBe(0);
    expect([statSync(out).ino, statSync(join(out, 'notes.txt')).ino]).toEqual([folder, note]);
    expect(tree(out)).toMatchObject({ 'notes.txt': '我的', 'sub/empty': 'folder', link: 'link' });
    expect(readFileSync(join(out, 'b.md'), 'utf8')).toContain('不符合条件');
    expect([readdirSync(out).filter((name) => name.startsWith('.')), beside()]).toEqual([[], []]);
  });

  test('stays also where it came while the folder was replaced, and reports of cases that are gone stay', async () => {
    await publish();
    change();
    const late: FileSystem = {
      ...nodeFs,
      renameSync: (from, to) => {
        if (from === out) writeFileSync(join(out, 'late.txt'), '刚写的');
        renameSync(from, to);
      },
    };
    expect((await publish(late)).code).toBe(0);
    expect(readFileSync(join(out, 'late.txt'), 'utf8')).toBe('刚写的');
    rmSync(at.path('cases/a.yaml'));
    expect((await publish()).code).toBe(0);
    expect(existsSync(join(out, 'a.md'))).toBe(true);
    expect(readFileSync(join(out, 'index.md'), 'utf8')).not.toContain('a.md');
  });

  test('is read by whom it was read before', async () => {
    await publish();
    chmodSync(out, 0o700);
    chmodSync(join(out, 'sub'), 0o750);
    chmodSync(join(out, 'b.md'), 0o600);
    change();
    const seen: number[] = [];
    const fs: FileSystem = {
      ...nodeFs,
      linkSync: (from, to) => {
        seen.push(statSync(join(dirname(out), '.reports.caijue-new')).mode & 0o777);
        linkSync(from, to);
      },
    };
    expect((await publish(fs)).code).toBe(0);
    expect(seen).toEqual([0o700, 0o700]);
    expect(['.', 'sub', 'b.md'].map((name) => statSync(join(out, name)).mode & 0o777)).toEqual([0o700, 0o750, 0o600]);
  });

  test('is found through a link to the folder, which stays a link', async () => {
    mkdirSync(at.path('elsewhere'));
    mkdirSync(dirname(out));
    symlinkSync('../elsewhere', out);
    expect((await publish()).code).toBe(0);
    change();
    expect((await publish()).code).toBe(0);
    expect([lstatSync(out).isSymbolicLink(), Object.keys(tree(at.path('elsewhere')))]).toEqual([
      true,
      ['a.md', 'b.md', 'index.md', 'sub', 'sub/c.md'],
    ]);
    expect(readdirSync(at.path('.')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('is published where nothing can be made beside the folder, or no file can have two names', async () => {
    const refuse = (names: readonly string[]): FileSystem => ({
      ...nodeFs,
      ...Object.fromEntries(
        names.map((name) => [
          name,
          (path: string, ...more: unknown[]): unknown => {
            const isBeside = /\.reports\.(?:caijue|lock)/u.test(path);
            if (isBeside || name === 'linkSync') throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
            return (nodeFs[name as 'openSync'] as (...args: unknown[]) => unknown)(path, ...more);
          },
        ]),
      ),
    });
    for (const names of [['mkdirSync', 'openSync'], ['linkSync']]) {
      at.write('cases/b.yaml', kase('b', '1元'));
      await publish();
      change();
      expect((await publish(refuse(names))).code).toBe(0);
      expect(readFileSync(join(out, 'b.md'), 'utf8')).toContain('不符合条件');
      expect(Object.keys(tree(out))).toEqual(['a.md', 'b.md', 'index.md', 'sub', 'sub/c.md']);
    }
  });

  test('is safe where a file or a link stands in the place of the folder or of a report', async () => {
    mkdirSync(dirname(out));
    writeFileSync(out, '一个文件');
    expect([(await publish()).code, readFileSync(out, 'utf8'), beside()]).toEqual([74, '一个文件', []]);
    rmSync(out);
    await publish();
    rmSync(join(out, 'a.md'));
    writeFileSync(at.path('secret'), '别动');
    symlinkSync(at.path('secret'), join(out, 'a.md'));
    change();
    const run = await publish();
    expect([run.code, readFileSync(at.path('secret'), 'utf8'), lstatSync(join(out, 'a.md')).isSymbolicLink()]).toEqual([
      74,
      '别动',
      true,
    ]);
  });
});

describe('a run that is stopped, or meets another', () => {
  test('leaves the old tree where a signal stops it', async () => {
    for (let i = 0; i < 100; i++) at.write(`cases/d-${String(i)}.yaml`, kase(`d${String(i)}`, '1元'));
    await publish();
    const old = tree(out);
    change();
    let looks = 0;
    const watchSignals = () => ({
      stopped: () => Promise.resolve((looks += 1) > 2 ? ('SIGINT' as const) : undefined),
      release: () => undefined,
    });
    const words = ['batch', at.path('cases'), '--policy', at.path('policy/xiao.yaml'), '--out', out];
    expect((await caijue(words, { watchSignals })).code).toBe(130);
    expect([tree(out), beside()]).toEqual([old, []]);
  });

  test('waits for nobody: while another run has the folder, it says so', async () => {
    mkdirSync(dirname(out));
    const { hostname } = await import('node:os');
    const lock = join(dirname(out), '.reports.lock');
    writeFileSync(lock, JSON.stringify({ pid: process.pid, machine: hostname(), since: '2026-11-26T00:00:00Z' }));
    const run = await publish();
    expect([run.code, run.err.includes('cli/locked'), existsSync(out)]).toEqual([75, true, false]);
  });
});

// For tests of trees of files: what is in one, and a file system in which altering something fails.
import nodeFs, { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSystem } from '../../src/cli/host.js';

/** Everything below a folder, by its path: the text of a file, and what it is otherwise. */
export function tree(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const stats = lstatSync(join(folder, name));
      if (stats.isSymbolicLink()) return [name, 'link'];
      return [name, stats.isDirectory() ? 'folder' : readFileSync(join(folder, name), 'utf8')];
    }),
  );
}

/** A call and what it was given. */
export type Call = [name: string, ...args: unknown[]];

/** A file system whose k-th call that alters something fails; dead, all that alter fail from then on. Locks are left out of the count. */
export function failing(k: number, dead = false): { fs: FileSystem; calls: Call[] } {
  const calls: Call[] = [];
  const altering = [
    'mkdirSync',
    'writeSync',
    'fsyncSync',
    'renameSync',
    'unlinkSync',
    'linkSync',
    'rmdirSync',
    'fchmodSync',
  ];
  const wrapped = altering.map((name) => {
    const own = (...args: unknown[]): unknown => {
      if (!String(args[0]).endsWith('.lock') && !(name === 'writeSync' && (args[1] as Uint8Array).length < 100)) {
        calls.push([name, ...args]);
        if (calls.length === k || (dead && calls.length > k))
          throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      }
      return (nodeFs[name as 'rmdirSync'] as (...args: unknown[]) => unknown)(...args);
    };
    return [name, own] as const;
  });
  return { fs: { ...nodeFs, ...Object.fromEntries(wrapped) }, calls };
}

// In: a file and work to do on it. Out: what the work gave, done while no other process of this tool does the like; or who is at it.
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Result } from '../model/diagnostic.js';
import type { FileSystem } from './host.js';
import { quietly } from './quietly.js';
import { aboutFile, errorName, readFile } from './read-file.js';

/** Who holds a lock; `isAlive` tells whether another process of the same machine still runs. */
export interface Holder {
  readonly pid: number;
  readonly machine: string;
  readonly since: string;
  readonly isAlive: (pid: number) => boolean;
}

/** This process. */
export function holder(pid: number): Holder {
  return { pid, machine: hostname(), since: new Date().toISOString(), isAlive };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorName(error) !== 'ESRCH';
  }
}

/** Does the work under a lock file beside the target. */
export function withLock(fs: FileSystem, path: string, who: Holder, work: () => Result<void>): Result<void> {
  const held = holdLock(fs, path, who);
  if (!held.ok) return held;
  try {
    return work();
  } finally {
    held.value();
  }
}

/** Takes the lock beside the target until what comes back is called. A lock whose process is gone from this machine is taken over. */
export function holdLock(fs: FileSystem, path: string, who: Holder): Result<() => void> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  try {
    if (!take(fs, lock, who) && !(breakStale(fs, lock, who) && take(fs, lock, who))) {
      return aboutFile('cli/locked', path, { lock });
    }
  } catch (error) {
    return aboutFile('cli/not-written', path, { why: errorName(error) });
  }
  return { ok: true, value: () => quietly(() => fs.unlinkSync(lock)), diagnostics: [] };
}

/** Makes the lock file; false where there is one. */
function take(fs: FileSystem, lock: string, { pid, machine, since }: Holder): boolean {
  let descriptor: number;
  try {
    descriptor = fs.openSync(lock, 'wx', 0o644);
  } catch (error) {
    if (errorName(error) === 'EEXIST') return false;
    throw error;
  }
  const bytes = new TextEncoder().encode(JSON.stringify({ pid, machine, since }));
  try {
    if (fs.writeSync(descriptor, bytes, 0, bytes.length) !== bytes.length) throw new Error('EIO');
  } catch (error) {
    quietly(() => fs.unlinkSync(lock));
    throw error;
  } finally {
    quietly(() => fs.closeSync(descriptor));
  }
  return true;
}

/**
 * Removes a lock that a process left behind when it died. Whoever does so holds a second lock and looks once more: else two
 * that saw the same dead lock could each remove what the other has just taken. That second lock, if left behind, stays.
 */
function breakStale(fs: FileSystem, lock: string, who: Holder): boolean {
  if (!isStale(fs, lock, who)) return false;
  const breaker = `${lock}.break`;
  if (!take(fs, breaker, who)) return false;
  try {
    if (!isStale(fs, lock, who)) return false;
    quietly(() => fs.unlinkSync(lock));
    return true;
  } finally {
    quietly(() => fs.unlinkSync(breaker));
  }
}

/** How long, in milliseconds, a lock may stand without a word in it: its maker writes at once, unless it dies first. */
const PATIENCE = 60_000;

/** A lock of this machine whose process no longer runs. Of another machine, or unreadable, it is left for people to judge. */
function isStale(fs: FileSystem, lock: string, who: Holder): boolean {
  const bytes = readFile(fs, lock, 1024);
  if (!bytes.ok) return false;
  try {
    if (bytes.value.length === 0) return Date.parse(who.since) - fs.statSync(lock).mtimeMs > PATIENCE;
    const { pid, machine } = JSON.parse(new TextDecoder().decode(bytes.value)) as Partial<Record<string, unknown>>;
    return machine === who.machine && Number.isSafeInteger(pid) && Number(pid) > 0 && !who.isAlive(Number(pid));
  } catch {
    return false;
  }
}

// In: a path and text, at once or piece by piece. Out: the whole new file, or the old one untouched. A reader never sees half of it.
import { dirname, resolve } from 'node:path';
import type { Result } from '../model/diagnostic.js';
import type { FileSystem } from './host.js';
import { sweepBeside, temporaryBeside } from './leftovers.js';
import { holder, type Holder } from './lock.js';
import { makeFolder } from './make-folder.js';
import { quietly } from './quietly.js';
import { aboutFile, errorName } from './read-file.js';

/** The permissions of a new file; an old one keeps its own. */
const NEW_FILE = 0o644;

/** A file being written. Whatever fails is told when it is finished; until then what stood under its name stays. */
export interface NewFile {
  readonly append: (text: string) => void;
  /** Puts the file in its place. */
  readonly finish: () => Result<void>;
  /** Leaves no trace of it. */
  readonly abandon: () => void;
}

/** Writes a whole file. */
export function writeFile(fs: FileSystem, path: string, text: string, pid: number): Result<void> {
  const file = newFile(fs, path, pid);
  file.append(text);
  return file.finish();
}

/** How many characters are gathered before they become bytes: of longer strings made of many pieces that takes much longer. */
const GATHERED = 1 << 14;

/** How many bytes are gathered before they are written. */
const BLOCK = 1 << 18;

/** Writes through a temporary beside the file: full writes checked, one fsync, rename, fsync of the folder. Links and special files are refused. */
export function newFile(fs: FileSystem, path: string, pid: number): NewFile {
  const who = holder(pid);
  let temporary: Temporary | undefined;
  let failure: { readonly error: unknown } | undefined;
  let gathered = '';
  const block = blockWriter((bytes) => writeAll(fs, temporary!, bytes));
  const attempt = (work: () => void): void => {
    if (failure) return;
    try {
      work();
    } catch (error) {
      failure = { error };
      if (temporary) discard(fs, temporary);
    }
  };
  const encode = (): void =>
    attempt(() => {
      block.add(gathered);
      gathered = '';
    });
  attempt(() => (temporary = openTemporary(fs, path, who)));
  return {
    append: (text) => {
      if (failure) return;
      gathered += text;
      if (gathered.length >= GATHERED) encode();
    },
    finish: () => {
      encode();
      attempt(() => {
        block.flush();
        complete(fs, path, temporary!);
        sweepOnce(fs, path, who);
      });
      return failure ? refusal(path, failure.error) : { ok: true, value: undefined, diagnostics: [] };
    },
    abandon: () => temporary && !failure && discard(fs, temporary),
  };
}

/** The folders that this process has swept: one that takes many files is looked through once. */
const swept = new Set<string>();

function sweepOnce(fs: FileSystem, path: string, who: Holder): void {
  const folder = resolve(dirname(path));
  if (!swept.has(folder)) sweepBeside(fs, path, who);
  swept.add(folder);
}

/** Turns texts into bytes in a block of memory that is used again, and hands it over when it is full. */
function blockWriter(write: (bytes: Uint8Array) => void): { add: (text: string) => void; flush: () => void } {
  const encoder = new TextEncoder();
  let block = new Uint8Array(0);
  let filled = 0;
  const flush = (): void => {
    if (filled > 0) write(block.subarray(0, filled));
    filled = 0;
  };
  return {
    add: (text) => {
      // A UTF-16 unit has three bytes at most.
      const most = text.length * 3;
      if (filled + most > block.length) flush();
      if (most > block.length) block = new Uint8Array(Math.max(most, text.length < GATHERED ? most : BLOCK));
      filled += encoder.encodeInto(text, block.subarray(filled)).written;
    },
    flush,
  };
}

/** A file being written in a place that nobody looks at yet. What fails is thrown, and leaves no file. */
export interface StagedFile {
  readonly append: (text: string) => void;
  readonly close: () => void;
  readonly abandon: () => void;
}

/** Opens a file where none is, with these permissions. */
export function stageFile(fs: FileSystem, path: string, mode: number | undefined): StagedFile {
  const temporary: Temporary = { path, mode, descriptor: fs.openSync(path, 'wx', mode ?? NEW_FILE), size: 0 };
  const block = blockWriter((bytes) => writeAll(fs, temporary, bytes));
  const orNothing = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      discard(fs, temporary);
      throw error;
    }
  };
  return {
    append: (text) => orNothing(() => block.add(text)),
    close: () =>
      orNothing(() => {
        block.flush();
        seal(fs, temporary);
      }),
    abandon: () => discard(fs, temporary),
  };
}

/** What stands there is no regular file. */
class NotRegular extends Error {}

function refusal(path: string, error: unknown): Result<never> {
  if (error instanceof NotRegular) return aboutFile('cli/not-a-file', path);
  return aboutFile('cli/not-written', path, { why: errorName(error) });
}

/** What is written before it takes its place. The mode is that of the file that stands there, if one does. */
interface Temporary {
  readonly path: string;
  readonly mode: number | undefined;
  descriptor: number | undefined;
  size: number;
}

/** The permissions of the file that stands there, if one does. */
export function modeOf(fs: FileSystem, path: string): number | undefined {
  try {
    const stats = fs.lstatSync(path);
    if (stats.isFile()) return stats.mode & 0o777;
  } catch (error) {
    if (errorName(error) === 'ENOENT') return undefined;
    throw error;
  }
  throw new NotRegular();
}

/**
 * A new file of a name of our own. One that exists is another's, perhaps of a process with the same number on another machine,
 * and is left alone. The file's own name is shortened, because names are limited in bytes.
 */
function openTemporary(fs: FileSystem, target: string, who: Holder): Temporary {
  const mode = modeOf(fs, target);
  makeFolder(fs, dirname(target));
  for (let n = 0; ; n++) {
    const path = temporaryBeside(target, who, n);
    try {
      return { path, mode, descriptor: fs.openSync(path, 'wx', mode ?? NEW_FILE), size: 0 };
    } catch (error) {
      if (errorName(error) !== 'EEXIST' || n > 1000) throw error;
    }
  }
}

const fail = (): never => {
  throw Object.assign(new Error('short write'), { code: 'EIO' });
};

function writeAll(fs: FileSystem, temporary: Temporary, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    const written = fs.writeSync(temporary.descriptor!, bytes, done, bytes.length - done);
    done += written > 0 ? written : fail();
  }
  temporary.size += bytes.length;
}

function complete(fs: FileSystem, path: string, temporary: Temporary): void {
  seal(fs, temporary);
  fs.renameSync(temporary.path, path);
  syncFolder(fs, dirname(path));
}

/** Makes sure that what was written is there, and closes it. */
function seal(fs: FileSystem, temporary: Temporary): void {
  const { mode, size } = temporary;
  const descriptor = temporary.descriptor!;
  if (mode !== undefined && (fs.fstatSync(descriptor).mode & 0o777) !== mode) fs.fchmodSync(descriptor, mode);
  fs.fsyncSync(descriptor);
  if (fs.fstatSync(descriptor).size !== size) fail();
  temporary.descriptor = undefined;
  fs.closeSync(descriptor);
}

/** Closes and removes what was begun. */
function discard(fs: FileSystem, temporary: Temporary): void {
  const { descriptor } = temporary;
  temporary.descriptor = undefined;
  if (descriptor !== undefined) quietly(() => fs.closeSync(descriptor));
  quietly(() => fs.unlinkSync(temporary.path));
}

/** A folder that cannot be synced (some systems refuse it) leaves the file whole all the same. */
export function syncFolder(fs: FileSystem, path: string): void {
  quietly(() => {
    const descriptor = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  });
}

// In: a path and text. Out: the whole new file, or the old one untouched. A reader never sees half of it.
import { dirname, basename, join } from 'node:path';
import type { Result } from '../model/diagnostic.js';
import type { FileSystem } from './host.js';
import { aboutFile, errorName } from './read-file.js';

/** The permissions of a new file; an old one keeps its own. */
const NEW_FILE = 0o644;

/** Writes through a temporary beside the file: full write checked, fsync, rename, fsync of the folder. Links and special files are refused. */
export function writeFile(fs: FileSystem, path: string, text: string, pid: number): Result<void> {
  let temporary: string | undefined;
  try {
    const mode = modeOf(fs, path);
    if (mode === 'special') return aboutFile('cli/not-a-file', path);
    fs.mkdirSync(dirname(path), { recursive: true });
    const opened = openTemporary(fs, path, pid, mode ?? NEW_FILE);
    temporary = opened.path;
    writeAll(fs, opened.descriptor, new TextEncoder().encode(text), mode);
    fs.renameSync(temporary, path);
    syncFolder(fs, dirname(path));
    return { ok: true, value: undefined, diagnostics: [] };
  } catch (error) {
    if (temporary !== undefined) removeQuietly(fs, temporary);
    return aboutFile('cli/not-written', path, { why: errorName(error) });
  }
}

/** The permissions of the file that stands there, if one does. */
function modeOf(fs: FileSystem, path: string): number | 'special' | undefined {
  try {
    const stats = fs.lstatSync(path);
    return stats.isFile() ? stats.mode & 0o777 : 'special';
  } catch (error) {
    if (errorName(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * A new file of a name of our own. One that exists is another's, perhaps of a process with the same number on another machine,
 * and is left alone. The file's own name is shortened, because names are limited in bytes.
 */
function openTemporary(
  fs: FileSystem,
  target: string,
  pid: number,
  mode: number,
): { readonly path: string; readonly descriptor: number } {
  for (let n = 0; ; n++) {
    const path = join(dirname(target), `.${basename(target).slice(0, 40)}.${String(pid)}-${String(n)}.tmp`);
    try {
      return { path, descriptor: fs.openSync(path, 'wx', mode) };
    } catch (error) {
      if (errorName(error) !== 'EEXIST' || n > 1000) throw error;
    }
  }
}

function writeAll(fs: FileSystem, descriptor: number, bytes: Uint8Array, mode: number | undefined): void {
  try {
    const fail = (): never => {
      throw Object.assign(new Error('short write'), { code: 'EIO' });
    };
    for (let done = 0; done < bytes.length;) {
      const written = fs.writeSync(descriptor, bytes, done, bytes.length - done);
      done += written > 0 ? written : fail();
    }
    if (mode !== undefined && (fs.fstatSync(descriptor).mode & 0o777) !== mode) fs.fchmodSync(descriptor, mode);
    fs.fsyncSync(descriptor);
    if (fs.fstatSync(descriptor).size !== bytes.length) fail();
  } finally {
    fs.closeSync(descriptor);
  }
}

/** A folder that cannot be synced (some systems refuse it) leaves the file whole all the same. */
function syncFolder(fs: FileSystem, path: string): void {
  try {
    const descriptor = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    return;
  }
}

function removeQuietly(fs: FileSystem, path: string): void {
  try {
    fs.unlinkSync(path);
  } catch {
    return;
  }
}

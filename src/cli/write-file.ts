// In: a path and text. Out: the whole new file, or the old one untouched. A reader never sees half of it.
import { dirname, basename, join } from 'node:path';
import type { Result } from '../model/diagnostic.js';
import type { FileSystem } from './host.js';
import { aboutFile, errorName } from './read-file.js';

/** Writes through a temporary beside the file: full write checked, fsync, rename, fsync of the folder. Links and special files are refused. */
export function writeFile(fs: FileSystem, path: string, text: string, pid: number): Result<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${String(pid)}.tmp`);
  try {
    const refused = refuseSpecial(fs, path);
    if (refused) return refused;
    fs.mkdirSync(dirname(path), { recursive: true });
    writeAll(fs, temporary, new TextEncoder().encode(text));
    fs.renameSync(temporary, path);
    syncFolder(fs, dirname(path));
    return { ok: true, value: undefined, diagnostics: [] };
  } catch (error) {
    removeQuietly(fs, temporary);
    return aboutFile('cli/not-written', path, { why: errorName(error) });
  }
}

function refuseSpecial(fs: FileSystem, path: string): Result<void> | undefined {
  try {
    return fs.lstatSync(path).isFile() ? undefined : aboutFile('cli/not-a-file', path);
  } catch (error) {
    if (errorName(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function writeAll(fs: FileSystem, path: string, bytes: Uint8Array): void {
  removeQuietly(fs, path);
  const descriptor = fs.openSync(path, 'wx', 0o644);
  try {
    let written = 0;
    while (written < bytes.length) written += fs.writeSync(descriptor, bytes, written, bytes.length - written);
    fs.fsyncSync(descriptor);
    if (fs.fstatSync(descriptor).size !== bytes.length) throw Object.assign(new Error('short write'), { code: 'EIO' });
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

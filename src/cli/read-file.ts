// In: a path. Out: the bytes of a regular file of bounded size, or a diagnostic. Never waits on a pipe or a device.
import { constants } from 'node:fs';
import { diagnose, type Result } from '../model/diagnostic.js';
import { START, type Source } from '../model/source.js';
import type { Code } from '../model/codes/index.js';
import type { FileSystem } from './host.js';
import { quietly } from './quietly.js';

/** A diagnostic about a file as a whole. */
export function aboutFile(code: Code, name: string, words: Record<string, string> = {}): Result<never> {
  const source: Source = { name, lines: [], digest: '' };
  return { ok: false, diagnostics: [diagnose(code, source, START, { name, ...words })] };
}

/** The system's short name of an error, such as `ENOSPC`. */
export function errorName(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' ? code : String(error);
}

/** Reads a regular file of at most `limit` bytes. */
export function readFile(fs: FileSystem, path: string, limit: number): Result<Uint8Array> {
  if (path.includes('\0')) return aboutFile('cli/not-found', path);
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fs.fstatSync(descriptor);
    if (!stats.isFile()) return aboutFile('cli/not-a-file', path);
    if (stats.size > limit)
      return aboutFile('parse/too-large', path, { size: String(stats.size), limit: String(limit) });
    return { ok: true, value: readDescriptor(fs, descriptor, limit), diagnostics: [] };
  } catch (error) {
    const why = errorName(error);
    const missing = why === 'ENOENT' || why === 'ENOTDIR' || why === 'ENAMETOOLONG';
    if (why === 'EISDIR' || why === 'ENXIO') return aboutFile('cli/not-a-file', path);
    return missing ? aboutFile('cli/not-found', path) : aboutFile('cli/not-readable', path, { why });
  } finally {
    const opened = descriptor;
    // What was read is whole, whatever closing says.
    if (opened !== undefined) quietly(() => fs.closeSync(opened));
  }
}

/** Reads until the end, also where the file grows or the size is not told; one byte over the limit suffices to refuse it. */
function readDescriptor(fs: FileSystem, descriptor: number, limit: number): Uint8Array {
  let buffer = new Uint8Array(64 * 1024);
  let length = 0;
  for (;;) {
    const read = fs.readSync(descriptor, buffer, length, buffer.length - length, length);
    length += read;
    if (read === 0 || length > limit) return buffer.subarray(0, length);
    if (length < buffer.length) continue;
    const larger = new Uint8Array(buffer.length * 4);
    larger.set(buffer);
    buffer = larger;
  }
}

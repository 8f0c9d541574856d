// In: a path, or bytes. Out: the text, where it is surely one that the whole reader takes; else nothing, and that reader says why.
import { constants } from 'node:fs';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import { hasUnseen } from '../../parse/yaml/characters.js';
import type { FileSystem } from '../host.js';

/** Reads texts quickly, all into one buffer. */
export interface QuickTexts {
  readonly read: (path: string) => string | undefined;
  readonly decode: (bytes: Uint8Array) => string | undefined;
}

/** Makes a reader of texts. */
export function quickTexts(fs: FileSystem): QuickTexts {
  const buffer = new Uint8Array(LIMITS.case + 1);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode: QuickTexts['decode'] = (bytes) => {
    try {
      const text = decoder.decode(bytes);
      return hasUnseen(text) ? undefined : text;
    } catch {
      return undefined;
    }
  };
  return {
    decode,
    read: (path) => {
      const length = readInto(fs, path, buffer);
      return length === undefined ? undefined : decode(buffer.subarray(0, length));
    },
  };
}

/** How many bytes a regular file has that fits the buffer with room to spare; undefined for anything else. */
function readInto(fs: FileSystem, path: string, buffer: Uint8Array): number | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fs.fstatSync(descriptor);
    if (!stats.isFile() || stats.size >= buffer.length) return undefined;
    const length = fs.readSync(descriptor, buffer, 0, buffer.length, 0);
    // A file that changes while it is read, or is not given in one piece.
    return length === stats.size ? length : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeQuietly(fs, descriptor);
  }
}

function closeQuietly(fs: FileSystem, descriptor: number): void {
  try {
    fs.closeSync(descriptor);
  } catch {
    return;
  }
}

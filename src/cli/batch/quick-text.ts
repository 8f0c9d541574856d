// In: a path, or bytes. Out: the bytes, where they are surely a text that the whole reader takes; else nothing, and that reader says why.
import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import { areCommon } from '../../parse/plain/characters.js';
import { hasUnseen } from '../../parse/yaml/characters.js';
import type { FileSystem } from '../host.js';
import { quietly } from '../quietly.js';

/** Reads texts quickly, all into one buffer. */
export interface QuickTexts {
  /** The bytes of a file; they hold until the next. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Whether bytes are sound UTF-8 without characters that nobody sees. */
  readonly isSound: (bytes: Uint8Array) => boolean;
}

/** Makes a reader of texts. */
export function quickTexts(fs: FileSystem): QuickTexts {
  const buffer = new Uint8Array(LIMITS.case + 1);
  const decoder = new TextDecoder();
  const isSound: QuickTexts['isSound'] = (bytes) => {
    if (!isUtf8(bytes)) return false;
    // To make a string of it takes longer than to read the case.
    return areCommon(bytes) || !hasUnseen(decoder.decode(bytes));
  };
  return {
    isSound,
    read: (path) => {
      const length = readInto(fs, path, buffer);
      const bytes = length === undefined ? undefined : buffer.subarray(0, length);
      return bytes && isSound(bytes) ? bytes : undefined;
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
    const opened = descriptor;
    if (opened !== undefined) quietly(() => fs.closeSync(opened));
  }
}

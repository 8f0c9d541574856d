// In: the paths of two files. Out: whether they hold the same bytes. However large they are, little of them is held.
import { constants } from 'node:fs';
import type { FileSystem } from './host.js';
import { quietly } from './quietly.js';

const PIECE = 1 << 16;

/** Whether both are regular files of the same bytes; what cannot be read is not the same. */
export function haveSameBytes(fs: FileSystem, left: string, right: string): boolean {
  const opened: number[] = [];
  try {
    for (const path of [left, right]) opened.push(fs.openSync(path, constants.O_RDONLY | constants.O_NONBLOCK));
    const [a, b] = opened as [number, number];
    const [own, other] = [fs.fstatSync(a), fs.fstatSync(b)];
    return own.isFile() && other.isFile() && own.size === other.size && haveSamePieces(fs, a, b, own.size);
  } catch {
    return false;
  } finally {
    for (const descriptor of opened) quietly(() => fs.closeSync(descriptor));
  }
}

function haveSamePieces(fs: FileSystem, left: number, right: number, size: number): boolean {
  const [a, b] = [new Uint8Array(PIECE), new Uint8Array(PIECE)];
  for (let at = 0; at < size; at += PIECE) {
    const length = Math.min(PIECE, size - at);
    const isWhole = [fs.readSync(left, a, 0, length, at), fs.readSync(right, b, 0, length, at)].every(
      (read) => read === length,
    );
    if (!isWhole || Buffer.compare(a.subarray(0, length), b.subarray(0, length)) !== 0) return false;
  }
  return true;
}

// In: texts, one after the other. Out: the same, handed over later. However much comes, little of it is held in memory.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FileSystem, Host } from '../host.js';
import { quietly } from '../quietly.js';

/** Texts kept until what stands before them is known. */
export interface Spool {
  readonly add: (text: string) => void;
  /** Hands everything over, piece by piece, and keeps nothing. */
  readonly drain: (take: (text: string) => void) => void;
  /** Keeps nothing. */
  readonly discard: () => void;
}

/** How many characters become bytes at once, and how many such pieces are held before a file takes them. */
const PIECE = 1 << 16;
const MOST_HELD = 128;

/** Starts a spool. Where no file can be made, or one can take no more, the rest is held: nothing is lost. */
export function openSpool({ fs, scratch }: Pick<Host, 'fs' | 'scratch'>): Spool {
  const encoder = new TextEncoder();
  const held: Uint8Array[] = [];
  let [gathered, isFull] = ['', false];
  let file: ScratchFile | undefined;
  const hold = (): void => {
    held.push(encoder.encode(gathered));
    gathered = '';
  };
  const unload = (): void => {
    try {
      file ??= openScratch(fs, scratch);
      for (; held.length > 0; held.shift()) file.append(held[0]!);
    } catch {
      isFull = true;
    }
  };
  const discard = (): void => {
    file?.close();
    [gathered, file, held.length] = ['', undefined, 0];
  };
  return {
    add: (text) => {
      gathered += text;
      if (gathered.length >= PIECE) hold();
      if (held.length > MOST_HELD && !isFull) unload();
    },
    drain: (take) => {
      hold();
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      const decode = (piece: Uint8Array): void => take(decoder.decode(piece, { stream: true }));
      file?.read(decode);
      held.forEach(decode);
      discard();
    },
    discard,
  };
}

/** A file of a run's own. Once it is open it has no name, so that nothing is left behind however the run ends. */
interface ScratchFile {
  /** Takes a whole piece or, where that fails, nothing. */
  readonly append: (bytes: Uint8Array) => void;
  readonly read: (take: (bytes: Uint8Array) => void) => void;
  readonly close: () => void;
}

/** Makes one that nobody else can read. Some systems keep the name until the file is closed. */
function openScratch(fs: FileSystem, folder: string): ScratchFile {
  const path = join(folder, `caijue-${randomUUID()}.tmp`);
  const descriptor = fs.openSync(path, 'wx+', 0o600);
  quietly(() => fs.unlinkSync(path));
  let size = 0;
  return {
    append: (bytes) => {
      for (let done = 0; done < bytes.length;) {
        const written = fs.writeSync(descriptor, bytes, done, bytes.length - done);
        if (written === 0) throw Object.assign(new Error('short write'), { code: 'EIO' });
        done += written;
      }
      size += bytes.length;
    },
    read: (take) => {
      const buffer = new Uint8Array(PIECE);
      for (let at = 0; at < size;) {
        const length = fs.readSync(descriptor, buffer, 0, Math.min(PIECE, size - at), at);
        if (length === 0) throw Object.assign(new Error('short read'), { code: 'EIO' });
        at += length;
        take(buffer.subarray(0, length));
      }
    },
    close: () => {
      quietly(() => fs.closeSync(descriptor));
      quietly(() => fs.unlinkSync(path));
    },
  };
}

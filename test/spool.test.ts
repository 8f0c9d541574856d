// What is kept until the end of a run comes back whole, in memory or not, whatever fails.
import fs, { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSpool, type Spool } from '../src/cli/batch/spool.js';
import type { FileSystem } from '../src/cli/host.js';

/** More than is held in memory: some 20 million characters, with signs of every length in UTF-8. */
const PIECES = Array.from({ length: 400 }, (_, i) => `\uFEFF${String(i)}：案件😀${'x甲é'.repeat(17_000)}\n`);

const temporary = (): string => mkdtempSync(join(tmpdir(), 'caijue-spool-'));

function drained(spool: Spool): string[] {
  const taken: string[] = [];
  spool.drain((text) => taken.push(text));
  return taken;
}

/** A file system whose writes fail after so many. */
function failingAfter(writes: number): FileSystem {
  let left = writes;
  return {
    ...fs,
    writeSync: (descriptor: number, buffer: Uint8Array, offset: number, length: number) => {
      left -= 1;
      if (left < 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      // Half of it at a time, as systems may.
      return fs.writeSync(descriptor, buffer, offset, Math.max(1, length >> 1));
    },
  };
}

describe('a spool gives back what it was given', () => {
  test.each<[string, FileSystem]>([
    ['through a file', fs],
    ['where files take half a piece at a time', failingAfter(Infinity)],
    ['where no file takes anything', failingAfter(0)],
    ['where the disk is full after some pieces', failingAfter(100)],
    ['where no file can be made', { ...fs, openSync: () => failed('EACCES') }],
    ['where names cannot be removed while a file is open', { ...fs, unlinkSync: onlyClosed() }],
  ])('%s', (_, own) => {
    const scratch = temporary();
    const spool = openSpool({ fs: own, scratch });
    for (const piece of PIECES) spool.add(piece);
    expect(drained(spool).join('') === PIECES.join('')).toBe(true);
    expect(fs.readdirSync(scratch)).toEqual([]);
    expect(drained(spool).join('')).toBe('');
  });

  test('most of it is not held in memory', () => {
    let written = 0;
    const counting = {
      ...fs,
      writeSync: (...own: Parameters<FileSystem['writeSync']>) => counted(fs.writeSync(...own)),
    };
    const counted = (n: number): number => ((written += n), n);
    const spool = openSpool({ fs: counting, scratch: temporary() });
    for (const piece of PIECES) spool.add(piece);
    expect(written).toBeGreaterThan(Buffer.byteLength(PIECES.join('')) / 2);
    spool.discard();
  });

  test('nothing is left when it is discarded', () => {
    const scratch = temporary();
    const spool = openSpool({ fs, scratch });
    for (const piece of PIECES) spool.add(piece);
    spool.discard();
    expect(fs.readdirSync(scratch)).toEqual([]);
    expect(drained(spool).join('')).toBe('');
  });
});

function failed(code: string): never {
  throw Object.assign(new Error(code), { code });
}

/** Fails the first time, when the file is still open. */
function onlyClosed(): FileSystem['unlinkSync'] {
  let times = 0;
  return (path) => {
    times += 1;
    if (times === 1) failed('EBUSY');
    fs.unlinkSync(path);
  };
}

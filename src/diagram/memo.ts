// What an operation gave for the diagrams that it met: an open-addressed table of numbers, three operands and a result an entry.
import type { Diagram } from './store.js';

/** A growing table of results. */
export interface Memo {
  entries: Int32Array;
  count: number;
}

/** No result: not the number of any diagram. */
export const NONE = -0x8000_0000;

const WIDTH = 4;
const FIRST = 16;

/** An empty table. */
export function makeMemo(): Memo {
  return { entries: new Int32Array(FIRST * WIDTH).fill(NONE), count: 0 };
}

/** Spreads numbers that are close to each other over a table of a power of two. */
export function spread(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b_3c6d) ^ (hash >>> 12);
}

function placeOf(entries: Int32Array, a: Diagram, b: Diagram, c: Diagram): number {
  const mask = entries.length / WIDTH - 1;
  let at = spread(a, b, c) & mask;
  for (; entries[at * WIDTH + 3] !== NONE; at = (at + 1) & mask) {
    if (entries[at * WIDTH] === a && entries[at * WIDTH + 1] === b && entries[at * WIDTH + 2] === c) break;
  }
  return at * WIDTH;
}

/** The result for three operands, or NONE. */
export function recall({ entries }: Memo, a: Diagram, b: Diagram, c: Diagram): Diagram {
  return entries[placeOf(entries, a, b, c) + 3]!;
}

/** Keeps a result that is not yet known. */
export function remember(memo: Memo, a: Diagram, b: Diagram, c: Diagram, result: Diagram): void {
  if (memo.count * 2 * WIDTH >= memo.entries.length) grow(memo);
  put(memo.entries, a, b, c, result);
  memo.count += 1;
}

function put(entries: Int32Array, a: Diagram, b: Diagram, c: Diagram, result: Diagram): void {
  const at = placeOf(entries, a, b, c);
  entries[at] = a;
  entries[at + 1] = b;
  entries[at + 2] = c;
  entries[at + 3] = result;
}

function grow(memo: Memo): void {
  const old = memo.entries;
  memo.entries = new Int32Array(old.length * 2).fill(NONE);
  for (let at = 0; at < old.length; at += WIDTH) {
    if (old[at + 3] !== NONE) put(memo.entries, old[at]!, old[at + 1]!, old[at + 2]!, old[at + 3]!);
  }
}

/** A table without the results that speak of a diagram from a number on. */
export function before({ entries }: Memo, count: number): Memo {
  const kept = makeMemo();
  for (let at = 0; at < entries.length; at += WIDTH) {
    const [a, b, c, result] = [entries[at]!, entries[at + 1]!, entries[at + 2]!, entries[at + 3]!];
    if (result !== NONE && a < count && b < count && c < count && result < count) remember(kept, a, b, c, result);
  }
  return kept;
}

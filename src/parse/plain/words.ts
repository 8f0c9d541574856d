// Words as bytes, to be found in bytes: four at once, because most of a line is keys and words that are known beforehand.
import { asBytes } from './bytes.js';

/** A word ready to be looked for. */
export interface Word {
  /** How many bytes it has. */
  readonly length: number;
  /** Its bytes in fours, as numbers; and its last four, which may overlap these. */
  readonly fours: Int32Array;
  readonly last: number;
  /** Where the last four begin, and which bits of them belong to a word that is shorter than four. */
  readonly lastAt: number;
  readonly mask: number;
}

const FOUR = 4;

/** Makes a word ready; it has at least one byte. */
export function wordOf(text: string): Word {
  const bytes = asBytes(text);
  const { length } = bytes;
  const view = new DataView(new ArrayBuffer(Math.max(length, FOUR)));
  new Uint8Array(view.buffer).set(bytes);
  const lastAt = Math.max(length - FOUR, 0);
  return {
    length,
    fours: Int32Array.from({ length: Math.floor(length / FOUR) }, (_, i) => fourAt(view, FOUR * i)),
    last: fourAt(view, lastAt),
    lastAt,
    mask: length < FOUR ? (1 << (8 * length)) - 1 : -1,
  };
}

/** Whether a word stands at an offset. One of fewer than four bytes is not found in the last four of all. */
export function standsAt({ fours, last, lastAt, mask }: Word, view: DataView, from: number): boolean {
  if (from + lastAt + FOUR > view.byteLength) return false;
  for (let i = 0; i < fours.length; i++) if (fourAt(view, from + FOUR * i) !== fours[i]) return false;
  return (fourAt(view, from + lastAt) & mask) === last;
}

function fourAt(view: DataView, at: number): number {
  return view.getInt32(at, true);
}

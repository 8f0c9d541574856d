// In: a line of JSON as bytes. Out: steps through it: marks, texts, tokens. Whatever is not written in the common way is DECLINED.
import { DECLINED, SPACE } from '../scan.js';
import { quickDay } from '../case/values.js';
import { endOfText } from '../characters.js';
import { standsAt, wordOf, type Word } from '../words.js';

/** A line being read. */
export interface Line {
  bytes: Uint8Array;
  /** The same bytes, to look for words in. */
  view: DataView;
  /** Where the line ends. */
  end: number;
  /** Where the reading stands. */
  at: number;
  /** Where the id of the case stands: the case itself is its party's name. */
  idFrom: number;
  idTo: number;
  /** Where what follows the case's own words begins: it is read under each policy that is asked. */
  bodyAt: number;
}

export const [QUOTE, COMMA, COLON, OPEN, CLOSE] = [34, 44, 58, 123, 125] as const;
export const OPEN_LIST = 91;
const CLOSE_LIST = 93;

/**
 * The offset after spaces. Where the line ends is not asked for at each step: the reading never goes back, and a case is taken
 * only where it ends with its line to the byte.
 */
export function afterSpaces(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE) at += 1;
  return at;
}

/** Steps over a mark and the spaces before it; says whether it stood there. */
export function mark(line: Line, char: number): boolean {
  const { bytes } = line;
  const at = afterSpaces(bytes, line.at);
  if (bytes[at] !== char) return false;
  line.at = at + 1;
  return true;
}

/** Whether a mark comes next. What may be written in two ways is told by it: a step that failed may have gone on, and nothing is read twice. */
export function begins({ bytes, at }: Line, char: number): boolean {
  return bytes[afterSpaces(bytes, at)] === char;
}

/** Steps over a text in quotes; gives where it begins, and leaves `at` after the closing quote. */
export function quoted(line: Line): number {
  if (!mark(line, QUOTE)) return DECLINED;
  const from = line.at;
  const to = endOfText(line.bytes, from, line.end);
  if (to < 0) return DECLINED;
  line.at = to + 1;
  return from;
}

/** Steps over a text of at least one character. */
export function someText(line: Line): boolean {
  const from = quoted(line);
  return from !== DECLINED && line.at - 1 > from;
}

/** Steps over a day in quotes; NaN where it is none. */
export function dayAt(line: Line): number {
  const from = quoted(line);
  return from === DECLINED ? NaN : quickDay(line.bytes, from, line.at - 1);
}

/** Steps over a list of at least one part; `read` steps over a part and says whether it did. */
export function listOf(line: Line, read: (line: Line) => boolean): boolean {
  if (!mark(line, OPEN_LIST)) return false;
  do if (!read(line)) return false;
  while (mark(line, COMMA));
  return mark(line, CLOSE_LIST);
}

/** The keys that a map may have. */
export type Keys = readonly Word[];

/** Makes them, each in its quotes. */
export function keys(words: string): Keys {
  return words.split(' ').map((word) => wordOf(`"${word}"`));
}

/** In place of a key: the map is over. */
export const END = -2;

/**
 * Steps to the value of the next key of a map, `{` and commas included, and gives which of the keys it is; `met` has a bit for
 * each that was met. END after the last value; DECLINED for a key that is none of them, or is met again, and where there is none.
 */
export function nextKey(line: Line, known: Keys, met: number): number {
  if (!mark(line, met === 0 ? OPEN : COMMA)) return met !== 0 && mark(line, CLOSE) ? END : DECLINED;
  const key = keyOf(line, known);
  return key !== DECLINED && met & (1 << key) ? DECLINED : key;
}

/** Steps over a key and its colon; gives which of the keys it is. */
export function keyOf(line: Line, known: Keys): number {
  const from = afterSpaces(line.bytes, line.at);
  for (let i = 0; i < known.length; i++) {
    const key = known[i]!;
    if (!standsAt(key, line.view, from)) continue;
    line.at = from + key.length;
    return mark(line, COLON) ? i : DECLINED;
  }
  return DECLINED;
}

// In: a text as its bytes in UTF-8. Out: the state of reading it as plain YAML, and the steps between one line's content and the next.
// Bytes and not characters: every sign of YAML is one byte, and nothing that is skipped has to become a string.
// Plain YAML is what our own files are written in. A step that is not sure of what it sees says DECLINED, and the whole reader reads the file.
import { makeTape, MOST_NODES, type Tape } from './tape.js';

/** In place of an offset: this text is not plain, or not surely so. */
export const DECLINED = -1;

/** Deeper nesting is left to the whole reader, which refuses what is too deep. */
export const DEEPEST = 24;

/** A text being read. `column` is that of the content last stepped to; -1 at the end of the text. */
export interface Scan {
  bytes: Uint8Array;
  end: number;
  column: number;
  depth: number;
  readonly tape: Tape;
}

/** A reader of texts, one after the other; it keeps its tape. */
export function makeScan(): Scan {
  return { bytes: new Uint8Array(0), end: 0, column: -1, depth: 0, tape: makeTape() };
}

/** Starts on a stretch of a text. */
export function start(scan: Scan, bytes: Uint8Array, end: number): void {
  scan.bytes = bytes;
  scan.end = end;
  scan.column = -1;
  scan.depth = 0;
  scan.tape.count = 0;
}

export const TAB = 9;
export const LINE = 10;
export const RETURN = 13;
export const SPACE = 32;
export const HASH = 35;
export const DASH = 45;
export const COLON = 58;

/** The byte at an offset; a line break past the end, where everything ends that ends with its line. */
export function byteAt({ bytes, end }: Scan, at: number): number {
  return at < end ? bytes[at]! : LINE;
}

/** The offset after spaces. */
export function skipSpaces(scan: Scan, from: number): number {
  const { bytes, end } = scan;
  let at = from;
  while (at < end && bytes[at] === SPACE) at += 1;
  return at;
}

/** Whether a line ends at an offset. */
export function isLineEnd(scan: Scan, at: number): boolean {
  const char = byteAt(scan, at);
  return char === LINE || (char === RETURN && byteAt(scan, at + 1) === LINE);
}

/**
 * From the end of some content, or from the start of a line, to the content of the next line that has any. Between them may
 * stand spaces, a comment after a space, empty lines and lines of comment.
 */
export function nextContent(scan: Scan, from: number): number {
  const { bytes, end } = scan;
  let at = from;
  let line = from === 0 || bytes[from - 1] === LINE ? from : -1;
  for (;;) {
    const spaces = at;
    while (at < end && bytes[at] === SPACE) at += 1;
    if (at >= end) break;
    let char = bytes[at]!;
    if (char === HASH && (at > spaces || line === at)) {
      at = endOfLine(bytes, at, end);
      char = at < end ? LINE : SPACE;
    } else if (char === RETURN && byteAt(scan, at + 1) === LINE) {
      at += 1;
      char = LINE;
    }
    if (at >= end) break;
    if (char !== LINE) {
      if (line < 0 || scan.tape.count > MOST_NODES) return DECLINED;
      scan.column = at - line;
      return at;
    }
    at += 1;
    line = at;
  }
  scan.column = -1;
  return end;
}

function endOfLine(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== LINE) at += 1;
  return at;
}

/** Whether a word, as its bytes, stands at an offset. */
export function stands(word: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word[i]) return false;
  return true;
}

/** Whether a stretch is a word. */
export function isWord(word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === word.length && stands(word, bytes, from);
}

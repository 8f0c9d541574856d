// In: a text. Out: the state of reading it as plain YAML, and the steps between one line's content and the next.
// Plain YAML is what our own files are written in. A step that is not sure of what it sees says DECLINED, and the whole reader reads the file.
import { makeTape, MOST_NODES, type Tape } from './tape.js';

/** In place of an offset: this text is not plain, or not surely so. */
export const DECLINED = -1;

/** Deeper nesting is left to the whole reader, which refuses what is too deep. */
export const DEEPEST = 24;

/** A text being read. `column` is that of the content last stepped to; -1 at the end of the text. */
export interface Scan {
  text: string;
  end: number;
  column: number;
  depth: number;
  readonly tape: Tape;
}

/** A reader of texts, one after the other; it keeps its tape. */
export function makeScan(): Scan {
  return { text: '', end: 0, column: -1, depth: 0, tape: makeTape() };
}

/** Starts on a stretch of a text. */
export function start(scan: Scan, text: string, end: number): void {
  scan.text = text;
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

/** The character at an offset; a line break past the end, where everything ends that ends with its line. */
export function charAt({ text, end }: Scan, at: number): number {
  return at < end ? text.charCodeAt(at) : LINE;
}

/** The offset after spaces. */
export function skipSpaces(scan: Scan, from: number): number {
  const { text, end } = scan;
  let at = from;
  while (at < end && text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** Whether a line ends at an offset. */
export function isLineEnd(scan: Scan, at: number): boolean {
  const char = charAt(scan, at);
  return char === LINE || (char === RETURN && charAt(scan, at + 1) === LINE);
}

/**
 * From the end of some content, or from the start of a line, to the content of the next line that has any. Between them may
 * stand spaces, a comment after a space, empty lines and lines of comment.
 */
export function nextContent(scan: Scan, from: number): number {
  const { text, end } = scan;
  let at = from;
  let line = from === 0 || text.charCodeAt(from - 1) === LINE ? from : -1;
  for (;;) {
    const spaces = at;
    while (at < end && text.charCodeAt(at) === SPACE) at += 1;
    if (at >= end) break;
    let char = text.charCodeAt(at);
    if (char === HASH && (at > spaces || line === at)) {
      at = endOfLine(text, at, end);
      char = at < end ? LINE : SPACE;
    } else if (char === RETURN && charAt(scan, at + 1) === LINE) {
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

function endOfLine(text: string, from: number, end: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 || at > end ? end : at;
}

/** Whether a word stands at an offset of a text. Character by character: words are short, and calling the library costs more. */
export function stands(word: string, text: string, from: number): boolean {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(from + i) !== word.charCodeAt(i)) return false;
  return true;
}

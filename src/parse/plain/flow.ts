// In: an opening bracket. Out: the list or map in brackets as nodes of the tape, and the offset after the closing one.
import { isKeyEnd, scalar } from './scalars.js';
import {
  byteAt,
  COLON,
  DECLINED,
  DEEPEST,
  HASH,
  isLineEnd,
  nextContent,
  skipSpaces,
  SPACE,
  type Scan,
} from './scan.js';
import { close, FLOW_LIST, FLOW_MAP, PLAIN, push } from './tape.js';

const COMMA = 44;
export const OPEN_LIST = 91;
const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** Reads a list or map in brackets. Lines inside it have to stand deeper than `column`, that of what it belongs to. */
export function flow(scan: Scan, at: number, column: number): number {
  if (++scan.depth > DEEPEST) return DECLINED;
  const isMap = byteAt(scan, at) === OPEN_MAP;
  const node = push(scan.tape, isMap ? FLOW_MAP : FLOW_LIST, at, at);
  const end = isMap ? parts(scan, at, column, CLOSE_MAP) : parts(scan, at, column, CLOSE_LIST);
  if (end === DECLINED) return DECLINED;
  scan.depth -= 1;
  close(scan.tape, node, end);
  return end;
}

/** The parts between brackets, with commas between them and none after the last. */
function parts(scan: Scan, from: number, column: number, closer: number): number {
  let at = skip(scan, from + 1, column);
  if (at === DECLINED) return DECLINED;
  if (byteAt(scan, at) === closer) return at + 1;
  for (;;) {
    at = closer === CLOSE_MAP ? entry(scan, at, column) : value(scan, at, column);
    if (at === DECLINED) return DECLINED;
    at = skip(scan, at, column);
    if (at === DECLINED) return DECLINED;
    const char = byteAt(scan, at);
    if (char === closer) return at + 1;
    if (char !== COMMA) return DECLINED;
    at = skip(scan, at + 1, column);
    if (at === DECLINED) return DECLINED;
  }
}

function entry(scan: Scan, from: number, column: number): number {
  const key = scan.tape.count;
  const char = byteAt(scan, from);
  if (char === OPEN_MAP || char === OPEN_LIST) return DECLINED;
  let at = scalar(scan, from, true);
  if (at === DECLINED) return DECLINED;
  if (byteAt(scan, at) === SPACE) at = skipSpaces(scan, at);
  if (byteAt(scan, at) !== COLON || at - from > LONGEST_KEY) return DECLINED;
  // After a quoted key the value may follow the colon at once, as in JSON.
  if (scan.tape.kind[key] === PLAIN && !isKeyEnd(scan, at, true)) return DECLINED;
  at = skip(scan, at + 1, column);
  return at === DECLINED ? DECLINED : value(scan, at, column);
}

/** Longer keys are left to the whole reader, which has a limit of its own. */
export const LONGEST_KEY = 400;

function value(scan: Scan, at: number, column: number): number {
  const char = byteAt(scan, at);
  return char === OPEN_MAP || char === OPEN_LIST ? flow(scan, at, column) : scalar(scan, at, true);
}

/** Spaces, and line breaks with the spaces and comments around them; what follows a break stands deep enough. */
function skip(scan: Scan, from: number, column: number): number {
  // Most often there is nothing to skip.
  if (byteAt(scan, from) > HASH) return from;
  const at = skipSpaces(scan, from);
  if (byteAt(scan, at) !== HASH && !isLineEnd(scan, at)) return at;
  const next = nextContent(scan, at > from ? at - 1 : at);
  return next === DECLINED || scan.column <= column ? DECLINED : next;
}

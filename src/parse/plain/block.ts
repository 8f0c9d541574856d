// In: the first key or dash of a map or list that is told by indentation. Out: its nodes on the tape, and the content after it.
import { blockText } from './block-text.js';
import { flow, LONGEST_KEY, OPEN_LIST, OPEN_MAP } from './flow.js';
import { isKeyEnd, scalar } from './scalars.js';
import {
  byteAt,
  COLON,
  DASH,
  DECLINED,
  DEEPEST,
  HASH,
  isLineEnd,
  nextContent,
  skipSpaces,
  SPACE,
  type Scan,
} from './scan.js';
import { close, EMPTY, LIST, MAP, push } from './tape.js';

const PIPE = 124;
const FOLD = 62;

/** Reads a whole text: a map told by indentation from the first column on, or one in braces. */
export function document(scan: Scan, from: number): number {
  let at = nextContent(scan, from);
  if (at === DECLINED || scan.column !== 0) return DECLINED;
  if (byteAt(scan, at) === OPEN_MAP) {
    at = flow(scan, at, -1);
    if (at !== DECLINED) at = nextContent(scan, at);
  } else at = map(scan, at, 0);
  return at === scan.end ? at : DECLINED;
}

/** A map whose keys stand in a column. What follows it stands in a lesser column, or this is not plain. */
function map(scan: Scan, from: number, column: number): number {
  if (++scan.depth > DEEPEST) return DECLINED;
  const node = push(scan.tape, MAP, from, from);
  let at = from;
  do {
    const key = at;
    at = scalar(scan, key, false);
    if (at === DECLINED) return DECLINED;
    at = skipSpaces(scan, at);
    if (byteAt(scan, at) !== COLON || !isKeyEnd(scan, at, false) || at - key > LONGEST_KEY) return DECLINED;
    at = valueOf(scan, at + 1, column);
    if (at === DECLINED) return DECLINED;
  } while (scan.column === column);
  if (scan.column > column) return DECLINED;
  scan.depth -= 1;
  close(scan.tape, node, at);
  return at;
}

/** The value after a key's colon: on its line, or on the lines below, deeper than the key; a list may stand as deep as the key. */
function valueOf(scan: Scan, from: number, column: number): number {
  const at = skipSpaces(scan, from);
  if (!isLineEnd(scan, at) && byteAt(scan, at) !== HASH) return onLine(scan, at, column);
  const { tape } = scan;
  const key = tape.count - 1;
  const next = nextContent(scan, from);
  if (next === DECLINED) return DECLINED;
  if (scan.column > column) return below(scan, next);
  if (scan.column === column && isDash(scan, next)) return list(scan, next, column);
  push(tape, EMPTY, tape.from[key]!, tape.to[key]!);
  return next;
}

/** A value that begins on a line. Text that goes on below, deeper than what it belongs to, is not plain. */
function onLine(scan: Scan, from: number, column: number): number {
  const char = byteAt(scan, from);
  if (char === PIPE || char === FOLD) return blockText(scan, from, column);
  let at = char === OPEN_MAP || char === OPEN_LIST ? flow(scan, from, column) : scalar(scan, from, false);
  if (at === DECLINED) return DECLINED;
  at = nextContent(scan, at);
  return at === DECLINED || scan.column > column ? DECLINED : at;
}

function isDash(scan: Scan, at: number): boolean {
  return byteAt(scan, at) === DASH && (byteAt(scan, at + 1) === SPACE || isLineEnd(scan, at + 1));
}

/** A list whose dashes stand in a column. */
function list(scan: Scan, from: number, column: number): number {
  if (++scan.depth > DEEPEST) return DECLINED;
  const node = push(scan.tape, LIST, from, from);
  let at = from;
  do {
    at = item(scan, at, column);
    if (at === DECLINED) return DECLINED;
  } while (scan.column === column && isDash(scan, at));
  scan.depth -= 1;
  close(scan.tape, node, at);
  return at;
}

/** What stands after a dash: a list or map that begins on its line or below, or a value on its line. */
function item(scan: Scan, dash: number, column: number): number {
  const at = skipSpaces(scan, dash + 1);
  if (isLineEnd(scan, at) || byteAt(scan, at) === HASH) {
    const next = nextContent(scan, dash + 1);
    return next === DECLINED || scan.column <= column ? DECLINED : below(scan, next);
  }
  const own = column + at - dash;
  if (isDash(scan, at)) return list(scan, at, own);
  return beginsKey(scan, at) ? map(scan, at, own) : onLine(scan, at, column);
}

/** A list or map in the column that was stepped to. */
function below(scan: Scan, at: number): number {
  return isDash(scan, at) ? list(scan, at, scan.column) : map(scan, at, scan.column);
}

/** Whether a key begins at an offset; the look ahead leaves nothing on the tape. */
function beginsKey(scan: Scan, from: number): boolean {
  const { count } = scan.tape;
  const char = byteAt(scan, from);
  if (char === OPEN_MAP || char === OPEN_LIST) return false;
  const at = scalar(scan, from, false);
  scan.tape.count = count;
  return at !== DECLINED && byteAt(scan, skipSpaces(scan, at)) === COLON;
}

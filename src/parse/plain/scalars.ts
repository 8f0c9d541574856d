// In: the first character of a text on one line. Out: the text as a node of the tape, and the offset after it.
import { byteAt, COLON, DASH, DECLINED, HASH, isLineEnd, LINE, RETURN, SPACE, TAB, type Scan } from './scan.js';
import { DOUBLE, ESCAPED, PLAIN, push, SINGLE } from './tape.js';

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

const table = (signs: string): Uint8Array => {
  const flags = new Uint8Array(128);
  for (const sign of signs) flags[sign.charCodeAt(0)] = 1;
  return flags;
};

/** Signs that begin something else than a plain text, or may. A dash is looked at by itself. */
const NO_START = table('\t\n\r ,[]{}#&*!|>\'"%@`?:-.~');

/** Signs that end a plain text in brackets. */
const FLOW_SIGNS = table(',[]{}');

/** Signs at which a plain text has to look closer. */
const CLOSER = table('\t\n\r #:');
const CLOSER_IN_FLOW = table('\t\n\r #:,[]{}');

/** Reads the text that begins at an offset: quoted, or plain up to a colon, a comment or the end of its line. */
export function scalar(scan: Scan, at: number, inFlow: boolean): number {
  const char = byteAt(scan, at);
  if (char === DOUBLE_QUOTE) return doubleQuoted(scan, at + 1);
  if (char === SINGLE_QUOTE) return singleQuoted(scan, at + 1);
  if (char < 128 && NO_START[char] === 1 && !(char === DASH && isNumberAfter(scan, at))) return DECLINED;
  const end = plainEnd(scan, at, inFlow);
  if (end === DECLINED) return DECLINED;
  let to = end;
  while (byteAt(scan, to - 1) === SPACE) to -= 1;
  push(scan.tape, PLAIN, at, to);
  return to;
}

/** A dash begins a number, or else something that is left to the whole reader. */
function isNumberAfter(scan: Scan, at: number): boolean {
  const next = byteAt(scan, at + 1);
  return next >= 48 && next <= 57;
}

/** Where a plain text ends: before a colon that ends a key, a comment, a sign of brackets, or the end of the line. */
function plainEnd(scan: Scan, from: number, inFlow: boolean): number {
  const { bytes, end } = scan;
  const closer = inFlow ? CLOSER_IN_FLOW : CLOSER;
  for (let at = from; at < end; at++) {
    const char = bytes[at]!;
    if (char >= 128 || closer[char] === 0) continue;
    if (char === TAB) return DECLINED;
    if (char === COLON) {
      if (isKeyEnd(scan, at, inFlow)) return at;
    } else if (char === HASH) {
      if (bytes[at - 1] === SPACE) return at;
    } else if (char === RETURN) return byteAt(scan, at + 1) === LINE ? at : DECLINED;
    else if (char !== SPACE) return at;
  }
  return end;
}

/** Whether a colon ends a key: a space, the end of the line or, in brackets, one of their signs follows it. */
export function isKeyEnd(scan: Scan, at: number, inFlow: boolean): boolean {
  const next = byteAt(scan, at + 1);
  if (next === SPACE || next === TAB || next === RETURN || isLineEnd(scan, at + 1)) return true;
  return inFlow && next < 128 && FLOW_SIGNS[next] === 1;
}

function singleQuoted(scan: Scan, from: number): number {
  for (let at = from; at < scan.end; at++) {
    const char = byteAt(scan, at);
    if (char === LINE || char === RETURN || char === TAB) return DECLINED;
    if (char !== SINGLE_QUOTE) continue;
    // A doubled quote is one quote of the text.
    if (byteAt(scan, at + 1) === SINGLE_QUOTE) at += 1;
    else {
      push(scan.tape, SINGLE, from, at);
      return at + 1;
    }
  }
  return DECLINED;
}

function doubleQuoted(scan: Scan, from: number): number {
  const { bytes, end } = scan;
  let kind = DOUBLE;
  for (let at = from; at < end; at++) {
    const char = bytes[at]!;
    if (char > BACKSLASH) continue;
    if (char === DOUBLE_QUOTE) {
      push(scan.tape, kind, from, at);
      return at + 1;
    }
    if (char === LINE || char === RETURN || char === TAB) return DECLINED;
    if (char !== BACKSLASH) continue;
    kind = ESCAPED;
    at = escape(scan, at + 1);
    if (at === DECLINED) return DECLINED;
  }
  return DECLINED;
}

const ESCAPES = table('"\\/bfnrt');
const U = 117;

/** The last byte of an escape that YAML and JSON read alike. */
function escape(scan: Scan, at: number): number {
  const char = byteAt(scan, at);
  if (char < 128 && ESCAPES[char] === 1) return at;
  if (char !== U) return DECLINED;
  for (let i = 1; i <= 4; i++) if (!isHex(byteAt(scan, at + i))) return DECLINED;
  return at + 4;
}

function isHex(char: number): boolean {
  return (char >= 48 && char <= 57) || (char >= 65 && char <= 70) || (char >= 97 && char <= 102);
}

// In: the facts of a case on a line. Out: their values among the stated facts; false where one is not written in the common way.
import { state, type Stated } from '../../../model/plain-case.js';
import { factNamed, type CaseLayout, type FactLayout } from '../case/layout.js';
import { quickNumber } from '../case/values.js';
import { asBytes } from '../bytes.js';
import { DECLINED, isWord, SPACE, stands } from '../scan.js';
import {
  CLOSE,
  CLOSE_LIST,
  COLON,
  COMMA,
  mapOf,
  mark,
  OPEN,
  OPEN_LIST,
  QUOTE,
  quoted,
  someText,
  words,
  type Line,
} from './json.js';
import { dayAt } from './read-line.js';

/** Reads a map of facts. */
export function readLineFacts(line: Line, layout: CaseLayout, stated: Stated): boolean {
  if (!mark(line, OPEN)) return false;
  layout.reading += 1;
  let before: FactLayout | undefined;
  do {
    const fact = factAt(line, before, layout);
    if (!fact || fact.met === layout.reading) return false;
    fact.met = layout.reading;
    if (before) before.next = fact.place;
    before = fact;
    if (!readFact(line, fact, stated)) return false;
  } while (mark(line, COMMA));
  return mark(line, CLOSE);
}

/** Steps over a key and its colon, and gives the fact that it names; most often the one that came next in the case before. */
function factAt(line: Line, before: FactLayout | undefined, layout: CaseLayout): FactLayout | undefined {
  const { bytes } = line;
  const from = afterSpaces(bytes, line.at);
  const likely = layout.facts[before ? before.next : 0];
  if (likely && stands(likely.key, bytes, from)) {
    line.at = from + likely.key.length;
    return likely;
  }
  if (quoted(line) === DECLINED) return undefined;
  const fact = factNamed(bytes, from + 1, line.at - 1, before, layout);
  return mark(line, COLON) ? fact : undefined;
}

const DETAILS = words('value evidence reason found_by found_on note');
const [VALUE, EVIDENCE, FOUND_ON] = [0, 1, 4] as const;

function readFact(line: Line, fact: FactLayout, stated: Stated): boolean {
  if (readValue(line, fact, stated)) return true;
  return mapOf(line, DETAILS, (key) => {
    if (key === VALUE) return readValue(line, fact, stated);
    if (key === FOUND_ON) return !Number.isNaN(dayAt(line));
    return someText(line) || (key === EVIDENCE && textsAt(line));
  });
}

/** A list of at least one text. */
function textsAt(line: Line): boolean {
  if (!mark(line, OPEN_LIST)) return false;
  do if (!someText(line)) return false;
  while (mark(line, COMMA));
  return mark(line, CLOSE_LIST);
}

const UNKNOWN = asBytes('"待查"');

/** A value in quotes, or a number without them. Nothing is stepped over where it is neither. */
function readValue(line: Line, fact: FactLayout, stated: Stated): boolean {
  const { bytes } = line;
  const from = afterSpaces(bytes, line.at);
  if (bytes[from] !== QUOTE) return readBare(line, from, fact, stated);
  const { quotedOptions } = fact;
  for (let i = 0; i < quotedOptions.length; i++) {
    const option = quotedOptions[i]!;
    if (stands(option, bytes, from)) return take(line, from + option.length, fact, i, stated);
  }
  const to = endOfShort(bytes, from + 1);
  if (bytes[to] !== QUOTE) return false;
  const number = quickNumber(bytes, from + 1, to, fact);
  if (!Number.isNaN(number)) return take(line, to + 1, fact, number, stated);
  if (!isWord(UNKNOWN, bytes, from, to + 1)) return false;
  line.at = to + 1;
  return true;
}

function readBare(line: Line, from: number, fact: FactLayout, stated: Stated): boolean {
  const to = endOfNumber(line.bytes, from);
  const number = quickNumber(line.bytes, from, to, fact);
  return !Number.isNaN(number) && take(line, to, fact, number, stated);
}

function take(line: Line, at: number, { place }: FactLayout, number: number, stated: Stated): boolean {
  line.at = at;
  state(stated, place, number);
  return true;
}

function afterSpaces(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE) at += 1;
  return at;
}

/** The end of a text that can be a number or a day with its unit; what it holds is looked at by those who read it. */
function endOfShort(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at]! > QUOTE) at += 1;
  return at;
}

/** Digits and points; what else numbers are written with is left to others. */
function endOfNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let char = bytes[at]!; (char >= 48 && char <= 57) || char === 46; char = bytes[at]!) at += 1;
  return at;
}

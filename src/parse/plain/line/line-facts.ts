// In: the facts of a case on a line. Out: their values among the stated facts; false where one is not written in the common way.
import { state, type Stated } from '../../../model/plain-case.js';
import { factNamed, type CaseLayout, type FactLayout } from '../case/layout.js';
import { longNumber, optionAt, quickNumber } from '../case/values.js';
import { asBytes, textAt } from '../bytes.js';
import { MOST_OPTIONS } from '../case/facts.js';
import { DECLINED, stands } from '../scan.js';
import { standsAt } from '../words.js';
import {
  afterSpaces,
  begins,
  CLOSE,
  COLON,
  COMMA,
  dayAt,
  END,
  keys,
  listOf,
  mark,
  nextKey,
  OPEN,
  OPEN_LIST,
  QUOTE,
  quoted,
  someText,
  type Line,
} from './json.js';

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
    const isDetailed = begins(line, OPEN);
    if (!(isDetailed ? readDetails(line, fact, layout, stated) : readValue(line, fact, layout, stated))) return false;
  } while (mark(line, COMMA));
  return mark(line, CLOSE);
}

/** How many facts that follow in the policy are looked for where the likely one is not there: cases leave out what nobody knows. */
const MOST_LEFT_OUT = 4;

/** Steps over a key and its colon, and gives the fact that it names; most often the one that came next in the case before, or one soon after. */
function factAt(line: Line, before: FactLayout | undefined, layout: CaseLayout): FactLayout | undefined {
  const { bytes, view } = line;
  const from = afterSpaces(bytes, line.at);
  const learned = before ? before.next : 0;
  const following = before ? before.place + 1 : 0;
  for (let i = -1; i < MOST_LEFT_OUT; i++) {
    const likely = layout.facts[i < 0 ? learned : following + i];
    if (!likely || !standsAt(likely.key, view, from)) continue;
    line.at = from + likely.key.length;
    return likely;
  }
  if (quoted(line) === DECLINED) return undefined;
  const fact = factNamed(bytes, from + 1, line.at - 1, before, layout);
  return mark(line, COLON) ? fact : undefined;
}

const DETAILS = keys('value evidence reason found_by found_on note');
const [VALUE, EVIDENCE, FOUND_ON] = [0, 1, 4] as const;

function readDetails(line: Line, fact: FactLayout, layout: CaseLayout, stated: Stated): boolean {
  let met = 0;
  for (let key = nextKey(line, DETAILS, met); key !== END; key = nextKey(line, DETAILS, met)) {
    if (key === DECLINED) return false;
    if (!(key === VALUE ? readValue(line, fact, layout, stated) : readDetail(line, key))) return false;
    met |= 1 << key;
  }
  return true;
}

function readDetail(line: Line, key: number): boolean {
  if (key === FOUND_ON) return !Number.isNaN(dayAt(line));
  return key === EVIDENCE && begins(line, OPEN_LIST) ? listOf(line, someText) : someText(line);
}

/** A value in quotes, a number without them, or nothing. */
function readValue(line: Line, fact: FactLayout, layout: CaseLayout, stated: Stated): boolean {
  const { bytes, view } = line;
  const from = afterSpaces(bytes, line.at);
  if (fact.fact.type.kind === 'choices') return readOptions(line, fact, stated);
  if (bytes[from] !== QUOTE) return readBare(line, from, fact, stated);
  const { quotedOptions } = fact;
  for (let i = 0; i < quotedOptions.length; i++) {
    const option = quotedOptions[i]!;
    if (standsAt(option, view, from)) return take(line, from + option.length, fact, i, stated);
  }
  const to = endOfShort(bytes, from + 1);
  const number = bytes[to] === QUOTE ? quickNumber(bytes, from + 1, to, fact) : NaN;
  return Number.isNaN(number) ? readLong(line, fact, layout, stated) : take(line, to + 1, fact, number, stated);
}

/** A text that stands for a value in one of the rarer ways, or says that there is none. */
function readLong(line: Line, fact: FactLayout, layout: CaseLayout, stated: Stated): boolean {
  const from = quoted(line);
  if (from === DECLINED) return false;
  const value = longNumber(textAt(line.bytes, from, line.at - 1), fact, layout);
  if (typeof value === 'string') return value === 'unknown';
  state(stated, fact.place, value.number, value.exact);
  return true;
}

/** Options in a list, each at most once. */
function readOptions(line: Line, fact: FactLayout, stated: Stated): boolean {
  const { bytes } = line;
  if (fact.options.length > MOST_OPTIONS) return false;
  let bits = 0;
  const read = (): boolean => {
    const from = quoted(line);
    const option = from === DECLINED ? NaN : optionAt(bytes, from, line.at - 1, fact);
    if (Number.isNaN(option) || bits & (1 << option)) return false;
    bits |= 1 << option;
    return true;
  };
  if (!listOf(line, read)) return false;
  state(stated, fact.place, bits);
  return true;
}

const NULL = asBytes('null');

/** JSON's null says that nothing is written. */
function readBare(line: Line, from: number, fact: FactLayout, stated: Stated): boolean {
  const { bytes } = line;
  const to = endOfNumber(bytes, from);
  const number = quickNumber(bytes, from, to, fact);
  if (!Number.isNaN(number)) return take(line, to, fact, number, stated);
  if (!stands(NULL, bytes, from)) return false;
  line.at = from + NULL.length;
  return true;
}

function take(line: Line, at: number, { place }: FactLayout, number: number, stated: Stated): boolean {
  line.at = at;
  state(stated, place, number);
  return true;
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

// In: the facts of a case or of a party as nodes of the tape. Out: their values among the stated facts; false where this is not plain.
import { makeStated, state, type Stated } from '../../../model/plain-case.js';
import { asBytes } from '../bytes.js';
import type { Scan } from '../scan.js';
import { DOUBLE, PLAIN } from '../tape.js';
import { evidenceIsPlain } from './evidence.js';
import { factNamed, type CaseLayout, type FactLayout } from './layout.js';
import { anyText, isList, isMap, isNull, isText, keys, valuesOf, type CaseText } from './parts.js';
import { longNumber, optionAt, quickDay, quickNumber } from './values.js';

/** Whose facts are read: those of a case with parties, those of a party, or those of a case without parties. */
export type Holder = 'case' | 'party' | 'both';

const DETAILS = keys('value evidence reason found_by found_on note set_aside');
const [VALUE, EVIDENCE, REASON, FOUND_BY, FOUND_ON, NOTE, SET_ASIDE] = [0, 1, 2, 3, 4, 5, 6] as const;
const details = new Int32Array(DETAILS.length);

/** Where values that are set aside go: they have to be sound, and count for nothing. */
const ASIDE = makeStated();

/** Reads a map of facts. */
export function readPlainFacts(
  reading: CaseText,
  node: number,
  holder: Holder,
  layout: CaseLayout,
  stated: Stated,
): boolean {
  const { bytes, tape } = reading.scan;
  if (!isMap(reading, node)) return false;
  layout.reading += 1;
  let before: FactLayout | undefined;
  for (let at = node + 1; at < tape.next[node]!; at = tape.next[at + 1]!) {
    const fact = factNamed(bytes, tape.from[at]!, tape.to[at]!, before, layout);
    if (!fact || fact.met === layout.reading) return false;
    if (holder !== 'both' && fact.fact.per !== holder) return false;
    fact.met = layout.reading;
    if (before) before.next = fact.place;
    before = fact;
    if (!readFact(reading, at + 1, fact, layout, stated)) return false;
  }
  return true;
}

/** Reads a value that is written in the common way. */
function readQuickly({ bytes, tape }: Scan, node: number, fact: FactLayout, stated: Stated): boolean {
  const kind = tape.kind[node];
  if (kind !== PLAIN && kind !== DOUBLE) return false;
  const number = quickNumber(bytes, tape.from[node]!, tape.to[node]!, fact);
  if (Number.isNaN(number)) return false;
  state(stated, fact.place, number);
  return true;
}

function readFact(reading: CaseText, node: number, fact: FactLayout, layout: CaseLayout, stated: Stated): boolean {
  if (!isMap(reading, node)) return readValue(reading, node, fact, layout, stated);
  if (!valuesOf(reading, node, DETAILS, details)) return false;
  for (const place of [REASON, FOUND_BY, NOTE]) {
    if (details[place] !== -1 && !isText(reading, details[place]!)) return false;
  }
  if (details[FOUND_ON] !== -1 && Number.isNaN(dayAt(reading, details[FOUND_ON]!))) return false;
  if (details[EVIDENCE] !== -1 && !evidenceIsPlain(reading, details[EVIDENCE]!)) return false;
  const before = stated.count;
  if (details[VALUE] !== -1 && !readValue(reading, details[VALUE]!, fact, layout, stated)) return false;
  if (details[SET_ASIDE] === -1) return true;
  ASIDE.count = 0;
  return stated.count === before && readValue(reading, details[SET_ASIDE]!, fact, layout, ASIDE);
}

/** The day that stands at a node; NaN where it is none, or is written with escapes, or nothing is written. */
export function dayAt({ scan: { bytes, tape } }: CaseText, node: number): number {
  return quickDay(bytes, tape.from[node]!, tape.to[node]!);
}

function readValue(reading: CaseText, node: number, fact: FactLayout, layout: CaseLayout, stated: Stated): boolean {
  if (isNull(reading, node)) return true;
  if (fact.fact.type.kind === 'choices') return readOptions(reading, node, fact, stated);
  if (readQuickly(reading.scan, node, fact, stated)) return true;
  const own = anyText(reading, node);
  const value = own === undefined ? 'declined' : longNumber(own, fact, layout);
  if (typeof value === 'string') return value === 'unknown';
  state(stated, fact.place, value.number, value.exact);
  return true;
}

function optionOf(own: string, fact: FactLayout): number {
  const bytes = asBytes(own);
  return optionAt(bytes, 0, bytes.length, fact);
}

/** More options than this have no room in the bits of a number. */
export const MOST_OPTIONS = 30;

/** Options in a list, or one as a text, or nothing known. */
function readOptions(reading: CaseText, node: number, fact: FactLayout, stated: Stated): boolean {
  if (fact.options.length > MOST_OPTIONS) return false;
  if (!isList(reading, node)) {
    const own = anyText(reading, node);
    if (own === undefined) return false;
    if (own.trim() === '' || own === '待查') return true;
    const option = optionOf(own, fact);
    if (Number.isNaN(option)) return false;
    state(stated, fact.place, 1 << option);
    return true;
  }
  const { tape } = reading.scan;
  let bits = 0;
  for (let at = node + 1; at < tape.next[node]!; at = tape.next[at]!) {
    const own = anyText(reading, at);
    const option = own === undefined ? NaN : optionOf(own, fact);
    if (Number.isNaN(option) || bits & (1 << option)) return false;
    bits |= 1 << option;
  }
  state(stated, fact.place, bits);
  return true;
}

// In: a text that states a fact. Out: its value as a number. The common ways of writing are read in place, all others the long way, once.
import { isWhole, compareLimits } from '../../policy/facts.js';
import { readLiteral } from '../../words/literal.js';
import { TEN_THOUSANDTHS } from '../../../model/quantity.js';
import { isWord } from '../scan.js';
import { optionsOf, tenThousandths, type CaseLayout, type FactLayout, type KeptValue } from './layout.js';

/** In place of a number: the value is only kept exactly. */
const EXACT_VALUE = Infinity;

/** How many values are kept for one fact, and how long they may be: a longer part of a text would keep that text in memory. */
const MOST_KEPT = 1000;
const LONGEST_KEPT = 12;

/** The number of a text from `from` to `to`; NaN where it has to be read the long way. */
export function quickNumber(bytes: Uint8Array, from: number, to: number, layout: FactLayout): number {
  switch (layout.fact.type.kind) {
    case 'boolean':
    case 'choice':
      return optionAt(bytes, from, to, layout);
    case 'date':
      return within(quickDay(bytes, from, to), layout);
    case 'quantity':
      return within(quickQuantity(bytes, from, to, layout), layout);
    default:
      return NaN;
  }
}

const [DASH, POINT, ZERO] = [45, 46, 48];

/** The index of an option, of a truth 0 or 1; NaN where the text is none. */
export function optionAt(bytes: Uint8Array, from: number, to: number, { options }: FactLayout): number {
  for (let i = 0; i < options.length; i++) if (isWord(options[i]!, bytes, from, to)) return i;
  return NaN;
}

/** A value outside the limits, or a part where whole ones are wanted, is a finding: the long way makes it. */
function within(number: number, { least, most, fact }: FactLayout): number {
  if (!(number >= least && number <= most)) return NaN;
  return fact.whole && number % TEN_THOUSANDTHS !== 0 ? NaN : number;
}

const digit = (bytes: Uint8Array, at: number): number => bytes[at]! - ZERO;

/** Up to eleven digits and four places, no zero before them, and the unit of the fact: always a safe whole number of ten-thousandths. */
function quickQuantity(bytes: Uint8Array, from: number, to: number, { suffixes }: FactLayout): number {
  let at = from;
  let whole = 0;
  for (; at < to; at++) {
    const value = digit(bytes, at);
    if (!(value >= 0 && value <= 9)) break;
    whole = whole * 10 + value;
  }
  const count = at - from;
  if (count === 0 || count > 11 || (count > 1 && bytes[from] === ZERO)) return NaN;
  let parts = 0;
  if (bytes[at] === POINT && at < to) {
    const point = at;
    for (at += 1; at < to && at - point <= 4; at++) {
      const value = digit(bytes, at);
      if (!(value >= 0 && value <= 9)) break;
      parts += value * SIZES[at - point]!;
    }
    if (at === point + 1) return NaN;
  }
  for (const suffix of suffixes) {
    if (isWord(suffix, bytes, at, to)) return whole * TEN_THOUSANDTHS + parts;
  }
  return NaN;
}

const SIZES = [0, 1000, 100, 10, 1];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day number of `YYYY-MM-DD`. */
export function quickDay(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 10 || bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return NaN;
  const year = digits(bytes, from, 4);
  const month = digits(bytes, from + 5, 2);
  const day = digits(bytes, from + 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1) return NaN;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day > MONTH_DAYS[month - 1]! + (leap && month === 2 ? 1 : 0)) return NaN;
  // Years begin in March, so that the leap day is a year's last.
  const years = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + dayOfYear - EPOCH;
}

/** From the first of March of the year 0 to the first of January 1970. */
const EPOCH = 719_468;

/** A whole number of so many digits; negative where one of them is none. */
function digits(bytes: Uint8Array, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const value = digit(bytes, at);
    if (!(value >= 0 && value <= 9)) return -1;
    number = number * 10 + value;
  }
  return number;
}

/** Reads a text as the whole reader does, and keeps what came of it. */
export function longNumber(text: string, layout: FactLayout, { policy }: CaseLayout): KeptValue {
  const known = layout.kept.get(text);
  if (known !== undefined) return known;
  const value = readLong(text, layout, policy.units);
  if (text.length > LONGEST_KEPT) return value;
  if (layout.kept.size >= MOST_KEPT) layout.kept.clear();
  layout.kept.set(text, value);
  return value;
}

function readLong(text: string, { fact }: FactLayout, units: ReadonlySet<string>): KeptValue {
  if (text.trim() === '' || text === '待查') return 'unknown';
  const literal = readLiteral(text, fact.type, units);
  if (!literal.ok) return 'declined';
  const { value } = literal;
  if (value.kind === 'boolean') return { number: value.value ? 1 : 0 };
  if (value.kind === 'text') return { number: 1 };
  if (value.kind === 'choice') return { number: optionsOf(fact).indexOf(value.option) };
  if (value.kind === 'choices') return 'declined';
  if ((fact.min && compareLimits(value, fact.min) < 0) || (fact.max && compareLimits(value, fact.max) > 0)) {
    return 'declined';
  }
  if (value.kind === 'date') return { number: value.day };
  if (fact.whole && !isWhole(value)) return 'declined';
  const number = tenThousandths(value);
  return Number.isNaN(number) ? { number: EXACT_VALUE, exact: value } : { number };
}

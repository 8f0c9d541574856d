// In: a text that is no number or no date. Out: how a person who wrote it most likely has to write it.
import { readDate } from '../../model/calendar.js';
import { exactText, Fraction, readQuantity } from '../../model/quantity.js';
import { nearest } from '../nearest.js';
import type { Fault } from './tokens.js';

type Units = ReadonlySet<string>;

const isQuantity = (text: string, units: Units): boolean => readQuantity(text, units).ok;

/** A number as the language writes it, for one that is grouped, spaced, full-width, or counted in 千; empty where unclear. */
export function plainNumber(text: string, units: Units): string {
  const half = text.normalize('NFKC').trim();
  const plain = half
    .replace(/^\+/u, '')
    .replace(/^-?\d{1,3}(?:[,_' ]\d{3})+(?![\d,])/u, joined)
    .replace(/^-?\d{1,4}(?:[,_' ]\d{4})+(?![\d,])/u, joined)
    .replace(/^(-?)0+(?=\d)/u, '$1')
    .replace(/(\d)\s+(?=[\p{L}%])/u, '$1');
  return plain !== text && isQuantity(plain, units) ? plain : counted(half, units);
}

const joined = (grouped: string): string => grouped.replace(/[,_' ]/gu, '');

const SIZES: Readonly<Record<string, number>> = { 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** `15000元` for `1万5千元`: parts of descending size, each with its word. */
function counted(text: string, units: Units): string {
  const match = /^((?:\d{1,15}(?:\.\d{1,15})?[十百千万亿]+)+)(\D*)$/u.exec(text);
  if (!match) return '';
  let sum = new Fraction(0);
  let last = Infinity;
  for (const [, digits, words] of match[1]!.matchAll(/([\d.]+)([十百千万亿]+)/gu)) {
    const size = [...words!].reduce((product, word) => product * SIZES[word]!, 1);
    if (size >= last || size > 1e12) return '';
    last = size;
    sum = sum.add(new Fraction(digits!).mul(size));
  }
  const plain = exactText(sum) + match[2]!;
  return isQuantity(plain, units) ? plain : '';
}

/** `2023-01-01` for the ways a day is written elsewhere; undefined for a text that is no day. */
export function plainDate(text: string): string | undefined {
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u.exec(text) ?? /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]$/u.exec(text);
  if (!match) return undefined;
  const [, year, , month, day] = match;
  const plain = `${year!}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return readDate(plain) === undefined ? undefined : plain;
}

/** Other words for the units that the language knows. */
const SYNONYMS: Readonly<Record<string, string>> = { 圆: '元', 圓: '元', 块: '元', 块钱: '元', 人民币: '元', 天: '日' };

/** The unit that was most likely meant; empty where none is near. */
export function nearestUnit(suffix: string, units: Units): string {
  return SYNONYMS[suffix] ?? nearest(suffix, units);
}

/** A number with grouped digits around an offset of a text, such as `5,000万元`. */
export function groupedAt(text: string, at: number): { readonly from: number; readonly to: number } | undefined {
  for (const { 0: grouped, index } of text.matchAll(/(?<![\p{L}\p{Nd}_.])\d{1,3}(?:[,，]\d{3})+[\p{L}\p{Nd}_.%]*/gu)) {
    if (index <= at && at < index + grouped.length) return { from: index, to: index + grouped.length };
  }
  return undefined;
}

/** A fault inside a number that is grouped or parted from its unit is a fault of the number; any other stays what it is. */
export function likelier(fault: Fault, text: string, units: Units): Fault {
  // A number has 40 digits at most, and a pattern without a beginning takes time that grows with the square of the text.
  const start = Math.max(0, fault.from - 100);
  const spaced = /\d[\d.]* +$/u.exec(text.slice(start, fault.from));
  const whole = spaced && { from: start + spaced.index, to: fault.to };
  const { from, to } = groupedAt(text, fault.from) ?? whole ?? fault;
  const name = text.slice(from, to);
  const fix = name === text.slice(fault.from, fault.to) ? '' : plainNumber(name, units);
  return fix === '' ? fault : { code: 'parse/bad-number', from, to, words: { name, fix } };
}

// In: a text and a type. Out: the constant it writes down, or why it does not fit: in a policy (otherwise, min) or a case.
import { readDate } from '../../model/calendar.js';
import type { Constant, ValueType } from '../../model/expression.js';
import { quantityText, readQuantity } from '../../model/quantity.js';
import { nearest } from '../nearest.js';
import type { Code } from '../../model/codes/index.js';
import { typeText } from './context.js';
import { nearestUnit, plainDate, plainNumber } from './mistaken.js';
import { TRUTHS } from './test.js';

/** A constant, or the code and words of what is wrong with the text. */
export type ReadLiteral =
  | { readonly ok: true; readonly value: Constant }
  | { readonly ok: false; readonly code: Code; readonly words: Record<string, string> };

const wrong = (code: Code, words: Record<string, string>): ReadLiteral => ({ ok: false, code, words });

/** Reads one scalar as a value of a type; a `choices` value comes as several scalars and is read elsewhere. */
export function readLiteral(text: string, type: ValueType, units: ReadonlySet<string>): ReadLiteral {
  const expected = typeText(type);
  switch (type.kind) {
    case 'boolean': {
      const value = TRUTHS.get(text);
      return value === undefined
        ? wrong('parse/not-yes-or-no', { name: text })
        : { ok: true, value: { kind: 'boolean', value } };
    }
    case 'date': {
      const day = readDate(text);
      if (day !== undefined) return { ok: true, value: { kind: 'date', day } };
      return wrong('parse/bad-date', { name: text, fix: plainDate(text.normalize('NFKC').trim()) ?? '' });
    }
    case 'text':
      return { ok: true, value: { kind: 'text', text } };
    case 'choice':
      if (type.options.includes(text)) return { ok: true, value: { kind: 'choice', option: text } };
      return wrong('parse/unknown-option', {
        name: text,
        near: nearest(text, type.options),
        allowed: type.options.join(' '),
      });
    case 'choices':
      return wrong('parse/value-of-wrong-type', { name: text, expected });
    case 'quantity':
      return readNumber(text, type.unit, units);
  }
}

function readNumber(text: string, unit: string | null, units: ReadonlySet<string>): ReadLiteral {
  const read = readQuantity(text, units);
  if (!read.ok) {
    const [code, words] = numberFault(text, read.suffix, units);
    const digits = text.slice(0, text.length - read.suffix.length);
    const isBare = unit === null && code === 'parse/unknown-unit' && readQuantity(digits, units).ok;
    return wrong(code, isBare ? { ...words, near: '', fix: digits } : words);
  }
  if (read.unit === unit) return { ok: true, value: { kind: 'quantity', value: read.value, unit } };
  if (read.unit === null) {
    return wrong('parse/missing-unit', { unit: unit ?? '', name: text, fix: quantityText(read.value, unit) });
  }
  return wrong('parse/unit-does-not-fit', { name: text, unit: unit ?? 'none', found: read.unit });
}

/** What is wrong with a text that reads as no quantity: its unit, where the digits before it are well written, else the number. */
export function numberFault(text: string, suffix: string, units: ReadonlySet<string>): [Code, Record<string, string>] {
  const fix = plainNumber(text, units);
  const isUnit = /^\p{L}[^\d]*$/u.test(suffix) && !/^e[+-]?\d/iu.test(suffix);
  if (isUnit) return ['parse/unknown-unit', { name: suffix, near: fix ? '' : nearestUnit(suffix, units), fix }];
  return ['parse/bad-number', { name: text, fix }];
}

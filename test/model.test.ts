// The nouns that compute: exact quantities and civil dates, against independent oracles.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dateText, monthsBetween, readDate, yearsBetween } from '../src/model/calendar.js';
import { exactText, Fraction, quantityText, readQuantity } from '../src/model/quantity.js';

const epoch = Temporal.PlainDate.from('1970-01-01');
const plain = (day: number): Temporal.PlainDate => epoch.add({ days: day });
const FIRST = readDate('0001-01-01')!;
const LAST = readDate('9999-12-31')!;
const days = fc.oneof(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: -36_500, max: 36_500 }));

describe('dates', () => {
  test('are read only where the day exists, and written as they were read', () => {
    fc.assert(
      fc.property(days, (day) => readDate(plain(day).toString()) === day && dateText(day) === plain(day).toString()),
    );
    for (const text of [
      '2024-02-30',
      '2023-02-29',
      '2024-13-01',
      '0000-01-01',
      '2026-1-5',
      '20240101',
      '２０２４-01-01',
      '',
    ]) {
      expect(readDate(text)).toBeUndefined();
    }
    expect(['1986-05-04', '0001-01-01', '9999-12-31'].map((text) => dateText(readDate(text)!))).toEqual([
      '1986-05-04',
      '0001-01-01',
      '9999-12-31',
    ]);
  });

  test('add months to the same day, or to the last day of a shorter month', () => {
    expect(dateText(addMonths(readDate('2024-01-31')!, 1)!)).toBe('2024-02-29');
    expect(dateText(addMonths(readDate('2024-02-29')!, 12)!)).toBe('2025-02-28');
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (day, n) => {
        const wanted = plain(day).add({ months: n }, { overflow: 'constrain' });
        const inside = wanted.year >= 1 && wanted.year <= 9999;
        expect(addMonths(day, n)).toBe(inside ? epoch.until(wanted).days : undefined);
      }),
    );
  });

  test('count whole months and years as the largest number that does not pass the later day', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const months = monthsBetween(a, b);
        expect(months === undefined).toBe(a > b);
        if (months === undefined) return;
        expect(addMonths(a, months)! <= b).toBe(true);
        expect((addMonths(a, months + 1) ?? Infinity) > b).toBe(true);
        expect(yearsBetween(a, b)).toBe(Math.floor(months / 12));
      }),
    );
  });

  test('never leave the years 0001 to 9999', () => {
    expect([addDays(LAST, 1), addDays(FIRST, -1), addMonths(LAST, 1)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('quantities', () => {
  const read = (text: string): string => {
    const result = readQuantity(text, new Set(['立方米', '株']));
    return result.ok ? quantityText(result.value, result.unit) : result.why;
  };

  test.each([
    ['5000万元', '50000000元'],
    ['1亿元', '100000000元'],
    ['0.5立方米', '0.5立方米'],
    ['30日', '30日'],
    ['3个月', '3个月'],
    ['3月', '3个月'],
    ['2年', '24个月'],
    ['10%', '0.1'],
    ['5万', '50000'],
    ['1.5万亿元', '1500000000000元'],
    ['-3元', '-3元'],
    ['0.10', '0.1'],
    ['5块', 'unknown-unit'],
    ['5天', 'unknown-unit'],
    ['010', 'unknown-unit'],
    ['+1', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['1e3', 'unknown-unit'],
    ['0x1F', 'unknown-unit'],
    ['50,000', 'unknown-unit'],
    ['五万元', 'not-a-number'],
    ['５元', 'not-a-number'],
    ['', 'not-a-number'],
  ])('%s is read as %s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  test('are printed exactly: a finite decimal, else a fraction', () => {
    expect(exactText(new Fraction('0.1').add('0.2'))).toBe('0.3');
    expect(exactText(new Fraction(1000, 3))).toBe('1000/3');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }), (n, places) => {
        const value = new Fraction(n, 10n ** BigInt(places));
        expect(new Fraction(exactText(value)).equals(value)).toBe(true);
      }),
    );
  });
});

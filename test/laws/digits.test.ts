// Law: no value of a term has more digits than are told of it, whatever a case states; so what is taken as never too long never is.
import { expect, test } from 'vitest';
import { Op } from '../../src/compile/table.js';
import { mayBeTooLong } from '../../src/diagram/digits.js';
import { operate } from '../../src/diagram/operations.js';
import { constantTerm, digitsOf, slotTerm, valueOfTerm, type Term } from '../../src/diagram/terms.js';
import { Fraction, isTooLong, readQuantity } from '../../src/model/quantity.js';
import { runs } from '../support/runs.js';
import { Random } from './generate-random.js';

const OPERATIONS = [Op.Add, Op.Subtract, Op.Multiply, Op.Divide] as const;

/** Digits that leave little in common with one another, so that nothing cancels. */
function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.int(1, 9))).join('');
}

/** A number as long as a case can state it, or as fine, or as near to nothing. */
function stated(random: Random): Fraction {
  const text = random.pick([
    `${digits(random, 40)}亿亿亿`,
    `0.${'0'.repeat(random.int(0, 37))}${digits(random, 38)}`.slice(0, 40),
    `${digits(random, 20)}.${digits(random, 19)}%`,
    `-${digits(random, 19)}.${digits(random, 19)}`,
    `${digits(random, 39)}年`,
    '3',
  ]);
  const read = readQuantity(text, new Set());
  if (!read.ok) throw new Error(text);
  return read.value;
}

function term(random: Random, depth: number): Term {
  if (depth === 0 || random.chance(0.15)) {
    return random.chance(0.75)
      ? slotTerm(random.int(1, 4))
      : constantTerm(new Fraction(random.int(1, 999), random.int(1, 99)));
  }
  const [left, right] = [term(random, depth - 1), term(random, depth - 1)];
  return operate(random.pick(OPERATIONS), left, right) ?? left;
}

test('terms of stated numbers have no more digits than are told', () => {
  const met = { short: 0, long: 0, tooLong: 0 };
  for (let seed = 0; seed < runs(6000); seed++) {
    const random = new Random(seed);
    const own = term(random, random.int(1, 4));
    const values = new Map([1, 2, 3, 4].map((slot) => [slot, stated(random)]));
    const value = valueOfTerm(own, (slot) => values.get(slot));
    if (!value) continue;
    const told = digitsOf(own);
    const [numerator, denominator] = [value.n, value.d].map((number) => number.toString().length - 1);
    expect(numerator, own.key).toBeLessThanOrEqual(told.numerator);
    expect(denominator, own.key).toBeLessThanOrEqual(told.tens + told.rest);
    if (mayBeTooLong(told)) met.long += 1;
    else met.short += 1;
    if (isTooLong(value)) met.tooLong += 1;
    expect(isTooLong(value) && !mayBeTooLong(told), own.key).toBe(false);
  }
  console.log(JSON.stringify(met));
  expect(Math.min(met.short, met.long, met.tooLong)).toBeGreaterThan(runs(6000) / 100);
});

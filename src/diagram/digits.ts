// How many digits a value can have at most, told from what it is computed of: so that it is known where it may have more than are kept.
import type { Fraction } from '../model/quantity.js';
import { DIGITS } from '../model/quantity.js';
import { isDecimal } from './regions.js';

/** Bounds, as powers of ten: of the value, of its numerator, and of its denominator, which is a power of ten times whatever else. */
export interface Digits {
  readonly value: number;
  readonly numerator: number;
  readonly tens: number;
  readonly rest: number;
}

/** What a case can state: forty characters, three multiples, years or a percentage. */
export const STATED: Digits = { value: 66, numerator: 66, tens: 42, rest: 0 };

/** Days, months and counts. */
export const FEW: Digits = { value: 8, numerator: 8, tens: 0, rest: 0 };

/** The digits of a product. */
export function digitsOfProduct(a: Digits, b: Digits): Digits {
  return {
    value: a.value + b.value,
    numerator: a.numerator + b.numerator,
    tens: a.tens + b.tens,
    rest: a.rest + b.rest,
  };
}

/** The digits of a quotient: a number that is not zero is at least one over its denominator. */
export function digitsOfQuotient(a: Digits, b: Digits): Digits {
  const over = b.tens + b.rest;
  return digitsOfProduct(a, { value: over, numerator: over, tens: 0, rest: b.numerator });
}

/** The digits of a sum. Its numerator is bounded by the value over the common denominator, and by the numerators that are brought to it. */
export function digitsOfSum(parts: readonly Digits[]): Digits {
  if (parts.length === 1) return parts[0]!;
  const more = Math.log10(Math.max(1, parts.length));
  const value = Math.max(0, ...parts.map((part) => part.value)) + more;
  const tens = Math.max(0, ...parts.map((part) => part.tens));
  const rest = parts.reduce((sum, part) => sum + part.rest, 0);
  const brought = Math.max(0, ...parts.map((part) => part.numerator + tens + rest - part.rest)) + more;
  return { value, numerator: Math.min(value + tens + rest, brought), tens, rest };
}

/** The digits of whichever of several values it is. */
export function mostDigits(all: readonly Digits[]): Digits {
  const most = (of: keyof Digits): number => Math.max(0, ...all.map((each) => each[of]));
  return { value: most('value'), numerator: most('numerator'), tens: most('tens'), rest: most('rest') };
}

/** The digits of a constant. */
export function digitsOfConstant(constant: Fraction): Digits {
  const [numerator, denominator] = [powerOf(constant.n), powerOf(constant.d)];
  // A decimal's denominator is taken as the power of ten that it divides: no more than its own binary digits.
  const tens = isDecimal(constant) ? Math.ceil(denominator / Math.log10(2)) : 0;
  return { value: numerator, numerator, tens, rest: tens > 0 ? 0 : denominator };
}

/** Whether a value of so many digits may be more than is kept. */
export function mayBeTooLong({ numerator, tens, rest }: Digits): boolean {
  return Math.max(numerator, tens + rest) > DIGITS;
}

/** A power of ten that is no less than a number. */
function powerOf(number: bigint): number {
  return number < 10n ** 15n ? Math.log10(Math.max(1, Number(number))) : number.toString().length;
}

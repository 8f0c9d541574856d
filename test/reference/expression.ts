import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { X, compare, literal, not, strict } from './values.js';
import type { Truth, Value } from './values.js';

const TOKEN = /\d{4}-\d\d-\d\d|\d+(?:\.\d+)?[\p{L}%]*|[\p{L}_][\p{L}\p{N}_]*|[<>!]=|[-+*/<>=()[\],]/gu;
const ORDERS = { '<': [-1], '<=': [-1, 0], '>': [1], '>=': [0, 1], '=': [0], '!=': [-1, 1] };
const ARITHMETIC = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' } as const;
const LARGEST = 10n ** 200n;
const day = (value: Value): Temporal.PlainDate => Temporal.PlainDate.from(value as string);

/** A result of more than 200 digits is none. */
const kept = (value: Fraction): Value => (value.n > LARGEST || value.d > LARGEST ? X : value);

/** A whole number of days or months later, on the month's last day where the day is lacking; years 1 to 9999. */
function shift(from: Value, n: Fraction, unit: 'days' | 'months', limit: number): Value {
  if (n.d !== 1n || n.abs().compare(limit) > 0) return X;
  const result = day(from).add({ [unit]: n.valueOf() });
  return result.year >= 1 && result.year <= 9999 ? result.toString() : X;
}

/** The largest multiple n of `step` months with add_months(a, n) <= b. */
function months(a: Value, b: Value, step: number): Value {
  let n = Math.floor(((day(b).year - day(a).year) * 12 + day(b).month - day(a).month) / step) * step;
  while (n > 0 && day(a).add({ months: n }).toString() > (b as string)) n -= step;
  return a > b ? X : new Fraction(n);
}

const FUNCTIONS: Readonly<Record<string, (a: Value, b: Value, args: readonly Value[]) => Value>> = {
  min: (_, __, args) => args.reduce((a, b) => (compare(b, a) < 0 ? b : a)),
  max: (_, __, args) => args.reduce((a, b) => (compare(b, a) > 0 ? b : a)),
  count: (held) => new Fraction((held as readonly string[]).length),
  days_between: (a, b) => new Fraction(day(a).until(day(b)).days),
  months_between: (a, b) => months(a, b, 1),
  years_between: (a, b) => months(a, b, 12),
  add_days: (from, n) => shift(from, n as Fraction, 'days', 4_000_000),
  add_months: (from, n) => shift(from, n as Fraction, 'months', 120_000),
};

/** Reads a leaf or an arithmetic expression from left to right, and computes it on the way. */
export function compute(text: string, valueOf: (name: string) => Value, isChoice: (name: string) => boolean): Value {
  const tokens = text.match(TOKEN)!;
  const next = (): string => tokens.shift()!;
  const take = (token: string): boolean => tokens[0] === token && next() === token;
  const list = (item: () => Value): Value[] => [item(), ...(next() === ',' ? list(item) : [])];
  const chain = (operators: string, operand: () => Value): Value => {
    let left = operand();
    while (tokens[0] && operators.includes(tokens[0])) {
      const operator = next() as keyof typeof ARITHMETIC;
      const right = operand();
      const byZero = operator === '/' && right instanceof Fraction && right.equals(0); // undefined whatever is divided
      left = byZero
        ? X
        : strict([left, right], () => kept((left as Fraction)[ARITHMETIC[operator]](right as Fraction)));
    }
    return left;
  };
  const sum = (): Value => chain('+-', () => chain('*/', factor));
  const factor = (): Value => {
    if (take('(')) return list(sum)[0]!;
    const token = take('-') ? `-${next()}` : next();
    const args = take('(') ? list(sum) : [];
    if (args.length > 0) return strict(args, () => FUNCTIONS[token]!(args[0]!, args[1]!, args));
    return /^\d{4}-/u.test(token) ? token : /^-?\d/u.test(token) ? literal(token).amount : valueOf(token);
  };
  if (take('not')) return not(valueOf(next()) as Truth);
  const opposite = isChoice(tokens[0]) ? next : sum; // what stands opposite a choice is an option
  const left = sum();
  if (tokens.length === 0) return left;
  const operator = next();
  const right = take('[') ? list(opposite) : [opposite()];
  return strict([left, ...right], () => {
    if (operator === 'has') return right.some((option) => (left as readonly Value[]).includes(option));
    if (operator === 'in') return right.some((item) => compare(left, item) === 0);
    return ORDERS[operator as keyof typeof ORDERS].includes(compare(left, right[0]!));
  });
}

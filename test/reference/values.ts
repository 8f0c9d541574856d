import Fraction from 'fraction.js';

/** Unknown: a fact is not established. Undefined: division by zero, no row. Outside, both count as unknown. */
export const U = '?';
export const X = '÷';
export type Truth = boolean | typeof U | typeof X;
/** A truth, a quantity, an option, a date as YYYY-MM-DD, or the options that hold. No option is named ? or ÷. */
export type Value = boolean | Fraction | string | readonly string[];

/** The unknown ones may become true in any number; if the answer is the same each time, that is it. */
export function atLeast(n: number, children: readonly Truth[]): Truth {
  const count = (t: Truth): number => children.filter((child) => child === t).length;
  const results = new Set<Truth>();
  for (let sure = count(true); sure <= count(true) + count(U); sure++) {
    results.add(sure >= n ? true : sure + count(X) < n ? false : X);
  }
  return results.size === 1 ? [...results][0]! : U;
}
export const all = (children: readonly Truth[]): Truth => atLeast(children.length, children);
export const any = (children: readonly Truth[]): Truth => atLeast(1, children);
export const not = (child: Truth): Truth => (typeof child === 'boolean' ? !child : child);

/** Arithmetic and comparison need every operand: unknown if one is unknown, else undefined if one is undefined. */
export function strict(operands: readonly Value[], compute: () => Value): Value {
  return operands.includes(U) ? U : operands.includes(X) ? X : compute();
}

/** -1, 0 or 1: quantities by size, dates by day; options and truths are only equal or not. */
export function compare(a: Value, b: Value): number {
  if (a instanceof Fraction && b instanceof Fraction) return Math.sign(a.compare(b));
  return a === b ? 0 : a < b ? -1 : 1;
}

/** `0.5万元` is 5000 with unit 元, `2年` is 24 with unit 月, `10%` is 1/10 with no unit. */
export function literal(text: string): { amount: Fraction; unit: string } {
  const [, digits = '', scale, suffix = ''] = /^(-?\d+(?:\.\d+)?)(万|亿)?(.*)$/u.exec(text) ?? [];
  const amount = new Fraction(digits).mul(scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1);
  if (suffix === '年') return { amount: amount.mul(12), unit: '月' };
  return suffix === '%' ? { amount: amount.div(100), unit: '' } : { amount, unit: suffix.replace('个月', '月') };
}

/** A row of `cases` or of a table: whether it applies, its value, and whether it is what holds otherwise. */
export type Met = { truth: Truth; value: Value; otherwise: boolean };

/** Of rows in order, the value of the first that applies (hit: first), or of the only one: none, or two, is undefined.
 * It is known where each row that may apply gives the same, and one of them surely applies. */
export function settle(rows: readonly Met[], hit: string): Value {
  const sure = rows.findIndex(({ truth }) => truth === true);
  const may = rows.filter(({ truth }, i) => truth !== false && !(hit === 'first' && sure >= 0 && i > sure));
  if (may.filter(({ truth }) => truth === true).length > 1) return X;
  if (hit !== 'first' && may.filter(({ otherwise }) => !otherwise).length > 1) {
    return may.some(({ truth, value }) => truth === U || value === U) ? U : X;
  }
  const known = may.every(({ value }) => value !== U && value !== X && compare(value, may[0]!.value) === 0);
  if (known && (sure >= 0 || may.some(({ otherwise }) => otherwise))) return may[0]!.value;
  return may.some(({ truth, value }) => truth === U || value === U) ? U : X;
}

// Quantities that should have one unit, and dates that were written as something else.
import type { Expression } from '../../model/expression.js';
import { quantityText } from '../../model/quantity.js';
import type { Span } from '../../model/source.js';
import type { Scalar } from '../yaml/tree.js';
import { report, type Reading } from './context.js';
import { plainDate } from './mistaken.js';
import type { Syntax } from './syntax.js';

const unitOf = ({ type }: Expression): string | null => (type.kind === 'quantity' ? type.unit : null);

/** Whether of two quantities only one has a unit, and one of them is a constant, which can be corrected. */
export function lacksUnit(sides: readonly [Expression, Expression]): boolean {
  const one = (unitOf(sides[0]) === null) !== (unitOf(sides[1]) === null);
  return one && sides.every(({ type }) => type.kind === 'quantity') && sides.some(({ kind }) => kind === 'constant');
}

/** Reports that quantities do not have one unit: at the constant that lacks it or has one too many, else at `at`. */
export function reportUnits(
  sides: readonly [Expression, Expression],
  operator: string,
  at: Span,
  reading: Reading,
): undefined {
  const [left, right] = [unitOf(sides[0]), unitOf(sides[1])];
  for (const side of sides) {
    if (side.kind !== 'constant' || side.value.kind !== 'quantity' || !lacksUnit(sides)) continue;
    const { value, unit } = side.value;
    const wanted = left ?? right ?? '';
    if (unit !== null) return report(reading, 'parse/unit-does-not-fit', side.at, { unit: 'none', found: unit });
    return report(reading, 'parse/missing-unit', side.at, { unit: wanted, fix: quantityText(value, wanted) });
  }
  return report(reading, 'parse/unit-mismatch', at, { left: left ?? 'none', right: right ?? 'none', operator });
}

/** Reports a day that is written as no date, such as `2023-1-1`, which reads as a subtraction; whether it is one. */
export function reportDay(syntax: Syntax, text: Scalar, reading: Reading): boolean {
  const name = text.text.slice(syntax.from, syntax.to);
  const fix = syntax.kind === 'date' ? undefined : plainDate(name);
  if (fix !== undefined) report(reading, 'parse/bad-date', text.inner(syntax.from, syntax.to), { name, fix });
  return fix !== undefined;
}

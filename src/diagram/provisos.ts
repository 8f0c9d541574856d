// In: an operation on two terms, and its result. Out: what has to be so for the evaluator to find a result. The diagram asks for it where the
// operation stands, because nothing of it may be left in a comparison: the same on both sides cancels, and nothing times anything is nothing.
import { addDays } from '../model/calendar.js';
import { Fraction, isTooLong } from '../model/quantity.js';
import { Op } from '../compile/table.js';
import { FEW, mayBeTooLong, STATED } from './digits.js';
import { constantTerm, digitsOf, isConstant, isPartial, wholeTerm, type Term } from './terms.js';

/** Two terms that compare in some way, or a term that has a value. */
export type Proviso =
  { readonly op: Op.AtMost | Op.Unequal; readonly left: Term; readonly right: Term } | { readonly defined: Term };

const ZERO = constantTerm(new Fraction(0));

/** What has to be so of the operands of an operation. */
export function provisosOfOperands(op: Op, left: Term, right: Term): readonly Proviso[] {
  if (op === Op.Divide) return [{ op: Op.Unequal, left: right, right: ZERO }];
  if (op === Op.MonthsBetween || op === Op.YearsBetween) return [{ op: Op.AtMost, left, right }];
  return [];
}

/** What has to be so of the result of an operation. */
export function provisosOfResult(op: Op, result: Term): readonly Proviso[] {
  if (isConstant(result)) return [];
  if (op === Op.AddMonths) return [{ defined: result }];
  if (op === Op.AddDays) return [{ defined: inYears(result) }];
  const isSum = op === Op.Add || op === Op.Subtract || op === Op.Multiply || op === Op.Divide;
  return isSum && mayBeTooLong(digitsOf(result)) ? [{ defined: short(result) }] : [];
}

/** A day that lies in the years 1–9999, or no value; adding a number of days that is not known sees to it itself. */
function inYears(day: Term): Term {
  if (isPartial(day) && day.constant.equals(0)) return day;
  const compute = (value: Fraction): Fraction | undefined =>
    addDays(value.valueOf(), 0) === undefined ? undefined : value;
  return wholeTerm('day', [day], { partial: true, digits: FEW }, ([value]) => compute(value!));
}

/** A number of no more digits than are kept, or no value. */
function short(result: Term): Term {
  return wholeTerm('digits', [result], { partial: true, digits: STATED }, ([value]) =>
    isTooLong(value!) ? undefined : value,
  );
}

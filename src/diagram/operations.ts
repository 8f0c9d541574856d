// What arithmetic and the calendar do to terms: exact on constants, linear where that is exact, kept whole otherwise.
import { addDays, addMonths, monthsBetween, yearsBetween } from '../model/calendar.js';
import { Fraction } from '../model/quantity.js';
import { Op } from '../compile/table.js';
import { addTerms, constantTerm, isConstant, scaleTerm, wholeTerm, type Term } from './terms.js';

const ONE = new Fraction(1);

/** The term of an operation on two terms; undefined where constants leave it undefined. Division is by a term that is not zero. */
export function operate(op: Op, a: Term, b: Term): Term | undefined {
  switch (op) {
    case Op.Add:
      return addTerms(a, b);
    case Op.Subtract:
      return addTerms(a, b, ONE.neg());
    case Op.DaysBetween:
      return addTerms(b, a, ONE.neg());
    case Op.Multiply:
      if (isConstant(a)) return scaleTerm(b, a.constant);
      if (isConstant(b)) return scaleTerm(a, b.constant);
      return wholeTerm(
        '*',
        [a, b].sort((x, y) => (x.key < y.key ? -1 : 1)),
        false,
        ([x, y]) => x!.mul(y!),
      );
    case Op.Divide:
      if (isConstant(b)) return b.constant.equals(0) ? undefined : scaleTerm(a, b.constant.inverse());
      return wholeTerm('/', [a, b], false, ([x, y]) => (y!.equals(0) ? undefined : x!.div(y!)));
    default:
      return onCalendar(op, a, b);
  }
}

function onCalendar(op: Op, a: Term, b: Term): Term | undefined {
  const adding = op === Op.AddDays || op === Op.AddMonths;
  if (adding && isConstant(b) && b.constant.d !== 1n) return undefined;
  if (op === Op.AddDays && isConstant(b)) return addTerms(a, b);
  const days = (x: Fraction, y: Fraction): Fraction | undefined => {
    const [left, right] = [x.valueOf(), y.valueOf()];
    const result = calendarResult(op, left, right);
    return result === undefined ? undefined : new Fraction(result);
  };
  if (isConstant(a) && isConstant(b)) {
    const value = days(a.constant, b.constant);
    return value && constantTerm(value);
  }
  return wholeTerm(`op${String(op)}`, [a, b], adding && !isConstant(b), ([x, y]) => days(x!, y!));
}

function calendarResult(op: Op, a: number, b: number): number | undefined {
  if (op === Op.MonthsBetween) return monthsBetween(a, b);
  if (op === Op.YearsBetween) {
    const years = yearsBetween(a, b);
    return years === undefined ? undefined : years * 12;
  }
  if (!Number.isInteger(b)) return undefined;
  return op === Op.AddDays ? addDays(a, b) : addMonths(a, b);
}

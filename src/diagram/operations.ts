// What arithmetic and the calendar do to terms: exact on constants, linear where that is exact, kept whole otherwise.
import { addDays, addMonths, monthsBetween, yearsBetween } from '../model/calendar.js';
import { Fraction, isTooLong } from '../model/quantity.js';
import { Op } from '../compile/table.js';
import { digitsOfProduct, digitsOfQuotient, FEW } from './digits.js';
import { addTerms, constantTerm, digitsOf, isConstant, scaleTerm, wholeTerm, type Term } from './terms.js';

const ONE = new Fraction(1);

/** The term of an operation on two terms; undefined where constants leave it undefined. What else it takes to be defined is in `provisos.ts`. */
export function operate(op: Op, a: Term, b: Term): Term | undefined {
  const result = resultOf(op, a, b);
  return result && isConstant(result) && isTooLong(result.constant) ? undefined : result;
}

function resultOf(op: Op, a: Term, b: Term): Term | undefined {
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
        { digits: digitsOfProduct(digitsOf(a), digitsOf(b)) },
        ([x, y]) => x!.mul(y!),
      );
    case Op.Divide:
      if (isConstant(b)) return b.constant.equals(0) ? undefined : scaleTerm(a, b.constant.inverse());
      return wholeTerm('/', [a, b], { digits: digitsOfQuotient(digitsOf(a), digitsOf(b)) }, ([x, y]) =>
        y!.equals(0) ? undefined : x!.div(y!),
      );
    default:
      return onCalendar(op, a, b);
  }
}

function onCalendar(op: Op, a: Term, b: Term): Term | undefined {
  const adding = op === Op.AddDays || op === Op.AddMonths;
  if (adding && isConstant(b) && b.constant.d !== 1n) return undefined;
  const days = (x: Fraction, y: Fraction): Fraction | undefined => {
    const [from, other] = [x.valueOf(), y.valueOf()];
    if (!isDay(from) || (adding ? y.d !== 1n : !isDay(other))) return undefined;
    const result = calendarResult(op, from, other);
    return result === undefined ? undefined : new Fraction(result);
  };
  if (isConstant(a) && isConstant(b)) {
    const value = days(a.constant, b.constant);
    return value && constantTerm(value);
  }
  if (op === Op.AddDays && isConstant(b)) return addTerms(a, b);
  return wholeTerm(`op${String(op)}`, [a, b], { partial: adding, digits: FEW }, ([x, y]) => days(x!, y!));
}

function isDay(number: number): boolean {
  return addDays(number, 0) !== undefined;
}

function calendarResult(op: Op, a: number, b: number): number | undefined {
  if (op === Op.MonthsBetween) return monthsBetween(a, b);
  if (op === Op.YearsBetween) {
    const years = yearsBetween(a, b);
    return years === undefined ? undefined : years * 12;
  }
  return op === Op.AddDays ? addDays(a, b) : addMonths(a, b);
}

// In: a fact that is a number or a date. Out: the values of it at which some form that the policy looks at passes one of its cuts.
import { Fraction } from '../model/quantity.js';
import type { Region } from '../diagram/regions.js';
import { slotsBehind, slotTerm, valueOfTerm, type Term } from '../diagram/terms.js';
import type { Variable } from '../diagram/variables.js';
import { branchOf } from '../diagram/walk.js';

/** Values to cut the line of a fact at; not `sure` where some form may pass a cut elsewhere as well. */
export interface Critical {
  readonly cuts: readonly Fraction[];
  readonly sure: boolean;
}

type FormVariable = Variable & { readonly kind: 'form' };

/** The first and the last day that are looked at, and how many days are between two that are. */
const DAYS = { first: -25_567, last: 54_787, step: 61 };

/** The critical values of a slot in one form, the values of all other slots being given. */
export function criticalIn(
  variable: FormVariable,
  slot: number,
  valueOf: (slot: number) => Fraction,
  whole: boolean,
): Critical {
  const { form, regions } = variable;
  const points = pointsOf(regions);
  // A node that is kept whole may hang on the slot in any way; that it is an optional amount is the best guess.
  const within = form.parts.find(({ atom }) => isWithin(atom, slot));
  if (within) {
    const others = form.parts.filter((part) => part !== within);
    const rest = valueOfTerm({ ...form, parts: others }, valueOf) ?? form.constant;
    return { cuts: points.map((point) => point.sub(rest).div(within.times)), sure: false };
  }
  const line = lineIn(form, slot, valueOf);
  if (line) return { cuts: points.map((point) => point.sub(line.rest).div(line.times)), sure: true };
  if (whole) return { cuts: changesOverDays(variable, slot, valueOf), sure: form.parts.length === 1 };
  return onCurve(form, slot, valueOf, points);
}

function pointsOf(regions: readonly Region[]): Fraction[] {
  const ends = regions.flatMap(({ from, to }) => [from, to].filter((end) => end !== undefined));
  return [...new Map(ends.map((end) => [end.toFraction(), end])).values()];
}

/** The form as `times · slot + rest`, if it is one. */
function lineIn(
  form: Term,
  slot: number,
  valueOf: (slot: number) => Fraction,
): { times: Fraction; rest: Fraction } | undefined {
  const own = slotTerm(slot).parts[0]!.atom.key;
  const times = form.parts.find(({ atom }) => atom.key === own)?.times;
  const others = form.parts.filter(({ atom }) => atom.key !== own);
  if (!times || others.some(({ atom }) => atom.slots.includes(slot))) return undefined;
  const rest = valueOfTerm({ ...form, parts: others }, valueOf);
  return rest && { times, rest };
}

/** The days on which the form comes into another region, found by halving between days that lie in different ones. */
function changesOverDays(variable: FormVariable, slot: number, valueOf: (slot: number) => Fraction): Fraction[] {
  const at = (day: number): number | undefined =>
    branchOf(variable, { index: () => 0, value: (own) => (own === slot ? new Fraction(day) : valueOf(own)) });
  const found: Fraction[] = [];
  for (let low = DAYS.first; low < DAYS.last; low += DAYS.step) between(low, low + DAYS.step);
  return found;

  function between(low: number, high: number): void {
    if (at(low) === at(high)) return;
    if (high - low === 1) {
      found.push(new Fraction(high));
      return;
    }
    const middle = Math.floor((low + high) / 2);
    between(low, middle);
    between(middle, high);
  }
}

/** Places at which a form is looked at to tell whether it, or its inverse, is a line. */
const PLACES = [3, 7, 19, 101].map((place) => new Fraction(place));

function onCurve(form: Term, slot: number, valueOf: (slot: number) => Fraction, points: readonly Fraction[]): Critical {
  const seen = PLACES.map((place) => valueOfTerm(form, (own) => (own === slot ? place : valueOf(own))));
  if (seen.some((value) => value === undefined)) return { cuts: [], sure: false };
  const values = seen as readonly Fraction[];
  const line = throughAll(values);
  if (line)
    return {
      cuts: line.times.equals(0) ? [] : points.map((point) => point.sub(line.rest).div(line.times)),
      sure: true,
    };
  if (values.some((value) => value.equals(0))) return { cuts: [], sure: false };
  const inverse = throughAll(values.map((value) => value.inverse()));
  if (!inverse) return { cuts: [], sure: false };
  const pole = inverse.rest.neg().div(inverse.times);
  const others = points.filter((point) => !point.equals(0));
  return { cuts: [pole, ...others.map((point) => point.inverse().sub(inverse.rest).div(inverse.times))], sure: true };
}

function throughAll(values: readonly Fraction[]): { times: Fraction; rest: Fraction } | undefined {
  const times = values[1]!.sub(values[0]!).div(PLACES[1]!.sub(PLACES[0]!));
  const rest = values[0]!.sub(PLACES[0]!.mul(times));
  const fits = values.every((value, i) => value.equals(PLACES[i]!.mul(times).add(rest)));
  return fits ? { times, rest } : undefined;
}

/** Whether a variable is a form that hangs on a slot. */
export function isFormOf(variable: Variable, slot: number): variable is FormVariable {
  return variable.kind === 'form' && slotsBehind(variable.form).includes(slot);
}

/** Whether an atom is a node that is kept whole and hangs on a slot. */
export function isWithin({ slots, behind }: Term['parts'][number]['atom'], slot: number): boolean {
  return behind.includes(slot) && !slots.includes(slot);
}

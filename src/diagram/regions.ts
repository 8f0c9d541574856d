// A variable for numbers: the line cut at every constant that a form is compared with, into points and open intervals.
import { Fraction } from '../model/quantity.js';

/** One piece of the line: a point (`from` equals `to`), or an open interval; an absent end is infinite. */
export interface Region {
  readonly from?: Fraction;
  readonly to?: Fraction;
  /** 2j + 1 at the j-th cut; even between cuts; -1 where the form is undefined. */
  readonly position: number;
}

/**
 * What bounds a form: limits that include themselves, whether only whole numbers or only decimals (what a case can state) occur,
 * whether it can be undefined, and whether it is a day, so that a likely one is shown.
 */
export interface Limits {
  readonly partial: boolean;
  readonly day?: boolean;
  readonly min?: Fraction;
  readonly max?: Fraction;
  readonly whole: boolean;
  readonly decimal: boolean;
}

/** Cuts the line; pieces that no value within the limits can fall into are left out. */
export function cutLine(cuts: readonly Fraction[], limits: Limits): Region[] {
  const regions: Region[] = [];
  for (let i = 0; i <= cuts.length; i++) {
    const from = cuts[i - 1];
    const to = cuts[i];
    regions.push({ ...(from ? { from } : {}), ...(to ? { to } : {}), position: 2 * i });
    if (to) regions.push({ from: to, to, position: 2 * i + 1 });
  }
  const possible = regions.filter((region) => sample(region, limits) !== undefined);
  return limits.partial ? [...possible, { position: -1 }] : possible;
}

/** A plain value in a region and within the limits: a whole number where there is one, the simplest decimal otherwise. */
export function sample({ from, to, position }: Region, limits: Limits): Fraction | undefined {
  const { min, max, whole } = limits;
  if (position % 2 === 1) return inside(from!, limits) ? from : undefined;
  const low = higher(from, min);
  const high = lower(to, max);
  const openLow = low !== undefined && low === from;
  const openHigh = high !== undefined && high === to;
  if (low && high && (low.compare(high) > 0 || (low.equals(high) && (openLow || openHigh)))) return undefined;
  const candidate = limits.day ? nearToday(low, openLow, high, openHigh) : between(low, openLow, high, openHigh);
  if (candidate || whole) return candidate;
  if (low!.equals(high!)) return isDecimal(low!) ? low : undefined;
  for (let scale = new Fraction(10); ; scale = scale.mul(10)) {
    const decimal = between(low!.mul(scale), openLow, high!.mul(scale), openHigh);
    if (decimal) return decimal.div(scale);
  }
}

/** Whether a number has finitely many decimals, so that a case can state it. */
export function isDecimal({ d }: Fraction): boolean {
  let rest = d;
  for (const factor of [2n, 5n]) while (rest % factor === 0n) rest /= factor;
  return rest === 1n;
}

/** Some day that a reader finds likely: 2020-01-01, or the nearest one between two ends. */
const LIKELY = new Fraction(18_262);

function nearToday(
  low: Fraction | undefined,
  openLow: boolean,
  high: Fraction | undefined,
  openHigh: boolean,
): Fraction | undefined {
  const first = between(low, openLow, high, openHigh);
  const last = between(undefined, false, high, openHigh);
  if (!first || first.compare(LIKELY) >= 0) return first;
  return high && last!.compare(LIKELY) < 0 ? last : LIKELY;
}

function inside(value: Fraction, { min, max, whole, decimal }: Limits): boolean {
  if ((whole && value.d !== 1n) || (decimal && !isDecimal(value))) return false;
  return (!min || value.compare(min) >= 0) && (!max || value.compare(max) <= 0);
}

function higher(a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined {
  if (!a || !b) return a ?? b;
  return a.compare(b) >= 0 ? a : b;
}

function lower(a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined {
  if (!a || !b) return a ?? b;
  return a.compare(b) <= 0 ? a : b;
}

/** A whole number between two ends, near the lower one; undefined where there is none. */
function between(
  low: Fraction | undefined,
  openLow: boolean,
  high: Fraction | undefined,
  openHigh: boolean,
): Fraction | undefined {
  if (!low && !high) return new Fraction(0);
  if (!low) return openHigh ? high!.ceil().sub(1) : high!.floor();
  const first = openLow ? low.floor().add(1) : low.ceil();
  if (!high) return first;
  const order = first.compare(high);
  return order < 0 || (order === 0 && !openHigh) ? first : undefined;
}

import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import type { Fact } from './files.js';
import { compare, literal } from './values.js';
import type { Value } from './values.js';

const ORIGIN = Temporal.PlainDate.from('2000-01-01');
/** The first and the last day: a policy that adds to days can leave the calendar. */
const ENDS = ['0001-01-01', '9999-12-31'];

/** Values to try for an unknown fact: the policy's constants of its unit, the points midway, one beyond either end. */
export function candidates(
  { type, unit = '', options = [], min, max, whole }: Fact,
  policyText: string,
): readonly Value[] {
  const names = Array.isArray(options) ? (options as string[]) : Object.keys(options);
  if (type === 'boolean') return [false, true];
  if (type === 'choice') return names;
  if (type === 'choices') return names.reduce<string[][]>((sets, o) => sets.flatMap((set) => [set, [...set, o]]), [[]]);
  const days = (policyText.match(/\d{4}-\d\d-\d\d/gu) ?? []).map((text) => new Fraction(ORIGIN.until(text).days));
  const texts = policyText.replace(/\d{4}-\d\d-\d\d/gu, '').match(/(?<![\p{L}\p{N}_])-?\d+(\.\d+)?[\p{L}%]*/gu) ?? [];
  const amounts = texts.map(literal).filter((constant) => constant.unit === (type === 'money' ? '元' : unit));
  const constants = [new Fraction(0), ...(type === 'date' ? days : amounts.map(({ amount }) => amount))].sort(compare);
  const midway = constants.map((point, i) => point.add(constants[i + 1] ?? point.add(2)).div(2));
  const all = [constants[0]!.sub(1), ...constants, ...midway];
  const points =
    whole === undefined ? all : all.flatMap((point) => [point.floor(), point.ceil(), point.floor().add(1)]);
  const ends = policyText.includes('add_') ? ENDS : [];
  if (type === 'date')
    return [...new Set([...points.map((n) => ORIGIN.add({ days: n.floor().valueOf() }).toString()), ...ends])];
  const above = (point: Fraction): boolean => !min || compare(point, literal(min).amount) >= 0;
  const below = (point: Fraction): boolean => !max || compare(point, literal(max).amount) <= 0;
  return [...new Map(points.filter((p) => above(p) && below(p)).map((p) => [p.toFraction(), p])).values()];
}

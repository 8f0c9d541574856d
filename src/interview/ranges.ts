// In: a fact and the variable that cuts its line. Out: the answers to try, each with its text: options, truths, or a value out of every range.
import { dateText } from '../model/calendar.js';
import type { Constant, ValueType } from '../model/expression.js';
import type { Fact } from '../model/policy.js';
import { quantityText, type Fraction } from '../model/quantity.js';
import type { Diagrams } from '../diagram/build.js';
import { sample, type Region } from '../diagram/regions.js';
import { slotTerm } from '../diagram/terms.js';

/** An answer that stands for all of its kind. */
export interface Sample {
  readonly value: Constant;
  /** An option, 是 or 否; empty for a range, which `rangeText` puts into words. */
  readonly text: string;
  readonly region?: Region;
}

/** The answers to try: of several options each by itself, and none; of numbers and dates one out of every range that the policy tells apart. */
export function samplesOf({ name, type }: Fact, diagrams: Diagrams | undefined): readonly Sample[] {
  if (type.kind === 'boolean') {
    return [true, false].map((value) => ({ value: { kind: 'boolean', value }, text: value ? '是' : '否' }));
  }
  if (type.kind === 'choice') {
    return type.options.map((option) => ({ value: { kind: 'choice', option }, text: option }));
  }
  if (type.kind === 'choices') {
    const sets = [...type.options.map((option) => [option]), []];
    return sets.map((options) => ({ value: { kind: 'choices', options }, text: options[0] ?? '无' }));
  }
  return diagrams ? regionSamples(name, type, diagrams) : [];
}

function regionSamples(name: string, type: ValueType, { table, variables }: Diagrams): readonly Sample[] {
  const variable = variables.ofForm.get(slotTerm(table.slots.get(name)![0]!).key);
  const own = variable === undefined ? undefined : variables.list[variable];
  if (own?.kind !== 'form') return [];
  return own.regions.flatMap((region) => {
    const number = sample(region, own.limits);
    return number ? [{ value: constantOf(number, type), text: '', region }] : [];
  });
}

function constantOf(number: Fraction, type: ValueType): Constant {
  if (type.kind === 'quantity') return { kind: 'quantity', value: number, unit: type.unit };
  return { kind: 'date', day: number.valueOf() };
}

/** A range of neighbouring regions, as a cell of a table would say it; `-` where it is the whole line. */
export function rangeText(regions: readonly Region[], type: ValueType): string {
  const text = (number: Fraction): string =>
    type.kind === 'quantity' ? quantityText(number, type.unit) : dateText(number.valueOf());
  const [first, last] = [regions[0]!, regions.at(-1)!];
  const isPoint = ({ position }: Region): boolean => position % 2 === 1;
  if (first === last && isPoint(first)) return `= ${text(first.from!)}`;
  const from = first.from ? [`${isPoint(first) ? '>=' : '>'} ${text(first.from)}`] : [];
  const to = last.to ? [`${isPoint(last) ? '<=' : '<'} ${text(last.to)}`] : [];
  return [...from, ...to].join(', ') || '-';
}

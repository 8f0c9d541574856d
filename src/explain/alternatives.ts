// In: a fact of a case. Out: every value of it that the policy could tell from another, one of each kind.
import { FALSE, KNOWN, putQuantity, UNKNOWN } from '../compile/cells.js';
import { cutLine, sample, type Region } from '../diagram/regions.js';
import { slotLimits } from '../diagram/variables.js';
import { exactIn } from '../evaluate/branches.js';
import { dateText } from '../model/calendar.js';
import type { ValueType } from '../model/expression.js';
import { Fraction, quantityText } from '../model/quantity.js';
import { criticalIn, isFormOf, isWithin } from './critical.js';
import { AS_OF, putDay, slotsOfFact, type Put } from './trial.js';
import type { View } from './view.js';

/** One kind of value, shown by one of them. */
export interface Alternative {
  readonly put: Put;
  readonly shown: string;
  /** For numbers and dates: the piece of the line that is meant, in order. */
  readonly region?: Region;
  readonly value?: Fraction;
}

/** All kinds of values of a fact; not `sure` where there may be more. */
export interface Alternatives {
  readonly list: readonly Alternative[];
  readonly sure: boolean;
}

/** Sets of options beyond this many are not all tried. */
const MOST_OPTIONS = 8;

/** The alternatives of a fact, while the facts in `free` may change with it. */
export function alternativesOf(view: View, name: string, free: ReadonlySet<string>): Alternatives {
  const { table } = view.subject;
  const slots = slotsOfFact(table, name);
  const type: ValueType = name === AS_OF ? { kind: 'date' } : table.policy.facts.get(name)!.type;
  if (type.kind === 'boolean') return { list: [true, false].map((truth) => truthOf(slots[0]!, truth)), sure: true };
  if (type.kind === 'choice') {
    return { list: type.options.map((option, i) => optionOf(slots[0]!, i, option)), sure: true };
  }
  if (type.kind === 'choices') return setsOf(slots, type.options);
  return onLine(view, name, slots[0]!, free);
}

function truthOf(slot: number, truth: boolean): Alternative {
  return { shown: truth ? '是' : '否', put: (cells) => void (cells.state[slot] = truth ? KNOWN : FALSE) };
}

function optionOf(slot: number, index: number, shown: string): Alternative {
  return { shown, put: (cells) => void ([cells.state[slot], cells.number[slot]] = [KNOWN, index]) };
}

function setsOf(slots: readonly number[], options: readonly string[]): Alternatives {
  const count = Math.min(options.length, MOST_OPTIONS);
  const list = Array.from({ length: 2 ** count }, (_, set): Alternative => {
    const chosen = options.filter((_, i) => i < count && ((set >> i) & 1) === 1);
    const put: Put = (cells) =>
      slots.forEach((slot, i) => (cells.state[slot] = (set >> i) & 1 && i < count ? KNOWN : FALSE));
    return { shown: chosen.length > 0 ? chosen.join('、') : '无', put };
  });
  const few = [...list].sort((a, b) => a.shown.length - b.shown.length);
  return { list: few, sure: count === options.length };
}

function onLine(view: View, name: string, slot: number, free: ReadonlySet<string>): Alternatives {
  const { table, cells } = view.subject;
  const limits = slotLimits(slot, table);
  const whole = table.days.has(slot);
  const valueOf = (own: number): Fraction =>
    cells.state[own] === UNKNOWN ? new Fraction(0) : exactIn(table, cells, own);
  const forms = view.diagrams.variables.list.filter((variable) => isFormOf(variable, slot));
  const isOther = (own: number): boolean => own !== slot && cells.state[own] === UNKNOWN;
  const told = forms.filter(({ form }) =>
    form.parts.every(({ atom }) => isWithin(atom, slot) || !atom.slots.some(isOther)),
  );
  const together = view.facts.some(
    (facts) => facts.includes(name) && facts.some((other) => other !== name && free.has(other)),
  );
  const found = told.map((variable) => criticalIn(variable, slot, valueOf, whole));
  const own = cells.state[slot] === UNKNOWN ? [] : [valueOf(slot)];
  const cuts = [
    ...new Map([...found.flatMap((each) => each.cuts), ...own].map((cut) => [cut.toFraction(), cut])).values(),
  ];
  const regions = cutLine(
    cuts.sort((a, b) => a.compare(b)),
    limits,
  );
  const list = regions.flatMap((region): Alternative[] => {
    const value = sample(region, limits);
    return value ? [{ region, value, shown: textOf(view, name, value), put: putter(view, name, slot, value) }] : [];
  });
  return { list, sure: !together && found.every(({ sure }) => sure) };
}

function putter({ subject: { table } }: View, name: string, slot: number, value: Fraction): Put {
  if (name === AS_OF) return putDay(table, value.valueOf());
  if (!table.days.has(slot)) return (cells) => putQuantity(cells, slot, value);
  return (cells) => void ([cells.state[slot], cells.number[slot]] = [KNOWN, value.valueOf()]);
}

/** A number or a date as a case file would write it. */
export function textOf({ subject: { table } }: View, name: string, value: Fraction): string {
  const type = table.policy.facts.get(name)?.type;
  return type?.kind === 'quantity' ? quantityText(value, type.unit) : dateText(value.valueOf());
}

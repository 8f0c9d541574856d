// In: the flat table of a policy. Out: the variables that its complete cases differ in, in the order in which outcomes ask for them.
import { readDate } from '../model/calendar.js';
import { Fraction } from '../model/quantity.js';
import { Op, type Table } from '../compile/table.js';
import { compareForm, isPartial, slotTerm, slotsOf, type Term } from './terms.js';
import { constantOf, possibleTerms, type Followed, type Possible } from './possible.js';
import { provisosOfOperands, provisosOfResult, type Proviso } from './provisos.js';
import { cutLine, isDecimal, type Limits, type Region } from './regions.js';

/** What a complete case decides: a truth, an option, or where a form of numbers or dates lies. */
export type Variable =
  | { readonly kind: 'truth'; readonly slot: number }
  | { readonly kind: 'option'; readonly slot: number; readonly options: readonly string[] }
  | { readonly kind: 'form'; readonly form: Term; readonly regions: readonly Region[]; readonly limits: Limits };

/** The variables of a table, and where each slot and each form is found among them. */
export interface Variables {
  readonly list: readonly Variable[];
  readonly ofSlot: ReadonlyMap<number, number>;
  readonly ofForm: ReadonlyMap<string, number>;
  /** The nodes that are kept whole, with their terms. */
  readonly whole: ReadonlyMap<number, Term>;
}

interface Found {
  readonly forms: Map<string, { readonly form: Term; readonly cuts: Map<string, Fraction> }>;
  readonly order: ({ readonly slot: number } | { readonly form: string })[];
}

/** Finds the variables, in the order in which the outcomes first ask for them. */
export function findVariables(table: Table, most?: Followed): Variables {
  const { whole, ...possible } = possibleTerms(table, most);
  const found: Found = { forms: new Map(), order: [] };
  cutAtParameters(table, found);
  const roots = [
    ...table.impossible,
    ...[...table.outcomes.values()].map(({ holds }) => holds),
    ...table.rules.values(),
    ...table.applies.values(),
  ];
  for (const node of depthFirst(table, roots)) note(table, possible, node, found);
  return { ...assemble(table, found), whole };
}

/** All nodes behind some roots, operands first. */
function* depthFirst(table: Table, roots: readonly number[]): Generator<number> {
  const seen = new Set<number>();
  for (const root of roots) {
    const todo = [root];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      if (node < 0) yield -node - 1;
      else if (!seen.has(node)) {
        seen.add(node);
        const kids = [...table.kids.subarray(table.first[node], table.first[node + 1])];
        todo.push(-node - 1, ...kids.reverse());
      }
    }
  }
}

/** Notes what a node looks at: a slot, or the forms that its comparison may have to decide. */
function note(table: Table, { terms, results }: Omit<Possible, 'whole'>, node: number, found: Found): void {
  const op = table.op[node]!;
  if (op === Op.Given) found.order.push({ slot: node });
  const [a, b] = [table.kids[table.first[node]!], table.kids[table.first[node]! + 1]];
  if (a === undefined) return;
  if (op >= Op.Less && op <= Op.Unequal) cutPairs(terms[a]!, terms[b!]!, found);
  if (op === Op.Divide || op === Op.MonthsBetween || op === Op.YearsBetween) {
    // Of a quotient only what it is divided by is looked at.
    for (const left of op === Op.Divide ? terms[a]!.slice(0, 1) : terms[a]!)
      for (const right of terms[b!]!) provisosOfOperands(op, left, right).forEach((each) => provide(each, found));
  }
  for (const result of results[node]!) provisosOfResult(op, result).forEach((each) => provide(each, found));
  if (op !== Op.Min && op !== Op.Max) return;
  const kids = [...table.kids.subarray(table.first[node], table.first[node + 1])];
  kids.forEach((kid, i) => kids.slice(i + 1).forEach((other) => cutPairs(terms[kid]!, terms[other]!, found)));
}

/** Notes the form that tells whether something is so. */
function provide(proviso: Proviso, found: Found): void {
  if ('defined' in proviso) noted(proviso.defined, found);
  else cut(proviso.left, proviso.right, found);
}

function slotless(value: number): Term {
  return { key: String(value), constant: new Fraction(value), parts: [] };
}

function cutPairs(left: readonly Term[], right: readonly Term[], found: Found): void {
  for (const a of left) for (const b of right) cut(a, b, found);
}

function cut(a: Term, b: Term, found: Found): void {
  const { form, against } = compareForm(a, b);
  if (form.parts.length === 0) return;
  noted(form, found).set(against.toFraction(), against);
}

/** The cuts of a form, which is a variable from now on. */
function noted(form: Term, found: Found): Map<string, Fraction> {
  const known = found.forms.get(form.key);
  if (known) return known.cuts;
  const cuts = new Map<string, Fraction>();
  found.order.push({ form: form.key });
  found.forms.set(form.key, { form, cuts });
  return cuts;
}

/** Parameters change with the day: the line of days is cut where one begins or ends. */
function cutAtParameters(table: Table, found: Found): void {
  const asOf = slotTerm(table.asOf);
  for (const { values } of table.policy.parameters.values()) {
    for (const { from, to } of values) {
      cut(asOf, slotless(from), found);
      if (to !== undefined) cut(asOf, slotless(to), found);
    }
  }
}

function assemble(table: Table, { forms, order }: Found): Omit<Variables, 'whole'> {
  const kinds = slotKinds(table);
  const list: Variable[] = [];
  const ofSlot = new Map<number, number>();
  const ofForm = new Map<string, number>();
  for (const entry of order) {
    if ('form' in entry) {
      if (ofForm.has(entry.form)) continue;
      const { form, cuts } = forms.get(entry.form)!;
      const limits = limitsOf(form, table);
      const regions = cutLine(
        [...cuts.values()].sort((a, b) => a.compare(b)),
        limits,
      );
      ofForm.set(entry.form, list.push({ kind: 'form', form, regions, limits }) - 1);
    } else {
      const kind = kinds.get(entry.slot);
      if (!kind || ofSlot.has(entry.slot)) continue;
      ofSlot.set(entry.slot, list.push({ ...kind, slot: entry.slot }) - 1);
    }
  }
  return { list, ofSlot, ofForm };
}

/** Which slots are truths and options; numbers and dates appear through forms only. */
function slotKinds(table: Table): Map<number, { kind: 'truth' } | { kind: 'option'; options: readonly string[] }> {
  const kinds = new Map<number, { kind: 'truth' } | { kind: 'option'; options: readonly string[] }>();
  for (const [name, slots] of table.slots) {
    const { type } = table.policy.facts.get(name)!;
    if (type.kind === 'boolean' || type.kind === 'choices')
      for (const slot of slots) kinds.set(slot, { kind: 'truth' });
    if (type.kind === 'choice') kinds.set(slots[0]!, { kind: 'option', options: type.options });
  }
  return kinds;
}

/** The limits of a form: those of its slot where it is one slot; whole where all its slots are. */
function limitsOf(form: Term, table: Table): Limits {
  const slots = slotsOf(form);
  const slotwise = form.parts.every(({ atom }) => atom.key.startsWith('s'));
  const plain = slotwise && form.parts.every(({ times }) => times.d === 1n);
  const decimal = slotwise && form.parts.every(({ times }) => isDecimal(times));
  if (plain && slots.length === 1 && form.parts.length === 1) return slotLimits(slots[0]!, table);
  const whole = plain && slots.every((slot) => slotLimits(slot, table).whole);
  return { whole, decimal, partial: isPartial(form), ...sumOfLimits(form, table) };
}

/** Between what a sum lies, by what its parts lie between. */
function sumOfLimits(form: Term, table: Table): Pick<Limits, 'min' | 'max'> {
  const ends = form.parts.map(({ atom, times }) => {
    const [low, high] = endsOf(atom, table);
    return times.s < 0n ? [high?.mul(times), low?.mul(times)] : [low?.mul(times), high?.mul(times)];
  });
  const sum = (end: 0 | 1): Fraction | undefined =>
    ends.reduce<Fraction | undefined>((total, each) => each[end] && total?.add(each[end]), new Fraction(0));
  const [min, max] = [sum(0), sum(1)];
  return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
}

/** Between what one part lies: a slot within its limits, an optional amount within those and what it is otherwise. */
function endsOf(
  { key, slots }: Term['parts'][number]['atom'],
  table: Table,
): readonly [Fraction | undefined, Fraction | undefined] {
  const [slot] = slots;
  if (key.startsWith('s')) return [slotLimits(slot!, table).min, slotLimits(slot!, table).max];
  if (!key.startsWith('n') || table.op[slot!] !== Op.Gate) return [undefined, undefined];
  const [, stated, otherwise] = table.kids.subarray(table.first[slot!], table.first[slot! + 1]);
  const { min, max } = slotLimits(stated!, table);
  const other = constantOf(table, otherwise!);
  return [min && (min.compare(other) < 0 ? min : other), max && (max.compare(other) > 0 ? max : other)];
}

/** What bounds a slot: the fact's limits, or the policy's time in force for the day; days are whole and lie in the years 1–9999. */
export function slotLimits(slot: number, table: Table): Limits {
  const day = table.days.has(slot);
  const { min, max, whole } = statedLimits(slot, table);
  const low = min ?? (day ? new Fraction(readDate('0001-01-01')!) : undefined);
  const high = max ?? (day ? new Fraction(readDate('9999-12-31')!) : undefined);
  return { ...(low ? { min: low } : {}), ...(high ? { max: high } : {}), whole, day, decimal: true, partial: false };
}

interface StatedLimits {
  readonly min: Fraction | undefined;
  readonly max: Fraction | undefined;
  readonly whole: boolean;
}

function statedLimits(slot: number, table: Table): StatedLimits {
  const { policy } = table;
  const day = (number: number | undefined): Fraction | undefined =>
    number === undefined ? undefined : new Fraction(number);
  if (slot === table.asOf) return { min: day(policy.inForce.from), max: day(policy.inForce.to), whole: true };
  const name = [...table.slots].find(([, slots]) => slots.includes(slot))![0];
  const { min, max, whole, type } = policy.facts.get(name)!;
  const value = (limit: typeof min): Fraction | undefined =>
    limit?.kind === 'quantity' ? limit.value : day(limit?.day);
  return { min: value(min), max: value(max), whole: whole || type.kind === 'date' };
}

/** The same variables in another order. */
export function reordered({ list, ofSlot, ofForm, whole }: Variables, order: readonly number[]): Variables {
  const place = new Map(order.map((variable, i) => [variable, i]));
  const moved = <K>(of: ReadonlyMap<K, number>): Map<K, number> =>
    new Map([...of].map(([key, variable]) => [key, place.get(variable)!]));
  return { list: order.map((variable) => list[variable]!), ofSlot: moved(ofSlot), ofForm: moved(ofForm), whole };
}

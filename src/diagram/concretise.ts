// In: branches of some variables. Out: a value for every slot that takes these branches, where one can be found.
import { Fraction } from '../model/quantity.js';
import { Op } from '../compile/table.js';
import type { Diagrams } from './build.js';
import { isDecimal, sample, type Region } from './regions.js';
import { terminal, type Diagram, type Store } from './store.js';
import { TRUE_END } from './truths.js';
import { isOneSlot, slotsBehind, slotsOf, valueOfTerm } from './terms.js';
import { slotLimits, type Variable } from './variables.js';
import { branchOf, follow, type SlotValues } from './walk.js';

/** Values of slots: truths and options by index, numbers and dates exactly. */
export interface Concrete {
  readonly index: ReadonlyMap<number, number>;
  readonly value: ReadonlyMap<number, Fraction>;
}

interface Wanted {
  readonly variable: Variable & { kind: 'form' };
  readonly region: Region;
  readonly branch: number;
}

/** How many combinations of candidate values are tried. */
const TRIES = 20_000;

/** Finds values; forms of one slot are met directly, forms of several by trying candidates near their cuts. */
export function concretise(diagrams: Diagrams, fixed: ReadonlyMap<number, number>): Concrete | undefined {
  const { variables } = diagrams;
  const index = new Map<number, number>();
  const wanted: Wanted[] = [];
  for (const [at, branch] of fixed) {
    const variable = variables.list[at]!;
    if (variable.kind === 'form') wanted.push({ variable, region: variable.regions[branch]!, branch });
    else index.set(variable.slot, branch);
  }
  openGates(diagrams, fixed, wanted, index);
  const slots = valueSlots(diagrams);
  const candidates = new Map(slots.map((slot) => [slot, candidatesFor(slot, diagrams, wanted)]));
  if ([...candidates.values()].some((list) => list.length === 0)) return undefined;
  const involved = new Set(
    wanted
      .filter(({ variable }) => !isOneSlot(variable.form))
      .flatMap(({ variable }) => slotsBehind(variable.form))
      .filter((slot) => candidates.has(slot)),
  );
  const value = new Map(slots.map((slot) => [slot, candidates.get(slot)![0]!] as const));
  const read = readerOf(diagrams, index, value);
  if (!search([...involved], candidates, value, wanted, read)) return undefined;
  return { index, value };
}

/** The slots that hold numbers and dates and that any form looks at, and the day. */
function valueSlots({ table }: Diagrams): number[] {
  const kinds = [...table.slots].filter(([name]) =>
    ['quantity', 'date'].includes(table.policy.facts.get(name)!.type.kind),
  );
  return [table.asOf, ...kinds.flatMap(([, slots]) => slots)];
}

function candidatesFor(slot: number, diagrams: Diagrams, wanted: readonly Wanted[]): Fraction[] {
  const { variables } = diagrams;
  const own = variables.list.find(
    (v): v is Variable & { kind: 'form' } => v.kind === 'form' && isOneSlot(v.form) && slotsOf(v.form)[0] === slot,
  );
  const limits = own?.limits ?? slotLimits(slot, diagrams.table);
  const asked = wanted.find(({ variable }) => variable === own);
  const regions = asked ? [asked.region] : (own?.regions ?? [{ position: 0 }]);
  const inRegions = regions.flatMap((region) => sample(region, limits) ?? []);
  const cuts = variables.list.flatMap((v) =>
    v.kind === 'form' && slotsBehind(v.form).includes(slot) ? v.regions.flatMap(({ from }) => from ?? []) : [],
  );
  const near = cuts.flatMap((cut) => [-366, -31, -1, 0, 1, 31, 366].map((step) => cut.add(step)));
  const base = inRegions.flatMap((value) => [0, -1, 1, -30, 30, -365, 365, -6575, 6575].map((step) => value.add(step)));
  const fits = (value: Fraction): boolean =>
    regions.some(({ from, to, position }) =>
      position % 2 === 1 ? value.equals(from!) : (!from || value.compare(from) > 0) && (!to || value.compare(to) < 0),
    ) &&
    (limits.whole ? value.d === 1n : isDecimal(value)) &&
    (!limits.min || value.compare(limits.min) >= 0) &&
    (!limits.max || value.compare(limits.max) <= 0);
  const all = [...inRegions, ...base, ...near].filter(fits);
  return [...new Map(all.map((value) => [value.toFraction(), value])).values()];
}

function search(
  slots: readonly number[],
  candidates: ReadonlyMap<number, readonly Fraction[]>,
  value: Map<number, Fraction>,
  wanted: readonly Wanted[],
  read: SlotValues,
): boolean {
  let tries = 0;
  const met = (): boolean => wanted.every(({ variable, branch }) => branchOf(variable, read) === branch);
  const go = (at: number): boolean => {
    if (at === slots.length) return ++tries <= TRIES && met();
    for (const candidate of candidates.get(slots[at]!)!) {
      if (tries > TRIES) return false;
      value.set(slots[at]!, candidate);
      const decided = new Set(slots.slice(0, at + 1));
      const broken = wanted.some(({ variable, branch }) => {
        const own = slotsBehind(variable.form).filter((slot) => candidates.has(slot));
        return own.every((slot) => decided.has(slot)) && branchOf(variable, read) !== branch;
      });
      if (!broken && go(at + 1)) return true;
      tries += 1;
    }
    return false;
  };
  return go(0);
}

/** The values of slots as they are being tried, and those of nodes that are kept whole, from them. */
function readerOf(
  diagrams: Diagrams,
  index: ReadonlyMap<number, number>,
  value: ReadonlyMap<number, Fraction>,
): SlotValues {
  const zero = new Fraction(0);
  const read: SlotValues = {
    index: (slot) => index.get(slot) ?? 0,
    value: (slot) => {
      const within = diagrams.within.get(slot);
      if (within === undefined) return value.get(slot) ?? zero;
      const found = follow(diagrams, within, read);
      return found === undefined || found < 3 ? zero : valueOfTerm(diagrams.termOf(found), read.value);
    },
  };
  return read;
}

/** Lets optional amounts that a wanted form adds up apply, where the branches leave that open: it gives the search more to vary. */
function openGates(
  { table, store, of, variables }: Diagrams,
  fixed: ReadonlyMap<number, number>,
  wanted: readonly Wanted[],
  index: Map<number, number>,
): void {
  const chosen = new Map(fixed);
  const gates = wanted.flatMap(({ variable }) => slotsOf(variable.form)).filter((slot) => table.op[slot] === Op.Gate);
  for (const gate of gates) {
    const path = pathTo(store, of[table.kids[table.first[gate]!]!]!, chosen);
    for (const [at, branch] of path ?? []) {
      const variable = variables.list[at]!;
      if (variable.kind === 'form' || chosen.has(at)) continue;
      chosen.set(at, branch);
      index.set(variable.slot, branch);
    }
  }
}

/** Branches that lead to TRUE and agree with those that are chosen. */
function pathTo(
  store: Store,
  diagram: Diagram,
  chosen: ReadonlyMap<number, number>,
): readonly (readonly [number, number])[] | undefined {
  if (diagram < 0) return diagram === terminal(TRUE_END) ? [] : undefined;
  const top = store.top(diagram);
  const all = Array.from({ length: store.arity[top]! }, (_, i) => i);
  for (const branch of all.filter((each) => each === (chosen.get(top) ?? each))) {
    const rest = pathTo(store, store.cofactor(diagram, top, branch), chosen);
    if (rest) return [[top, branch], ...rest];
  }
  return undefined;
}

// In: two versions of a policy and the differences to take back. Out: the newer version with the older definitions in their place.
import { postOrder, readsOf } from '../model/order.js';
import type { Outcome, Policy } from '../model/policy.js';
import { copyCells, KNOWN, makeCells, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { fillParameters } from '../evaluate/slots.js';
import { run } from '../evaluate/run.js';
import type { DifferenceGroup } from './versions.js';

/** The newer version with some groups of differences as the older one had them; undefined where that makes no policy: a circle, or two otherwise-outcomes. */
export function hybridOf(before: Policy, after: Policy, groups: readonly DifferenceGroup[]): Policy | undefined {
  const back = new Set(groups.flatMap(({ differences }) => differences.map(({ kind, name }) => `${kind} ${name}`)));
  const mixed = <T>(kind: string, old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): Map<string, T> => {
    // What nobody reads does no harm, so what only one version has stays; and an older definition finds all that it reads.
    const all = new Map([...old, ...now]);
    for (const [name, own] of old) if (back.has(`${kind} ${name}`)) all.set(name, own);
    return all;
  };
  const policy: Policy = {
    ...after,
    parameters: mixed('parameter', before.parameters, after.parameters),
    facts: mixed('fact', before.facts, after.facts),
    rules: mixed('rule', before.rules, after.rules),
    outcomes: mixedOutcomes(back, before, after),
    impossible: back.has('impossible impossible') ? before.impossible : after.impossible,
    units: new Set([...before.units, ...after.units]),
  };
  return isPolicy(policy) ? policy : undefined;
}

/** Outcomes are read by nobody and decide by themselves: one version's alone are there exactly where that version is meant. */
function mixedOutcomes(back: ReadonlySet<string>, before: Policy, after: Policy): Map<string, Outcome> {
  const names = [...new Set([...after.outcomes.keys(), ...before.outcomes.keys()])];
  return new Map(
    names.flatMap((name) => {
      const own = (back.has(`outcome ${name}`) ? before : after).outcomes.get(name);
      return own ? [[name, own] as const] : [];
    }),
  );
}

function isPolicy(policy: Policy): boolean {
  const { facts, rules, outcomes } = policy;
  if ([...outcomes.values()].filter(({ when }) => !when).length > 1) return false;
  const next = (name: string): string[] => readsOf(name, policy).map((ref) => ref.name);
  return postOrder([...facts.keys(), ...rules.keys()], next).circles.length === 0;
}

/** A case under a table, by the stated values that it has under the two versions. */
export interface StatedIn {
  readonly before: { readonly table: Table; readonly cells: Cells };
  readonly after: { readonly table: Table; readonly cells: Cells };
}

/** Computes all nodes of a hybrid, into a vector that may have been used before. A fact is taken from the version whose definition the hybrid has. */
export function runHybrid(table: Table, { before, after }: StatedIn, cells: Cells = makeCells(table.size)): Cells {
  copyCells(table.blank, cells);
  for (const [name, slots] of table.slots) {
    const own = table.policy.facts.get(name);
    const from = after.table.policy.facts.get(name) === own ? after : before;
    const source = from.table.slots.get(name)!;
    slots.forEach((slot, i) => copySlot(from.cells, source[i]!, cells, slot));
  }
  copySlot(after.cells, after.table.asOf, cells, table.asOf);
  if (cells.state[table.asOf] === KNOWN) fillParameters(table, cells, cells.number[table.asOf]!);
  run(table, cells);
  return cells;
}

function copySlot(from: Cells, source: number, to: Cells, slot: number): void {
  to.state[slot] = from.state[source]!;
  to.number[slot] = from.number[source]!;
  if (from.exact[source]) to.exact[slot] = from.exact[source];
}

// In: the values of all nodes and what stands. Out: the leaves that decided it. Parties that are alike share one list.
import type { Ground } from '../model/batch.js';
import type { Condition } from '../model/expression.js';
import type { Outcome } from '../model/policy.js';
import type { Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { decidersOfOutcome } from '../evaluate/deciders.js';
import { truthOf } from '../evaluate/show.js';

/** Gives the grounds of what stands; of no outcome standing, why each does not hold. */
export type GroundsFinder = (cells: Cells, standing: readonly string[]) => readonly Ground[];

/** How many lists are kept: one for each way in which the leaves of an outcome were seen to fall. */
const MOST_KEPT = 10_000;

/** Prepares to find grounds under one table. */
export function groundsFinder(table: Table): GroundsFinder {
  const { policy } = table;
  const kept = new Map<string, readonly Ground[]>();
  const names = [...policy.outcomes.keys()];
  const behind = new Map(names.map((name, place) => [name, { place, nodes: nodesBehind(name, table) }] as const));
  return (cells, standing) => {
    const told = standing.length > 0 ? standing : names;
    let key = '';
    for (const name of told) key += keyOf(behind.get(name)!, cells);
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const grounds = distinct(told.flatMap((name) => groundsOf(policy.outcomes.get(name)!, table, cells)));
    kept.set(key, grounds);
    return grounds;
  };
}

/** What decides an outcome, and its place among the outcomes. */
interface Behind {
  readonly place: number;
  readonly nodes: readonly number[];
}

/** The place and the states as a text, five states a character. How long it is hangs on the place alone: no two lists of keys read alike. */
function keyOf({ place, nodes }: Behind, { state }: Cells): string {
  let key = String.fromCharCode(place);
  for (let i = 0; i < nodes.length; i += 5) {
    let packed = 0;
    for (let k = i; k < i + 5 && k < nodes.length; k++) packed = packed * 8 + state[nodes[k]!]!;
    key += String.fromCharCode(packed);
  }
  return key;
}

/** Every condition that bears on whether an outcome holds: its own; for the otherwise-outcome those of all others. */
function nodesBehind(name: string, table: Table): readonly number[] {
  const { outcomes } = table.policy;
  const outcome = outcomes.get(name)!;
  const deciding = outcome.when ? [outcome] : [...outcomes.values()].filter(({ when }) => when);
  const conditions = deciding.flatMap(({ when, unless }) => [when, unless]).filter((part) => part !== undefined);
  const nodes = conditions.flatMap(partsOf).map((part) => table.nodeOf.get(part)!);
  return [...new Set([...nodes, ...deciding.map(({ name }) => table.outcomes.get(name)!.holds)])];
}

function partsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'leaf' ? [condition] : [condition, ...condition.of.flatMap(partsOf)];
}

/** The otherwise-outcome rests on other outcomes, so what is told is what decided those. */
function groundsOf(outcome: Outcome, table: Table, cells: Cells): Ground[] {
  return decidersOfOutcome(outcome, table, cells).flatMap((decider): Ground[] => {
    if (decider.kind === 'outcome') return groundsOf(table.policy.outcomes.get(decider.name)!, table, cells);
    if (decider.kind === 'value') return [];
    return [{ leaf: decider.leaf.text, truth: truthOf(cells, table.nodeOf.get(decider.leaf)!) }];
  });
}

/** Each ground once, in the order in which they first stand. */
export function distinct(grounds: readonly Ground[]): Ground[] {
  return [...new Map(grounds.map((ground) => [`${String(ground.truth)} ${ground.leaf}`, ground])).values()];
}

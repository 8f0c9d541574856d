// In: a condition and the values of its parts. Out: the leaves that decided it, the fewest where one part alone suffices.
import type { Condition, Leaf } from '../model/expression.js';
import { FALSE, KNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';

/** The leaves that made a condition what it is. For an unknown condition: the leaves that leave it open. */
export function decidingLeaves(condition: Condition, table: Table, cells: Cells): readonly Leaf[] {
  if (condition.kind === 'leaf') return [condition];
  const stateOf = (part: Condition): number => cells.state[table.nodeOf.get(part)!]!;
  const leaves = (part: Condition): readonly Leaf[] => decidingLeaves(part, table, cells);
  const state = stateOf(condition);
  if (state !== KNOWN && state !== FALSE) {
    return condition.of.filter((part) => stateOf(part) !== KNOWN && stateOf(part) !== FALSE).flatMap(leaves);
  }
  const [wanted, needed] = deciders(condition, state === KNOWN);
  const reasons = condition.of.filter((part) => stateOf(part) === wanted).map(leaves);
  return fewest(reasons, needed).flat();
}

/** Which state of the parts decides a group, and how many parts of it suffice. */
function deciders(condition: Exclude<Condition, Leaf>, holds: boolean): [state: number, needed: number] {
  const { length } = condition.of;
  if (condition.kind === 'at_least') return holds ? [KNOWN, condition.n] : [FALSE, length - condition.n + 1];
  if (condition.kind === 'all') return holds ? [KNOWN, length] : [FALSE, 1];
  const any = condition.kind === 'any' ? holds : !holds;
  return any ? [KNOWN, 1] : [FALSE, length];
}

/** The given number of shortest lists, in their original order. */
export function fewest<T>(lists: readonly (readonly T[])[], needed: number): readonly (readonly T[])[] {
  if (needed >= lists.length) return lists;
  const ranked = lists.map((list, i) => ({ list, i })).sort((a, b) => a.list.length - b.list.length || a.i - b.i);
  return ranked
    .slice(0, needed)
    .sort((a, b) => a.i - b.i)
    .map(({ list }) => list);
}

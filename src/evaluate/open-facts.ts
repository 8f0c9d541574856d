// In: the values of all nodes. Out: which unknown facts can still change an outcome, and which cannot.
import { FALSE, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';

/** The unknown facts that apply, or may apply, parted by whether an open outcome still leads to them through open nodes. */
export interface OpenFacts {
  readonly missing: readonly string[];
  readonly immaterial: readonly string[];
}

/** Facts are in the order of the policy. A fact is immaterial when every path from it meets a node that is settled without it. */
export function openFacts(table: Table, cells: Cells): OpenFacts {
  const reached = reachable(table, cells);
  const unknown = [...table.slots].filter(([name, slots]) => {
    const applies = table.applies.get(name);
    const asked = applies === undefined || cells.state[applies] !== FALSE;
    return asked && slots.some((slot) => cells.state[slot] === UNKNOWN);
  });
  const matters = ([, slots]: (typeof unknown)[number]): boolean => slots.some((slot) => reached.has(slot));
  return {
    missing: unknown.filter(matters).map(([name]) => name),
    immaterial: unknown.filter((entry) => !matters(entry)).map(([name]) => name),
  };
}

function reachable(table: Table, cells: Cells): ReadonlySet<number> {
  const isOpen = (node: number): boolean => cells.state[node] === UNKNOWN || cells.state[node] === UNDEFINED;
  const todo = [...table.outcomes.values()].map(({ stands }) => stands).filter(isOpen);
  const reached = new Set(todo);
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    for (let i = table.first[node]!; i < table.first[node + 1]!; i++) {
      const kid = table.kids[i]!;
      if (!isOpen(kid) || reached.has(kid)) continue;
      reached.add(kid);
      todo.push(kid);
    }
  }
  return reached;
}

/** The nodes that are undefined by themselves and keep an outcome open: where a case in error is at fault. */
export function undefinedNodes(table: Table, cells: Cells): number[] {
  return [...reachable(table, cells)]
    .filter((node) => cells.state[node] === UNDEFINED)
    .filter((node) => {
      const kids = [...table.kids.subarray(table.first[node], table.first[node + 1])];
      return kids.every((kid) => cells.state[kid] !== UNDEFINED);
    })
    .sort((a, b) => a - b);
}

// In: the table, and the nodes that count. Out: for each node the next one that all its ways to them pass through.
import { Op, type Table } from '../compile/table.js';

/** Stands above all nodes: what leads to several nodes that count, or is one, passes through nothing else. */
export const ABOVE = -1;

/** The next node that everything passes through from each node, or ABOVE; nodes that lead nowhere are their own. */
export function dominatorsOf(table: Table, roots: Iterable<number>): Int32Array {
  const { size, first, kids } = table;
  const over = Int32Array.from({ length: size }, (_, node) => node);
  for (const root of roots) over[root] = ABOVE;
  for (let node = size - 1; node >= 0; node--) {
    if (over[node] === node) continue;
    for (let i = first[node]!; i < first[node + 1]!; i++) {
      const kid = kids[i]!;
      over[kid] = over[kid] === kid ? node : meeting(over, over[kid]!, node);
    }
  }
  return over;
}

/** The first node that both lead through. Nodes come after their operands, so the lower of two climbs. */
function meeting(over: Int32Array, one: number, other: number): number {
  let [a, b] = [one, other];
  while (a !== b) {
    if (a === ABOVE || b === ABOVE) return ABOVE;
    if (a < b) a = over[a]!;
    else b = over[b]!;
  }
  return a;
}

/** The next truth that everything passes through from a node; ABOVE where there is none, or where the node leads nowhere. */
export function truthAbove(table: Table, over: Int32Array, node: number): number {
  if (over[node] === node) return ABOVE;
  let next = over[node]!;
  while (next !== ABOVE && !(table.op[next]! >= Op.And && table.op[next]! <= Op.OneOf)) next = over[next]!;
  return next;
}

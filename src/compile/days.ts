// In: the nodes of a table and those that are given. Out: every node whose value is a day, which is kept as its number and not scaled.
import { Op, type Table } from './table.js';

/** The nodes that hold dates: those that are given, and what is computed from or chosen among them. */
export function dayNodes(
  { size, op, first, kids, valueConstants }: Pick<Table, 'size' | 'op' | 'first' | 'kids' | 'valueConstants'>,
  given: readonly number[],
): ReadonlySet<number> {
  const days = new Set(given);
  for (const [node, kind] of valueConstants) if (kind === 'date') days.add(node);
  for (let node = 0; node < size; node++) {
    const own = kids.subarray(first[node], first[node + 1]);
    if (isDay(op[node]!, own, days)) days.add(node);
  }
  return days;
}

function isDay(op: Op, kids: Int32Array, days: ReadonlySet<number>): boolean {
  if (op === Op.AddDays || op === Op.AddMonths) return true;
  if (op === Op.Min || op === Op.Max) return days.has(kids[0]!);
  // A fact by whether it applies, and the value of the first row: the operands before these are conditions.
  if (op === Op.Gate || op === Op.UniqueRow || op === Op.FirstRow) return days.has(kids[1]!);
  return false;
}

// `cases` and tables: known when every row that may still apply gives the same value, and exactly one is sure to apply.
import { compareCells, FALSE, KNOWN, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import { copyNode } from './run.js';
import type { Table } from '../compile/table.js';

/** What the rows met so far come to. */
interface Met {
  /** The value node of the first row met, or -1. */
  value: number;
  /** Whether all values met are known and the same. */
  same: boolean;
  /** Whether a row or value met is unknown; and whether one is undefined. */
  unknown: boolean;
  undefinedOne: boolean;
}

function meet(cells: Cells, met: Met, condition: number, value: number): void {
  const state = cells.state[value]!;
  if (state === UNKNOWN || cells.state[condition] === UNKNOWN) met.unknown = true;
  if (state === UNDEFINED || cells.state[condition] === UNDEFINED) met.undefinedOne = true;
  if (state === UNKNOWN || state === UNDEFINED) met.same = false;
  else if (met.value < 0) met.value = value;
  else if (met.same && !equalValues(cells, met.value, value)) met.same = false;
}

function equalValues(cells: Cells, a: number, b: number): boolean {
  if (cells.state[a] === FALSE || cells.state[b] === FALSE) return cells.state[a] === cells.state[b];
  return compareCells(cells, a, b) === 0;
}

/** Several rows that hold, or none, are undefined. A row that only may hold leaves the value open unless nothing depends on it. */
export function uniqueRow(table: Table, cells: Cells, node: number): void {
  const { kids, first, n } = table;
  const met: Met = { value: -1, same: true, unknown: false, undefinedOne: false };
  let sure = 0;
  let may = 0;
  for (let i = first[node]!; i < first[node + 1]!; i += 2) {
    const state = cells.state[kids[i]!]!;
    if (state === FALSE) continue;
    const fallback = i === first[node]! + 2 * n[node]!;
    if (fallback || state === KNOWN) sure += 1;
    if (!fallback) may += 1;
    meet(cells, met, kids[i]!, kids[i + 1]!);
  }
  const holding = countHolding(table, cells, node);
  if (holding > 1 || (may === 0 && sure === 0)) cells.state[node] = UNDEFINED;
  else if (met.same && met.value >= 0 && sure > 0 && may <= 1) copyNode(cells, met.value, node);
  else cells.state[node] = met.unknown ? UNKNOWN : UNDEFINED;
}

function countHolding(table: Table, cells: Cells, node: number): number {
  let holding = 0;
  for (let i = table.first[node]!; i < table.first[node + 1]!; i += 2) {
    if (cells.state[table.kids[i]!] === KNOWN) holding += 1;
  }
  return holding;
}

/** The rows up to the first that surely holds are those that may apply. */
export function firstRow(table: Table, cells: Cells, node: number): void {
  const { kids, first } = table;
  const met: Met = { value: -1, same: true, unknown: false, undefinedOne: false };
  let sure = false;
  for (let i = first[node]!; i < first[node + 1]! && !sure; i += 2) {
    const state = cells.state[kids[i]!]!;
    if (state === FALSE) continue;
    meet(cells, met, kids[i]!, kids[i + 1]!);
    sure = state === KNOWN;
  }
  if (sure && met.same && met.value >= 0) copyNode(cells, met.value, node);
  else cells.state[node] = met.unknown ? UNKNOWN : UNDEFINED;
}

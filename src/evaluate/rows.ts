// `cases` and tables: known when every row that may still apply gives the same value, and exactly one is sure to apply.
import { compareCells, FALSE, KNOWN, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import { copyNode } from './run.js';
import type { Table } from '../compile/table.js';

/** What the rows met so far come to. */
interface Met {
  /** The value node of the first row met whose value is known, or -1. */
  value: number;
  /** Whether all values met are known and the same. */
  same: boolean;
  /** Whether a row or value met is unknown. */
  unknown: boolean;
}

function meet(cells: Cells, met: Met, condition: number, value: number): void {
  const state = cells.state[value]!;
  if (state === UNKNOWN || cells.state[condition] === UNKNOWN) met.unknown = true;
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
  const met: Met = { value: -1, same: true, unknown: false };
  const fallback = first[node]! + 2 * n[node]!;
  let [holding, may, sure] = [0, 0, false];
  for (let i = first[node]!; i < first[node + 1]!; i += 2) {
    const state = cells.state[kids[i]!]!;
    if (state === FALSE) continue;
    if (state === KNOWN) holding += 1;
    if (i === fallback) sure = true;
    else may += 1;
    meet(cells, met, kids[i]!, kids[i + 1]!);
  }
  if (holding > 1) cells.state[node] = UNDEFINED;
  else close(cells, met, (sure || holding > 0) && may <= 1, node);
}

/** The rows up to the first that surely holds are those that may apply. */
export function firstRow(table: Table, cells: Cells, node: number): void {
  const { kids, first } = table;
  const met: Met = { value: -1, same: true, unknown: false };
  let sure = false;
  for (let i = first[node]!; i < first[node + 1]! && !sure; i += 2) {
    const state = cells.state[kids[i]!]!;
    if (state === FALSE) continue;
    meet(cells, met, kids[i]!, kids[i + 1]!);
    sure = state === KNOWN;
  }
  close(cells, met, sure, node);
}

/** Where a row is sure to apply and all values met are the same, that value; a row that is sure was met, so there is one. */
function close(cells: Cells, met: Met, sure: boolean, node: number): void {
  if (sure && met.same) copyNode(cells, met.value, node);
  else cells.state[node] = met.unknown ? UNKNOWN : UNDEFINED;
}

// In: a table and its slots filled. Out: every node's value. One pass, always over all nodes: there is no second mode.
import { arithmetic } from './arithmetic.js';
import { compareCells, EXACT, FALSE, KNOWN, UNDEFINED, UNKNOWN, type Cells } from './cells.js';
import { firstRow, uniqueRow } from './rows.js';
import { Op, type Table } from './table.js';

/** Computes all nodes of a table, operands first. */
export function run(table: Table, cells: Cells): void {
  const { size, op, n, first } = table;
  for (let node = 0; node < size; node++) {
    const from = first[node]!;
    const to = first[node + 1]!;
    if (op[node] === Op.Given) continue;
    if (op[node]! <= Op.AtLeast) cells.state[node] = truth(table, cells, op[node]!, n[node]!, from, to);
    else if (op[node]! <= Op.OneOf) cells.state[node] = comparison(table, cells, op[node]!, from, to);
    else if (op[node] === Op.Gate) gate(table, cells, node);
    else if (op[node] === Op.UniqueRow) uniqueRow(table, cells, node);
    else if (op[node] === Op.FirstRow) firstRow(table, cells, node);
    else arithmetic(table, cells, node);
  }
}

/** Strong Kleene, with undefined apart from unknown: `all` is the least, `any` the greatest of FALSE < UNDEFINED < UNKNOWN < TRUE. */
function truth(table: Table, cells: Cells, op: number, n: number, from: number, to: number): number {
  const { kids } = table;
  const { state } = cells;
  if (op === Op.Not) return negate(state[kids[from]!]!);
  if (op === Op.AtLeast) return atLeast(table, cells, n, from, to);
  if (op === Op.And) {
    let least: number = KNOWN;
    for (let i = from; i < to; i++) if (state[kids[i]!]! < least) least = state[kids[i]!]!;
    return least;
  }
  let found = 0;
  for (let i = from; i < to; i++) found |= 1 << state[kids[i]!]!;
  const any =
    found & (1 << KNOWN) ? KNOWN : found & (1 << UNKNOWN) ? UNKNOWN : found & (1 << UNDEFINED) ? UNDEFINED : FALSE;
  return op === Op.None ? negate(any) : any;
}

function negate(state: number): number {
  if (state === KNOWN) return FALSE;
  return state === FALSE ? KNOWN : state;
}

/** Every way the unknown ones may fall has to give the same result; undefined ones never help. */
function atLeast(table: Table, cells: Cells, n: number, from: number, to: number): number {
  const count = [0, 0, 0, 0];
  for (let i = from; i < to; i++) count[cells.state[table.kids[i]!]!]!++;
  const [, unknown, undefinedOnes, yes] = count as [number, number, number, number];
  const result = (true_: number): number => (true_ >= n ? KNOWN : true_ + undefinedOnes < n ? FALSE : UNDEFINED);
  return result(yes) === result(yes + unknown) ? result(yes) : UNKNOWN;
}

function comparison(table: Table, cells: Cells, op: number, from: number, to: number): number {
  const { kids } = table;
  const { state, number } = cells;
  const left = kids[from]!;
  const right = kids[from + 1]!;
  const known = combined(state[left]!, state[right]!);
  if (known !== KNOWN) return known;
  if (op === Op.OneOf) {
    for (let i = from + 1; i < to; i++) if (number[kids[i]!] === number[left]) return KNOWN;
    return FALSE;
  }
  const order = compareCells(cells, left, right);
  const holds =
    op === Op.Less ? order < 0 : op === Op.AtMost ? order <= 0 : op === Op.Equal ? order === 0 : order !== 0;
  return holds ? KNOWN : FALSE;
}

/** Unknown if either is, else undefined if either is, else known. */
export function combined(a: number, b: number): number {
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  return a === UNDEFINED || b === UNDEFINED ? UNDEFINED : KNOWN;
}

/** A fact with `applies_when`: as stated where it applies, its `otherwise` where it does not. */
function gate(table: Table, cells: Cells, node: number): void {
  const { kids, first } = table;
  const at = first[node]!;
  const applies = cells.state[kids[at]!]!;
  if (applies === UNKNOWN || applies === UNDEFINED) cells.state[node] = applies;
  else copyNode(cells, applies === KNOWN ? kids[at + 1]! : kids[at + 2]!, node);
}

/** Copies one node's value to another. */
export function copyNode(cells: Cells, from: number, to: number): void {
  cells.state[to] = cells.state[from]!;
  cells.number[to] = cells.number[from]!;
  if (cells.state[from] === EXACT) cells.exact[to] = cells.exact[from];
}

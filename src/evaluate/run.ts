// In: a table and its slots filled. Out: every node's value. One pass, always over all nodes: there is no second mode.
import { arithmetic } from './arithmetic.js';
import { compareCells, EXACT, FALSE, KNOWN, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import { firstRow, uniqueRow } from './rows.js';
import { Op, type Table } from '../compile/table.js';

/** Computes all nodes of a table, operands first; from a node on where those before it have their values. */
export function run(table: Table, cells: Cells, start = 0): void {
  const { steps, op, n, first, kids } = table;
  const { state } = cells;
  let step = 0;
  while (steps[step]! < start) step += 1;
  for (; step < steps.length; step++) {
    const node = steps[step]!;
    const from = first[node]!;
    const to = first[node + 1]!;
    switch (op[node]) {
      case Op.And:
        state[node] = ALL[met(state, kids, from, to)]!;
        break;
      case Op.Or:
        state[node] = ANY[met(state, kids, from, to)]!;
        break;
      case Op.Not:
        state[node] = NOT[state[kids[from]!]!]!;
        break;
      case Op.None:
        state[node] = NOT[ANY[met(state, kids, from, to)]!]!;
        break;
      case Op.AtLeast:
        state[node] = atLeast(state, kids, from, to, n[node]!);
        break;
      case Op.Less:
      case Op.AtMost:
      case Op.Equal:
      case Op.Unequal:
        state[node] = comparison(cells, op[node], kids[from]!, kids[from + 1]!);
        break;
      case Op.OneOf:
        state[node] = oneOf(cells, kids, from, to);
        break;
      default:
        other(table, cells, node);
    }
  }
}

function other(table: Table, cells: Cells, node: number): void {
  const op = table.op[node];
  if (op === Op.Gate) gate(table, cells, node);
  else if (op === Op.UniqueRow) uniqueRow(table, cells, node);
  else if (op === Op.FirstRow) firstRow(table, cells, node);
  else arithmetic(table, cells, node);
}

/** The states that operands have, as a set of bits: without branches, because no processor foretells a case. */
function met(state: Uint8Array, kids: Int32Array, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i++) bits |= 1 << state[kids[i]!]!;
  return bits;
}

/** For each set of states the first of an order that is in it; the last where the set is empty. */
function firstOf(order: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, bits) => order.find((state) => bits & (1 << state)) ?? order.at(-1)!);
}

/** Strong Kleene, with undefined apart from unknown and weaker. */
const ALL = firstOf([FALSE, UNKNOWN, UNDEFINED, KNOWN]);
const ANY = firstOf([KNOWN, UNKNOWN, UNDEFINED, FALSE]);
const NOT = Uint8Array.of(KNOWN, UNKNOWN, UNDEFINED, FALSE);

/** Every way the unknown ones may fall has to give the same result; undefined ones never help. */
function atLeast(state: Uint8Array, kids: Int32Array, from: number, to: number, n: number): number {
  let yes = 0;
  let unknown = 0;
  let undefinedOnes = 0;
  for (let i = from; i < to; i++) {
    const own = state[kids[i]!]!;
    if (own === KNOWN) yes += 1;
    else if (own === UNKNOWN) unknown += 1;
    else if (own === UNDEFINED) undefinedOnes += 1;
  }
  const least = reached(yes, undefinedOnes, n);
  return least === reached(yes + unknown, undefinedOnes, n) ? least : UNKNOWN;
}

function reached(yes: number, undefinedOnes: number, n: number): number {
  if (yes >= n) return KNOWN;
  return yes + undefinedOnes < n ? FALSE : UNDEFINED;
}

function comparison(cells: Cells, op: number, left: number, right: number): number {
  const { state, number } = cells;
  const a = state[left]!;
  const b = state[right]!;
  if (a < KNOWN || b < KNOWN) return combined(a, b);
  const order = a === KNOWN && b === KNOWN ? number[left]! - number[right]! : compareCells(cells, left, right);
  const holds =
    op === Op.Less ? order < 0 : op === Op.AtMost ? order <= 0 : op === Op.Equal ? order === 0 : order !== 0;
  return holds ? KNOWN : FALSE;
}

/** Whether a choice is one of some options. */
function oneOf({ state, number }: Cells, kids: Int32Array, from: number, to: number): number {
  const left = kids[from]!;
  if (state[left] !== KNOWN) return state[left]!;
  for (let i = from + 1; i < to; i++) if (number[kids[i]!] === number[left]) return KNOWN;
  return FALSE;
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

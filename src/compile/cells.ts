// The vector of node values: one state and one number a node. This vector is the trail; everything readable is rendered from it.
import { Fraction, TEN_THOUSANDTHS } from '../model/quantity.js';

/** States of a node. Truths use the first four; a value is KNOWN (a scaled number) or EXACT (a fraction beside it). */
export const FALSE = 0;
/** Unknown, because a fact is. */
export const UNKNOWN = 1;
/** Undefined whatever the unknown facts are: division by zero, no row, reversed dates. Counts as unknown everywhere outside. */
export const UNDEFINED = 2;
/** True; on a value node: known as a scaled number. */
export const KNOWN = 3;
/** Known, and kept as a fraction because no scaled safe integer is equal to it. */
export const EXACT = 4;

/** By what quantities are multiplied where they are kept as numbers. */
export const SCALE = TEN_THOUSANDTHS;

/** The values of all nodes of a table for one party. Dates are day numbers, options their index, quantities times SCALE. */
export interface Cells {
  readonly state: Uint8Array;
  readonly number: Float64Array;
  readonly exact: (Fraction | undefined)[];
}

/** Room for the values of a table of this many nodes, in one piece of memory: two pieces take twice as long to get. */
export function makeCells(size: number): Cells {
  const memory = new ArrayBuffer(size * 9);
  return { state: new Uint8Array(memory, size * 8), number: new Float64Array(memory, 0, size), exact: [] };
}

/** Copies all values from one vector to another of the same size. */
export function copyCells(from: Cells, to: Cells): void {
  to.state.set(from.state);
  to.number.set(from.number);
  // Most cases have no fractions, and even to empty an empty list takes its time.
  if (to.exact.length > 0) to.exact.length = 0;
  if (from.exact.length > 0) {
    from.exact.forEach((value, node) => {
      to.exact[node] = value;
    });
  }
}

/** Puts a quantity into a node: scaled where that is exact, else as a fraction. One value has one form. */
export function putQuantity(cells: Cells, node: number, value: Fraction): void {
  const scaled = value.n * BigInt(SCALE);
  if (scaled % value.d === 0n) {
    const whole = Number((value.s * scaled) / value.d);
    if (Number.isSafeInteger(whole)) {
      cells.state[node] = KNOWN;
      cells.number[node] = whole;
      return;
    }
  }
  cells.state[node] = EXACT;
  cells.exact[node] = value;
}

/** The exact quantity of a known node. */
export function quantityIn(cells: Cells, node: number): Fraction {
  return cells.state[node] === EXACT ? cells.exact[node]! : new Fraction(BigInt(cells.number[node]!), BigInt(SCALE));
}

/** Negative, zero or positive as one known value lies below, at or above another of its type. */
export function compareCells(cells: Cells, a: number, b: number): number {
  if (cells.state[a] === KNOWN && cells.state[b] === KNOWN) return cells.number[a]! - cells.number[b]!;
  return quantityIn(cells, a).compare(quantityIn(cells, b));
}

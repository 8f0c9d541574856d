// Exact arithmetic on scaled numbers where the result is a safe integer, on fractions everywhere else. Dates through the calendar.
import { addDays, addMonths, monthsBetween, yearsBetween } from '../model/calendar.js';
import { isTooLong, type Fraction } from '../model/quantity.js';
import {
  compareCells,
  EXACT,
  FALSE,
  KNOWN,
  putQuantity,
  quantityIn,
  SCALE,
  UNDEFINED,
  UNKNOWN,
  type Cells,
} from '../compile/cells.js';
import { copyNode } from './run.js';
import { Op, type Table } from '../compile/table.js';

/** Computes an arithmetic node: unknown if an operand is, else undefined if an operand is, else the exact value. */
export function arithmetic(table: Table, cells: Cells, node: number): void {
  const from = table.first[node]!;
  const to = table.first[node + 1]!;
  const state = operands(table, cells, from, to);
  const op = table.op[node]!;
  const right = table.kids[from + 1]!;
  if (op === Op.Divide && isZero(cells, right)) cells.state[node] = UNDEFINED;
  else if (state !== KNOWN) cells.state[node] = state;
  else if (op === Op.Count) count(table, cells, node, from, to);
  else if (op === Op.Min || op === Op.Max) extreme(table, cells, node, from, to);
  else if (op >= Op.DaysBetween) onDates(cells, op, table.kids[from]!, right, node);
  else onQuantities(cells, op, table.kids[from]!, right, node);
}

function operands(table: Table, cells: Cells, from: number, to: number): number {
  let undefinedOne = false;
  for (let i = from; i < to; i++) {
    const state = cells.state[table.kids[i]!];
    if (state === UNKNOWN) return UNKNOWN;
    if (state === UNDEFINED) undefinedOne = true;
  }
  return undefinedOne ? UNDEFINED : KNOWN;
}

function isZero(cells: Cells, node: number): boolean {
  return cells.state[node] === KNOWN && cells.number[node] === 0;
}

function onQuantities(cells: Cells, op: number, left: number, right: number, node: number): void {
  if (cells.state[left] === KNOWN && cells.state[right] === KNOWN) {
    const scaled = scaledResult(op, cells.number[left]!, cells.number[right]!);
    if (scaled !== undefined) {
      cells.state[node] = KNOWN;
      cells.number[node] = scaled;
      return;
    }
  }
  const value = exactResult(op, quantityIn(cells, left), quantityIn(cells, right));
  if (isTooLong(value)) cells.state[node] = UNDEFINED;
  else putQuantity(cells, node, value);
}

/** The scaled result, if every step stays a safe integer. */
function scaledResult(op: number, a: number, b: number): number | undefined {
  if (op === Op.Add) return safe(a + b);
  if (op === Op.Subtract) return safe(a - b);
  const [top, bottom] = op === Op.Multiply ? [safe(a * b), SCALE] : [safe(a * SCALE), b];
  return top !== undefined && top % bottom === 0 ? safe(top / bottom) : undefined;
}

function safe(value: number): number | undefined {
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}

function exactResult(op: number, a: Fraction, b: Fraction): Fraction {
  if (op === Op.Add) return a.add(b);
  if (op === Op.Subtract) return a.sub(b);
  return op === Op.Multiply ? a.mul(b) : a.div(b);
}

function count(table: Table, cells: Cells, node: number, from: number, to: number): void {
  let holding = 0;
  for (let i = from; i < to; i++) if (cells.state[table.kids[i]!] !== FALSE) holding += 1;
  cells.state[node] = KNOWN;
  cells.number[node] = holding * SCALE;
}

function extreme(table: Table, cells: Cells, node: number, from: number, to: number): void {
  let best = table.kids[from]!;
  for (let i = from + 1; i < to; i++) {
    const order = compareCells(cells, table.kids[i]!, best);
    if (table.op[node] === Op.Min ? order < 0 : order > 0) best = table.kids[i]!;
  }
  copyNode(cells, best, node);
}

function onDates(cells: Cells, op: number, left: number, right: number, node: number): void {
  const day = cells.number[left]!;
  const other = cells.number[right]!;
  const put = (value: number | undefined, scale: number): void => {
    cells.state[node] = value === undefined ? UNDEFINED : KNOWN;
    cells.number[node] = (value ?? 0) * scale;
  };
  if (op === Op.DaysBetween) return put(other - day, SCALE);
  if (op === Op.MonthsBetween) return put(monthsBetween(day, other), SCALE);
  if (op === Op.YearsBetween) return put(yearsBetween(day, other), 12 * SCALE);
  const steps = cells.state[right] === EXACT ? NaN : other / SCALE;
  if (!Number.isInteger(steps)) return put(undefined, 1);
  put(op === Op.AddDays ? addDays(day, steps) : addMonths(day, steps), 1);
}

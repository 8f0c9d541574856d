// A complete case given by the values of slots, and its evaluation: how claims about all cases are confirmed on one.
import { copyCells, FALSE, KNOWN, makeCells, putQuantity, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { Fraction } from '../model/quantity.js';
import { run } from './run.js';
import { fillParameters } from './slots.js';

/** Truths and options by index, numbers and dates exactly. */
export interface SlotCase {
  readonly index: ReadonlyMap<number, number>;
  readonly value: ReadonlyMap<number, Fraction>;
}

/** Computes all nodes for a complete case. */
export function evaluateSlots(table: Table, { index, value }: SlotCase): Cells {
  const cells = makeCells(table.size);
  copyCells(table.blank, cells);
  for (const [name, slots] of table.slots) {
    const { kind } = table.policy.facts.get(name)!.type;
    for (const slot of slots) {
      if (kind === 'choice') [cells.state[slot], cells.number[slot]] = [KNOWN, index.get(slot) ?? 0];
      else if (kind === 'boolean' || kind === 'choices') cells.state[slot] = index.get(slot) === 1 ? KNOWN : FALSE;
    }
  }
  for (const [slot, exact] of value) {
    if (table.days.has(slot)) [cells.state[slot], cells.number[slot]] = [KNOWN, exact.valueOf()];
    else putQuantity(cells, slot, exact);
  }
  if (cells.state[table.asOf] === KNOWN) fillParameters(table, cells, cells.number[table.asOf]!);
  run(table, cells);
  return cells;
}

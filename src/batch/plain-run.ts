// In: a table and a case that was read quickly, as numbers. Out: the run of the case, the same as the whole loader's case gives.
import type { PlainCase, Stated } from '../model/plain-case.js';
import { putConstant } from '../compile/builder.js';
import { copyCells, FALSE, KNOWN, makeCells, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { hasFaults } from '../evaluate/faults.js';
import { run } from '../evaluate/run.js';
import { fillParameters } from '../evaluate/slots.js';
import type { CaseRun, PartyRun } from './case-run.js';

/** Runs quickly read cases; undefined for one that has a fault, which the whole loader has to word. What it gives holds until the next. */
export type PlainRunner = (file: string, kase: PlainCase, outOfTimeAllowed: boolean) => CaseRun | undefined;

const NONE: PartyRun['faults'] = [];

/** Where the facts of a policy go in its table, by their place in the policy. */
interface Places {
  readonly kind: readonly string[];
  readonly slots: readonly (readonly number[])[];
}

/** Prepares to run quickly read cases under a table. The vectors of values are used again for each case. */
export function plainRunner(table: Table): PlainRunner {
  const facts = [...table.policy.facts.values()];
  const places: Places = {
    kind: facts.map(({ type }) => type.kind),
    slots: facts.map(({ name }) => table.slots.get(name)!),
  };
  const shared = makeCells(table.size);
  const vectors: Cells[] = [];
  const cellsOf = (i: number, alone: boolean): Cells => {
    if (alone) return shared;
    const cells = (vectors[i] ??= makeCells(table.size));
    copyCells(shared, cells);
    return cells;
  };
  return (file, { head, stated, shared: own, parties }, outOfTimeAllowed) => {
    copyCells(table.blank, shared);
    if (head.day !== undefined) {
      shared.state[table.asOf] = KNOWN;
      shared.number[table.asOf] = head.day;
      fillParameters(table, shared, head.day);
    }
    fill(places, shared, stated, 0, own);
    const runs: PartyRun[] = [];
    for (let i = 0; i < parties.length; i++) {
      const { name, from, to, recorded } = parties[i]!;
      const cells = cellsOf(i, parties.length === 1);
      fill(places, cells, stated, from, to);
      run(table, cells);
      if (hasFaults(table, cells, outOfTimeAllowed)) return undefined;
      runs.push(recorded ? { name, cells, recorded, faults: NONE } : { name, cells, faults: NONE });
    }
    return { file, id: head.id, parties: runs };
  };
}

/** Puts stated facts into their slots. */
function fill({ kind, slots }: Places, cells: Cells, { fact, number, exact }: Stated, from: number, to: number): void {
  const { state } = cells;
  for (let i = from; i < to; i++) {
    const place = fact[i]!;
    const own = slots[place]!;
    const slot = own[0]!;
    const value = number[i]!;
    const constant = exact[i];
    if (constant) putConstant(cells, slot, constant);
    else if (kind[place] === 'boolean') state[slot] = value === 1 ? KNOWN : FALSE;
    else if (kind[place] === 'choices') own.forEach((each, bit) => (state[each] = value & (1 << bit) ? KNOWN : FALSE));
    else {
      state[slot] = KNOWN;
      if (kind[place] !== 'text') cells.number[slot] = value;
    }
  }
}

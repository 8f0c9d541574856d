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

/** Where the facts of a policy go in its table, by their place in the policy: how each is put there, its slot, and all slots of several options. */
interface Places {
  readonly way: Uint8Array;
  readonly slot: Int32Array;
  readonly slots: readonly (readonly number[])[];
}

const [TRUTH, SEVERAL, TEXT, NUMBER] = [0, 1, 2, 3] as const;
const WAYS = { boolean: TRUTH, choices: SEVERAL, text: TEXT, choice: NUMBER, date: NUMBER, quantity: NUMBER };

function placesIn({ policy, slots }: Table): Places {
  const facts = [...policy.facts.values()];
  const own = facts.map(({ name }) => slots.get(name)!);
  return {
    way: Uint8Array.from(facts, ({ type }) => WAYS[type.kind]),
    slot: Int32Array.from(own, ([first]) => first!),
    slots: own,
  };
}

/** Prepares to run quickly read cases under a table. The vectors of values are used again for each case. */
export function plainRunner(table: Table): PlainRunner {
  const places = placesIn(table);
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
    const runs = parties.map(({ name, recorded }, i): PartyRun => {
      const cells = cellsOf(i, parties.length === 1);
      return recorded ? { name, cells, recorded, faults: NONE } : { name, cells, faults: NONE };
    });
    for (let i = 0; i < runs.length; i++) {
      const { cells } = runs[i]!;
      fill(places, cells, stated, parties[i]!.from, parties[i]!.to);
      run(table, cells);
      if (hasFaults(table, cells, outOfTimeAllowed)) return undefined;
    }
    return { file, id: head.id, parties: runs };
  };
}

/** Puts stated facts into their slots. */
function fill({ way, slot, slots }: Places, cells: Cells, stated: Stated, from: number, to: number): void {
  const { state, number } = cells;
  for (let i = from; i < to; i++) {
    const place = stated.fact[i]!;
    const at = slot[place]!;
    const value = stated.number[i]!;
    const exact = stated.exact[i];
    if (exact) putConstant(cells, at, exact);
    else if (way[place] === TRUTH) state[at] = value === 1 ? KNOWN : FALSE;
    else if (way[place] === SEVERAL) fillOptions(state, slots[place]!, value);
    else {
      state[at] = KNOWN;
      if (way[place] === NUMBER) number[at] = value;
    }
  }
}

function fillOptions(state: Uint8Array, slots: readonly number[], bits: number): void {
  slots.forEach((slot, i) => (state[slot] = bits & (1 << i) ? KNOWN : FALSE));
}

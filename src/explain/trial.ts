// In: one party of a case as it stands, and facts that would be otherwise. Out: what the policy would say then.
import { EXACT, FALSE, KNOWN, copyCells, makeCells, UNKNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { Status } from '../model/determination.js';
import type { Diagrams } from '../diagram/build.js';
import { standOf } from '../evaluate/answer.js';
import { contains } from '../evaluate/faults.js';
import { run } from '../evaluate/run.js';
import { fillParameters } from '../evaluate/slots.js';

/** The name under which the day whose law applies counts among the facts. */
export const AS_OF = 'as_of';

/** A party's case, and what is needed to ask it again. */
export interface PartyCase {
  readonly table: Table;
  /** The values of all nodes as the case stands. */
  readonly cells: Cells;
  readonly diagrams: Diagrams | undefined;
  /** Whether a day outside the policy's time in force is refused. */
  readonly inForceOnly: boolean;
}

/** Puts another value into the slots of a fact. */
export type Put = (cells: Cells) => void;

/** Where a case would stand. */
export interface Stand {
  readonly status: Status;
  readonly standing: readonly string[];
}

/** The slots that a fact, or the day, fills. */
export function slotsOfFact({ slots, asOf }: Table, name: string): readonly number[] {
  return name === AS_OF ? [asOf] : slots.get(name)!;
}

/** Whether the case says what a fact is. */
export function isStated({ table, cells }: PartyCase, name: string): boolean {
  return slotsOfFact(table, name).some((slot) => cells.state[slot] !== UNKNOWN);
}

/** The case with only some of its facts and with others put in; what no longer applies is set aside, as an officer would. */
export function changed(subject: PartyCase, keeps: (name: string) => boolean, puts: readonly Put[]): Cells {
  const { table, cells } = subject;
  const trial = makeCells(table.size);
  copyCells(table.blank, trial);
  const kept = [...table.slots].filter(([name]) => keeps(name)).flatMap(([, slots]) => slots);
  for (const slot of [table.asOf, ...table.parameters.values(), ...kept]) copySlot(cells, trial, slot);
  for (const put of puts) put(trial);
  run(table, trial);
  for (const [name, node] of table.applies) {
    if (trial.state[node] === FALSE) for (const slot of table.slots.get(name)!) trial.state[slot] = UNKNOWN;
  }
  return trial;
}

function copySlot(from: Cells, to: Cells, slot: number): void {
  to.state[slot] = from.state[slot]!;
  to.number[slot] = from.number[slot]!;
  if (from.state[slot] === EXACT) to.exact[slot] = from.exact[slot];
}

/** Puts another day, and with it the parameters of that day. */
export function putDay(table: Table, day: number): Put {
  return (cells) => {
    cells.state[table.asOf] = KNOWN;
    cells.number[table.asOf] = day;
    for (const node of table.parameters.values()) cells.state[node] = UNKNOWN;
    fillParameters(table, cells, day);
  };
}

/** What the policy says of such a case; a case in error has no answer. */
export function standAt({ table, diagrams, inForceOnly }: PartyCase, cells: Cells): Stand {
  const dayKnown = cells.state[table.asOf] === KNOWN;
  const outside = inForceOnly && dayKnown && !contains(table.policy.inForce, cells.number[table.asOf]!);
  const hole = dayKnown && [...table.parameters.values()].some((node) => cells.state[node] === UNKNOWN);
  const barred = table.impossible.some((node) => cells.state[node] === KNOWN);
  if (outside || hole || barred) return { status: 'error', standing: [] };
  const { status, standing } = standOf(table, cells, false, () => diagrams).stand;
  return { status, standing };
}

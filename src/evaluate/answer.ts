// In: the values of all nodes for one party, and the policy's diagrams if there are any. Out: the answer, and what a refusal would leave.
import type { IfDeclined } from '../model/determination.js';
import { copyCells, FALSE, KNOWN, makeCells, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { Diagrams } from '../diagram/build.js';
import type { Inquiry } from '../diagram/inquiry.js';
import { settleBriefly } from './brief.js';
import { canSettle, groundFor } from './inquire.js';
import { openFacts, type OpenFacts } from './open-facts.js';
import { settle } from './settle.js';
import { standingIn, type Standing } from './status.js';

/** Where a party stands; `settled` where that rests on every completion of the unknown facts and not on known facts alone. */
export interface Answer extends OpenFacts {
  readonly stand: Standing;
  readonly settled: boolean;
  /** What is still open, where the diagrams tell. */
  readonly inquiry: Inquiry | undefined;
}

/** The policy's diagrams, built when first asked for; none where they are too large or not wanted. */
export type DiagramSource = () => Diagrams | undefined;

/** There is no answer; and which unknown facts matter is not known before the fault is mended, so none is said to and none is said not to. */
const IN_ERROR: Answer = {
  stand: { status: 'error', standing: [], open: [] },
  settled: false,
  inquiry: undefined,
  missing: [],
  immaterial: [],
};

/** What Kleene logic says and, where it leaves the case open, what all completions of the unknown facts say. A fault of the case takes the answer away. */
export function answerOf(table: Table, cells: Cells, faulty: boolean, diagrams?: DiagramSource): Answer {
  const stand = faulty ? IN_ERROR.stand : standingIn(table, cells);
  if (stand.status === 'error') return IN_ERROR;
  const all = stand.status === 'pending' ? diagrams?.() : undefined;
  const ground = groundFor(all, cells);
  if (!ground) return { stand, settled: false, inquiry: undefined, ...openFacts(table, cells) };
  const exact = settle(ground, cells);
  return { ...exact, stand: exact.stand ?? stand, settled: exact.stand !== undefined };
}

/** The same for those who ask of many cases, after unknown facts only while a case is open: to look for them takes longer than to determine it. */
export function standOf(
  table: Table,
  cells: Cells,
  faulty: boolean,
  diagrams?: DiagramSource,
): Pick<Answer, 'stand' | 'settled' | 'missing'> {
  const stand = faulty ? IN_ERROR.stand : standingIn(table, cells);
  if (stand.status === 'error') return IN_ERROR;
  if (stand.status !== 'pending') return { stand, settled: false, missing: [] };
  const all = diagrams?.();
  const brief = all && canSettle(all, cells) ? settleBriefly(all, cells) : undefined;
  if (!brief) return answerOf(table, cells, faulty, diagrams);
  return { stand: brief.stand ?? stand, settled: brief.stand !== undefined, missing: brief.missing };
}

/** What stands without an outcome that the body only may reach; it still counts as true for the otherwise-outcome. */
export function ifDeclined(table: Table, cells: Cells, outcome: string): IfDeclined | null {
  const { policy } = table;
  if (policy.outcomes.get(outcome)!.modality !== 'may') return null;
  const trial = makeCells(table.size);
  copyCells(cells, trial);
  const outcomes = [...policy.outcomes.values()];
  const holds = (name: string): number => cells.state[table.outcomes.get(name)!.holds]!;
  for (const { name } of outcomes) {
    const over = outcomes.filter(
      (other) => other.name !== outcome && other.prevailsOver.some((p) => p.outcome === name),
    );
    const states = [holds(name), ...over.map((other) => negated(holds(other.name)))];
    trial.state[table.outcomes.get(name)!.stands] = name === outcome ? FALSE : Math.min(...states);
  }
  const { status, standing } = standingIn(table, trial);
  const settled = status === 'error' ? 'pending' : status;
  return { status: settled, outcome: settled === 'determined' ? standing[0]! : null, standing };
}

function negated(state: number): number {
  if (state === FALSE) return KNOWN;
  return state === KNOWN ? FALSE : state;
}

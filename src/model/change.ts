// In: what the rules say of a party and what was recorded for it. Out: how the two stand to each other. Said once, for reports and batches.
import type { RecordedParty } from './case.js';
import type { IfDeclined, Status } from './determination.js';

/**
 * `same` includes a `may` that was declined with a reason. `declared`: the body decided otherwise and said so, and the rules still say
 * what it said they say. `new`: determined, and nothing is recorded. `undetermined`: pending, conflict or gap, recorded or not.
 */
export const CHANGES = ['same', 'changed', 'declared', 'new', 'undetermined', 'error'] as const;
export type Change = (typeof CHANGES)[number];

/** What the rules say, as far as a record can be compared with it. */
export interface Derived {
  readonly status: Status;
  readonly outcome: string | null;
  readonly ifDeclined: IfDeclined | null;
}

/** Compares a determination with the recorded one. */
export function changeOf(
  { status, outcome, ifDeclined }: Derived,
  recorded: Pick<RecordedParty, 'outcome' | 'reason' | 'differs'> | undefined,
): Change {
  if (status === 'error') return 'error';
  if (!recorded) return outcome === null ? 'undetermined' : 'new';
  if (outcome === recorded.outcome) return 'same';
  if (ifDeclined?.outcome === recorded.outcome && recorded.reason !== undefined) return 'same';
  if (isDeclared(status, outcome, recorded.differs)) return 'declared';
  return outcome === null ? 'undetermined' : 'changed';
}

function isDeclared(status: Status, outcome: string | null, differs: RecordedParty['differs']): boolean {
  if (!differs) return false;
  return 'expected' in differs ? differs.expected === outcome : differs.status === status;
}

// What a batch says of each file and party, and what it adds up to. Plain data: it can be sent between threads and written as JSON.
import type { Change } from './change.js';
import type { Diagnostic } from './diagnostic.js';
import type { Status } from './determination.js';

/** A leaf that decided an outcome, as the trail has it. */
export interface Ground {
  readonly leaf: string;
  readonly truth: true | false | 'unknown' | null;
}

/** What the older policy said of a party. */
export interface BeforeResult {
  readonly status: Status;
  readonly outcome: string | null;
  readonly standing: readonly string[];
}

/** What a batch says of one party. */
export interface PartyResult {
  readonly party: string;
  readonly status: Status;
  readonly outcome: string | null;
  readonly standing: readonly string[];
  /** The outcome that was recorded; null where none was. */
  readonly recorded: string | null;
  readonly change: Change;
  /** The leaves that decided the outcome, or why none stands. */
  readonly because: readonly Ground[];
  /** Unknown facts that can still change the answer. */
  readonly missing: readonly string[];
  /** Under the policy that the run compares with. */
  readonly before?: BeforeResult;
}

/** What a batch says of one file. A file that could not be determined has no parties, and diagnostics that say why. */
export interface FileResult {
  readonly file: string;
  /** The id of the case; null where the file could not be read that far. */
  readonly case: string | null;
  /** The id of the policy that was applied; null where none was. */
  readonly policy: string | null;
  readonly parties: readonly PartyResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether the two policies of a comparison answer a party alike. */
export function isFlipped({ before, status, standing }: PartyResult): boolean {
  if (!before) return false;
  return before.status !== status || before.standing.join('\n') !== standing.join('\n');
}

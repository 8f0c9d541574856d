// What a batch keeps of the cases that it has seen, beyond their counts. Keepers see one file at a time and in the end tell a part of the summary.
import type { BatchSummary, FileResult } from '../model/batch.js';
import type { CaseRun } from './case-run.js';
import type { Bench } from './judge.js';
import type { KeptAudit } from './keep-audit.js';
import type { KeptComparison } from './keep-comparison.js';
import type { KeptCoverage } from './keep-coverage.js';

/** A case under one policy. Its values hold until the next case is judged: who keeps them copies them. */
export interface Sitting {
  readonly bench: Bench;
  readonly run: CaseRun;
}

/** What was kept, by the key of the policy or of both versions. Plain values only, so that it can be sent between threads. */
export interface Kept {
  readonly comparisons?: ReadonlyMap<string, KeptComparison>;
  readonly coverage?: ReadonlyMap<string, KeptCoverage>;
  readonly audit?: ReadonlyMap<string, KeptAudit>;
}

/** Keeps something of every case. The order in which cases are seen, and by which of several keepers, changes nothing. */
export interface Keeper {
  readonly see: (result: FileResult, now: Sitting, before: Sitting | undefined) => void;
  /** Hands over what was kept, and begins anew. */
  readonly take: () => Kept;
  /** Adds what another keeper has handed over; it is no longer that one's. */
  readonly add: (kept: Kept) => void;
  readonly tell: () => Partial<BatchSummary>;
}

/** Parts of the summary in the order of their policies. */
export function byPolicy<T extends { readonly policy: string; readonly digest: string }>(parts: readonly T[]): T[] {
  const keys = parts.map((part) => ({ part, key: `${part.policy} ${part.digest}` }));
  return keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ part }) => part);
}

// In: judged files, in the order of their names. Out: what they add up to. What grows with the number of files is a count or bounded.
import { byPolicy, type Keeper } from '../../batch/keep.js';
import { count, countsOf, changesOf, makeTally, policyKey } from '../../batch/tally.js';
import type { Bench } from '../../batch/judge.js';
import type { BatchSummary, SkippedFile } from '../../model/batch.js';
import type { Policy } from '../../model/policy.js';
import type { Judged } from './judge-file.js';

/** What a run keeps of all that it saw. */
export interface Accumulator {
  readonly add: (judged: Judged) => void;
  readonly skip: (skipped: SkippedFile) => void;
  readonly summary: () => BatchSummary;
  /** How many parties came to an outcome. */
  readonly determined: () => number;
}

/** How many names of files are kept for the summary; all of them are told as they come. */
const MOST_NAMES = 1000;

/** Starts to accumulate. */
export function accumulate(compares: boolean, keepers: readonly Keeper[]): Accumulator {
  const tally = makeTally();
  const policies = new Map<string, Policy>();
  const faultyFiles: string[] = [];
  const skipped: SkippedFile[] = [];
  let uncompared = 0;
  const note = ({ table }: Bench): string => {
    const key = policyKey(table.policy);
    policies.set(key, table.policy);
    return key;
  };
  const counts = (): BatchSummary['policies'] =>
    byPolicy([...policies.values()].map((policy) => countsOf(tally, policy)));
  return {
    add: ({ result, now, before }) => {
      count(tally, result, now && note(now.bench));
      if (!now && faultyFiles.length < MOST_NAMES) faultyFiles.push(result.file);
      if (now && compares && !before) uncompared += result.parties.length;
      if (now) for (const keeper of keepers) keeper.see(result, now, before);
    },
    skip: (file) => {
      if (skipped.length < MOST_NAMES) skipped.push(file);
    },
    summary: () => ({
      ...{ files: tally.files, parties: tally.parties, faulty: tally.faulty, lost: tally.lost, changed: tally.changed },
      ...(compares ? { uncompared } : {}),
      changes: changesOf(tally),
      policies: counts(),
      faultyFiles,
      skipped,
      ...keepers.reduce<Partial<BatchSummary>>((told, keeper) => ({ ...told, ...keeper.tell() }), {}),
    }),
    determined: () =>
      counts().reduce((sum, { outcomes }) => {
        const own = outcomes.filter(({ status }) => status === 'determined');
        return own.reduce((n, { parties }) => n + parties, sum);
      }, 0),
  };
}

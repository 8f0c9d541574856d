// In: judged files, in the order of their names. Out: what they add up to. What grows with the number of files is a count or bounded.
import { byPolicy, type Keeper, type Kept } from '../../batch/keep.js';
import { addTally, changesOf, count, countedPolicy, countsOf, makeTally } from '../../batch/tally.js';
import type { CountedPolicy, Tally } from '../../batch/tally.js';
import type { Bench } from '../../batch/judge.js';
import type { BatchSummary, SkippedFile } from '../../model/batch.js';
import type { Judged } from './judge-file.js';

/** What a run keeps of all that it saw. */
export interface Accumulator {
  readonly add: (judged: Judged) => void;
  readonly skip: (skipped: SkippedFile) => void;
  /** Hands over what there is so far, and begins anew. */
  readonly take: () => Sum;
  /** Adds what another has handed over of the files that come next. */
  readonly merge: (sum: Sum) => void;
  readonly summary: () => BatchSummary;
  /** How many parties came to an outcome. */
  readonly determined: () => number;
}

/** What some files add up to. Plain values only, so that it can be sent between threads. */
export interface Sum {
  readonly tally: Tally;
  /** By their digests. */
  readonly policies: Map<string, CountedPolicy>;
  readonly faultyFiles: string[];
  readonly skipped: SkippedFile[];
  uncompared: number;
  readonly kept: Kept;
}

/** How many names of files are kept for the summary; all of them are told as they come. */
const MOST_NAMES = 1000;

/** Starts to accumulate. */
export function accumulate(compares: boolean, keepers: readonly Keeper[]): Accumulator {
  let sum = makeSum();
  const note = ({ table: { policy } }: Bench): string => {
    const { digest } = policy.source;
    if (!sum.policies.has(digest)) sum.policies.set(digest, countedPolicy(policy));
    return digest;
  };
  const counts = (): BatchSummary['policies'] =>
    byPolicy([...sum.policies.values()].map((policy) => countsOf(sum.tally, policy)));
  return {
    add: ({ result, now, before }) => {
      count(sum.tally, result, now && note(now.bench));
      if (!now) keepNames(sum.faultyFiles, [result.file]);
      if (now && compares && !before) sum.uncompared += result.parties.length;
      if (now) for (const keeper of keepers) keeper.see(result, now, before);
    },
    skip: (file) => keepNames(sum.skipped, [file]),
    take: () => {
      const kept = keepers.reduce<Kept>((all, keeper) => ({ ...all, ...keeper.take() }), {});
      const taken = { ...sum, kept };
      sum = makeSum();
      return taken;
    },
    merge: (other) => {
      mergeInto(sum, other);
      for (const keeper of keepers) keeper.add(other.kept);
    },
    summary: () => summaryOf(sum, counts(), compares, keepers),
    determined: () =>
      counts().reduce((all, { outcomes }) => {
        const own = outcomes.filter(({ status }) => status === 'determined');
        return own.reduce((n, { parties }) => n + parties, all);
      }, 0),
  };
}

function makeSum(): Sum {
  return { tally: makeTally(), policies: new Map(), faultyFiles: [], skipped: [], uncompared: 0, kept: {} };
}

function mergeInto(sum: Sum, { tally, policies, faultyFiles, skipped, uncompared }: Sum): void {
  addTally(sum.tally, tally);
  for (const [digest, policy] of policies) sum.policies.set(digest, policy);
  keepNames(sum.faultyFiles, faultyFiles);
  keepNames(sum.skipped, skipped);
  sum.uncompared += uncompared;
}

/** Keeps the first ones. */
function keepNames<T>(kept: T[], more: readonly T[]): void {
  for (const name of more) if (kept.length < MOST_NAMES) kept.push(name);
}

function summaryOf(
  { tally, uncompared, faultyFiles, skipped }: Sum,
  policies: BatchSummary['policies'],
  compares: boolean,
  keepers: readonly Keeper[],
): BatchSummary {
  const { files, parties, faulty, errors, lost, changed } = tally;
  return {
    ...{ files, parties, faulty, errors, lost, changed },
    ...(compares ? { uncompared } : {}),
    changes: changesOf(tally),
    policies,
    faultyFiles,
    skipped,
    ...keepers.reduce<Partial<BatchSummary>>((told, keeper) => ({ ...told, ...keeper.tell() }), {}),
  };
}

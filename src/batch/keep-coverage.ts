// In: cases, one by one. Out: how much of each policy they exercise.
import { cover, coverageOf, coveragePlan, makeCoverage, type CoveragePlan, type CoverageTally } from './coverage.js';
import { decisivePath } from './decisive.js';
import { byPolicy, type Keeper } from './keep.js';
import { policyKey } from './tally.js';

/** Keeps coverage. A party without an answer for a fault exercises nothing. */
export function coverageKeeper(): Keeper {
  const kept = new Map<string, { readonly plan: CoveragePlan; readonly tally: CoverageTally }>();
  return {
    see: ({ parties }, { bench: { table }, run }) => {
      const key = policyKey(table.policy);
      const plan = kept.get(key)?.plan ?? coveragePlan(table);
      const tally = kept.get(key)?.tally ?? makeCoverage(plan);
      kept.set(key, { plan, tally });
      run.parties.forEach(({ cells }, i) => {
        const { status, standing } = parties[i]!;
        if (status !== 'error') cover(plan, tally, cells, decisivePath(table, cells, standing));
      });
    },
    tell: () => ({ coverage: byPolicy([...kept.values()].map(({ plan, tally }) => coverageOf(plan, tally))) }),
  };
}

// In: cases, one by one. Out: how much of each policy they exercise.
import type { Table } from '../compile/table.js';
import { cover, coverageOf, coveragePlan, makeCoverage } from './coverage.js';
import type { CoveragePlace, CoveragePlan, CoverageTally } from './coverage.js';
import { decisivePath } from './decisive.js';
import { byPolicy, type Keeper } from './keep.js';
import { policyKey } from './tally.js';

/** What the cases of one policy exercised. */
export interface KeptCoverage {
  readonly policy: string;
  readonly digest: string;
  readonly places: readonly CoveragePlace[];
  readonly tally: CoverageTally;
}

/** Keeps coverage. A party without an answer for a fault exercises nothing. */
export function coverageKeeper(): Keeper {
  const plans = new Map<string, CoveragePlan>();
  let kept = new Map<string, KeptCoverage>();
  const planOf = (key: string, table: Table): CoveragePlan => {
    const plan = plans.get(key) ?? coveragePlan(table);
    plans.set(key, plan);
    return plan;
  };
  return {
    see: ({ parties }, { bench: { table }, run }) => {
      const key = policyKey(table.policy);
      const plan = planOf(key, table);
      const own = kept.get(key) ?? open(table, plan);
      kept.set(key, own);
      run.parties.forEach(({ cells }, i) => {
        const { status, standing } = parties[i]!;
        if (status !== 'error') cover(plan, own.tally, cells, decisivePath(table, cells, standing));
      });
    },
    take: () => {
      const coverage = kept;
      kept = new Map();
      return { coverage };
    },
    add: ({ coverage }) => {
      for (const [key, other] of coverage ?? []) {
        const own = kept.get(key);
        if (own) other.tally.forEach((count, i) => (own.tally[i]! += count));
        else kept.set(key, other);
      }
    },
    tell: () => ({
      coverage: byPolicy(
        [...kept.values()].map(({ policy, digest, places, tally }) => {
          return { policy, digest, ...coverageOf(places, tally) };
        }),
      ),
    }),
  };
}

function open({ policy: { id, source } }: Table, plan: CoveragePlan): KeptCoverage {
  return { policy: id, digest: source.digest, places: plan.places, tally: makeCoverage(plan) };
}

// In: cases, one by one. Out: what an auditor looks at first: like cases with unlike records, values near a threshold, facts that decide.
import type { PolicyAudit } from '../model/batch.js';
import type { Leaf } from '../model/expression.js';
import type { Fraction } from '../model/quantity.js';
import type { Table } from '../compile/table.js';
import { addAlike, fallenLeaves, keptLeaf, seeAlike, unlikeIn, type AlikeGroups, type KeptLeaf } from './alike.js';
import { addNear, closestOf, seeNear, type Closest } from './closest.js';
import { decisivePath } from './decisive.js';
import { byPolicy, type Keeper } from './keep.js';
import { nearThresholds, percentText, thresholdsOf } from './near.js';
import { add, policyKey } from './tally.js';

/** What an audit keeps of the cases of one policy. */
export interface KeptAudit extends Closest {
  readonly policy: string;
  readonly digest: string;
  readonly names: readonly string[];
  readonly leaves: readonly KeptLeaf[];
  /** What was recorded of like cases. */
  readonly alike: AlikeGroups;
  /** For each fact, in how many cases it was decisive. */
  readonly facts: Map<string, number>;
  determined: number;
}

/** A policy as it is looked at. */
interface Looked {
  readonly table: Table;
  readonly thresholds: ReturnType<typeof thresholdsOf>;
  readonly leaves: ReadonlyMap<Leaf, number>;
}

/** Keeps what an audit asks. The margin is a share, such as 1/20. */
export function auditKeeper(margin: Fraction): Keeper {
  const looked = new Map<string, Looked>();
  let kept = new Map<string, KeptAudit>();
  return {
    see: ({ file, parties }, { bench: { table }, run }) => {
      const key = policyKey(table.policy);
      const look = looked.get(key) ?? lookAt(table);
      const own = kept.get(key) ?? open(look);
      looked.set(key, look);
      kept.set(key, own);
      run.parties.forEach((party, i) => {
        const { status, outcome, standing } = parties[i]!;
        if (status === 'error') return;
        seeNear(own, nearThresholds(look.thresholds, party.cells, margin), file, party.name);
        if (outcome === null) return;
        const path = decisivePath(table, party.cells, standing);
        own.determined += 1;
        for (const fact of path.facts) add(own.facts, fact, 1);
        seeAlike(own.alike, fallenLeaves(path.leaves, look.leaves, table), file, party, outcome);
      });
    },
    take: () => {
      const audit = kept;
      kept = new Map();
      return { audit };
    },
    add: ({ audit }) => {
      for (const [key, other] of audit ?? []) {
        const own = kept.get(key);
        if (own) addAudit(own, other);
        else kept.set(key, other);
      }
    },
    tell: () => ({ audit: byPolicy([...kept.values()].map((own) => auditOf(own, margin))) }),
  };
}

function lookAt(table: Table): Looked {
  const leaves = [...table.nodeOf.keys()].filter((part) => part.kind === 'leaf');
  return { table, thresholds: thresholdsOf(table), leaves: new Map(leaves.map((leaf, i) => [leaf, i])) };
}

function open({ table: { policy }, leaves }: Looked): KeptAudit {
  return {
    policy: policy.id,
    digest: policy.source.digest,
    names: [...policy.facts.keys()],
    leaves: [...leaves.keys()].map(keptLeaf),
    alike: new Map(),
    facts: new Map(),
    near: [],
    nearCount: 0,
    determined: 0,
  };
}

function addAudit(own: KeptAudit, other: KeptAudit): void {
  own.determined += other.determined;
  for (const [fact, n] of other.facts) add(own.facts, fact, n);
  addNear(own, other);
  addAlike(own.alike, other.alike);
}

function auditOf(own: KeptAudit, margin: Fraction): PolicyAudit {
  const { policy, digest, determined, names, facts, leaves, alike, nearCount } = own;
  return {
    policy,
    digest,
    determined,
    unlike: unlikeIn(alike, leaves),
    margin: percentText(margin),
    near: closestOf(own),
    nearCount,
    facts: names.map((fact) => ({ fact, decisive: facts.get(fact) ?? 0 })),
  };
}

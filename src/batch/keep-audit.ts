// In: cases, one by one. Out: what an auditor looks at first: like cases with unlike records, values near a threshold, facts that decide.
import type { Ground, LikeCase, NearThreshold, PolicyAudit, UnlikeRecords } from '../model/batch.js';
import type { Leaf } from '../model/expression.js';
import type { Fraction } from '../model/quantity.js';
import type { Table } from '../compile/table.js';
import { truthOfState } from '../evaluate/show.js';
import type { PartyRun } from './case-run.js';
import { decisivePath, type DecisivePath } from './decisive.js';
import { byPolicy, type Keeper } from './keep.js';
import { nearThresholds, percentText, thresholdsOf } from './near.js';
import { add, policyKey } from './tally.js';

/** How many like cases are shown of each record, and how many values near a threshold: the closest. */
const MOST_ALIKE = 5;
const MOST_NEAR = 1000;

/** Parties for whom the same leaves decided in the same way; there can be very many such ways, so the leaves stand in the key alone. */
interface Alike {
  readonly outcome: string;
  readonly records: Map<string, { readonly parties: number; readonly cases: readonly LikeCase[] }>;
}

/** A value near its threshold; how far off it is, as a fraction. */
interface KeptNear {
  readonly told: NearThreshold;
  readonly off: { readonly n: bigint; readonly d: bigint };
}

/** What an audit keeps of the cases of one policy. */
export interface KeptAudit {
  readonly policy: string;
  readonly digest: string;
  readonly names: readonly string[];
  readonly leaves: readonly KeptLeaf[];
  /** For the way in which the leaves of an outcome fell: what was recorded. */
  readonly alike: Map<string, Alike>;
  /** For each fact, in how many cases it was decisive. */
  readonly facts: Map<string, number>;
  near: KeptNear[];
  nearCount: number;
  determined: number;
}

/** A leaf, and whether it reads a fact: the others follow from those that do. */
interface KeptLeaf {
  readonly text: string;
  readonly readsFact: boolean;
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
        seeNear(own, look, file, party, margin);
        if (outcome !== null)
          seeDetermined(own, look, file, party, outcome, decisivePath(table, party.cells, standing));
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
    leaves: [...leaves.keys()].map(({ text, test }) => ({
      text,
      readsFact: !('ref' in test) || test.ref.to === 'fact',
    })),
    alike: new Map(),
    facts: new Map(),
    near: [],
    nearCount: 0,
    determined: 0,
  };
}

function addAudit(own: KeptAudit, { alike, facts, near, nearCount, determined }: KeptAudit): void {
  own.determined += determined;
  for (const [fact, n] of facts) add(own.facts, fact, n);
  keepNear(own, near, nearCount);
  for (const [key, group] of alike) {
    const known = own.alike.get(key);
    if (!known) own.alike.set(key, group);
    else for (const [words, { parties, cases }] of group.records) keepRecord(known, words, parties, cases);
  }
}

function seeNear(own: KeptAudit, look: Looked, file: string, { name, cells }: PartyRun, margin: Fraction): void {
  const near = nearThresholds(look.thresholds, cells, margin).map(({ off, ...told }): KeptNear => {
    return { told: { file, party: name, ...told, off: percentText(off) }, off: { n: off.n, d: off.d } };
  });
  if (near.length > 0) keepNear(own, near, near.length);
}

function keepNear(own: KeptAudit, near: readonly KeptNear[], count: number): void {
  own.nearCount += count;
  for (const one of near) own.near.push(one);
  if (own.near.length > 2 * MOST_NEAR) own.near = closest(own.near);
}

/** The closest first, then by file, party and leaf. */
function closest(near: readonly KeptNear[]): KeptNear[] {
  const name = ({ told }: KeptNear): string => [told.file, told.party, told.leaf].join('\n');
  const byOff = (a: KeptNear, b: KeptNear): number => {
    const [left, right] = [a.off.n * b.off.d, b.off.n * a.off.d];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  const sorted = [...near].sort((a, b) => byOff(a, b) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
  return sorted.slice(0, MOST_NEAR);
}

function seeDetermined(
  own: KeptAudit,
  { table, leaves: places }: Looked,
  file: string,
  party: PartyRun,
  outcome: string,
  path: DecisivePath,
): void {
  own.determined += 1;
  for (const fact of path.facts) add(own.facts, fact, 1);
  if (!party.recorded) return;
  const { cells, recorded } = party;
  const leaves = [...path.leaves].sort((a, b) => places.get(a)! - places.get(b)!);
  const fell = (leaf: Leaf): string => `${String(places.get(leaf))}:${String(cells.state[table.nodeOf.get(leaf)!])}`;
  const key = [outcome, ...leaves.map(fell)].join(' ');
  const group: Alike = own.alike.get(key) ?? { outcome, records: new Map() };
  own.alike.set(key, group);
  const choice = recorded.choice ?? [];
  const words = choice.length > 0 ? `${recorded.outcome}（${choice.join('、')}）` : recorded.outcome;
  keepRecord(group, words, 1, [{ file, party: party.name, recorded: words }]);
}

function keepRecord({ records }: Alike, words: string, parties: number, cases: readonly LikeCase[]): void {
  const known = records.get(words) ?? { parties: 0, cases: [] };
  records.set(words, {
    parties: known.parties + parties,
    cases: byFile([...known.cases, ...cases]).slice(0, MOST_ALIKE),
  });
}

/** The leaves that a key names after the outcome, and how they fell, as far as they read facts. */
function groundsIn(key: string, { outcome }: Alike, leaves: readonly KeptLeaf[]): Ground[] {
  const fell = key.slice(outcome.length).matchAll(/ (\d+):(\d)/gu);
  return [...fell].flatMap(([, place, state]): Ground[] => {
    const { text, readsFact } = leaves[Number(place)]!;
    return readsFact ? [{ leaf: text, truth: truthOfState(Number(state)) }] : [];
  });
}

function byFile(cases: readonly LikeCase[]): LikeCase[] {
  const key = ({ file, party }: LikeCase): string => `${file}\n${party}`;
  return [...cases].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function auditOf(
  { policy, digest, names, leaves, alike, near, nearCount, determined, facts }: KeptAudit,
  margin: Fraction,
): PolicyAudit {
  const unlike = [...alike].filter(([, { records }]) => records.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    policy,
    digest,
    determined,
    unlike: unlike.map(([key, group]) => unlikeOf(group, groundsIn(key, group, leaves))),
    margin: percentText(margin),
    near: closest(near).map(({ told }) => told),
    nearCount,
    facts: names.map((fact) => ({ fact, decisive: facts.get(fact) ?? 0 })),
  };
}

function unlikeOf({ outcome, records }: Alike, because: readonly Ground[]): UnlikeRecords {
  const sorted = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    outcome,
    because,
    records: sorted.map(([recorded, { parties }]) => ({ recorded, parties })),
    cases: sorted.flatMap(([, { cases }]) => cases),
  };
}

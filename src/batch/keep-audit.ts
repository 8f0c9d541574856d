// In: cases, one by one. Out: what an auditor looks at first: like cases with unlike records, values near a threshold, facts that decide.
import type { Ground, LikeCase, NearThreshold, PolicyAudit, UnlikeRecords } from '../model/batch.js';
import type { Leaf } from '../model/expression.js';
import type { Fraction } from '../model/quantity.js';
import type { Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { truthOf } from '../evaluate/show.js';
import type { PartyRun } from './case-run.js';
import { decisivePath, type DecisivePath } from './decisive.js';
import { byPolicy, type Keeper } from './keep.js';
import { nearThresholds, percentText, thresholdsOf } from './near.js';
import { add, policyKey } from './tally.js';

/** How many like cases are shown of each record, and how many values near a threshold: the closest. */
const MOST_ALIKE = 5;
const MOST_NEAR = 1000;

interface Alike {
  readonly outcome: string;
  readonly because: readonly Ground[];
  readonly records: Map<string, { parties: number; cases: LikeCase[] }>;
}

interface Kept {
  readonly table: Table;
  readonly thresholds: ReturnType<typeof thresholdsOf>;
  readonly leaves: ReadonlyMap<Leaf, number>;
  readonly alike: Map<string, Alike>;
  readonly facts: Map<string, number>;
  near: { readonly told: NearThreshold; readonly off: Fraction }[];
  nearCount: number;
  determined: number;
}

/** Keeps what an audit asks. The margin is a share, such as 1/20. */
export function auditKeeper(margin: Fraction): Keeper {
  const kept = new Map<string, Kept>();
  return {
    see: ({ file, parties }, { bench: { table }, run }) => {
      const key = policyKey(table.policy);
      const own = kept.get(key) ?? open(table);
      kept.set(key, own);
      run.parties.forEach((party, i) => {
        const { status, outcome, standing } = parties[i]!;
        if (status === 'error') return;
        seeNear(own, file, party, margin);
        if (outcome !== null) seeDetermined(own, file, party, outcome, decisivePath(table, party.cells, standing));
      });
    },
    tell: () => ({ audit: byPolicy([...kept.values()].map((own) => auditOf(own, margin))) }),
  };
}

function open(table: Table): Kept {
  const leaves = [...table.nodeOf.keys()].filter((part) => part.kind === 'leaf');
  return {
    table,
    thresholds: thresholdsOf(table),
    leaves: new Map(leaves.map((leaf, i) => [leaf, i])),
    alike: new Map(),
    facts: new Map(),
    near: [],
    nearCount: 0,
    determined: 0,
  };
}

function seeNear(own: Kept, file: string, { name, cells }: PartyRun, margin: Fraction): void {
  for (const { off, ...near } of nearThresholds(own.thresholds, cells, margin)) {
    own.nearCount += 1;
    own.near.push({ told: { file, party: name, ...near, off: percentText(off) }, off });
  }
  if (own.near.length > 2 * MOST_NEAR) own.near = closest(own.near);
}

/** The closest first, then by file, party and leaf. */
function closest(near: Kept['near']): Kept['near'] {
  const name = ({ told }: Kept['near'][number]): string => [told.file, told.party, told.leaf].join('\n');
  const sorted = [...near].sort((a, b) => a.off.compare(b.off) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
  return sorted.slice(0, MOST_NEAR);
}

function seeDetermined(own: Kept, file: string, party: PartyRun, outcome: string, path: DecisivePath): void {
  own.determined += 1;
  for (const fact of path.facts) add(own.facts, fact, 1);
  if (!party.recorded) return;
  const { cells, recorded } = party;
  const leaves = [...path.leaves].sort((a, b) => own.leaves.get(a)! - own.leaves.get(b)!);
  const key = [outcome, ...leaves.map((leaf) => leafKey(own, leaf, cells))].join(' ');
  const group: Alike = own.alike.get(key) ?? {
    outcome,
    because: groundsIn(leaves, own.table, cells),
    records: new Map(),
  };
  own.alike.set(key, group);
  const choice = recorded.choice ?? [];
  const words = choice.length > 0 ? `${recorded.outcome}（${choice.join('、')}）` : recorded.outcome;
  const record = group.records.get(words) ?? { parties: 0, cases: [] };
  group.records.set(words, record);
  record.parties += 1;
  record.cases = byFile([...record.cases, { file, party: party.name, recorded: words }]).slice(0, MOST_ALIKE);
}

function leafKey({ leaves, table }: Kept, leaf: Leaf, cells: Cells): string {
  return `${String(leaves.get(leaf))}:${String(cells.state[table.nodeOf.get(leaf)!])}`;
}

/** The leaves that read facts: the others follow from them. */
function groundsIn(leaves: readonly Leaf[], table: Table, cells: Cells): Ground[] {
  return leaves
    .filter(({ test }) => !('ref' in test) || test.ref.to === 'fact')
    .map((leaf) => ({ leaf: leaf.text, truth: truthOf(cells, table.nodeOf.get(leaf)!) }));
}

function byFile(cases: readonly LikeCase[]): LikeCase[] {
  const key = ({ file, party }: LikeCase): string => `${file}\n${party}`;
  return [...cases].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function auditOf(
  { table: { policy }, alike, near, nearCount, determined, facts }: Kept,
  margin: Fraction,
): PolicyAudit {
  const unlike = [...alike].filter(([, { records }]) => records.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    policy: policy.id,
    digest: policy.source.digest,
    determined,
    unlike: unlike.map(([, group]) => unlikeOf(group)),
    margin: percentText(margin),
    near: closest(near).map(({ told }) => told),
    nearCount,
    facts: [...policy.facts.keys()].map((fact) => ({ fact, decisive: facts.get(fact) ?? 0 })),
  };
}

function unlikeOf({ outcome, because, records }: Alike): UnlikeRecords {
  const sorted = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    outcome,
    because,
    records: sorted.map(([recorded, { parties }]) => ({ recorded, parties })),
    cases: sorted.flatMap(([, { cases }]) => cases),
  };
}

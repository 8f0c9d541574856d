// In: records of parties, with the leaves that decided. Out: groups of like cases, and those whose records differ (同案不同判).
import type { Ground, LikeCase, UnlikeRecords } from '../model/batch.js';
import type { Leaf } from '../model/expression.js';
import type { Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { truthOfState } from '../evaluate/show.js';
import type { PartyRun } from './case-run.js';
import { distinct } from './grounds.js';

/** How many like cases are shown of each record. */
const MOST_ALIKE = 5;

/** Parties for whom the same leaves decided in the same way; there can be very many such ways, so the leaves stand in the key alone. */
export interface Alike {
  readonly outcome: string;
  readonly records: Map<string, { readonly parties: number; readonly cases: readonly LikeCase[] }>;
}

/** Groups of like cases, by the way in which the leaves of their outcome fell. */
export type AlikeGroups = Map<string, Alike>;

/** A leaf, and whether it reads a fact: the others follow from those that do. */
export interface KeptLeaf {
  readonly text: string;
  readonly readsFact: boolean;
}

/** What words a leaf at the end. */
export function keptLeaf({ text, test }: Leaf): KeptLeaf {
  return { text, readsFact: !('ref' in test) || test.ref.to === 'fact' };
}

/** A leaf that decided: its place among the leaves of the policy, and the node that holds its truth. */
interface Fallen {
  readonly place: number;
  readonly node: number;
}

/** The leaves that decided, in the order of the policy. */
export function fallenLeaves(leaves: Iterable<Leaf>, places: ReadonlyMap<Leaf, number>, { nodeOf }: Table): Fallen[] {
  const fallen = [...leaves].map((leaf) => ({ place: places.get(leaf)!, node: nodeOf.get(leaf)! }));
  return fallen.sort((a, b) => a.place - b.place);
}

/** Counts a record among like cases. */
export function seeAlike(
  groups: AlikeGroups,
  fallen: readonly Fallen[],
  file: string,
  { name, cells, recorded }: PartyRun,
  outcome: string,
): void {
  if (!recorded) return;
  const key = keyOf(outcome, fallen, cells);
  const group: Alike = groups.get(key) ?? { outcome, records: new Map() };
  groups.set(key, group);
  const choice = recorded.choice ?? [];
  const words = choice.length > 0 ? `${recorded.outcome}（${choice.join('、')}）` : recorded.outcome;
  const declared = recorded.differs === undefined ? {} : ({ declared: true } as const);
  keepRecord(group, words, 1, [{ file, party: name, recorded: words, ...declared }]);
}

function keyOf(outcome: string, fallen: readonly Fallen[], { state }: Cells): string {
  return [outcome, ...fallen.map(({ place, node }) => `${String(place)}:${String(state[node])}`)].join(' ');
}

/** Adds groups that another has counted. */
export function addAlike(groups: AlikeGroups, others: AlikeGroups): void {
  for (const [key, group] of others) {
    const known = groups.get(key);
    if (!known) groups.set(key, group);
    else for (const [words, { parties, cases }] of group.records) keepRecord(known, words, parties, cases);
  }
}

function keepRecord({ records }: Alike, words: string, parties: number, cases: readonly LikeCase[]): void {
  const known = records.get(words) ?? { parties: 0, cases: [] };
  records.set(words, {
    parties: known.parties + parties,
    cases: byFile([...known.cases, ...cases]).slice(0, MOST_ALIKE),
  });
}

function byFile(cases: readonly LikeCase[]): LikeCase[] {
  const key = ({ file, party }: LikeCase): string => `${file}\n${party}`;
  return [...cases].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The groups in which records differ. */
export function unlikeIn(groups: AlikeGroups, leaves: readonly KeptLeaf[]): UnlikeRecords[] {
  const unlike = [...groups].filter(([, { records }]) => records.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return unlike.map(([key, group]) => unlikeOf(group, groundsIn(key, group, leaves)));
}

/** The leaves that a key names after the outcome, and how they fell, as far as they read facts. */
function groundsIn(key: string, { outcome }: Alike, leaves: readonly KeptLeaf[]): Ground[] {
  const fell = key.slice(outcome.length).matchAll(/ (\d+):(\d)/gu);
  const grounds = [...fell].flatMap(([, place, state]): Ground[] => {
    const { text, readsFact } = leaves[Number(place)]!;
    return readsFact ? [{ leaf: text, truth: truthOfState(Number(state)) }] : [];
  });
  return distinct(grounds);
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

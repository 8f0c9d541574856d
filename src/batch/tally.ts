// In: results, one file at a time. Out: counts. Tallies are merged in any order and give the same sums.
import { isChange, isLost, type FileResult, type OutcomeCount, type PolicyCount } from '../model/batch.js';
import { CHANGES, type Change } from '../model/change.js';
import type { Status } from '../model/determination.js';
import type { Policy } from '../model/policy.js';

/** Counts so far. Maps of plain values only, so that a tally can be sent between threads. */
export interface Tally {
  files: number;
  parties: number;
  faulty: number;
  errors: number;
  lost: number;
  changed: number;
  readonly changes: Map<Change, number>;
  /** For the key of each policy: parties by outcome, where they have one, else by status. */
  readonly outcomes: Map<string, Counted>;
}

/** Parties of one policy. */
interface Counted {
  readonly determined: Map<string, number>;
  readonly open: Map<Status, number>;
}

/** An empty tally. */
export function makeTally(): Tally {
  return { files: 0, parties: 0, faulty: 0, errors: 0, lost: 0, changed: 0, changes: new Map(), outcomes: new Map() };
}

/** Counts a file. The key is that of the policy it was judged under, if there was one. */
export function count(tally: Tally, { parties }: FileResult, key: string | undefined): void {
  tally.files += 1;
  tally.parties += parties.length;
  if (parties.length === 0) {
    tally.faulty += 1;
    tally.errors += 1;
    add(tally.changes, 'error', 1);
  }
  if (key === undefined) return;
  const { determined, open } = countedUnder(tally, key);
  for (const party of parties) {
    add(tally.changes, party.change, 1);
    if (party.outcome === null) add(open, party.status, 1);
    else add(determined, party.outcome, 1);
    if (isLost(party)) tally.lost += 1;
    if (isChange(party)) tally.changed += 1;
    else if (party.status === 'error') tally.errors += 1;
  }
}

function countedUnder({ outcomes }: Tally, key: string): Counted {
  const known = outcomes.get(key);
  if (known) return known;
  const own: Counted = { determined: new Map(), open: new Map() };
  outcomes.set(key, own);
  return own;
}

/** The changes of a tally, every kind named. */
export function changesOf({ changes }: Tally): Record<Change, number> {
  return Object.fromEntries(CHANGES.map((change) => [change, changes.get(change) ?? 0])) as Record<Change, number>;
}

/** Adds what another tally counted. */
export function addTally(tally: Tally, other: Tally): void {
  tally.files += other.files;
  tally.parties += other.parties;
  tally.faulty += other.faulty;
  tally.errors += other.errors;
  tally.lost += other.lost;
  tally.changed += other.changed;
  for (const [change, n] of other.changes) add(tally.changes, change, n);
  for (const [key, counts] of other.outcomes) {
    const own = countedUnder(tally, key);
    for (const [outcome, n] of counts.determined) add(own.determined, outcome, n);
    for (const [status, n] of counts.open) add(own.open, status, n);
  }
}

/** As much of a policy as its counts need. */
export interface CountedPolicy {
  readonly policy: string;
  readonly digest: string;
  readonly outcomes: readonly string[];
}

/** What is needed to count under a policy. */
export function countedPolicy({ id, source, outcomes }: Policy): CountedPolicy {
  return { policy: id, digest: source.digest, outcomes: [...outcomes.keys()] };
}

/** The counts of one policy: its outcomes in its own order, all named, then what came to no outcome. */
export function countsOf({ outcomes }: Tally, { policy, digest, outcomes: named }: CountedPolicy): PolicyCount {
  const counts = outcomes.get(digest);
  const determined = named.map((outcome): OutcomeCount => {
    return { status: 'determined', outcome, parties: counts?.determined.get(outcome) ?? 0 };
  });
  const open = (['pending', 'conflict', 'gap', 'error'] as const).map((status): OutcomeCount => {
    return { status, outcome: null, parties: counts?.open.get(status) ?? 0 };
  });
  return { policy, digest, outcomes: [...determined, ...open.filter(({ parties }) => parties > 0)] };
}

/** What tells policies apart: the digest of the file and of all that it includes. */
export function policyKey({ source }: Policy): string {
  return source.digest;
}

/** Adds to a count. */
export function add<K>(counts: Map<K, number>, key: K, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

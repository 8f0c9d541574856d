// In: cases under two versions of their policy, one by one. Out: whose answer changes, which way, by which words, and what never mattered.
import {
  isFlipped,
  type Answered,
  type Comparison,
  type Effect,
  type Flip,
  type FlippedParty,
  type Ground,
} from '../model/batch.js';
import { EFFECTS, type FileResult, type PartyResult, type VersionChange } from '../model/batch.js';
import type { Policy } from '../model/policy.js';
import type { Table } from '../compile/table.js';
import type { DiagramSource } from '../evaluate/answer.js';
import type { PartyRun } from './case-run.js';
import { explainer, type Explainer } from './explain-flip.js';
import type { Bench } from './judge.js';
import type { Keeper, Sitting } from './keep.js';
import { policyKey } from './tally.js';
import type { DifferenceGroup } from './versions.js';

/** How many changed parties are kept with their reasons: the worst. All are counted, and each has its row among the results. */
export const MOST_FLIPPED = 10_000;

/** What is kept of the cases of one pair of versions. */
export interface KeptComparison {
  readonly about: Pick<Comparison, 'policy' | 'before' | 'after' | 'order' | 'facts'>;
  readonly groups: readonly DifferenceGroup[];
  /** For each group, to how many parties it made a difference. */
  readonly mattered: number[];
  readonly flips: Map<string, Flip>;
  parties: FlippedParty[];
  compared: number;
  flipped: number;
}

/** Keeps comparisons, one for each pair of versions. */
export function comparisonKeeper(diagramsOf: (table: Table) => DiagramSource): Keeper {
  const explainers = new Map<string, Explainer>();
  let kept = new Map<string, KeptComparison>();
  return {
    see: (result, now, before) => {
      if (!before) return;
      const [older, newer] = [before.bench.table.policy, now.bench.table.policy];
      const key = `${policyKey(older)} / ${policyKey(newer)}`;
      const own = explainers.get(key) ?? explainer(before.bench, now.bench, diagramsOf);
      const sum = kept.get(key) ?? open(older, newer, own.groups);
      explainers.set(key, own);
      kept.set(key, sum);
      result.parties.forEach((_, i) => compare(sum, own, result, i, { now, before }));
    },
    take: () => {
      const comparisons = kept;
      kept = new Map();
      return { comparisons };
    },
    add: ({ comparisons }) => {
      for (const [key, other] of comparisons ?? []) {
        const own = kept.get(key);
        if (own) addComparison(own, other);
        else kept.set(key, other);
      }
    },
    tell: () => ({ comparisons: [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => comparisonOf(own)) }),
  };
}

function open(before: Policy, after: Policy, groups: readonly DifferenceGroup[]): KeptComparison {
  const about = {
    policy: after.id,
    before: { file: before.source.name, digest: before.source.digest },
    after: { file: after.source.name, digest: after.source.digest },
    order: after.mildestFirst,
    facts: factsOf(before, after),
  };
  return { about, groups, mattered: groups.map(() => 0), flips: new Map(), parties: [], compared: 0, flipped: 0 };
}

function addComparison(own: KeptComparison, { mattered, flips, parties, compared, flipped }: KeptComparison): void {
  mattered.forEach((n, i) => (own.mattered[i]! += n));
  for (const [key, flip] of flips) countFlips(own, key, flip);
  own.compared += compared;
  own.flipped += flipped;
  keepParties(own, parties);
}

/** Now and then the worst are chosen, and the others forgotten. */
function keepParties(own: KeptComparison, parties: readonly FlippedParty[]): void {
  for (const party of parties) own.parties.push(party);
  if (own.parties.length > 2 * MOST_FLIPPED) own.parties = worst(own.parties, own.about.order);
}

function compare(
  kept: KeptComparison,
  { groups, explain }: Explainer,
  result: FileResult,
  i: number,
  { now, before }: { readonly now: Sitting; readonly before: Sitting },
): void {
  const party = result.parties[i]!;
  const answers = { before: party.before!, after: answered(party) };
  const [older, newer] = [before.run.parties[i]!, now.run.parties[i]!];
  const { alone, fewest } = explain({ before: older, after: newer, answers });
  for (const group of new Set([...alone, ...fewest])) kept.mattered[group]! += 1;
  kept.compared += 1;
  countFlip(kept, answers);
  if (!isFlipped(answers.before, answers.after)) return;
  kept.flipped += 1;
  const names = fewest.flatMap((group) => groups[group]!.differences.map(({ kind, name }) => `${kind} ${name}`));
  const flipped: FlippedParty = {
    file: result.file,
    case: result.case ?? '',
    party: party.party,
    ...answers,
    because: names,
    grounds: {
      before: groundsOf(before.bench, older, answers.before),
      after: groundsOf(now.bench, newer, answers.after),
    },
    effect: effectOf(answers.before, answers.after, kept.about.order),
  };
  keepParties(kept, [flipped]);
}

/** The leaves on which an answer rests or, where it is open, hangs: of two versions it is told what made one of them lack an answer. */
function groundsOf({ grounds }: Bench, { cells }: PartyRun, { status, standing }: Answered): readonly Ground[] {
  return status === 'error' ? [] : grounds(cells, standing);
}

function answered({ status, outcome, standing }: PartyResult): Answered {
  return { status, outcome, standing };
}

function countFlip(kept: KeptComparison, { before, after }: Pick<Flip, 'before' | 'after'>): void {
  const words = (answer: Answered): string => [answer.status, ...[...answer.standing].sort()].join(' ');
  countFlips(kept, `${words(before)} → ${words(after)}`, { before, after, parties: 1 });
}

function countFlips({ flips }: KeptComparison, key: string, flip: Flip): void {
  flips.set(key, { ...flip, parties: (flips.get(key)?.parties ?? 0) + flip.parties });
}

/** What a change is to the party, where the newer policy says which outcomes are milder. */
function effectOf(before: Answered, after: Answered, order: readonly string[]): Effect {
  if (before.outcome === null || after.outcome === null) {
    return before.outcome !== null ? 'answer-lost' : after.outcome !== null ? 'answer-gained' : 'unordered';
  }
  const [from, to] = [order.indexOf(before.outcome), order.indexOf(after.outcome)];
  if (from < 0 || to < 0) return 'unordered';
  return to > from ? 'harsher' : 'milder';
}

/** The worst first: harsher ones by how far, then lost answers, and so on; then by file and party. */
function worst(parties: readonly FlippedParty[], order: readonly string[]): FlippedParty[] {
  const fall = ({ before, after }: FlippedParty): number =>
    order.indexOf(after.outcome ?? '') - order.indexOf(before.outcome ?? '');
  const ranked = parties.map((party) => ({
    party,
    effect: EFFECTS.indexOf(party.effect),
    fall: fall(party),
    name: `${party.file}\n${party.party}`,
  }));
  ranked.sort((a, b) => a.effect - b.effect || b.fall - a.fall || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return ranked.slice(0, MOST_FLIPPED).map(({ party }) => party);
}

function comparisonOf({ about, groups, mattered, flips, parties, compared, flipped }: KeptComparison): Comparison {
  const { policy, before, after, order, facts } = about;
  const changes = groups.flatMap(({ differences }, i) =>
    differences.map((difference): VersionChange => ({ ...difference, mattered: mattered[i]! })),
  );
  const told = [...flips].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flip]) => flip);
  return {
    policy,
    before,
    after,
    order,
    compared,
    flipped,
    flips: told,
    changes,
    facts,
    parties: worst(parties, order),
  };
}

/** Facts that cannot be compared: of one version only, or of another type. */
function factsOf(before: Policy, after: Policy): Comparison['facts'] {
  const [old, now] = [before.facts, after.facts];
  const typeOf = (policy: Policy, name: string): string =>
    JSON.stringify([policy.facts.get(name)!.type, policy.facts.get(name)!.per]);
  return {
    onlyBefore: [...old.keys()].filter((name) => !now.has(name)),
    onlyAfter: [...now.keys()].filter((name) => !old.has(name)),
    retyped: [...now.keys()].filter((name) => old.has(name) && typeOf(before, name) !== typeOf(after, name)),
  };
}

// In: cases under two versions of their policy, one by one. Out: whose answer changes, which way, by which words, and what never mattered.
import {
  isFlipped,
  type Answered,
  type Comparison,
  type Effect,
  type Flip,
  type FlippedParty,
} from '../model/batch.js';
import { EFFECTS, type FileResult, type PartyResult, type VersionChange } from '../model/batch.js';
import type { Policy } from '../model/policy.js';
import type { Table } from '../compile/table.js';
import type { DiagramSource } from '../evaluate/answer.js';
import { explainer, type Explainer } from './explain-flip.js';
import { answerUnder } from './judge.js';
import type { Keeper, Sitting } from './keep.js';
import { policyKey } from './tally.js';

/** How many changed parties are kept with their reasons: the worst. All are counted, and each has its row among the results. */
export const MOST_FLIPPED = 10_000;

interface Kept {
  readonly before: Policy;
  readonly after: Policy;
  readonly explainer: Explainer;
  readonly mattered: number[];
  readonly flips: Map<string, { flip: Flip }>;
  parties: FlippedParty[];
  compared: number;
  flipped: number;
}

/** Keeps comparisons, one for each pair of versions. */
export function comparisonKeeper(diagramsOf: (table: Table) => DiagramSource): Keeper {
  const kept = new Map<string, Kept>();
  return {
    see: (result, now, before) => {
      if (!before) return;
      const [older, newer] = [before.bench.table.policy, now.bench.table.policy];
      const key = `${policyKey(older)} / ${policyKey(newer)}`;
      const own = kept.get(key) ?? open(before, now, diagramsOf);
      kept.set(key, own);
      result.parties.forEach((party, i) => compare(own, result, party, i, now, before));
      if (own.parties.length > 2 * MOST_FLIPPED) own.parties = worst(own.parties, newer.mildestFirst);
    },
    tell: () => ({ comparisons: [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => comparisonOf(own)) }),
  };
}

function open(before: Sitting, now: Sitting, diagramsOf: (table: Table) => DiagramSource): Kept {
  const own = explainer(before.bench, now.bench, diagramsOf);
  return {
    before: before.bench.table.policy,
    after: now.bench.table.policy,
    explainer: own,
    mattered: own.units.map(() => 0),
    flips: new Map(),
    parties: [],
    compared: 0,
    flipped: 0,
  };
}

function compare(kept: Kept, result: FileResult, party: PartyResult, i: number, now: Sitting, before: Sitting): void {
  const answers = { before: party.before!, after: answered(party) };
  const [older, newer] = [before.run.parties[i]!, now.run.parties[i]!];
  const { alone, fewest } = kept.explainer.explain({ before: older, after: newer, answers });
  for (const unit of new Set([...alone, ...fewest])) kept.mattered[unit]! += 1;
  kept.compared += 1;
  countFlip(kept, answers);
  if (!isFlipped(answers.before, answers.after)) return;
  kept.flipped += 1;
  const names = fewest.flatMap((unit) =>
    kept.explainer.units[unit]!.differences.map(({ kind, name }) => `${kind} ${name}`),
  );
  const oldAnswer = answerUnder(before.bench, older);
  kept.parties.push({
    file: result.file,
    case: result.case ?? '',
    party: party.party,
    ...answers,
    because: names,
    grounds: {
      before: oldAnswer.status === 'error' ? [] : before.bench.grounds(older.cells, oldAnswer.standing),
      after: party.because,
    },
    effect: effectOf(answers.before, answers.after, kept.after.mildestFirst),
  });
}

function answered({ status, outcome, standing }: PartyResult): Answered {
  return { status, outcome, standing };
}

function countFlip({ flips }: Kept, { before, after }: { readonly before: Answered; readonly after: Answered }): void {
  const words = (answer: Answered): string => [answer.status, ...[...answer.standing].sort()].join(' ');
  const key = `${words(before)} → ${words(after)}`;
  const known = flips.get(key);
  flips.set(key, { flip: { before, after, parties: (known?.flip.parties ?? 0) + 1 } });
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

function comparisonOf({
  before,
  after,
  explainer: own,
  mattered,
  flips,
  parties,
  compared,
  flipped,
}: Kept): Comparison {
  const changes = own.units.flatMap(({ differences }, i) =>
    differences.map((difference): VersionChange => ({ ...difference, mattered: mattered[i]! })),
  );
  return {
    policy: after.id,
    before: { file: before.source.name, digest: before.source.digest },
    after: { file: after.source.name, digest: after.source.digest },
    order: after.mildestFirst,
    compared,
    flipped,
    flips: [...flips].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { flip }]) => flip),
    changes,
    facts: factsOf(before, after),
    parties: worst(parties, after.mildestFirst),
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

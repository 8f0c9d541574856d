// In: two versions of a policy. Out: the definitions that differ in meaning, in groups that can be taken back one by one.
import type { Fact, Outcome, Parameter, Policy, Rule } from '../model/policy.js';
import { readsOf } from '../model/order.js';
import type { Span } from '../model/source.js';
import { namesInOutcome } from '../model/walk.js';
import {
  conclusionWords,
  conditionsWords,
  differingWords,
  factWords,
  outcomeWords,
  parameterWords,
  type DefinitionWords,
} from '../model/words.js';
import { dateText } from '../model/calendar.js';
import type { VersionChange } from '../model/batch.js';

/** A definition that differs; `mattered` is counted elsewhere. */
export type Difference = Omit<VersionChange, 'mattered'>;

/** Differences that only together can be taken back: a name whose type changed, and whoever reads it. */
export interface DifferenceGroup {
  readonly differences: readonly Difference[];
}

type Kind = VersionChange['kind'];

/** A definition without its place, its provision and its wording: what it means. */
interface Meaning {
  readonly kind: Kind;
  readonly name: string;
  readonly meaning: string;
  readonly type: string;
  readonly words: DefinitionWords;
  readonly cites: string;
  readonly at: Span;
}

/** The differences between two versions, in the order of the newer one, grouped. */
export function differenceGroups(before: Policy, after: Policy): DifferenceGroup[] {
  const [old, now] = [meaningsOf(before), meaningsOf(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  const differing = keys.filter((key) => old.get(key)?.meaning !== now.get(key)?.meaning);
  const groups = grouped(differing, before, after, old, now);
  const difference = (key: string): Difference => differenceOf(old.get(key), now.get(key), before, after);
  return groups.map((group) => ({ differences: group.map(difference) }));
}

function differenceOf(old: Meaning | undefined, now: Meaning | undefined, before: Policy, after: Policy): Difference {
  const { kind, name, cites, at } = (now ?? old)!;
  const words = { before: differingWords(old?.words, now?.words), after: differingWords(now?.words, old?.words) };
  const { name: file } = at.source ?? (now ? after : before).source;
  return { kind, name, cites, ...words, at: `${file}:${String(at.line)}:${String(at.column)}` };
}

function meaningsOf(policy: Policy): Map<string, Meaning> {
  const all = [
    ...[...policy.parameters.values()].map(ofParameter),
    ...[...policy.facts.values()].map(ofFact),
    ...[...policy.rules.values()].map(ofRule),
    ...[...policy.outcomes.values()].map(ofOutcome),
    ...ofImpossible(policy),
    ofPeriod(policy),
  ];
  return new Map(all.map((meaning) => [`${meaning.kind} ${meaning.name}`, meaning]));
}

/** Wording and places do not count, nor how a number is written: `5000万元` and `50000000元` are one amount. */
const BESIDE = new Set(['at', 'text', 'cites', 'says', 'source', 'reason']);

function plain(key: string, value: unknown): unknown {
  if (BESIDE.has(key)) return undefined;
  return typeof value === 'bigint' ? value.toString() : value;
}

function meaning(...parts: readonly unknown[]): string {
  return JSON.stringify(parts, plain);
}

function citesOf(cites: Rule['cites']): string {
  return cites.map(({ text }) => text).join('、');
}

function ofParameter(parameter: Parameter): Meaning {
  const { name, type, values, at } = parameter;
  return {
    kind: 'parameter',
    name,
    meaning: meaning(type, values),
    type: meaning(type),
    words: parameterWords(parameter),
    cites: '',
    at,
  };
}

function ofFact(fact: Fact): Meaning {
  const { name, type, per, min, max, appliesWhen, otherwise, cites, at } = fact;
  const own = meaning(type, per, min, max, appliesWhen, otherwise);
  return {
    kind: 'fact',
    name,
    meaning: own,
    type: meaning(type, per),
    words: factWords(fact),
    cites: citesOf(cites),
    at,
  };
}

function ofRule({ name, type, conclusion, cites, at }: Rule): Meaning {
  const own = meaning(type, conclusion);
  return {
    kind: 'rule',
    name,
    meaning: own,
    type: meaning(type),
    words: conclusionWords(conclusion),
    cites: citesOf(cites),
    at,
  };
}

function ofOutcome(outcome: Outcome): Meaning {
  const { name, when, unless, prevailsOver, cites, at } = outcome;
  const over = prevailsOver.map((other) => other.outcome).sort();
  return {
    kind: 'outcome',
    name,
    meaning: meaning(when, unless, over),
    type: '',
    words: outcomeWords(outcome),
    cites: citesOf(cites),
    at,
  };
}

function ofImpossible({ impossible }: Policy): Meaning[] {
  const [first] = impossible;
  if (!first) return [];
  const conditions = impossible.map(({ when }) => when);
  const words = conditionsWords(conditions);
  return [
    { kind: 'impossible', name: 'impossible', meaning: meaning(conditions), type: '', words, cites: '', at: first.at },
  ];
}

function ofPeriod({ inForce, outcomes }: Policy): Meaning {
  const [{ at }] = [...outcomes.values()] as [Outcome];
  const day = (number: number | undefined): string => (number === undefined ? '' : dateText(number));
  const text = `${day(inForce.from)}–${day(inForce.to)}`;
  const words = { frame: 'period', pieces: [text], text };
  return { kind: 'period', name: 'in_force', meaning: text, type: '', words, cites: '', at };
}

/** Joins each name whose type differs with the differing definitions that read it; what one version lacks goes with its readers. */
function grouped(
  keys: readonly string[],
  before: Policy,
  after: Policy,
  old: ReadonlyMap<string, Meaning>,
  now: ReadonlyMap<string, Meaning>,
): string[][] {
  const leader = new Map(keys.map((key) => [key, key]));
  const find = (key: string): string => (leader.get(key) === key ? key : find(leader.get(key)!));
  const bound = keys.filter((key) => old.get(key)?.type !== now.get(key)?.type && !key.startsWith('outcome '));
  const names = new Map(bound.map((key) => [key.slice(key.indexOf(' ') + 1), key]));
  for (const key of keys) {
    for (const read of [...readBy(key, before), ...readBy(key, after)]) {
      const other = names.get(read);
      if (other !== undefined) leader.set(find(other), find(key));
    }
  }
  const groups = new Map<string, string[]>();
  for (const key of keys) groups.set(find(key), [...(groups.get(find(key)) ?? []), key]);
  return [...groups.values()];
}

function readBy(key: string, policy: Policy): string[] {
  const name = key.slice(key.indexOf(' ') + 1);
  if (key.startsWith('outcome ')) {
    const outcome = policy.outcomes.get(name);
    return outcome ? [...namesInOutcome(outcome)].map((ref) => ref.name) : [];
  }
  return readsOf(name, policy).map((ref) => ref.name);
}

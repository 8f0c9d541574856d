import type { Case, Condition, Policy } from '../reference/files.js';
import { World } from '../reference/world.js';
import { factValue } from './generate-facts.js';
import type { DraftFact } from './generate-facts.js';
import { POLICY_ID } from './generate-policy.js';
import type { Draft } from './generate-policy.js';
import type { Random } from './generate-random.js';
import { AMOUNTS, DAYS_INSIDE, DAYS_OUTSIDE, DATES } from './generate-vocabulary.js';
import type { Tree } from './generate-yaml.js';

type Entries = Record<string, Tree>;

/** How a case writes a value: bare, or with evidence and reasons. */
function written(random: Random, value: Tree): Tree {
  if (random.chance(0.7)) return value;
  return {
    value,
    evidence: random.chance(0.5) ? ['材料第1页', { file: '附件/纪要.pdf', sha256: 'a'.repeat(64) }] : undefined,
    reason: random.chance(0.3) ? '有调查笔录' : undefined,
    found_by: random.chance(0.3) ? '李某' : undefined,
    found_on: random.chance(0.3) ? '2024-02-01' : undefined,
    note: random.chance(0.1) ? '补充' : undefined,
  };
}

function unknown(random: Random): Tree | undefined {
  const style = random.weighted({ missing: 5, pending: 3, empty: 1, map: 1 });
  if (style === 'missing') return undefined;
  return style === 'pending' ? '待查' : style === 'empty' ? null : { value: '待查', note: '正在核实' };
}

/** How many values the exact mode may try for a fact, at most. */
function tries({ type, unit, options }: DraftFact): number {
  if (type === 'boolean') return 2;
  if (type === 'choice') return options.length;
  if (type === 'choices') return 2 ** options.length;
  const constants = type === 'date' ? DATES.length + 7 : AMOUNTS[unit]!.length + 4;
  return type === 'text' ? 1 : 2 * constants + 1;
}

/** The facts to leave unknown: any share of them, or, for a small case, at most four with few completions. */
export function unknownFacts(random: Random, draft: Draft, small: boolean): ReadonlySet<string> {
  if (!small) {
    const share = random.pick([0, 0, 0, 0.1, 0.2, 0.4, 0.8]);
    return new Set(draft.facts.filter(() => random.chance(share)).map(({ name }) => name));
  }
  const names = new Set<string>();
  let completions = 1;
  for (const fact of random.shuffle(draft.facts).slice(0, random.int(0, 4))) {
    if (completions * tries(fact) >= 2000) continue;
    completions *= tries(fact);
    names.add(fact.name);
  }
  return names;
}

/** States values in the order of drafting, so that whether a fact applies is known when its turn comes. */
class Stating {
  constructor(
    private readonly random: Random,
    private readonly draft: Draft,
    private readonly day: string | undefined,
    private readonly unknowns: ReadonlySet<string>,
    private readonly small: boolean,
  ) {}

  /** The case's facts go under `shared`, a party's own under `own`. */
  state(shared: Entries, own: Entries, party: boolean | undefined): void {
    for (const fact of this.draft.facts) {
      if (party !== undefined && fact.party !== party) continue;
      const entry = this.entry(fact, { ...shared, ...own });
      if (entry !== undefined) (fact.party ? own : shared)[fact.name] = entry;
    }
  }

  private entry(fact: DraftFact, facts: Entries): Tree | undefined {
    const { random } = this;
    const applies = this.applies(fact, facts);
    if (applies === false) return this.inVain(fact);
    const skip = !this.small && random.chance(applies === true ? 0 : 0.6);
    if (skip || this.unknowns.has(fact.name)) return unknown(random);
    return written(random, factValue(random, fact));
  }

  /** Mostly nothing where the question does not apply; sometimes an answer that is kept aside, rarely one that is an error. */
  private inVain(fact: DraftFact): Tree | undefined {
    const { random } = this;
    const style = random.weighted({ nothing: 88, aside: 10, stated: 2 });
    if (style === 'nothing') return undefined;
    const value = factValue(random, fact);
    return style === 'stated' ? written(random, value) : { value: '待查', set_aside: value };
  }

  private applies(fact: DraftFact, facts: Entries): unknown {
    if (fact.appliesWhen === undefined) return true;
    const given = { policy: this.draft.tree as unknown as Policy, day: this.day, facts: facts as Case['facts'] };
    return new World(given).condition(fact.appliesWhen as Condition);
  }
}

const pickDay = (random: Random): string => random.pick(random.chance(0.95) ? DAYS_INSIDE : DAYS_OUTSIDE);

/** Drafts a case under the policy, with none to three parties. */
export function draftCase(random: Random, draft: Draft, small: boolean): Tree {
  const happened = random.chance(0.6) ? pickDay(random) : undefined;
  const asOf = random.chance(0.5) ? pickDay(random) : undefined;
  const day = asOf ?? happened;
  const stating = new Stating(random, draft, day, unknownFacts(random, draft, small), small);
  const count = draft.parties
    ? random.weighted({ 0: 3, 1: 3, 2: 3, 3: small ? 0 : 2 })
    : random.pick(['0', '0', '0', '1', '2']);
  const shared: Entries = {};
  const header = { id: '案-001', title: '生成的案件', policy: POLICY_ID, happened_on: happened, as_of: asOf };
  if (count === '0') {
    const own: Entries = {};
    stating.state(shared, own, undefined);
    return { case: header, facts: { ...shared, ...own } };
  }
  stating.state(shared, {}, false);
  const parties = ['黄某', '李某', '欧阳某'].slice(0, Number(count)).map((name) => {
    const own: Entries = {};
    stating.state(shared, own, true);
    return {
      name,
      role: random.chance(0.3) ? '科员' : undefined,
      facts: Object.keys(own).length > 0 ? own : undefined,
    };
  });
  return { case: header, parties, facts: Object.keys(shared).length > 0 ? shared : undefined };
}

import Fraction from 'fraction.js';
import { parse } from 'yaml';
import { candidates } from './candidates.js';
import type { Case, Named, Policy } from './files.js';
import { U, X, all, any, not } from './values.js';
import type { Truth, Value } from './values.js';
import { World } from './world.js';

export type Mode = 'kleene' | 'exact';
export interface ReferenceParty {
  readonly name: string;
  readonly status: 'determined' | 'pending' | 'conflict' | 'gap' | 'error';
  readonly standing: readonly string[];
  /** In kleene mode, every rule's value in exact text; none where the case itself is in error. */
  readonly rules: Readonly<Record<string, string>>;
}
type Answer = Omit<ReferenceParty, 'name'>;
const ERROR: Answer = { status: 'error', standing: [], rules: {} };

/** What the policy decides for each party of the case; the case itself is the party where it names none. */
export function referenceDetermine(
  policyText: string,
  caseText: string,
  mode: Mode,
  partTexts: readonly string[] = [],
): readonly ReferenceParty[] {
  const own = parse(policyText, { schema: 'failsafe' }) as Policy;
  const policy = partTexts.reduce(withPart, own);
  const file = parse(caseText, { schema: 'failsafe' }) as Case;
  const day = file.case['as_of'] ?? file.case['happened_on'];
  const parties = file.parties?.length ? file.parties : [{ name: file.case.id }];
  return parties.map((party) => {
    const world = new World({ policy, day, facts: { ...file.facts, ...party.facts } });
    if (mode === 'exact') return { name: party.name, ...(world.sound() ? exactly(world, policyText) : ERROR) };
    const rules = Object.keys(policy.rules ?? {}).map((rule) => [rule, show(world.value(rule))]);
    const answer = { ...judge(world), rules: Object.fromEntries(rules) as Named<string> };
    return { name: party.name, ...(world.sound() ? answer : ERROR) };
  });
}

/** What a part defines counts as if the policy defined it. */
function withPart(policy: Policy, partText: string): Policy {
  const part = parse(partText, { schema: 'failsafe' }) as Policy;
  return {
    ...policy,
    parameters: { ...policy.parameters, ...part.parameters },
    facts: { ...policy.facts, ...part.facts },
    rules: { ...policy.rules, ...part.rules },
    impossible: [...(policy.impossible ?? []), ...(part.impossible ?? [])],
  };
}

function show(value: Value): string {
  if (value === U || value === X) return 'unknown';
  return value instanceof Fraction ? value.toFraction() : String(value);
}

/** An outcome stands when it holds and none that prevails over it does; the status says how many stand. */
export function judge(world: World): Answer {
  const { outcomes } = world.given.policy;
  const names = Object.keys(outcomes);
  const holds = (name: string): Truth => {
    if (outcomes[name]!.when !== undefined) return world.holds(outcomes[name]!);
    return not(any(names.filter((other) => other !== name).map(holds)));
  };
  const prevails = (name: string, other: string): boolean => {
    const over = outcomes[name]!.prevails_over ?? [];
    return over === 'all' ? name !== other : Array.isArray(over) ? over.includes(other) : other in (over as object);
  };
  const stands = names.map((name) => {
    return all([holds(name), ...names.filter((other) => prevails(other, name)).map((other) => not(holds(other)))]);
  });
  const standing = names.filter((_, i) => stands[i] === true);
  const settled = (['gap', 'determined'] as const)[standing.length] ?? 'conflict';
  return { status: stands.includes(U) ? 'pending' : stands.includes(X) ? 'error' : settled, standing, rules: {} };
}

/** The answer all completions give, or pending. What is impossible is no completion; where a question comes not to apply, what is stated for it is laid aside. */
function exactly(world: World, policyText: string): Answer {
  let ways: Named<Value>[] = [{}];
  for (const [name, fact] of Object.entries(world.given.policy.facts ?? {})) {
    if (world.value(name) !== U || world.stated(name) !== null || fact.type === 'text') continue;
    ways = ways.flatMap((way) => candidates(fact, policyText).map((value) => ({ ...way, [name]: value })));
  }
  const worlds = ways.map((assumed) => new World({ ...world.given, assumed }));
  const answers = worlds.filter((each) => each.possible()).map(judge);
  const different = new Set(answers.map((answer) => JSON.stringify(answer)));
  return different.size > 1 ? { ...ERROR, status: 'pending' } : (answers[0] ?? ERROR);
}

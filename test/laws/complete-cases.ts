// In: a policy's text. Out: every complete case of it that the reference evaluator can tell apart, and what it finds in them.
import { parse } from 'yaml';
import { candidates } from '../reference/candidates.js';
import type { Named, Policy, Row } from '../reference/files.js';
import { judge } from '../reference/index.js';
import type { Value } from '../reference/values.js';
import { World, lines } from '../reference/world.js';

/** What occurs in some complete case. Pairs of outcomes and of rows are joined by `|`; rows are `rule|1|2`, or `rule`. */
export interface Seen {
  readonly cases: number;
  readonly conflicts: ReadonlySet<string>;
  readonly gap: boolean;
  /** Outcomes that stand in a case that has an answer. */
  readonly standing: ReadonlySet<string>;
  readonly ruleTrue: ReadonlySet<string>;
  readonly ruleFalse: ReadonlySet<string>;
  readonly overlaps: ReadonlySet<string>;
  readonly gaps: ReadonlySet<string>;
  /** Rows that apply (`rule|1`; under `hit: first` those before them do not), and options that rules come to (`rule|option`). */
  readonly applied: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
}

/** What is found while the cases are looked at. */
type Finding = { readonly [key in 'conflicts' | 'standing' | 'overlaps' | 'gaps' | 'applied' | 'given']: Set<string> };

/** Days to try: one inside the time in force, or every day on which something begins or ends, and its neighbours. */
function days(policy: Policy, policyText: string): readonly string[] {
  const { from = '2024-06-01', to } = policy.policy.in_force ?? {};
  if (!policy.parameters && !/as_of/u.test(policyText)) return [from];
  const all = candidates({ type: 'date' }, policyText) as readonly string[];
  return [...new Set([from, ...all])].filter(
    (day) => (to ?? day) >= day && (policy.policy.in_force?.from ?? day) <= day,
  );
}

/** The values to try for each fact, and how many cases these make. */
function choicesOf(
  policy: Policy,
  policyText: string,
): { readonly ways: readonly [string, readonly Value[]][]; readonly count: number } {
  const facts = Object.entries(policy.facts ?? {}).filter(([, { type }]) => type !== 'text');
  const ways = facts.map(([name, fact]): [string, readonly Value[]] => [name, candidates(fact, policyText)]);
  const count = ways.reduce((product, [, values]) => product * values.length, days(policy, policyText).length);
  return { ways, count };
}

/** Every complete case; undefined where there are more than `most`. A case is where nothing is in error. */
export function completeCases(policyText: string, most: number): readonly World[] | undefined {
  const policy = parse(policyText, { schema: 'failsafe' }) as Policy;
  const { ways, count } = choicesOf(policy, policyText);
  if (count > most) return undefined;
  const all = ways.reduce<Named<Value>[]>(
    (some, [name, values]) => some.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  const worlds = days(policy, policyText).flatMap((day) =>
    all.map((assumed) => new World({ policy, day, facts: {}, assumed })),
  );
  return worlds.filter((world) => world.possible());
}

/** The rows of a rule with their conditions; undefined for a rule that has none. */
export function rowsOf(policy: Policy, name: string): readonly Row[] | undefined {
  const rule = policy.rules?.[name];
  return rule?.cases ?? (rule?.table && lines(rule.table));
}

/** What the reference evaluator finds in some of these cases. */
export function seenIn(worlds: readonly World[]): Seen {
  const [conflicts, standing, overlaps, gaps] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  const [ruleTrue, ruleFalse, applied, given] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  const seen: Finding = { conflicts, standing, overlaps, gaps, applied, given };
  let gap = false;
  for (const world of worlds) {
    const answer = judge(world);
    gap ||= answer.status === 'gap';
    if (answer.status === 'determined' || answer.status === 'conflict') {
      answer.standing.forEach((left, i) => {
        standing.add(left);
        answer.standing.slice(i + 1).forEach((right) => conflicts.add(`${left}|${right}`));
      });
    }
    for (const name of Object.keys(world.given.policy.rules ?? {})) {
      const value = world.value(name);
      if (value === true) ruleTrue.add(name);
      if (value === false) ruleFalse.add(name);
      if (typeof value === 'string') given.add(`${name}|${value}`);
      lookAtRows(world, name, seen);
    }
  }
  return { cases: worlds.length, gap, ruleTrue, ruleFalse, ...seen };
}

function lookAtRows(world: World, name: string, seen: Finding): void {
  const rows = rowsOf(world.given.policy, name);
  if (!rows) return;
  const truths = rows.map(({ when }) => (when === undefined ? undefined : world.condition(when)));
  if (truths.every((truth) => truth === false)) seen.gaps.add(name);
  const first = world.given.policy.rules?.[name]?.table?.hit === 'first';
  truths.forEach((truth, i) => {
    const others =
      truth === undefined ? truths.filter((other) => other !== undefined) : first ? truths.slice(0, i) : [];
    if ((truth ?? true) === true && others.every((other) => other === false)) seen.applied.add(`${name}|${i + 1}`);
  });
  if (first) return;
  truths.forEach((left, i) => {
    truths.slice(i + 1).forEach((right, k) => {
      if (left === true && right === true) seen.overlaps.add(`${name}|${i + 1}|${i + k + 2}`);
    });
  });
}

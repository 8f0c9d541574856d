// Which names of a policy are read, and what they rest on.
import type { Outcome, Policy } from '../model/policy.js';
import { namesInCondition, namesInConclusion, namesInFact, namesInOutcome } from '../model/walk.js';

/** The names that facts, rules, outcomes and impossible combinations read, or that outcomes state. */
export function usesIn({ facts, rules, outcomes, impossible }: Policy): ReadonlySet<string> {
  const refs = [
    ...[...facts.values()].flatMap((fact) => [...namesInFact(fact)]),
    ...[...rules.values()].flatMap((rule) => [...namesInConclusion(rule.conclusion)]),
    ...[...outcomes.values()].flatMap((outcome) => [...namesInOutcome(outcome)]),
    ...impossible.flatMap(({ when }) => [...namesInCondition(when)]),
  ];
  return new Set([...refs.map(({ name }) => name), ...[...outcomes.values()].flatMap(({ states }) => states)]);
}

/** Every name that some outcomes state, and every name that those rest on, directly or through others. */
export function namesBehindStated(
  policy: Policy,
  outcomes: Iterable<Outcome> = policy.outcomes.values(),
): ReadonlySet<string> {
  const seen = new Set<string>();
  const todo = [...outcomes].flatMap(({ states }) => states);
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const rule = policy.rules.get(name);
    const fact = policy.facts.get(name);
    const refs = [...(rule ? namesInConclusion(rule.conclusion) : []), ...(fact ? namesInFact(fact) : [])];
    todo.push(...refs.map((ref) => ref.name));
  }
  return seen;
}

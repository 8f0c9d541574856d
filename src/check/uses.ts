// Which names of a policy are read, and what they rest on.
import type { Policy } from '../model/policy.js';
import { namesInCondition, namesInConclusion, namesInFact, namesInOutcome } from '../model/walk.js';

/** How many facts, rules, outcomes and impossible combinations read a name; outcomes that state it count. */
export function usesOf(policy: Policy, name: string): number {
  const reads = [
    ...[...policy.facts.values()].map((fact) => [...namesInFact(fact)]),
    ...[...policy.rules.values()].map((rule) => [...namesInConclusion(rule.conclusion)]),
    ...[...policy.outcomes.values()].map((outcome) => [...namesInOutcome(outcome)]),
    ...policy.impossible.map(({ when }) => [...namesInCondition(when)]),
  ];
  const stated = [...policy.outcomes.values()].filter(({ states }) => states.includes(name)).length;
  return reads.filter((refs) => refs.some((ref) => ref.name === name)).length + stated;
}

/** Every name that outcomes state, and every name that those rest on, directly or through others. */
export function namesBehindStated(policy: Policy): ReadonlySet<string> {
  const seen = new Set<string>();
  const todo = [...policy.outcomes.values()].flatMap(({ states }) => states);
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

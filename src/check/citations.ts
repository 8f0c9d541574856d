// Every citation that a policy makes, wherever it stands.
import type { Citation } from '../model/citation.js';
import type { Policy } from '../model/policy.js';

/** The citations of facts, options, rules, outcomes, priorities, impossible combinations and boundary words. */
export function citationsOf(policy: Policy): readonly Citation[] {
  const { facts, rules, outcomes, impossible, boundary } = policy;
  const direct = [...facts.values(), ...rules.values(), ...outcomes.values(), ...impossible].flatMap(
    ({ cites }) => cites,
  );
  const options = [...facts.values()].flatMap((fact) => fact.options.flatMap(({ cites }) => cites));
  const prevails = [...outcomes.values()].flatMap(({ prevailsOver }) => prevailsOver.flatMap(({ cites }) => cites));
  return [...direct, ...options, ...prevails, ...(boundary?.cites ?? [])];
}

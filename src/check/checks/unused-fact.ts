// check/unused-fact: a fact that nothing reads.
import type { Policy } from '../../model/policy.js';
import { usesIn } from '../uses.js';
import type { Finding } from '../context.js';

/** A fact that no condition, value or statement reads; texts are only shown and may stand alone. */
export function unusedFact(policy: Policy): Finding[] {
  const uses = usesIn(policy);
  const unused = [...policy.facts.values()].filter(({ name, type }) => type.kind !== 'text' && !uses.has(name));
  return unused.map(({ name, at }) => ({ code: 'check/unused-fact', subject: { at: name }, at, words: { name } }));
}

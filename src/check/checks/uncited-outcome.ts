// check/uncited-outcome: an outcome that rests on no provision.
import type { Policy } from '../../model/policy.js';
import type { Finding } from '../context.js';

/** An outcome without a citation. */
export function uncitedOutcome(policy: Policy): Finding[] {
  const uncited = [...policy.outcomes.values()].filter(({ cites }) => cites.length === 0);
  return uncited.map(({ name, title, at }) => ({
    code: 'check/uncited-outcome',
    subject: { at: name },
    at,
    words: { name: title },
  }));
}

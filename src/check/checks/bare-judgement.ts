// check/bare-judgement: a discretionary finding without guidance.
import type { Policy } from '../../model/policy.js';
import type { Finding } from '../context.js';

/** A judgement that does not say what to look at. */
export function bareJudgement(policy: Policy): Finding[] {
  const bare = [...policy.facts.values()].filter(
    ({ nature, guidance }) => nature === 'judgement' && guidance === undefined,
  );
  return bare.map(({ name, at }) => ({ code: 'check/bare-judgement', subject: { at: name }, at, words: { name } }));
}

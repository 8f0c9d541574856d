// check/unreachable-outcome: an outcome that stands in no case.
import { terminalsOf } from '../../diagram/walk.js';
import type { Outcome, Policy } from '../../model/policy.js';
import { isTrue, never, type Checked, type Finding } from '../context.js';

/** An outcome that stands in no case: its condition is never met, or another always prevails. */
export function unreachableOutcome(checked: Checked): Finding[] {
  const { table, store, answers } = checked.diagrams;
  const reached = new Set([...terminalsOf(store, answers.inSpace)].flatMap((answer) => answers.standing(answer)));
  return [...checked.policy.outcomes.values()].flatMap(({ name, title, at }): Finding[] => {
    if (reached.has(name)) return [];
    const { holds, stands } = table.outcomes.get(name)!;
    const met = !never(checked, isTrue(checked, holds));
    const how = !met ? 'never-met' : never(checked, isTrue(checked, stands)) ? 'always-overridden' : 'never-answered';
    const over = how === 'always-overridden' ? prevailing(checked.policy, name) : [];
    const related = over.map((outcome) => ({ as: 'prevailing-outcome' as const, at: outcome.at }));
    return [{ code: 'check/unreachable-outcome', subject: { at: name }, at, words: { name: title, how }, related }];
  });
}

function prevailing({ outcomes }: Policy, name: string): Outcome[] {
  return [...outcomes.values()].filter(({ prevailsOver }) => prevailsOver.some(({ outcome }) => outcome === name));
}

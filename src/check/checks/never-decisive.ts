// check/never-decisive: a fact that is read and asked, and can change no answer.
import { slotsOfVariable } from '../../diagram/order.js';
import { supportOf } from '../../diagram/walk.js';
import type { Fact } from '../../model/policy.js';
import { namesBehindStated, usesIn } from '../uses.js';
import type { Checked, Finding } from '../context.js';

/** A fact that some condition reads although whatever it is, the answer is the same; what outcomes state counts as an answer. */
export function neverDecisive(checked: Checked): Finding[] {
  const { policy, diagrams } = checked;
  const { variables, store, answers, table } = diagrams;
  // Facts that an impossible combination ties to each other change together: alone, neither would seem to matter.
  const tied = supportOf(store, diagrams.space);
  const [anywhere, inside] = [supportOf(store, answers.all), supportOf(store, answers.inSpace)];
  const deciding = variables.list.filter((_, i) => (tied.has(i) ? anywhere : inside).has(i));
  const slots = new Set(deciding.flatMap(slotsOfVariable));
  const decisive = ({ name }: Fact): boolean => table.slots.get(name)!.some((slot) => slots.has(slot));
  const uses = usesIn(policy);
  const stated = namesBehindStated(policy);
  return [...policy.facts.values()].flatMap((fact): Finding[] => {
    const { name, at, type } = fact;
    if (type.kind === 'text' || !uses.has(name) || stated.has(name) || decisive(fact)) return [];
    return [{ code: 'check/never-decisive', subject: { at: name }, at, words: { name } }];
  });
}

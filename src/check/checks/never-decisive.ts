// check/never-decisive: a fact that is read and asked, and can change no answer.
import { matters } from '../../diagram/answers.js';
import { slotsOf } from '../../diagram/terms.js';
import { supportOf } from '../../diagram/walk.js';
import type { Fact } from '../../model/policy.js';
import { namesBehindStated, usesOf } from '../uses.js';
import type { Checked, Finding } from '../context.js';

/** A fact that some condition reads although whatever it is, the answer is the same; what outcomes state counts as an answer. */
export function neverDecisive(checked: Checked): Finding[] {
  const { policy, diagrams } = checked;
  const { variables, store, answers, table } = diagrams;
  // Facts that an impossible combination ties to each other change together: alone, neither would seem to matter.
  const tied = supportOf(store, diagrams.space);
  const decisive = (fact: Fact): boolean => {
    const slots = new Set(table.slots.get(fact.name));
    return variables.list.some((variable, i) => {
      const own = variable.kind === 'form' ? slotsOf(variable.form) : [variable.slot];
      return own.some((slot) => slots.has(slot)) && matters(store, tied.has(i) ? answers.all : answers.inSpace, i);
    });
  };
  const stated = namesBehindStated(policy);
  return [...policy.facts.values()].flatMap((fact): Finding[] => {
    const { name, at, type } = fact;
    if (type.kind === 'text' || usesOf(policy, name) === 0 || stated.has(name) || decisive(fact)) return [];
    return [{ code: 'check/never-decisive', subject: { at: name }, at, words: { name } }];
  });
}

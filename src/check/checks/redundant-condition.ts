// check/redundant-condition: a part of `all`, `any` or `none` whose removal changes no answer and no stated value.
import { within } from '../../diagram/answers.js';
import { operandsOf, rebuilt } from '../../diagram/build.js';
import { terminal } from '../../diagram/store.js';
import type { Condition } from '../../model/expression.js';
import type { Outcome, Rule } from '../../model/policy.js';
import type { Checked, Finding } from '../context.js';

/** The first such part of each group of conditions; taking it out may make others count. */
export function redundantCondition(checked: Checked): Finding[] {
  const { rules, outcomes } = checked.policy;
  return [...rules.values(), ...outcomes.values()].flatMap((owner) =>
    conditionsOf(owner).flatMap((condition) => redundantIn(checked, owner.name, condition)),
  );
}

function conditionsOf(owner: Rule | Outcome): Condition[] {
  const { when, unless } = 'conclusion' in owner ? { when: undefined, unless: undefined, ...owner.conclusion } : owner;
  return [when, unless].filter((part) => part !== undefined);
}

function redundantIn(checked: Checked, owner: string, condition: Condition): Finding[] {
  if (condition.kind === 'leaf') return [];
  const counted = condition.kind === 'at_least' || condition.of.length < 2;
  const idle = counted ? undefined : condition.of.find((_, i) => changesNothing(checked, condition, i));
  if (!idle) return condition.of.flatMap((part) => redundantIn(checked, owner, part));
  const text = idle.kind === 'leaf' ? idle.text : idle.kind;
  const subject = { at: owner, part: text };
  return [{ code: 'check/redundant-condition', subject, at: idle.at, words: { name: text } }];
}

function changesNothing({ diagrams }: Checked, condition: Condition, removed: number): boolean {
  const { table, store, answers, space } = diagrams;
  const node = table.nodeOf.get(condition)!;
  const operands = operandsOf(diagrams, node).filter((_, i) => i !== removed);
  const of = rebuilt(diagrams, node, operands);
  const stated = [...table.policy.outcomes.values()].flatMap(({ states }) => states);
  const watched = [
    ...stated.flatMap((name) => table.rules.get(name) ?? []),
    ...table.applies.values(),
    ...table.impossible,
  ];
  const same = store.combine('same', [answers.inSpace, within(store, answers.join(of), space)], ([a, b]) =>
    terminal(a === b ? 1 : 0),
  );
  return same === terminal(1) && watched.every((other) => of[other] === diagrams.of[other]);
}

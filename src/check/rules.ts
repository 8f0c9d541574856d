// Checks of rules by proof: conclusions that are always or never drawn, that change no outcome, and parts of conditions that do nothing.
import { matters, within } from '../diagram/answers.js';
import { operandsOf, rebuilt } from '../diagram/build.js';
import { terminal } from '../diagram/store.js';
import { slotsOf } from '../diagram/terms.js';
import { supportOf } from '../diagram/walk.js';
import type { Condition } from '../model/expression.js';
import type { Fact, Policy } from '../model/policy.js';
import { namesInCondition, namesInConclusion, namesInFact, namesInOutcome } from '../model/walk.js';
import { isFalse, isTrue, never, type Checked, type Finding } from './context.js';

/** A rule that is never true, always true, or true without ever changing an outcome. */
export function deadRule(checked: Checked): Finding[] {
  return [...checked.policy.rules.values()].flatMap((rule) => {
    const node = checked.diagrams.table.rules.get(rule.name)!;
    const truth = rule.type.kind === 'boolean';
    const how =
      truth && never(checked, isTrue(checked, node))
        ? 'never'
        : truth && never(checked, isFalse(checked, node))
          ? 'always'
          : usesOf(checked.policy, rule.name) === 0
            ? 'idle'
            : undefined;
    return how ? [{ code: 'check/dead-rule' as const, at: rule.at, words: { name: rule.name, how } }] : [];
  });
}

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

/** A fact that nothing reads. */
export function unusedFact({ policy }: Checked): Finding[] {
  const unused = [...policy.facts.values()].filter(
    ({ name, type }) => type.kind !== 'text' && usesOf(policy, name) === 0,
  );
  return unused.map(({ name, at }) => ({ code: 'check/unused-fact' as const, at, words: { name } }));
}

/** A fact that is read and asked, and can change no answer. */
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
  const stated = new Set([...policy.outcomes.values()].flatMap(({ states }) => states));
  const feeding = new Set([...stated].flatMap((name) => readBehind(policy, name)));
  return [...policy.facts.values()].flatMap((fact) => {
    const { name, at, type } = fact;
    if (type.kind === 'text' || usesOf(policy, name) === 0 || stated.has(name) || feeding.has(name) || decisive(fact))
      return [];
    return [{ code: 'check/never-decisive' as const, at, words: { name } }];
  });
}

/** Every name that a rule rests on, directly or through others. */
function readBehind(policy: Policy, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const rule = policy.rules.get(name);
  const fact = policy.facts.get(name);
  const refs = [...(rule ? namesInConclusion(rule.conclusion) : []), ...(fact ? namesInFact(fact) : [])];
  return [name, ...refs.flatMap((ref) => readBehind(policy, ref.name, seen))];
}

/** A part of `all`, `any` or `none` whose removal changes no answer and no stated value. */
export function redundantCondition(checked: Checked): Finding[] {
  const { policy } = checked;
  const conditions = [
    ...[...policy.rules.values()].flatMap(({ conclusion }) =>
      conclusion.kind === 'when' ? [conclusion.when, ...(conclusion.unless ? [conclusion.unless] : [])] : [],
    ),
    ...[...policy.outcomes.values()].flatMap(({ when, unless }) => [when, unless].filter((part) => part !== undefined)),
  ];
  return conditions.flatMap((condition) => redundantIn(checked, condition));
}

function redundantIn(checked: Checked, condition: Condition): Finding[] {
  if (condition.kind === 'leaf') return [];
  const own =
    condition.kind === 'at_least' || condition.of.length < 2
      ? []
      : condition.of.flatMap((part, i) => {
          if (!changesNothing(checked, condition, i)) return [];
          const text = part.kind === 'leaf' ? part.text : part.kind;
          return [{ code: 'check/redundant-condition' as const, at: part.at, words: { name: text } }];
        });
  return own.length > 0 ? own.slice(0, 1) : condition.of.flatMap((part) => redundantIn(checked, part));
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

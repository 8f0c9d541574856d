// In: a policy. Out: its flat table. Done once; after it, determining a case is one pass over the nodes.
import type { Fact, Outcome, Policy, Rule } from '../model/policy.js';
import { computingOrder } from '../model/order.js';
import { makeBuilder, type Builder } from './builder.js';
import { conditionNode, expressionNode, type Compiling } from './compile-conditions.js';
import { dayNodes } from './days.js';
import { Op, type OutcomeNodes, type Table } from './table.js';

/** Compiles a policy. */
export function compile(policy: Policy): Table {
  const builder = makeBuilder();
  const compiling: Compiling = { policy, builder, names: new Map(), nodeOf: new Map() };
  const asOf = builder.slot();
  compiling.names.set('as_of', [asOf]);
  const parameters = new Map([...policy.parameters.keys()].map((name) => [name, builder.slot()] as const));
  for (const [name, node] of parameters) compiling.names.set(name, [node]);
  const slots = new Map<string, readonly number[]>();
  for (const fact of policy.facts.values()) slots.set(fact.name, makeSlots(fact, builder));
  const applies = new Map<string, number>();
  const order = computingOrder(policy);
  const define = (name: string): void => {
    const rule = policy.rules.get(name);
    const nodes = rule ? [ruleNode(rule, compiling)] : factNodes(name, slots, applies, compiling);
    compiling.names.set(name, nodes);
  };
  order.filter((name) => !isAdvice(name, policy)).forEach(define);
  const impossible = policy.impossible.map(({ when }) => conditionNode(when, compiling));
  const outcomes = outcomeNodes(policy, compiling);
  const deciding = builder.size();
  order.filter((name) => isAdvice(name, policy)).forEach(define);
  const nodes = builder.finish();
  const pick = <T>(keys: Iterable<string>, take: (nodes: readonly number[]) => T): Map<string, T> =>
    new Map([...keys].map((key) => [key, take(compiling.names.get(key)!)]));
  return {
    policy,
    ...nodes,
    deciding,
    slots,
    days: dayNodes(nodes, givenDays(compiling, asOf, slots)),
    facts: pick(policy.facts.keys(), (nodes) => nodes),
    applies,
    rules: pick(policy.rules.keys(), ([node]) => node!),
    parameters,
    asOf,
    outcomes,
    impossible,
    nodeOf: compiling.nodeOf,
  };
}

function isAdvice(name: string, policy: Policy): boolean {
  return policy.rules.get(name)?.advises === true;
}

/** The day, and the slots of facts and parameters that are dates. */
function givenDays(
  { policy, names }: Compiling,
  asOf: number,
  slots: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const facts = [...slots].filter(([name]) => policy.facts.get(name)!.type.kind === 'date');
  const parameters = [...policy.parameters.values()].filter(({ type }) => type.kind === 'date');
  return [asOf, ...facts.flatMap(([, own]) => own), ...parameters.flatMap(({ name }) => names.get(name)!)];
}

function makeSlots(fact: Fact, builder: Builder): number[] {
  return fact.type.kind === 'choices' ? fact.type.options.map(() => builder.slot()) : [builder.slot()];
}

/** A fact's value as conditions see it: its slots, or gates that give `otherwise` where it does not apply. */
function factNodes(
  name: string,
  slotsOf: ReadonlyMap<string, readonly number[]>,
  applies: Map<string, number>,
  compiling: Compiling,
): readonly number[] {
  const slots = slotsOf.get(name)!;
  const { builder, policy } = compiling;
  const { appliesWhen, otherwise, type } = policy.facts.get(name)!;
  if (!appliesWhen || !otherwise) return slots;
  const condition = conditionNode(appliesWhen, compiling);
  applies.set(name, condition);
  if (otherwise.kind === 'choices' && type.kind === 'choices') {
    const instead = type.options.map((option) => builder.truth(otherwise.options.includes(option)));
    return slots.map((slot, i) => builder.add(Op.Gate, [condition, slot, instead[i]!]));
  }
  const instead = builder.constant(otherwise, type.kind === 'choice' ? type.options : []);
  return [builder.add(Op.Gate, [condition, slots[0]!, instead])];
}

function ruleNode(rule: Rule, compiling: Compiling): number {
  const { conclusion } = rule;
  const { builder } = compiling;
  if (conclusion.kind === 'value') return expressionNode(conclusion.value, compiling);
  if (conclusion.kind === 'when') {
    // A rule that only repeats a name has a node of its own all the same: what hangs on the rule does not all hang on that name.
    const before = builder.size();
    const node = exceptNode(conclusion.when, conclusion.unless, compiling);
    return node < before ? builder.add(Op.And, [node]) : node;
  }
  const conditions = conclusion.rows.map(({ when }) => (when ? conditionNode(when, compiling) : undefined));
  const values = conclusion.rows.map(({ value }) => expressionNode(value, compiling));
  const others = conditions.filter((node) => node !== undefined);
  const kids = conditions.flatMap((node, i) => [node ?? builder.add(Op.None, others), values[i]!]);
  const fallback = conditions.indexOf(undefined);
  return builder.add(conclusion.hit === 'first' ? Op.FirstRow : Op.UniqueRow, kids, fallback);
}

/** `unless` takes back what `when` gives. */
function exceptNode(when: NonNullable<Outcome['when']>, unless: Outcome['unless'], compiling: Compiling): number {
  const condition = conditionNode(when, compiling);
  if (!unless) return condition;
  const { builder } = compiling;
  const exception = conditionNode(unless, compiling);
  return builder.add(Op.And, [condition, builder.add(Op.Not, [exception])]);
}

function outcomeNodes(policy: Policy, compiling: Compiling): Map<string, OutcomeNodes> {
  const { builder } = compiling;
  const holds = new Map<string, number>();
  for (const { name, when, unless } of policy.outcomes.values()) {
    if (when) holds.set(name, exceptNode(when, unless, compiling));
  }
  const others = [...holds.values()];
  for (const { name, when } of policy.outcomes.values()) if (!when) holds.set(name, builder.add(Op.None, others));
  const nodes = [...policy.outcomes.keys()].map((name) => {
    const over = [...policy.outcomes.values()].filter((other) =>
      other.prevailsOver.some(({ outcome }) => outcome === name),
    );
    const free = builder.add(
      Op.None,
      over.map((other) => holds.get(other.name)!),
    );
    return [name, { name, holds: holds.get(name)!, stands: builder.add(Op.And, [holds.get(name)!, free]) }] as const;
  });
  return new Map(nodes);
}

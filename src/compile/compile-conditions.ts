// In: conditions and expressions. Out: their nodes. Each part of the policy keeps its own node, so that the trail can show it.
import type { Condition, Expression, FunctionName, Leaf, Test } from '../model/expression.js';
import type { Policy } from '../model/policy.js';
import type { Builder } from './builder.js';
import { Op } from './table.js';

/** A policy while it is compiled: the nodes of every name and of every part so far. */
export interface Compiling {
  readonly policy: Policy;
  readonly builder: Builder;
  readonly names: Map<string, readonly number[]>;
  readonly nodeOf: Map<Condition | Leaf | Expression, number>;
}

/** The node of a condition. */
export function conditionNode(condition: Condition, compiling: Compiling): number {
  const node = condition.kind === 'leaf' ? leafNode(condition, compiling) : groupNode(condition, compiling);
  compiling.nodeOf.set(condition, node);
  return node;
}

function groupNode(condition: Exclude<Condition, Leaf>, compiling: Compiling): number {
  const kids = condition.of.map((part) => conditionNode(part, compiling));
  const { builder } = compiling;
  if (condition.kind === 'at_least') return builder.add(Op.AtLeast, kids, condition.n);
  return builder.add({ all: Op.And, any: Op.Or, none: Op.None }[condition.kind], kids);
}

function leafNode(leaf: Leaf, compiling: Compiling): number {
  const node = testNode(leaf.test, compiling);
  return leaf.negated ? compiling.builder.add(Op.Not, [node]) : node;
}

const COMPARISONS = { '<': Op.Less, '<=': Op.AtMost, '=': Op.Equal, '!=': Op.Unequal } as const;

function testNode(test: Test, compiling: Compiling): number {
  const { builder, names } = compiling;
  switch (test.kind) {
    case 'truth':
      return names.get(test.ref.name)![0]!;
    case 'has': {
      const options = names.get(test.ref.name)!;
      const { type } = compiling.policy.facts.get(test.ref.name)!;
      const known = type.kind === 'choices' ? type.options : [];
      return builder.add(
        Op.Or,
        test.options.map((option) => options[known.indexOf(option)]!),
      );
    }
    case 'compare': {
      const [left, right] = [expressionNode(test.left, compiling), expressionNode(test.right, compiling)];
      if (test.operator === '>') return builder.add(Op.Less, [right, left]);
      if (test.operator === '>=') return builder.add(Op.AtMost, [right, left]);
      return builder.add(COMPARISONS[test.operator], [left, right]);
    }
    case 'among': {
      const left = expressionNode(test.left, compiling);
      const equal = test.values.map((value) => builder.add(Op.Equal, [left, expressionNode(value, compiling)]));
      return builder.add(Op.Or, equal);
    }
    case 'option': {
      const { left, options, negated } = test;
      const known = left.type.kind === 'choice' ? left.type.options : [];
      const constants = options.map((option) => builder.constant({ kind: 'choice', option }, known));
      const one = builder.add(Op.OneOf, [expressionNode(left, compiling), ...constants]);
      return negated ? builder.add(Op.Not, [one]) : one;
    }
  }
}

const ARITHMETIC = { '+': Op.Add, '-': Op.Subtract, '*': Op.Multiply, '/': Op.Divide } as const;

const CALLS: Readonly<Record<FunctionName, Op>> = {
  min: Op.Min,
  max: Op.Max,
  count: Op.Count,
  days_between: Op.DaysBetween,
  months_between: Op.MonthsBetween,
  years_between: Op.YearsBetween,
  add_days: Op.AddDays,
  add_months: Op.AddMonths,
};

/** The node of an expression. */
export function expressionNode(expression: Expression, compiling: Compiling): number {
  const node = makeExpression(expression, compiling);
  compiling.nodeOf.set(expression, node);
  return node;
}

function makeExpression(expression: Expression, compiling: Compiling): number {
  const { builder, names } = compiling;
  switch (expression.kind) {
    case 'constant':
      return builder.constant(expression.value, expression.type.kind === 'choice' ? expression.type.options : []);
    case 'reference':
      return names.get(expression.ref.name)![0]!;
    case 'arithmetic': {
      const { left, right, operator } = expression;
      return builder.add(ARITHMETIC[operator], [expressionNode(left, compiling), expressionNode(right, compiling)]);
    }
    case 'call': {
      const [first] = expression.args;
      if (expression.name === 'count' && first?.kind === 'reference') {
        return builder.add(Op.Count, names.get(first.ref.name)!);
      }
      return builder.add(
        CALLS[expression.name],
        expression.args.map((arg) => expressionNode(arg, compiling)),
      );
    }
  }
}

// In: a table and its values. Out: the rule trail, one step for every rule and outcome, rendered when somebody looks.
import type { DecidingLeaf, TrailStep } from '../model/determination.js';
import type { Reference } from '../model/expression.js';
import type { Outcome, Rule } from '../model/policy.js';
import { namesInExpression, namesInLeaf } from '../model/walk.js';
import type { Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { decidersOfOutcome, decidersOfRule, type Decider } from './deciders.js';
import { nameText, nodeText, truthOf, truthWord } from './show.js';

/** Every rule and then every outcome, in the order of the policy. */
export function trailOf(table: Table, cells: Cells): TrailStep[] {
  const rules = [...table.policy.rules.values()].map((rule) => ruleStep(rule, table, cells));
  const outcomes = [...table.policy.outcomes.values()].map((outcome) => outcomeStep(outcome, table, cells));
  return [...rules, ...outcomes];
}

function ruleStep(rule: Rule, table: Table, cells: Cells): TrailStep {
  const { name, type, advises, at } = rule;
  const node = table.rules.get(name)!;
  const isTruth = type.kind === 'boolean';
  const { row, deciders } = decidersOfRule(rule, table, cells, node);
  return {
    kind: 'rule',
    name,
    cites: rule.cites.map(({ text }) => text),
    truth: isTruth ? truthOf(cells, node) : null,
    value: isTruth ? null : nodeText(cells, node, type),
    row: row < 0 ? null : row + 1,
    because: deciders.map((decider) => show(decider, table, cells)),
    ...(advises ? { advises } : {}),
    at,
  };
}

function outcomeStep(outcome: Outcome, table: Table, cells: Cells): TrailStep {
  const { name, at } = outcome;
  const truth = truthOf(cells, table.outcomes.get(name)!.holds);
  const cites = outcome.cites.map(({ text }) => text);
  const because = decidersOfOutcome(outcome, table, cells).map((decider) => show(decider, table, cells));
  return { kind: 'outcome', name, cites, truth, value: null, row: null, because, at };
}

function show(decider: Decider, table: Table, cells: Cells): DecidingLeaf {
  switch (decider.kind) {
    case 'leaf': {
      const { leaf } = decider;
      const truth = truthOf(cells, table.nodeOf.get(leaf)!);
      return { leaf: leaf.text, truth, facts: factsOf([...namesInLeaf(leaf)], table, cells), at: leaf.at };
    }
    case 'value': {
      const { expression, text } = decider;
      return {
        leaf: text,
        truth: null,
        facts: factsOf([...namesInExpression(expression)], table, cells),
        at: expression.at,
      };
    }
    case 'outcome': {
      const { name } = decider;
      const truth = truthOf(cells, table.outcomes.get(name)!.holds);
      return { leaf: name, truth, facts: { [name]: truthWord(truth) }, at: table.policy.outcomes.get(name)!.at };
    }
  }
}

function factsOf(refs: readonly Reference[], table: Table, cells: Cells): Record<string, string> {
  return Object.fromEntries(refs.map((ref) => [ref.name, nameText(table, cells, ref) ?? '待查']));
}

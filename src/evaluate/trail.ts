// In: a table and its values. Out: the rule trail, one step for every rule and outcome, rendered when somebody looks.
import type { DecidingLeaf, TrailStep } from '../model/determination.js';
import type { Condition, Leaf, Reference } from '../model/expression.js';
import type { Outcome, Rule } from '../model/policy.js';
import { namesInExpression, namesInLeaf } from '../model/walk.js';
import { FALSE, KNOWN, type Cells } from '../compile/cells.js';
import { decidingLeaves } from './deciding.js';
import { nameText, nodeText, truthOf, truthWord } from './show.js';
import type { Table } from '../compile/table.js';

/** Every rule and then every outcome, in the order of the policy. */
export function trailOf(table: Table, cells: Cells): TrailStep[] {
  const rules = [...table.policy.rules.values()].map((rule) => ruleStep(rule, table, cells));
  const outcomes = [...table.policy.outcomes.values()].map((outcome) => outcomeStep(outcome, table, cells));
  return [...rules, ...outcomes];
}

function ruleStep(rule: Rule, table: Table, cells: Cells): TrailStep {
  const { name, conclusion, type, at } = rule;
  const node = table.rules.get(name)!;
  const cites = rule.cites.map(({ text }) => text);
  const truth = type.kind === 'boolean' ? truthOf(cells, node) : null;
  const value = type.kind === 'boolean' ? null : nodeText(cells, node, type);
  const step = { kind: 'rule', name, cites, truth, value, at } as const;
  if (conclusion.kind === 'when') {
    return { ...step, row: null, because: becauseOf(conclusion.when, conclusion.unless, truth === true, table, cells) };
  }
  if (conclusion.kind === 'value') {
    const refs = [...namesInExpression(conclusion.value)];
    const leaf = { leaf: conclusion.text, truth: null, facts: factsOf(refs, table, cells), at: conclusion.value.at };
    return { ...step, row: null, because: [leaf] };
  }
  return { ...step, ...rowsBecause(rule, table, cells) };
}

/** The row that gave the value, and the leaves that made it apply; for an open value, the leaves that leave it open. */
function rowsBecause(rule: Rule, table: Table, cells: Cells): Pick<TrailStep, 'row' | 'because'> {
  const { conclusion } = rule;
  if (conclusion.kind !== 'rows') return { row: null, because: [] };
  const stateOf = (when: Condition | undefined): number | undefined => when && cells.state[table.nodeOf.get(when)!];
  const states = conclusion.rows.map(({ when }) => stateOf(when));
  const fallback = conclusion.rows.findIndex(({ when }) => !when);
  const holding = states.indexOf(KNOWN);
  const othersFalse = states.every((state, i) => i === fallback || state === FALSE);
  const row = holding >= 0 ? holding : othersFalse ? fallback : -1;
  const shown = conclusion.rows.filter((_, i) => {
    if (row < 0) return states[i] !== FALSE;
    return i === row || row === fallback || (conclusion.hit === 'first' && i < row);
  });
  const because = shown.flatMap(({ when, value, text }) => {
    const leaves = when ? decidingLeaves(when, table, cells).map((leaf) => show(leaf, table, cells)) : [];
    const refs = [...namesInExpression(value)];
    const chosen = row >= 0 && conclusion.rows[row]!.value === value;
    return chosen && refs.length > 0
      ? [...leaves, { leaf: text, truth: null, facts: factsOf(refs, table, cells), at: value.at }]
      : leaves;
  });
  return { row: row < 0 ? null : row + 1, because };
}

function outcomeStep(outcome: Outcome, table: Table, cells: Cells): TrailStep {
  const { name, when, unless, at } = outcome;
  const truth = truthOf(cells, table.outcomes.get(name)!.holds);
  const cites = outcome.cites.map(({ text }) => text);
  const because = when ? becauseOf(when, unless, truth === true, table, cells) : otherOutcomes(outcome, table, cells);
  return { kind: 'outcome', name, cites, truth, value: null, row: null, because, at };
}

/** The otherwise-outcome rests on the others: on one that holds, or on all of them. */
function otherOutcomes({ name }: Outcome, table: Table, cells: Cells): DecidingLeaf[] {
  const others = [...table.policy.outcomes.values()].filter((other) => other.name !== name);
  const leaves = others.map((other) => {
    const truth = truthOf(cells, table.outcomes.get(other.name)!.holds);
    return { leaf: other.name, truth, facts: { [other.name]: truthWord(truth) }, at: other.at };
  });
  const holding = leaves.filter(({ truth }) => truth === true);
  const open = leaves.filter(({ truth }) => truth === 'unknown');
  return holding.length > 0 ? holding.slice(0, 1) : open.length > 0 ? open : leaves;
}

/** For `when … unless …`: both parts where it holds, else the part that took it away, else what is open in both. */
function becauseOf(
  when: Condition,
  unless: Condition | undefined,
  holds: boolean,
  table: Table,
  cells: Cells,
): DecidingLeaf[] {
  const parts = unless ? [when, unless] : [when];
  const state = (part: Condition): number => cells.state[table.nodeOf.get(part)!]!;
  const refusing = parts.filter((part) => state(part) === (part === when ? FALSE : KNOWN));
  const open = parts.filter((part) => state(part) !== FALSE && state(part) !== KNOWN);
  const telling = holds ? parts : refusing.length > 0 ? refusing.slice(0, 1) : open;
  return telling.flatMap((part) => decidingLeaves(part, table, cells)).map((leaf) => show(leaf, table, cells));
}

function show(leaf: Leaf, table: Table, cells: Cells): DecidingLeaf {
  const truth = truthOf(cells, table.nodeOf.get(leaf)!);
  return { leaf: leaf.text, truth, facts: factsOf([...namesInLeaf(leaf)], table, cells), at: leaf.at };
}

function factsOf(refs: readonly Reference[], table: Table, cells: Cells): Record<string, string> {
  return Object.fromEntries(refs.map((ref) => [ref.name, nameText(table, cells, ref) ?? '待查']));
}

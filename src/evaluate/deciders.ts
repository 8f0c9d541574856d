// In: a rule or an outcome and the values of all nodes. Out: what decided it: leaves, the expression of its value, other outcomes.
import type { Condition, Expression, Leaf } from '../model/expression.js';
import type { Conclusion, Outcome, Rule } from '../model/policy.js';
import { namesInExpression } from '../model/walk.js';
import { FALSE, KNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { decidingLeaves } from './deciding.js';

/** One thing that decided a conclusion; an otherwise-outcome is decided by the other outcomes. */
export type Decider =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'value'; readonly expression: Expression; readonly text: string }
  | { readonly kind: 'outcome'; readonly name: string };

/** What decided a rule, and the row (from 0) that gave its value; -1 where none did, or where there are no rows. */
export interface RuleDeciders {
  readonly row: number;
  readonly deciders: readonly Decider[];
}

/** What decided a rule. */
export function decidersOfRule({ conclusion }: Rule, table: Table, cells: Cells, node: number): RuleDeciders {
  if (conclusion.kind === 'rows') return decidersOfRows(conclusion, table, cells);
  if (conclusion.kind === 'value') {
    return { row: -1, deciders: [{ kind: 'value', expression: conclusion.value, text: conclusion.text }] };
  }
  const holds = cells.state[node] === KNOWN;
  return { row: -1, deciders: decidersOfTest(conclusion.when, conclusion.unless, holds, table, cells) };
}

/** What decided whether an outcome holds. */
export function decidersOfOutcome({ name, when, unless }: Outcome, table: Table, cells: Cells): readonly Decider[] {
  const holds = cells.state[table.outcomes.get(name)!.holds] === KNOWN;
  return when ? decidersOfTest(when, unless, holds, table, cells) : otherOutcomes(name, table, cells);
}

type Rows = Conclusion & { readonly kind: 'rows' };

/** The row (from 0) that gave the value: the first that holds, else the otherwise-row where all others fail; -1 where none did. */
export function rowGiven({ rows }: Rows, table: Table, cells: Cells): number {
  const stateOf = (when: Condition | undefined): number | undefined => when && cells.state[table.nodeOf.get(when)!];
  const holding = rows.findIndex(({ when }) => stateOf(when) === KNOWN);
  if (holding >= 0) return holding;
  return rows.every(({ when }) => !when || stateOf(when) === FALSE) ? rows.findIndex(({ when }) => !when) : -1;
}

/** The row that gave the value, and the leaves that made it apply; for an open value, the leaves that leave it open. */
function decidersOfRows(conclusion: Rows, table: Table, cells: Cells): RuleDeciders {
  const states = conclusion.rows.map(({ when }) => when && cells.state[table.nodeOf.get(when)!]);
  const fallback = conclusion.rows.findIndex(({ when }) => !when);
  const row = rowGiven(conclusion, table, cells);
  const shown = conclusion.rows.filter((_, i) => {
    if (row < 0) return states[i] !== FALSE;
    return i === row || row === fallback || (conclusion.hit === 'first' && i < row);
  });
  const deciders = shown.flatMap(({ when, value, text }): Decider[] => {
    const leaves = when ? leafDeciders(when, table, cells) : [];
    const chosen = row >= 0 && conclusion.rows[row]!.value === value;
    const reads = chosen && !namesInExpression(value).next().done;
    return reads ? [...leaves, { kind: 'value', expression: value, text }] : leaves;
  });
  return { row, deciders };
}

/** The otherwise-outcome rests on the others: on one that holds, or on all of them. */
function otherOutcomes(own: string, table: Table, cells: Cells): Decider[] {
  const others = [...table.policy.outcomes.keys()].filter((name) => name !== own);
  const state = (name: string): number => cells.state[table.outcomes.get(name)!.holds]!;
  const holding = others.filter((name) => state(name) === KNOWN);
  const open = others.filter((name) => state(name) !== KNOWN && state(name) !== FALSE);
  const telling = holding.length > 0 ? holding.slice(0, 1) : open.length > 0 ? open : others;
  return telling.map((name) => ({ kind: 'outcome', name }));
}

/** For `when … unless …`: both parts where it holds, else the part that took it away, else what is open in both. */
function decidersOfTest(
  when: Condition,
  unless: Condition | undefined,
  holds: boolean,
  table: Table,
  cells: Cells,
): Decider[] {
  const parts = unless ? [when, unless] : [when];
  const state = (part: Condition): number => cells.state[table.nodeOf.get(part)!]!;
  const refusing = parts.filter((part) => state(part) === (part === when ? FALSE : KNOWN));
  const open = parts.filter((part) => state(part) !== FALSE && state(part) !== KNOWN);
  const telling = holds ? parts : refusing.length > 0 ? refusing.slice(0, 1) : open;
  return telling.flatMap((part) => leafDeciders(part, table, cells));
}

function leafDeciders(condition: Condition, table: Table, cells: Cells): Decider[] {
  return decidingLeaves(condition, table, cells).map((leaf) => ({ kind: 'leaf', leaf }));
}

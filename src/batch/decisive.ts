// In: the values of all nodes and what stands. Out: everything on the way from there to the facts that decided it.
import type { Leaf } from '../model/expression.js';
import { namesInExpression, namesInLeaf } from '../model/walk.js';
import type { Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { decidingLeaves } from '../evaluate/deciding.js';
import { decidersOfOutcome, decidersOfRule, type Decider } from '../evaluate/deciders.js';

/** What decided an answer, by name; rows are those that gave the value of their rule. */
export interface DecisivePath {
  readonly outcomes: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly leaves: ReadonlySet<Leaf>;
  readonly rows: ReadonlyMap<string, number>;
}

/**
 * Follows the deciding leaves of what stands down to facts, and of a fact that may not apply to what says whether it does. An outcome
 * stands also because those that prevail over it fail.
 */
export function decisivePath(table: Table, cells: Cells, standing: readonly string[]): DecisivePath {
  const { policy } = table;
  const [outcomes, rules, facts] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const leaves = new Set<Leaf>();
  const rows = new Map<string, number>();
  const names: string[] = [];
  const take = (decider: Decider): void => {
    if (decider.kind === 'outcome') enterOutcome(decider.name);
    else if (decider.kind === 'value')
      names.push(...[...namesInExpression(decider.expression)].map(({ name }) => name));
    else takeLeaf(decider.leaf);
  };
  const takeLeaf = (leaf: Leaf): void => {
    leaves.add(leaf);
    for (const { name } of namesInLeaf(leaf)) names.push(name);
  };
  const enterOutcome = (name: string): void => {
    if (outcomes.has(name)) return;
    outcomes.add(name);
    decidersOfOutcome(policy.outcomes.get(name)!, table, cells).forEach(take);
  };
  for (const name of standing) {
    const over = [...policy.outcomes.values()].filter((other) => other.prevailsOver.some((p) => p.outcome === name));
    [name, ...over.map((other) => other.name)].forEach(enterOutcome);
  }
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    const [rule, fact] = [policy.rules.get(name), policy.facts.get(name)];
    if (rule && !rules.has(name)) {
      rules.add(name);
      const { row, deciders } = decidersOfRule(rule, table, cells, table.rules.get(name)!);
      if (row >= 0) rows.set(name, row);
      deciders.forEach(take);
    }
    if (fact && !facts.has(name)) {
      facts.add(name);
      if (fact.appliesWhen) decidingLeaves(fact.appliesWhen, table, cells).forEach(takeLeaf);
    }
  }
  return { outcomes, rules, facts, leaves, rows };
}

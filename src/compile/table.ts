// The flat table that a policy compiles to: one operation a node, operands before the nodes that use them.
import type { Condition, Expression, Leaf } from '../model/expression.js';
import type { Policy } from '../model/policy.js';
import type { Cells } from './cells.js';

/** The operations. Truths are states; values are state and number. */
export const enum Op {
  /** A slot or a constant: filled before the run. */
  Given,
  And,
  Or,
  Not,
  None,
  AtLeast,
  Less,
  AtMost,
  Equal,
  Unequal,
  OneOf,
  Gate,
  Add,
  Subtract,
  Multiply,
  Divide,
  Min,
  Max,
  Count,
  DaysBetween,
  MonthsBetween,
  YearsBetween,
  AddDays,
  AddMonths,
  UniqueRow,
  FirstRow,
}

/** Where the parts of an outcome stand in the table. */
export interface OutcomeNodes {
  readonly name: string;
  readonly holds: number;
  readonly stands: number;
}

/** A compiled policy. Node i has operation `op[i]`, number `n[i]` and operands `kids[first[i]] … kids[first[i + 1] - 1]`. */
export interface Table {
  readonly policy: Policy;
  readonly size: number;
  /** How many of the nodes come before those that only advice needs. */
  readonly deciding: number;
  /** The nodes that are computed, in order: all but those that are given. */
  readonly steps: Int32Array;
  readonly op: Uint8Array;
  readonly n: Int32Array;
  readonly first: Int32Array;
  readonly kids: Int32Array;
  /** Constants in place, slots unknown: the start of every run. */
  readonly blank: Cells;
  /** The nodes that are constant values, and of what kind. */
  readonly valueConstants: ReadonlyMap<number, 'quantity' | 'date' | 'choice'>;
  /** The nodes that hold dates, as day numbers. */
  readonly days: ReadonlySet<number>;
  /** The slots of a fact: one, or one an option for `choices`. */
  readonly slots: ReadonlyMap<string, readonly number[]>;
  /** The nodes of a fact's value as conditions see it (its `otherwise` where it does not apply). */
  readonly facts: ReadonlyMap<string, readonly number[]>;
  /** The node that tells whether a fact applies, for facts with `applies_when`. */
  readonly applies: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
  readonly parameters: ReadonlyMap<string, number>;
  readonly asOf: number;
  readonly outcomes: ReadonlyMap<string, OutcomeNodes>;
  /** One node for each declared impossible combination, in the policy's order. */
  readonly impossible: readonly number[];
  /** The node of each condition, leaf and expression of the policy. */
  readonly nodeOf: ReadonlyMap<Condition | Leaf | Expression, number>;
}

/** The table as far as it decides. */
export function decidingPart(table: Table): Table {
  const rules = [...table.rules].filter(([name]) => !table.policy.rules.get(name)!.advises);
  const { deciding, steps } = table;
  return { ...table, size: deciding, steps: steps.filter((node) => node < deciding), rules: new Map(rules) };
}

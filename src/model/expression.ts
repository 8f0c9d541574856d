// Conditions and expressions as they are after names and types are resolved: what the evaluator and the diagram compile.
import type { Fraction, Unit } from './quantity.js';
import type { Span } from './source.js';

/** The type of a fact, rule, parameter or expression. */
export type ValueType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  | { readonly kind: 'quantity'; readonly unit: Unit }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] };

/** A value that a policy or a case writes down. A date is a day number (days since 1970-01-01). */
export type Constant =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quantity'; readonly value: Fraction; readonly unit: Unit }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'choices'; readonly options: readonly string[] };

/** What a name in a condition refers to; `as_of` is the day whose law applies. */
export interface Reference {
  readonly to: 'fact' | 'rule' | 'parameter' | 'as_of';
  readonly name: string;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** The functions of the language. Dates in, 日 or 月 out, or the other way round. */
export const FUNCTIONS = [
  'min',
  'max',
  'count',
  'days_between',
  'months_between',
  'years_between',
  'add_days',
  'add_months',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** A typed expression. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: Constant; readonly type: ValueType; readonly at: Span }
  | { readonly kind: 'reference'; readonly ref: Reference; readonly type: ValueType; readonly at: Span }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly type: ValueType;
      readonly at: Span;
    }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly args: readonly Expression[];
      readonly type: ValueType;
      readonly at: Span;
    };

/** What a leaf tests. */
export type Test =
  | { readonly kind: 'truth'; readonly ref: Reference }
  | {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** The value is one of the constants (`in [..]` on quantities and dates). */
  | { readonly kind: 'among'; readonly left: Expression; readonly values: readonly Expression[] }
  /** The chosen option is, or is not, one of these. */
  | {
      readonly kind: 'option';
      readonly negated: boolean;
      readonly left: Expression;
      readonly options: readonly string[];
    }
  /** At least one of these options of a `choices` fact holds. */
  | { readonly kind: 'has'; readonly ref: Reference; readonly options: readonly string[] };

/** One leaf: a short text, what it tests, and whether `not` stands before it. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly text: string;
  readonly negated: boolean;
  readonly test: Test;
  readonly at: Span;
}

/** A condition: leaves under `all / any / none / at_least`. */
export type Condition =
  | Leaf
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[]; readonly at: Span }
  | { readonly kind: 'at_least'; readonly n: number; readonly of: readonly Condition[]; readonly at: Span };

// A policy as the tool understands it: facts are established, rules are concluded, outcomes are decided; everything cites.
import type { Citation, Article } from './citation.js';
import type { Code } from './codes/index.js';
import type { Subject } from './diagnostic.js';
import type { Condition, Constant, Expression, ValueType } from './expression.js';
import type { Source, Span } from './source.js';

/** How much of the official text the encoding covers. */
export type Completeness = 'full' | 'part' | 'structure';

/** A closed range of days; an absent end is open. Day numbers. */
export interface Period {
  readonly from?: number;
  readonly to?: number;
}

/** An option of a `choice` or `choices` fact. */
export interface Option {
  readonly name: string;
  readonly says?: string;
  readonly cites: readonly Citation[];
  readonly at: Span;
}

/** Something a person establishes. */
export interface Fact {
  readonly name: string;
  readonly ask: string;
  readonly type: ValueType;
  readonly cites: readonly Citation[];
  readonly group?: string;
  /** Whether the fact belongs to the case or is asked for each party. */
  readonly per: 'case' | 'party';
  /** A judgement is a discretionary finding, which needs a stated reason. */
  readonly nature: 'finding' | 'judgement';
  readonly guidance?: string;
  readonly evidence: 'required' | 'expected' | 'none';
  readonly options: readonly Option[];
  /** Whether only whole numbers can be stated: persons, trees, days. */
  readonly whole: boolean;
  readonly min?: Constant & { kind: 'quantity' | 'date' };
  readonly max?: Constant & { kind: 'quantity' | 'date' };
  readonly appliesWhen?: Condition;
  /** What holds where the question does not apply; present exactly with `appliesWhen`. */
  readonly otherwise?: Constant;
  readonly at: Span;
}

/** A value that another document sets, each from its day on. */
export interface Parameter {
  readonly name: string;
  readonly type: ValueType;
  readonly values: readonly {
    readonly from: number;
    readonly to?: number;
    readonly value: Constant;
    readonly source?: string;
    readonly at: Span;
  }[];
  readonly at: Span;
}

/** A row of `cases` or of a table: the value where its condition holds. A row without condition is `otherwise`. */
export interface Row {
  readonly when?: Condition;
  readonly value: Expression;
  /** The value as written. */
  readonly text: string;
  readonly at: Span;
}

/** What a rule concludes: a truth, a value, or the value of the row that applies. */
export type Conclusion =
  | { readonly kind: 'when'; readonly when: Condition; readonly unless?: Condition }
  | { readonly kind: 'value'; readonly value: Expression; readonly text: string }
  | {
      readonly kind: 'rows';
      readonly form: 'cases' | 'table';
      readonly hit: 'unique' | 'first';
      readonly rows: readonly Row[];
    };

/** A named conclusion. */
export interface Rule {
  readonly name: string;
  readonly type: ValueType;
  readonly cites: readonly Citation[];
  readonly says?: string;
  /** Whether it only advises: nothing that decides may read it. */
  readonly advises: boolean;
  readonly conclusion: Conclusion;
  readonly at: Span;
}

/** What the authority decides. */
export interface Outcome {
  readonly name: string;
  readonly title: string;
  readonly cites: readonly Citation[];
  /** Absent on the `otherwise` outcome, which holds exactly when every other outcome is false. */
  readonly when?: Condition;
  readonly unless?: Condition;
  /** The outcomes that this one overrides, each with the provision that says so where it is not this outcome's own. */
  readonly prevailsOver: readonly { readonly outcome: string; readonly cites: readonly Citation[] }[];
  /** 应当 or 可以. */
  readonly modality: 'shall' | 'may';
  readonly choose: readonly string[];
  /** Whether several of `choose` may be chosen together. */
  readonly chooseSeveral: boolean;
  readonly states: readonly string[];
  readonly at: Span;
}

/** What cannot occur together, and why; a case that states it is in error. */
export interface Impossible {
  readonly when: Condition;
  readonly reason: string;
  readonly cites: readonly Citation[];
  readonly at: Span;
}

/** A warning of the checks that the drafter answers with a reason instead of a change. */
export interface Silence {
  readonly code: Code;
  readonly subject: Subject;
  readonly reason: string;
  readonly at: Span;
}

/** How the policy's text uses a boundary word where it differs from 民法典 1259. */
export interface Boundary {
  readonly words: readonly { readonly word: string; readonly includes: boolean }[];
  readonly cites: readonly Citation[];
}

/** One version of a policy. Names in maps are in the order of the file. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly issuer?: string;
  readonly number?: string;
  readonly inForce: Period;
  readonly completeness: Completeness;
  readonly origin: string;
  readonly boundary?: Boundary;
  readonly articles: ReadonlyMap<string, Article>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly impossible: readonly Impossible[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Outcomes from the mildest to the harshest to the party, as far as the policy's author orders them. It decides nothing. */
  readonly mildestFirst: readonly string[];
  readonly silences: readonly Silence[];
  /** Units that number facts and parameters declare. */
  readonly units: ReadonlySet<string>;
  readonly source: Source;
  /** The files that it includes, in the order in which they are first reached. */
  readonly parts: readonly Source[];
}

/** The policy without the rules that only advise: all that decides. */
export function withoutAdvice(policy: Policy): Policy {
  return { ...policy, rules: new Map([...policy.rules].filter(([, { advises }]) => !advises)) };
}

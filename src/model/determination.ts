// What the evaluator says of a case: for each party a status, what stands and why, what is missing, and the whole rule trail.
import type { Diagnostic } from './diagnostic.js';
import type { Span } from './source.js';

/** Where a party's case came out. `error`: the case or the policy is at fault and there is no answer. */
export type Status = 'determined' | 'pending' | 'conflict' | 'gap' | 'error';

/** A truth as it is shown; undefined values count as unknown. */
export type Truth = true | false | 'unknown';

/** A leaf that decided a conclusion: its text, its truth and the values of the names in it, as exact text. */
export interface DecidingLeaf {
  readonly leaf: string;
  /** Null where the leaf is not a condition but the expression that gives a value. */
  readonly truth: Truth | null;
  /** The facts, rules and parameters that the leaf reads, with their values; 待查 where unknown. */
  readonly facts: Readonly<Record<string, string>>;
  readonly at: Span;
}

/** One step of the trail: a rule or an outcome, what it came to, and the leaves that decided it. */
export interface TrailStep {
  readonly kind: 'rule' | 'outcome';
  readonly name: string;
  readonly cites: readonly string[];
  /** Null on a rule that concludes a value. */
  readonly truth: Truth | null;
  /** The exact text of a value rule; null on conditions and where unknown. */
  readonly value: string | null;
  /** The row of `cases` or a table that gave the value, counted from 1. */
  readonly row: number | null;
  readonly because: readonly DecidingLeaf[];
  /** On a rule that only advises. */
  readonly advises?: true;
  readonly at: Span;
}

/** Why an outcome does not stand. */
export interface ExcludedOutcome {
  readonly outcome: string;
  /**
   * `false`: its condition is not met. `overridden`: it holds, and another that holds prevails over it.
   * `settled`: it stands in no completion of the unknown facts, though no known facts alone say so.
   */
  readonly how: 'false' | 'overridden' | 'settled';
  readonly by: readonly string[];
  /** The smallest set of facts found that suffices for this. */
  readonly because: readonly string[];
}

/** What stands if the body declines an outcome that it only may reach. */
export interface IfDeclined {
  readonly status: 'determined' | 'conflict' | 'gap' | 'pending';
  readonly outcome: string | null;
  readonly standing: readonly string[];
}

/** Something that a provision asks for and the file lacks. */
export interface Unsupported {
  readonly name: string;
  readonly lacks: 'evidence' | 'reason' | 'choice-reason';
}

/** The determination for one party. */
export interface PartyDetermination {
  readonly name: string;
  readonly role?: string;
  readonly status: Status;
  readonly outcome: string | null;
  /** Outcomes that hold and are not overridden, in the order of the policy. */
  readonly standing: readonly string[];
  readonly excluded: readonly ExcludedOutcome[];
  /** Outcomes that are not yet settled. */
  readonly open: readonly string[];
  /** Whether the answer rests on every completion of the unknown facts and not on known facts alone. */
  readonly settledByCompletions: boolean;
  readonly ifDeclined: IfDeclined | null;
  /** Unknown facts that can still change the outcome. */
  readonly missing: readonly string[];
  /** Unknown facts that cannot. */
  readonly immaterial: readonly string[];
  readonly unsupported: readonly Unsupported[];
  /** Every fact whose value is known, as exact text; one that does not apply has its `otherwise`. */
  readonly known: Readonly<Record<string, string>>;
  /** Facts that do not apply. */
  readonly notApplicable: readonly string[];
  /** What is stated while it is open whether its question applies, as exact text: it holds only if it does. */
  readonly ifApplicable: Readonly<Record<string, string>>;
  /** What standing outcomes state, as exact text with unit; null where unknown. */
  readonly values: Readonly<Record<string, string | null>>;
  readonly trail: readonly TrailStep[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How the policy came to be applied: in its time, outright on demand, or by analogy as the case says. */
export type Application = 'in-force' | 'outright' | 'by-analogy';

/** Something about how the policy was applied that the report must say. */
export type Notice = 'no-day' | 'out-of-time' | 'by-analogy' | 'part' | 'structure' | 'hypothetical';

/** The determination of a case. */
export interface Determination {
  readonly parties: readonly PartyDetermination[];
  readonly notices: readonly Notice[];
}

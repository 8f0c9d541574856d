// What a batch says of each file and party, and what it adds up to. Plain data: it can be sent between threads and written as JSON.
import type { Change } from './change.js';
import type { Diagnostic } from './diagnostic.js';
import type { Status } from './determination.js';

/** A leaf that decided an outcome, as the trail has it. */
export interface Ground {
  readonly leaf: string;
  readonly truth: true | false | 'unknown' | null;
}

/** What a policy says of a party, as two policies are compared. */
export interface Answered {
  readonly status: Status;
  readonly outcome: string | null;
  readonly standing: readonly string[];
}

/** What a batch says of one party. */
export interface PartyResult extends Answered {
  readonly party: string;
  /** The outcome that was recorded; null where none was. */
  readonly recorded: string | null;
  readonly change: Change;
  /** The leaves that decided the outcome, or why none stands. */
  readonly because: readonly Ground[];
  /** Unknown facts that can still change the answer, in the policy's order: ranking them, as `decide` does, asks for the whole case. */
  readonly missing: readonly string[];
  /** Under the policy that the run compares with. */
  readonly before?: Answered;
}

/** What a batch says of one file. A file that could not be determined has no parties, and diagnostics that say why. */
export interface FileResult {
  readonly file: string;
  /** The id of the case; null where the file could not be read that far. */
  readonly case: string | null;
  /** The id of the policy that was applied; null where none was. */
  readonly policy: string | null;
  readonly parties: readonly PartyResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether two policies answer a party differently. */
export function isFlipped(before: Answered, after: Answered): boolean {
  // Two versions may list the same outcomes in another order.
  const standing = (answer: Answered): string => [...answer.standing].sort().join('\n');
  return before.status !== after.status || standing(before) !== standing(after);
}

/** Whether a party is one that gates count: the two policies differ, or else what was recorded is no longer what the rules give. */
export function isChange(party: PartyResult): boolean {
  return party.before ? isFlipped(party.before, party) : party.change === 'changed' || isLost(party);
}

/** A recorded outcome that the rules no longer give, without one that they give instead. */
export function isLost({ recorded, change }: PartyResult): boolean {
  return recorded !== null && (change === 'undetermined' || change === 'error');
}

/** How many parties came out in one way; `outcome` only where they are determined. */
export interface OutcomeCount {
  readonly status: Status;
  readonly outcome: string | null;
  readonly parties: number;
}

/** The counts of one policy, outcomes in its own order. */
export interface PolicyCount {
  readonly policy: string;
  readonly digest: string;
  readonly outcomes: readonly OutcomeCount[];
}

/** A file that is no case and was left out. */
export interface SkippedFile {
  readonly file: string;
  readonly why: 'policy' | 'link';
}

/** What a batch adds up to. */
export interface BatchSummary {
  readonly files: number;
  readonly parties: number;
  /** Files that gave no result for any party. */
  readonly faulty: number;
  /** Files without a result, and parties in error whom gates do not count as changed. */
  readonly errors: number;
  readonly changes: Readonly<Record<Change, number>>;
  /** Parties for whom an outcome is recorded that can no longer be derived: undetermined or in error now, without a declared reason. */
  readonly lost: number;
  /** Parties that gates count as changed. */
  readonly changed: number;
  /** Parties that could not be compared: their case is under another policy than the one compared with. */
  readonly uncompared?: number;
  readonly policies: readonly PolicyCount[];
  /** The files without a result, by name, at most a stated number. */
  readonly faultyFiles: readonly string[];
  readonly skipped: readonly SkippedFile[];
  readonly comparisons?: readonly Comparison[];
  readonly coverage?: readonly PolicyCoverage[];
  readonly audit?: readonly PolicyAudit[];
}

/** One cell of the flip table. */
export interface Flip {
  readonly before: Answered;
  readonly after: Answered;
  readonly parties: number;
}

/** A definition that differs between two versions of a policy, by the words of each that the other lacks; null where it has none. */
export interface VersionChange {
  readonly kind: 'fact' | 'rule' | 'parameter' | 'outcome' | 'impossible' | 'period';
  readonly name: string;
  readonly cites: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Where the newer policy has it, else where the older one had it, by the file of that version: `file:line:column`. */
  readonly at: string;
  /** In how many parties' cases it made a difference. */
  readonly mattered: number;
}

/** A party whose answer changes, and the fewest changes of the policy whose reversal gives the old answer back. */
export interface FlippedParty {
  readonly file: string;
  readonly case: string;
  readonly party: string;
  readonly before: Answered;
  readonly after: Answered;
  /** Names of changes of the comparison. */
  readonly because: readonly string[];
  /** Deciding leaves under the older and under the newer policy. */
  readonly grounds: { readonly before: readonly Ground[]; readonly after: readonly Ground[] };
  readonly effect: Effect;
}

/** What a change is to the party: by the declared order of outcomes, or by gaining and losing an answer. */
export const EFFECTS = ['harsher', 'answer-lost', 'unordered', 'answer-gained', 'milder'] as const;
export type Effect = (typeof EFFECTS)[number];

/** What a newer version of a policy changes in the cases at hand. */
export interface Comparison {
  readonly policy: string;
  readonly before: { readonly file: string; readonly digest: string };
  readonly after: { readonly file: string; readonly digest: string };
  /** Outcomes from the mildest to the harshest, as the policy declares; empty where it declares none. */
  readonly order: readonly string[];
  readonly compared: number;
  readonly flipped: number;
  readonly flips: readonly Flip[];
  readonly changes: readonly VersionChange[];
  /** Facts of one version only, or of another type: what such a fact says cannot be compared. */
  readonly facts: {
    readonly onlyBefore: readonly string[];
    readonly onlyAfter: readonly string[];
    readonly retyped: readonly string[];
  };
  /** The worst first, at most a stated number. */
  readonly parties: readonly FlippedParty[];
}

/** One place of a policy that cases can exercise, and how often they did. */
export interface CoveragePoint {
  readonly kind: 'rule' | 'leaf' | 'option' | 'row' | 'outcome';
  /** The rule, fact or outcome that it belongs to. */
  readonly owner: string;
  readonly text: string;
  readonly at: string;
  readonly true: number;
  readonly false: number;
  readonly unknown: number;
  readonly decisive: number;
  /** What was never seen and should be. */
  readonly lacks: readonly ('true' | 'false')[];
}

/** How much of a policy the cases exercise. Each truth that a point should show counts one. */
export interface PolicyCoverage {
  readonly policy: string;
  readonly digest: string;
  readonly seen: number;
  readonly wanted: number;
  /** Rounded down: 100 only where nothing is lacking. */
  readonly percent: number;
  readonly points: readonly CoveragePoint[];
}

/** One party's record within a group of like cases. */
export interface LikeCase {
  readonly file: string;
  readonly party: string;
  readonly recorded: string;
  /** The record says why the body decided otherwise than the rules (`differs`). */
  readonly declared?: true;
}

/** Parties for whom the same leaves decided the same way, and whose records differ. */
export interface UnlikeRecords {
  readonly outcome: string;
  readonly because: readonly Ground[];
  readonly records: readonly { readonly recorded: string; readonly parties: number }[];
  /** A few of each, by file name. */
  readonly cases: readonly LikeCase[];
}

/** A value close to a threshold of the policy. */
export interface NearThreshold {
  readonly file: string;
  readonly party: string;
  readonly leaf: string;
  readonly value: string;
  readonly threshold: string;
  /** How far off, in percent of the threshold, rounded up to hundredths. */
  readonly off: string;
}

/** What an auditor looks at first. */
export interface PolicyAudit {
  readonly policy: string;
  readonly digest: string;
  readonly determined: number;
  readonly unlike: readonly UnlikeRecords[];
  readonly margin: string;
  readonly near: readonly NearThreshold[];
  readonly nearCount: number;
  /** For each fact, in how many determined parties' cases it was decisive. */
  readonly facts: readonly { readonly fact: string; readonly decisive: number }[];
}

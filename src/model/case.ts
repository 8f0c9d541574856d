// A case: what is stated about it, by whom and on what evidence, and what was recorded when it was closed.
import type { Constant } from './expression.js';
import type { Source, Span } from './source.js';

/** A piece of evidence: a note, or a file with the digest it had when it was added. */
export interface Evidence {
  readonly note?: string;
  readonly file?: string;
  readonly sha256?: string;
}

/** A fact as the case states it. `value` is null where it is unknown (待查 or empty). */
export interface StatedFact {
  readonly name: string;
  readonly value: Constant | null;
  readonly evidence: readonly Evidence[];
  readonly reason?: string;
  readonly foundBy?: string;
  readonly foundOn?: string;
  readonly note?: string;
  /** An answer that is kept but does not count: its question has ceased to apply. Only where `value` is null. */
  readonly setAside?: Constant;
  readonly at: Span;
}

/** Somebody the case is about, with the facts that are theirs alone. */
export interface Party {
  readonly name: string;
  readonly role?: string;
  readonly facts: ReadonlyMap<string, StatedFact>;
  readonly at: Span;
}

/** What the rules said where the body decided otherwise: an outcome, or that there was none; and why it did. */
export type Differs =
  | { readonly expected: string; readonly reason: string }
  | { readonly status: 'pending' | 'conflict' | 'gap'; readonly reason: string };

/** What was recorded for one party. */
export interface RecordedParty {
  readonly outcome: string;
  readonly choice: readonly string[];
  readonly reason?: string;
  readonly note?: string;
  readonly differs?: Differs;
  readonly at: Span;
}

/** The determination that was recorded when the case was closed. */
export interface Recorded {
  readonly policyDigest?: string;
  readonly engine?: string;
  readonly decidedOn?: string;
  readonly decidedBy?: string;
  readonly origin?: string;
  readonly note?: string;
  readonly parties: ReadonlyMap<string, RecordedParty>;
  readonly at: Span;
}

/** The head of a case file: enough to find its policy before its facts are read against it. */
export interface CaseHead {
  readonly id: string;
  readonly title: string;
  /** The policy's id, or a path relative to the case file. */
  readonly policy?: string;
  readonly happenedOn?: number;
  readonly asOf?: number;
  readonly appliedByAnalogy?: string;
  readonly hypothetical?: string;
  readonly origin?: string;
  readonly note?: string;
  readonly at: Span;
  /** Where the day whose law applies is written. */
  readonly dayAt: Span;
}

/** A case read against its policy. `parties` is empty where the case names none. */
export interface Case {
  readonly head: CaseHead;
  readonly facts: ReadonlyMap<string, StatedFact>;
  readonly parties: readonly Party[];
  readonly recorded?: Recorded;
  readonly source: Source;
}

/** The day whose law applies (day number): `as_of`, else the day it happened, else none. */
export function lawDay(head: CaseHead): number | undefined {
  return head.asOf ?? head.happenedOn;
}

// What is said of a case beyond its determination: which facts fix the answer, and what would have to change for another.
import type { Status, Unsupported } from './determination.js';

/** How a change could come about: an unknown fact is established, time passes, or what is established would have to be otherwise. */
export type ChangeKind = 'supply' | 'time' | 'established';

/** One fact and what it would have to be. */
export interface FactChange {
  /** A fact's name, or `as_of` for the day whose law applies. */
  readonly name: string;
  /** What it is now; null where it is unknown. */
  readonly from: string | null;
  /** What would do, each as text: `是`, `一类`, `< 50000000元`, `>= 3人, < 10人`. Any of them, with any of the other facts' own. */
  readonly to: readonly string[];
  /** The value of this fact in the case that was evaluated to confirm the change. */
  readonly shown: string;
}

/** Facts that lead to another answer if all of them change; no fewer do. */
export interface Way {
  readonly kind: ChangeKind;
  readonly changes: readonly FactChange[];
  /** Stated facts that no longer apply after the change. */
  readonly setAside: readonly string[];
}

/** How another outcome could be reached. */
export interface Towards {
  readonly outcome: string;
  /** Fewest changes first. */
  readonly ways: readonly Way[];
  /**
   * `found`: these are all the smallest. `some`: more of the same size were left out, or the search was ended. `far`: more facts than
   * are looked for together would have to change. `unsure`: facts are compared with each other in a way that leaves it open whether
   * there are smaller ones. `never`: no change of facts leads there.
   */
  readonly search: 'found' | 'some' | 'far' | 'unsure' | 'never';
}

/** Why one party's case came out as it did. */
export interface PartyExplanation {
  readonly name: string;
  readonly role?: string;
  readonly status: Status;
  /** The outcomes that stand, in the order of the policy. */
  readonly standing: readonly string[];
  /** Facts that fix this answer whatever all others are, none of which can be left out; null where the answer is open or in error. */
  readonly fixing: readonly { readonly name: string; readonly value: string }[] | null;
  /** Whether the day whose law applies belongs to what fixes it. */
  readonly onDay: boolean;
  readonly towards: readonly Towards[];
  readonly unsupported: readonly Unsupported[];
}

/** The explanation of a case; `complete` is false where the policy is too large for its diagrams. */
export interface CaseExplanation {
  readonly parties: readonly PartyExplanation[];
  readonly complete: boolean;
}

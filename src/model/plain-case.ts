// A case as numbers: what is stated of which fact, without evidence, reasons or places. Enough to determine it, not to report on it.
import type { RecordedParty } from './case.js';
import type { Constant } from './expression.js';

/** Facts and their values, side by side. Unknown facts are left out. */
export interface Stated {
  count: number;
  /** The place of the fact among the facts of its policy. */
  fact: Int32Array;
  /** Truths are 0 or 1, options their index, several options the sum of 2 to the power of their indices, days day numbers, texts 1, quantities ten-thousandths. */
  number: Float64Array;
  /** A value that has no such number. */
  exact: (Constant | undefined)[];
}

/** Makes room for stated facts; it grows as it is used. */
export function makeStated(): Stated {
  return { count: 0, fact: new Int32Array(64), number: new Float64Array(64), exact: [] };
}

/** Adds a fact. */
export function state(stated: Stated, fact: number, number: number, exact?: Constant): void {
  const at = stated.count++;
  if (at === stated.fact.length) {
    const [facts, numbers] = [new Int32Array(at * 2), new Float64Array(at * 2)];
    facts.set(stated.fact);
    numbers.set(stated.number);
    Object.assign(stated, { fact: facts, number: numbers });
  }
  stated.fact[at] = fact;
  stated.number[at] = number;
  stated.exact[at] = exact;
}

/** What a quickly read case says of itself: enough to find its policy. */
export interface PlainHead {
  readonly id: string;
  readonly policy: string | undefined;
  /** The day whose law applies. */
  readonly day: number | undefined;
  readonly byAnalogy: boolean;
}

/** A party and the stretch of the stated facts that is its own. */
export interface PlainParty {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly recorded?:
    (Pick<RecordedParty, 'outcome' | 'reason' | 'differs'> & Partial<Pick<RecordedParty, 'choice'>>) | undefined;
}

/** A case without any finding. `stated` is used again for the next case. The first `shared` facts are the case's own. */
export interface PlainCase {
  readonly head: PlainHead;
  readonly stated: Stated;
  readonly shared: number;
  readonly parties: readonly PlainParty[];
}

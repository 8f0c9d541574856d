// In: a policy. Out: what a quick reading of its cases looks up: facts by name, and how each of them is written.
import type { Constant } from '../../../model/expression.js';
import { TEN_THOUSANDTHS } from '../../../model/quantity.js';
import type { Fact, Policy } from '../../../model/policy.js';

/** A fact as the quick reader meets it. */
export interface FactLayout {
  readonly place: number;
  readonly fact: Fact;
  readonly options: readonly string[];
  /** What may stand after the digits of a quantity. */
  readonly suffixes: readonly string[];
  /** Limits as numbers of the form in which values are read; NaN where they have none, and then every value is read the long way. */
  readonly least: number;
  readonly most: number;
  /** Values that were read the long way. */
  readonly kept: Map<string, KeptValue>;
  /** The place of the fact that came after this one in the case before: most likely it does so again. */
  next: number;
  /** The reading in which the fact was last met, so that a second time is noticed. */
  met: number;
}

/** A value read the long way: unknown, known, or of no use to a quick reading. */
export type KeptValue = 'unknown' | 'declined' | { readonly number: number; readonly exact?: Constant };

/** The facts of a policy as cases write them. */
export interface CaseLayout {
  readonly policy: Policy;
  readonly facts: readonly FactLayout[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Counts readings. */
  reading: number;
}

/** Prepares to read cases of a policy quickly. */
export function caseLayout(policy: Policy): CaseLayout {
  const facts = [...policy.facts.values()].map((fact, place): FactLayout => {
    const options = 'options' in fact.type ? fact.type.options : [];
    const next = (place + 1) % policy.facts.size;
    return { place, fact, options, suffixes: suffixesOf(fact), ...limitsOf(fact), kept: new Map(), next, met: 0 };
  });
  return { policy, facts, placeOf: new Map(facts.map(({ fact, place }) => [fact.name, place])), reading: 0 };
}

function suffixesOf({ type }: Fact): readonly string[] {
  if (type.kind !== 'quantity') return [];
  return type.unit === '月' ? ['个月', '月'] : [type.unit ?? ''];
}

function limitsOf({ min, max }: Fact): { least: number; most: number } {
  return { least: min ? numberOf(min) : -Infinity, most: max ? numberOf(max) : Infinity };
}

function numberOf(limit: NonNullable<Fact['min']>): number {
  return limit.kind === 'date' ? limit.day : tenThousandths(limit);
}

/** A quantity as a whole number of ten-thousandths; NaN where it is none that numbers hold exactly. */
export function tenThousandths({ value }: Constant & { readonly kind: 'quantity' }): number {
  const scaled = value.n * BigInt(TEN_THOUSANDTHS);
  const whole = scaled % value.d === 0n ? Number((value.s * scaled) / value.d) : NaN;
  return Number.isSafeInteger(whole) ? whole : NaN;
}

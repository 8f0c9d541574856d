// In: a policy. Out: what a quick reading of its cases looks up: facts by name, and how each of them is written.
import type { Constant } from '../../../model/expression.js';
import { TEN_THOUSANDTHS } from '../../../model/quantity.js';
import type { Fact, Policy } from '../../../model/policy.js';
import { asBytes, textAt } from '../bytes.js';
import { isWord } from '../scan.js';
import { wordOf, type Word } from '../words.js';

/** A fact as the quick reader meets it. */
export interface FactLayout {
  readonly place: number;
  readonly fact: Fact;
  /** Its name, its options (no and yes of a truth), and what may stand after the digits of a quantity, as bytes. */
  readonly name: Uint8Array;
  readonly options: readonly Uint8Array[];
  readonly suffixes: readonly Uint8Array[];
  /** The key and the options as JSON most often has them: in quotes, the key with its colon. */
  readonly key: Word;
  readonly quotedOptions: readonly Word[];
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
  /** The names of the outcomes, as bytes. */
  readonly outcomes: readonly { readonly word: Uint8Array; readonly name: string }[];
  /** Counts readings. */
  reading: number;
}

/** Prepares to read cases of a policy quickly. Names, also of options, are letters and digits, which need no escapes. */
export function caseLayout(policy: Policy): CaseLayout {
  const facts = [...policy.facts.values()].map((fact, place): FactLayout => {
    const own = optionsOf(fact);
    const words = {
      name: asBytes(fact.name),
      options: own.map(asBytes),
      suffixes: suffixesOf(fact).map(asBytes),
      key: wordOf(`"${fact.name}":`),
      quotedOptions: own.map((option) => wordOf(`"${option}"`)),
    };
    const next = (place + 1) % policy.facts.size;
    return { place, fact, ...words, ...limitsOf(fact), kept: new Map(), next, met: 0 };
  });
  const placeOf = new Map(facts.map(({ fact, place }) => [fact.name, place]));
  const outcomes = [...policy.outcomes.keys()].map((name) => ({ word: asBytes(name), name }));
  return { policy, facts, placeOf, outcomes, reading: 0 };
}

/** How many facts are compared before the name is made a text and looked up. */
const MOST_COMPARED = 8;

/** The fact that a key names: the one that came next in the case before, or one soon after it, or whichever it is. */
export function factNamed(
  bytes: Uint8Array,
  from: number,
  to: number,
  before: FactLayout | undefined,
  { facts, placeOf }: CaseLayout,
): FactLayout | undefined {
  let place = before ? before.next : 0;
  for (let i = 0; i < MOST_COMPARED && i < facts.length; i++) {
    const likely = facts[place]!;
    if (isWord(likely.name, bytes, from, to)) return likely;
    place = place + 1 < facts.length ? place + 1 : 0;
  }
  return facts[placeOf.get(textAt(bytes, from, to)) ?? -1];
}

/** The words of a choice; no and yes of a truth. */
export function optionsOf({ type }: Fact): readonly string[] {
  if (type.kind === 'boolean') return ['否', '是'];
  return 'options' in type ? type.options : [];
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

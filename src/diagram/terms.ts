// Terms: what a number or a date can be in a complete case, as a constant, a linear form of slots, or a form that is kept whole.
import { Fraction } from '../model/quantity.js';
import { digitsOfConstant, digitsOfProduct, digitsOfSum, STATED, type Digits } from './digits.js';

/** The value of a slot, or of a node that is kept whole; undefined where that is. */
export type ValueAt = (slot: number) => Fraction | undefined;

/** A part of a linear form that is not looked into: a slot, or an operation on terms such as a quotient of two facts. */
export interface Atom {
  readonly key: string;
  /** The slots, and the nodes kept whole, that its value is computed from. */
  readonly slots: readonly number[];
  /** The slots that it hangs on in the end. */
  readonly behind: readonly number[];
  /** Whether its value can be undefined where its operands are defined (adding what is not whole): the node it stands for looks at that. */
  readonly partial: boolean;
  readonly digits: Digits;
  /** Computes its value from the values of slots; undefined where the language leaves it undefined. */
  readonly valueOf: (slots: ValueAt) => Fraction | undefined;
}

/** A constant plus multiples of atoms, sorted by key; equal terms have equal keys. */
export interface Term {
  readonly key: string;
  readonly constant: Fraction;
  readonly parts: readonly { readonly atom: Atom; readonly times: Fraction }[];
}

const ZERO = new Fraction(0);

function makeTerm(constant: Fraction, parts: Term['parts']): Term {
  const kept = parts
    .filter(({ times }) => !times.equals(ZERO))
    .sort((a, b) => (a.atom.key < b.atom.key ? -1 : a.atom.key > b.atom.key ? 1 : 0));
  const key = [constant.toFraction(), ...kept.map(({ atom, times }) => `${times.toFraction()}*${atom.key}`)].join('+');
  return { key, constant, parts: kept };
}

/** A constant term. */
export function constantTerm(value: Fraction): Term {
  return makeTerm(value, []);
}

/** The term that is one atom. */
export function atomTerm(atom: Atom): Term {
  return makeTerm(ZERO, [{ atom, times: new Fraction(1) }]);
}

/** The term of a slot. */
export function slotTerm(slot: number): Term {
  return atomTerm({
    key: `s${String(slot)}`,
    slots: [slot],
    behind: [slot],
    partial: false,
    digits: STATED,
    valueOf: (value) => value(slot),
  });
}

/** Whether a form is one slot. */
export function isOneSlot({ parts }: Term): boolean {
  return parts.length === 1 && parts[0]!.atom.key.startsWith('s');
}

/** The term of a node that is kept whole: whatever its value comes from, it is one number, or undefined where that is. */
export function nodeTerm(node: number, behind: readonly number[], digits: Digits): Term {
  return atomTerm({
    key: `n${String(node)}`,
    slots: [node],
    behind,
    partial: false,
    digits,
    valueOf: (value) => value(node),
  });
}

/** Whether a term is a constant. */
export function isConstant(term: Term): boolean {
  return term.parts.length === 0;
}

/** a + times · b. */
export function addTerms(a: Term, b: Term, times = new Fraction(1)): Term {
  const sum = new Map(a.parts.map((part) => [part.atom.key, part]));
  for (const { atom, times: own } of b.parts) {
    const before = sum.get(atom.key)?.times ?? ZERO;
    sum.set(atom.key, { atom, times: before.add(own.mul(times)) });
  }
  return makeTerm(a.constant.add(b.constant.mul(times)), [...sum.values()]);
}

/** A multiple of a term. */
export function scaleTerm(term: Term, times: Fraction): Term {
  return addTerms(constantTerm(ZERO), term, times);
}

/** Keeps an operation on terms whole, as an atom of its own. */
export function wholeTerm(
  name: string,
  operands: readonly Term[],
  { partial = false, digits }: { readonly partial?: boolean; readonly digits: Digits },
  compute: (values: readonly Fraction[]) => Fraction | undefined,
): Term {
  const slots = [...new Set(operands.flatMap(slotsOf))].sort((a, b) => a - b);
  return atomTerm({
    key: `${name}(${operands.map(({ key }) => key).join(';')})`,
    slots,
    behind: [...new Set(operands.flatMap(slotsBehind))],
    partial,
    digits,
    valueOf: (value) => {
      const values = operands.map((operand) => valueOfTerm(operand, value));
      return values.every((part) => part !== undefined) ? compute(values) : undefined;
    },
  });
}

/** Whether a term is one operation that can be undefined where its operands are defined. */
export function isPartial({ parts }: Term): boolean {
  return parts.length === 1 && parts[0]!.atom.partial;
}

/** How many digits a term's value can have. */
export function digitsOf({ constant, parts }: Term): Digits {
  const all = parts.map(({ atom, times }) =>
    times.n === 1n && times.d === 1n ? atom.digits : digitsOfProduct(atom.digits, digitsOfConstant(times)),
  );
  return digitsOfSum(constant.n === 0n ? all : [...all, digitsOfConstant(constant)]);
}

/** The slots that a term hangs on in the end: those of the facts that it speaks of. */
export function slotsBehind(term: Term): readonly number[] {
  return [...new Set(term.parts.flatMap(({ atom }) => atom.behind))];
}

/** Terms do not change, and a batch asks of the same ones for every case. */
const SLOTS = new WeakMap<Term, readonly number[]>();

/** The slots and whole nodes that a term is computed from. */
export function slotsOf(term: Term): readonly number[] {
  const slots = SLOTS.get(term) ?? [...new Set(term.parts.flatMap(({ atom }) => atom.slots))];
  SLOTS.set(term, slots);
  return slots;
}

/** The value of a term in a complete case. */
export function valueOfTerm(term: Term, value: ValueAt): Fraction | undefined {
  let sum = term.constant;
  for (const { atom, times } of term.parts) {
    const own = atom.valueOf(value);
    if (own === undefined) return undefined;
    sum = sum.add(own.mul(times));
  }
  return sum;
}

/** A comparison of two terms as one form against a number: the form's first multiple is 1; `flipped` where the sides changed. */
export interface FormComparison {
  readonly form: Term;
  readonly against: Fraction;
  readonly flipped: boolean;
}

/** Brings `a ? b` into the form `form ? against`. */
export function compareForm(a: Term, b: Term): FormComparison {
  const difference = addTerms(a, b, new Fraction(-1));
  const lead = difference.parts[0]?.times ?? new Fraction(1);
  const form = scaleTerm(addTerms(difference, constantTerm(difference.constant), new Fraction(-1)), lead.inverse());
  return { form, against: difference.constant.neg().div(lead), flipped: lead.s < 0n };
}

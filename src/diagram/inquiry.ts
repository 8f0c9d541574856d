// In: the diagrams of a policy and what is known of one party. Out: what is still open, in a store of its own that is thrown away
// afterwards, and what remains after an answer.
import type { Table } from '../compile/table.js';
import { NO_CASE, restrict } from './answers.js';
import { LIMIT, type Diagrams } from './build.js';
import { makeStore, type Diagram, type Store } from './store.js';
import { makeSwing, type Swing } from './swing.js';
import { slotsOfVariable } from './order.js';
import { terminalsOf } from './walk.js';

/** What the inquiries into one case share. */
export interface InquiryGround {
  readonly diagrams: Diagrams;
  readonly table: Table;
  readonly store: Store;
  readonly swing: Swing;
  /** The facts that each variable hangs on; the day is none. */
  readonly factsOf: readonly (readonly string[])[];
  /** The variables that hang on each fact. */
  readonly variablesOf: ReadonlyMap<string, readonly number[]>;
}

/** What is known of one party. */
export interface Known {
  /** The branches of variables whose facts are all known, and the day. */
  readonly branches: ReadonlyMap<number, number>;
  /** Facts with a value. */
  readonly facts: ReadonlySet<string>;
  /** Facts that are not asked: they are being looked into. */
  readonly aside: ReadonlySet<string>;
}

/** What is still open about one party. */
export interface Inquiry {
  readonly ground: InquiryGround;
  readonly answers: Diagram;
  /** Of each unknown fact with a condition, whether it applies. */
  readonly conditions: ReadonlyMap<string, Diagram>;
  readonly known: ReadonlySet<string>;
  readonly aside: ReadonlySet<string>;
}

/** Prepares the ground for inquiries into one case. */
export function makeGround(diagrams: Diagrams): InquiryGround {
  const { table, store: whole } = diagrams;
  const store = makeStore(whole.arity, LIMIT);
  return { diagrams, table, store, swing: makeSwing(store), ...placesIn(diagrams) };
}

/** Which facts stand in which variables: the same for all cases. */
export type Places = Pick<InquiryGround, 'factsOf' | 'variablesOf'>;
const PLACES = new WeakMap<Diagrams, Places>();

/** The places of a policy: found once. */
export function placesIn(diagrams: Diagrams): Places {
  const known = PLACES.get(diagrams);
  if (known) return known;
  const { table, variables } = diagrams;
  const factOfSlot = new Map([...table.slots].flatMap(([name, slots]) => slots.map((slot) => [slot, name] as const)));
  const factsOf = variables.list.map((variable) => {
    return [...new Set(slotsOfVariable(variable).flatMap((slot) => factOfSlot.get(slot) ?? []))];
  });
  const variablesOf = new Map<string, number[]>([...table.slots.keys()].map((name) => [name, []]));
  factsOf.forEach((facts, variable) => facts.forEach((name) => variablesOf.get(name)!.push(variable)));
  const places = { factsOf, variablesOf };
  PLACES.set(diagrams, places);
  return places;
}

/**
 * Opens the inquiry into one party; undefined where no complete case has these facts. A fact that is stated has its value only where
 * its question applies: while that is open, the answers hold both.
 */
export function openInquiry(ground: InquiryGround, { branches, facts, aside }: Known): Inquiry | undefined {
  const { diagrams, store, table } = ground;
  const copied = new Map<Diagram, Diagram>();
  const copy = (diagram: Diagram): Diagram => copyFixed(diagrams.store, diagram, branches, store, copied);
  const answers = copy(diagrams.answers.inSpace);
  const unknown = [...table.applies].filter(([name]) => !facts.has(name));
  const conditions = new Map(unknown.map(([name, node]) => [name, copy(diagrams.of[node]!)]));
  const none = [...terminalsOf(store, answers)].every((index) => index === NO_CASE);
  return none || store.full() ? undefined : { ground, answers, conditions, known: facts, aside };
}

/** Copies a diagram into another store with some variables fixed. */
function copyFixed(
  from: Store,
  diagram: Diagram,
  fixed: ReadonlyMap<number, number>,
  to: Store,
  copied: Map<Diagram, Diagram>,
): Diagram {
  const copy = (node: Diagram): Diagram => {
    if (node < 0) return node;
    const known = copied.get(node);
    if (known !== undefined) return known;
    const top = from.top(node);
    const branch = fixed.get(top);
    const result =
      branch !== undefined
        ? copy(from.cofactor(node, top, branch))
        : to.node(
            top,
            Array.from({ length: from.arity[top]! }, (_, i) => copy(from.cofactor(node, top, i))),
          );
    copied.set(node, result);
    return result;
  };
  return copy(diagram);
}

/** The terminals that the answers can still come to; cases only. */
export function openAnswers({ ground, answers }: Inquiry): readonly number[] {
  return [...terminalsOf(ground.store, answers)].filter((index) => index !== NO_CASE).sort((a, b) => a - b);
}

/** What remains after some answer to a question, and how likely that is. */
export interface Remainder {
  readonly share: number;
  readonly inquiry: Inquiry;
}

/** What remains after each answer to a question; answers after which the same remains are taken together. */
export function afterAsking(inquiry: Inquiry, fact: string): readonly Remainder[] {
  const { ground } = inquiry;
  const known = new Set([...inquiry.known, fact]);
  const told = ground.variablesOf.get(fact)!.filter((own) => ground.factsOf[own]!.every((name) => known.has(name)));
  const whole = ground.swing.mass(inquiry.answers);
  let remainders = new Map<string, Remainder>([['', { share: 1, inquiry: { ...inquiry, known } }]]);
  for (const variable of told) {
    const next = new Map<string, Remainder>();
    for (const { share, inquiry: one } of remainders.values()) {
      const count = ground.store.arity[variable]!;
      for (let branch = 0; branch < count; branch++) {
        const narrowed = withBranch(one, variable, branch);
        const key = inquiryKey(narrowed);
        const before = next.get(key)?.share ?? 0;
        next.set(key, { share: before + share / count, inquiry: narrowed });
      }
    }
    remainders = next;
  }
  return [...remainders.values()]
    .map((one) => ({ ...one, share: (one.share * ground.swing.mass(one.inquiry.answers)) / whole }))
    .filter(({ share }) => share > 0);
}

/** What tells two inquiries on one ground apart: the answers, and of the facts in them which are known, which are not asked, and which apply. */
export function inquiryKey({ ground, answers, conditions, known, aside }: Inquiry): string {
  const { factsOf, store, swing } = ground;
  const facts = new Set(swing.nodes(answers).flatMap((node) => factsOf[store.top(node)]!));
  const part = (name: string): string => (aside.has(name) ? '-' : String(conditions.get(name) ?? '?'));
  const parts = [...facts].map((name) => (known.has(name) ? '+' : part(name)));
  return [answers, ...parts].join(' ');
}

/** An inquiry with one variable fixed to a branch. */
export function withBranch(inquiry: Inquiry, variable: number, branch: number): Inquiry {
  const { store } = inquiry.ground;
  const fixed = new Map([[variable, branch]]);
  const narrow = (diagram: Diagram): Diagram => restrict(store, diagram, fixed);
  const conditions = new Map([...inquiry.conditions].map(([name, condition]) => [name, narrow(condition)]));
  return { ...inquiry, answers: narrow(inquiry.answers), conditions };
}

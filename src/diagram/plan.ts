// In: inquiries and the facts that can be asked now. Out: these facts, best question first. Rests on the diagram alone: the same state of a
// case gives the same order, however it came about.
import type { Fact, Policy } from '../model/policy.js';
import { afterAsking, inquiryKey, type Inquiry } from './inquiry.js';
import { askable } from './material.js';

/** What binds the order besides the worth of questions. */
export interface Order {
  /** Whether the questions of a group stay together. */
  readonly groups: boolean;
  /** Whether facts of the case come before those of its parties: with several parties. */
  readonly caseFirst: boolean;
}

/** What a question costs: to ask it is 1; evidence that must be produced and a judgement that must be reasoned are each a quarter as much again. */
export function costOf({ evidence, nature }: Fact): number {
  return 1 + (evidence === 'required' ? 0.25 : 0) + (nature === 'judgement' ? 0.25 : 0);
}

/** How many of the questions that promise most are played out to the end. */
const PLAYED = 8;

/** How many nodes of diagrams may be looked at while one question is played out; past it the first promise decides. */
const EFFORT = 4_000;

/** Ranks facts: those that the order admits first, by what it costs on average to end after them, then the others by what they promise. */
export function rankFacts(inquiries: readonly Inquiry[], facts: readonly string[], order: Order): readonly string[] {
  const [first] = inquiries;
  if (!first || facts.length < 2) return facts;
  const promise = new Map(facts.map((fact) => [fact, promiseOf(inquiries, fact)]));
  const byPromise = (list: readonly string[]): string[] =>
    [...list].sort((a, b) => promise.get(b)! - promise.get(a)! || facts.indexOf(a) - facts.indexOf(b));
  const open = admitted(first.ground.table.policy, [...first.known, ...first.aside], facts, order);
  const [played, rest] = [byPromise(open).slice(0, PLAYED), byPromise(open).slice(PLAYED)];
  const others = byPromise(facts.filter((fact) => !open.includes(fact)));
  return [...(played.length > 1 ? playedOut(inquiries, played, order) : played), ...rest, ...others];
}

/** Ranks the facts that are missing: those that can be asked now, then those that wait for a condition. */
export function rankMissing(inquiry: Inquiry, missing: readonly string[], order: Order): readonly string[] {
  const now = askable(inquiry).filter((fact) => missing.includes(fact));
  const later = missing.filter((fact) => !now.includes(fact));
  return [...rankFacts([inquiry], now, order), ...later];
}

/** The facts that may come next after what was asked: of the case before of a party, and of a group that is begun before any other. */
export function admitted(
  { facts: all }: Policy,
  asked: readonly string[],
  facts: readonly string[],
  order: Order,
): readonly string[] {
  const ofCase = order.caseFirst ? facts.filter((name) => all.get(name)!.per === 'case') : [];
  const some = ofCase.length > 0 ? ofCase : facts;
  if (!order.groups) return some;
  const begun = new Set(asked.flatMap((name) => all.get(name)!.group ?? []));
  const going = some.filter((name) => begun.has(all.get(name)!.group ?? ''));
  return going.length > 0 ? going : some;
}

/** The chance that the answer to a question changes the outcome, all else being as it may be, for its cost. A form of several facts counts in parts. */
function promiseOf(inquiries: readonly Inquiry[], fact: string): number {
  const sum = inquiries.reduce((total, { ground, answers, known }) => {
    const swings = ground.swing.swings(answers);
    const own = ground.variablesOf.get(fact)!.map((variable) => {
      const open = ground.factsOf[variable]!.filter((name) => !known.has(name)).length;
      return (swings.get(variable) ?? 0) / open;
    });
    return total + own.reduce((a, b) => a + b, 0) / ground.swing.mass(answers);
  }, 0);
  return sum / costOf(inquiries[0]!.ground.table.policy.facts.get(fact)!);
}

/** What it costs on average to reach the end, and how much was looked at to know. */
interface Course {
  readonly cost: number;
  readonly effort: number;
}

/** The courses that are known; of those that take too long, an effort that did not suffice. */
type Courses = Map<string, Course | number>;

/** Ranks facts by playing each out: after it, the question that promises most is always next. In the order given where that takes too long. */
function playedOut(inquiries: readonly Inquiry[], facts: readonly string[], order: Order): readonly string[] {
  const courses: Courses = new Map();
  const costs = new Map<string, number>();
  for (const fact of facts) {
    let cost = 0;
    for (const inquiry of inquiries) {
      const course = courseAfter(inquiry, fact, order, courses, EFFORT);
      if (!course) return facts;
      cost += course.cost;
    }
    costs.set(fact, Math.round(cost * 1e9));
  }
  const all = [...inquiries[0]!.ground.table.slots.keys()];
  return [...facts].sort((a, b) => costs.get(a)! - costs.get(b)! || all.indexOf(a) - all.indexOf(b));
}

/** The course after a question; undefined where it takes more than an effort. What is remembered makes no difference: the effort is that of finding it anew. */
function courseAfter(inquiry: Inquiry, fact: string, order: Order, courses: Courses, most: number): Course | undefined {
  let cost = costOf(inquiry.ground.table.policy.facts.get(fact)!);
  let effort = inquiry.ground.swing.nodes(inquiry.answers).length;
  if (effort > most) return undefined;
  for (const { share, inquiry: after } of afterAsking(inquiry, fact)) {
    const course = courseOf(after, order, courses, most - effort);
    if (!course) return undefined;
    cost += share * course.cost;
    effort += course.effort;
  }
  return { cost, effort };
}

function courseOf(inquiry: Inquiry, order: Order, courses: Courses, most: number): Course | undefined {
  const facts = askable(inquiry);
  if (facts.length === 0) return most < 1 ? undefined : { cost: 0, effort: 1 };
  const { policy } = inquiry.ground.table;
  const asked = [...inquiry.known, ...inquiry.aside];
  const begun = order.groups ? [...new Set(asked.map((name) => policy.facts.get(name)!.group))].sort().join(' ') : '';
  const key = `${inquiryKey(inquiry)} | ${begun}`;
  const known = courses.get(key);
  if (typeof known === 'object') return known.effort > most ? undefined : known;
  if (known !== undefined && most <= known) return undefined;
  const open = admitted(policy, asked, facts, order);
  const promises = open.map((fact) => promiseOf([inquiry], fact));
  const course = courseAfter(inquiry, open[promises.indexOf(Math.max(...promises))]!, order, courses, most);
  courses.set(key, course ?? most);
  return course;
}

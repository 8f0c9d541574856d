// In: where the parties stand. Out: the questions that can be asked now, best first, and those that may still have to be.
import { KNOWN } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { NO_ANSWER } from '../diagram/answers.js';
import { openAnswers } from '../diagram/inquiry.js';
import { askable, reachableFacts } from '../diagram/material.js';
import { admitted, rankFacts, type Order } from '../diagram/plan.js';
import { readsOf } from '../model/order.js';
import { isAsked, isIdle, type Standpoint } from './standpoints.js';

/** A question: a fact, of the case (party null) or of one party. A case without parties asks everything with party null. */
export interface Question {
  readonly fact: string;
  readonly party: string | null;
}

/** The question that comes next; null where nothing that is unasked can change an outcome and can be asked. */
export function nextQuestion(table: Table, points: readonly Standpoint[], order: Order): Question | null {
  const open = points
    .filter(({ pending }) => pending)
    .map((point) => ({ point, facts: askableAt(table, point) }))
    .filter(({ facts }) => facts.length > 0);
  const isOfCase = (fact: string): boolean => table.policy.facts.get(fact)!.per === 'case';
  const ofCase = new Set(order.caseFirst ? open.flatMap(({ facts }) => facts.filter(isOfCase)) : []);
  const [first] = open;
  if (!first) return null;
  const facts = ofCase.size > 0 ? [...table.slots.keys()].filter((name) => ofCase.has(name)) : first.facts;
  const concerned = ofCase.size > 0 ? open.map(({ point }) => point) : [first.point];
  const fact = bestOf(table, concerned, facts, order);
  return { fact, party: isOfCase(fact) ? null : first.point.party };
}

/** The best of some facts: by the diagrams where there are any, else the first in the order of the policy. */
function bestOf(table: Table, points: readonly Standpoint[], facts: readonly string[], order: Order): string {
  const inquiries = points.flatMap(({ inquiry }) => inquiry ?? []);
  if (inquiries.length > 0) return rankFacts(inquiries, facts, order)[0]!;
  return admitted(table.policy, [...points[0]!.stated.keys()], facts, order)[0]!;
}

/** The facts of a party that can be asked now, in the order of the policy. */
function askableAt(table: Table, { cells, inquiry, missing, stated }: Standpoint): readonly string[] {
  if (inquiry) return askable(inquiry);
  return missing.filter((name) => {
    const applies = table.applies.get(name);
    return !isAsked(stated.get(name)) && (applies === undefined || cells.state[applies] === KNOWN);
  });
}

/** Every fact that was not asked and applies, or can come to apply, whether it changes anything or not; those of the case first, then party by party. */
export function remainingQuestions(table: Table, points: readonly Standpoint[]): readonly Question[] {
  return questionsOf(table, points, (point) =>
    [...table.slots.keys()].filter((name) => !isAsked(point.stated.get(name)) && canApply(table, point, name)),
  );
}

/** Whether a question applies as things are. */
export function appliesAt(table: Table, points: readonly Standpoint[], { fact, party }: Question): boolean {
  const applies = table.applies.get(fact);
  const concerned = points.filter((point) => party === null || point.party === party);
  return applies === undefined || concerned.some(({ cells }) => cells.state[applies] === KNOWN);
}

/** Whether a fact applies, or can turn out to once what its condition reads is asked. */
function canApply(table: Table, { cells, stated }: Standpoint, fact: string): boolean {
  const applies = table.applies.get(fact);
  if (applies === undefined || cells.state[applies] === KNOWN) return true;
  const behind = new Set(readsOf(fact, table.policy).map(({ name }) => name));
  for (const name of behind) for (const ref of readsOf(name, table.policy)) behind.add(ref.name);
  const open = [...behind].filter((name) => table.slots.has(name) && !isAsked(stated.get(name)));
  return !isIdle(table, cells, fact) && open.length > 0;
}

/** What of a standpoint tells which questions may still come. */
export type Outlook = Pick<Standpoint, 'party' | 'inquiry' | 'reaching' | 'stated' | 'pending'>;

/** Every question that may still have to be asked before the outcome is settled. */
export function possibleQuestions(table: Table, points: readonly Outlook[]): readonly Question[] {
  return questionsOf(table, points, ({ inquiry, reaching, stated, pending }) => {
    if (!pending) return [];
    const canFail = !inquiry || openAnswers(inquiry).includes(NO_ANSWER);
    const unasked = canFail ? reaching.filter((name) => !isAsked(stated.get(name))) : [];
    return [...(inquiry ? reachableFacts(inquiry) : []), ...unasked];
  });
}

/** Questions about facts; one of the case is one question, however many parties it concerns. */
function questionsOf<P extends Pick<Standpoint, 'party'>>(
  { policy }: Table,
  points: readonly P[],
  factsOf: (point: P) => readonly string[],
): readonly Question[] {
  const found = new Map<string, Question>();
  for (const point of points) {
    for (const fact of factsOf(point)) {
      const party = policy.facts.get(fact)!.per === 'party' ? point.party : null;
      found.set(JSON.stringify([fact, party]), { fact, party });
    }
  }
  return [...found.values()].sort((a, b) => Number(a.party !== null) - Number(b.party !== null));
}

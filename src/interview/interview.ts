// In: a compiled policy and what a case states so far. Out: the next question, how far along we are, and which answers still count.
// Pure: the interview's terminal asks, this room only says what.
import type { Case } from '../model/case.js';
import type { Table } from '../compile/table.js';
import { orderFor } from '../evaluate/inquire.js';
import { answerStates, isAbout, statedQuestions, type AnswerState } from './answer-states.js';
import { atMostQuestions } from './at-most.js';
import { appliesAt, nextQuestion, remainingQuestions, type Question } from './questions.js';
import { isAsked, standpointsOf, type InterviewOptions, type Standpoint } from './standpoints.js';

export type { AnswerState } from './answer-states.js';
export type { Question } from './questions.js';
export type { InterviewOptions } from './standpoints.js';

/** Where an interview stands. */
export interface Progress {
  /** The next question; null when nothing that is unasked can change any outcome (or, when thorough, nothing unasked applies). */
  readonly next: Question | null;
  /** Whether every party's answer is fixed whatever the open facts are (status other than pending). */
  readonly settled: boolean;
  /** At most this many more questions, as long as the answers do not contradict one another. */
  readonly atMost: number;
  /** Every stated fact (also 待查), whether it still counts. */
  readonly answers: readonly AnswerState[];
  /** Facts marked 待查 that can still change an outcome. */
  readonly awaiting: readonly Question[];
}

/** Says where an interview stands. A fact stated as 待查 is not asked again. */
export function progressOf(table: Table, kase: Case, options: InterviewOptions = {}): Progress {
  const standpoints = standpointsOf(table, kase, options);
  const { points, ground } = standpoints;
  const first = nextQuestion(table, points, orderFor(kase, options.groups));
  const remaining = options.thorough === true ? remainingQuestions(table, points) : [];
  const next = first ?? remaining.find((question) => appliesAt(table, points, question)) ?? null;
  return {
    next,
    settled: points.every(({ pending }) => !pending),
    atMost: options.thorough === true ? remaining.length : atMostQuestions(table, points, next, ground),
    answers: answerStates(table, kase, standpoints),
    awaiting: awaitingQuestions(kase, points),
  };
}

function awaitingQuestions(kase: Case, points: readonly Standpoint[]): readonly Question[] {
  const isMissing = (question: Question): boolean =>
    points.some((point) => isAbout(question, point) && point.missing.includes(question.fact));
  return statedQuestions(kase)
    .filter(({ question, stated }) => stated.value === null && isAsked(stated) && isMissing(question))
    .map(({ question }) => question);
}

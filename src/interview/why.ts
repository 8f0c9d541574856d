// In: a question of an interview. Out: what hangs on it: open rules and outcomes, and what each answer can still lead to.
import type { Case } from '../model/case.js';
import { namesInConclusion } from '../model/walk.js';
import type { Table } from '../compile/table.js';
import { determine, evaluate } from '../evaluate/determine.js';
import { isKnown } from '../evaluate/status.js';
import type { InterviewOptions, Question } from './interview.js';

/** What an answer to a question can still lead to. */
export interface AnswerEffect {
  /** An option, 是 or 否, or a range such as `>= 5000万元`. */
  readonly answer: string;
  readonly leadsTo: readonly string[];
  readonly settles: boolean;
}

/** What hangs on a question. */
export interface Why {
  /** Rules that read it and are still open. */
  readonly rules: readonly string[];
  /** Open outcomes that hang on it. */
  readonly outcomes: readonly string[];
  /** Each answer, and what can still come out. */
  readonly answers: readonly AnswerEffect[];
}

/** Says why a question is asked. */
export function whyAsked(table: Table, kase: Case, question: Question, options: InterviewOptions = {}): Why {
  const parties = evaluate(table, kase).filter(({ name }) => question.party === null || name === question.party);
  const open = (node: number): boolean => parties.some(({ cells }) => !isKnown(cells, node));
  const rules = [...table.policy.rules.values()]
    .filter(({ conclusion }) => [...namesInConclusion(conclusion)].some(({ name }) => name === question.fact))
    .map(({ name }) => name)
    .filter((name) => open(table.rules.get(name)!));
  const { application = 'in-force', diagrams } = options;
  const asked = determine(table, kase, { application, diagrams: () => diagrams }).parties;
  const outcomes = [...table.outcomes.keys()].filter((name) => asked.some((party) => party.open.includes(name)));
  return { rules, outcomes, answers: [] };
}

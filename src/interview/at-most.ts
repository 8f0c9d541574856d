// In: where the parties stand and the question that comes next. Out: how many more questions there can be, whatever the answers are.
import { NO_ANSWER } from '../diagram/answers.js';
import { openAnswers, withBranch, type InquiryGround, type Inquiry } from '../diagram/inquiry.js';
import type { Table } from '../compile/table.js';
import { possibleQuestions, type Outlook, type Question } from './questions.js';

/** How many answers to the next question are looked at one by one. */
const ANSWERS = 64;

/** At most this many: all that may be asked now, or the next one and, after its least favourable answer (待查 is one), all that may be asked then. */
export function atMostQuestions(
  table: Table,
  points: readonly Outlook[],
  next: Question | null,
  ground: InquiryGround | undefined,
): number {
  if (!next) return 0;
  const now = possibleQuestions(table, points).length;
  const answers = ground && answersTo(ground, next.fact, points);
  if (!answers) return now;
  const outlooks = answers.map((answer) => points.map((point) => (isAbout(next, point) ? answer(point) : point)));
  const later = outlooks.map((after) => possibleQuestions(table, after).length);
  return ground.store.full() ? now : Math.min(now, 1 + Math.max(0, ...later));
}

function isAbout({ party }: Question, point: Outlook): boolean {
  return party === null || point.party === party;
}

type Answer = (point: Outlook) => Outlook;
type Branch = readonly [variable: number, branch: number];

/** Every answer to a question, as what it does to an outlook; undefined where there are too many. */
function answersTo(ground: InquiryGround, fact: string, points: readonly Outlook[]): readonly Answer[] | undefined {
  const known = new Set([fact, ...points.flatMap(({ inquiry }) => [...(inquiry?.known ?? [])])]);
  const told = ground.variablesOf.get(fact)!.filter((own) => ground.factsOf[own]!.every((name) => known.has(name)));
  let combinations: (readonly Branch[])[] = [[]];
  for (const variable of told) {
    const count = ground.store.arity[variable]!;
    if (combinations.length * count > ANSWERS) return undefined;
    const branches = Array.from({ length: count }, (_, branch): Branch => [variable, branch]);
    combinations = combinations.flatMap((before) => branches.map((own) => [...before, own]));
  }
  const setAside: Answer = (point) =>
    narrowed(point, fact, (one) => ({ ...one, aside: new Set([...one.aside, fact]) }));
  return [
    setAside,
    ...combinations.map(
      (branches): Answer =>
        (point) =>
          narrowed(point, fact, given(fact, branches)),
    ),
  ];
}

function given(fact: string, branches: readonly Branch[]): (inquiry: Inquiry) => Inquiry {
  return (inquiry) => {
    const after = branches.reduce((one, [variable, branch]) => withBranch(one, variable, branch), inquiry);
    return { ...after, known: new Set([...after.known, fact]) };
  };
}

function narrowed(point: Outlook, fact: string, narrow: (inquiry: Inquiry) => Inquiry): Outlook {
  const inquiry = point.inquiry && narrow(point.inquiry);
  const [only, ...others] = inquiry ? openAnswers(inquiry) : [];
  const isSettled = only !== undefined && only > NO_ANSWER && others.length === 0;
  const reaching = point.reaching.filter((name) => name !== fact);
  return { ...point, inquiry, reaching, pending: point.pending && !isSettled };
}

// In: a compiled policy and what a case states so far. Out: the next question, how far along we are, and which answers still count.
// Pure: the interview's terminal asks, this room only says what.
import type { Case, StatedFact } from '../model/case.js';
import type { Application, PartyDetermination } from '../model/determination.js';
import { FALSE, KNOWN } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { Diagrams } from '../diagram/build.js';
import { determine, evaluate, type EvaluatedParty } from '../evaluate/determine.js';

/** A question: a fact, of the case (party null) or of one party. A case without parties asks everything with party null. */
export interface Question {
  readonly fact: string;
  readonly party: string | null;
}

/** A stated fact, and whether it still counts. */
export interface AnswerState {
  readonly question: Question;
  readonly state: 'counts' | 'immaterial' | 'not-applicable';
}

/** Where an interview stands. */
export interface Progress {
  /** The next question; null when nothing that is unasked can change any outcome (or, when thorough, nothing unasked applies). */
  readonly next: Question | null;
  /** Whether every party's answer is fixed whatever the open facts are (status other than pending). */
  readonly settled: boolean;
  /** At most this many more questions. */
  readonly atMost: number;
  /** Every stated fact (also 待查), whether it still counts. */
  readonly answers: readonly AnswerState[];
  /** Facts marked 待查 that can still change an outcome. */
  readonly awaiting: readonly Question[];
}

/** How an interview is led: with the policy's diagrams where there are any, and on to the facts that change nothing where wished. */
export interface InterviewOptions {
  readonly diagrams?: Diagrams;
  readonly thorough?: boolean;
  readonly application?: Application;
}

/** A party's facts as they are stated, values and determination. */
interface Standpoint {
  readonly party: string | null;
  readonly values: EvaluatedParty;
  readonly determination: PartyDetermination;
}

/** Says where an interview stands. A fact stated as 待查 is not asked again. */
export function progressOf(table: Table, kase: Case, options: InterviewOptions = {}): Progress {
  const { diagrams, application = 'in-force', thorough = false } = options;
  const asked = kaseWithoutIdle(table, kase);
  const values = evaluate(table, asked);
  const { parties } = determine(table, asked, { application, diagrams: () => diagrams });
  const points = parties.map((determination, i): Standpoint => ({
    party: kase.parties.length > 0 ? determination.name : null,
    values: values[i]!,
    determination,
  }));
  const open = distinct(points.flatMap((point) => openQuestions(table, kase, point, thorough)));
  const askable = open.filter((question) => applies(table, points, question));
  return {
    next: askable[0] ?? null,
    settled: parties.every(({ status }) => status !== 'pending'),
    atMost: open.length,
    answers: answerStates(table, kase, points),
    awaiting: stated(kase).filter(
      ({ fact, party }) =>
        statedFact(kase, { fact, party })?.value === null &&
        points.some((point) => mine(point, party) && point.determination.missing.includes(fact)),
    ),
  };
}

/** The case without values of facts that do not apply: they are kept in the file, but no answer rests on them. */
function kaseWithoutIdle(table: Table, kase: Case): Case {
  const [first] = evaluate(table, kase);
  const keep = (facts: ReadonlyMap<string, StatedFact>, { cells }: EvaluatedParty): Map<string, StatedFact> =>
    new Map([...facts].filter(([name]) => cells.state[table.applies.get(name) ?? -1] !== FALSE));
  const own = evaluate(table, kase);
  return {
    ...kase,
    facts: first ? keep(kase.facts, first) : kase.facts,
    parties: kase.parties.map((party, i) => ({ ...party, facts: keep(party.facts, own[i]!) })),
  };
}

function openQuestions(table: Table, kase: Case, point: Standpoint, thorough: boolean): Question[] {
  const { missing, immaterial, status } = point.determination;
  const wanted = [...(status === 'pending' ? missing : []), ...(thorough ? immaterial : [])];
  return wanted
    .map((fact) => ({ fact, party: table.policy.facts.get(fact)!.per === 'party' ? point.party : null }))
    .filter((question) => statedFact(kase, question) === undefined);
}

function applies(table: Table, points: readonly Standpoint[], { fact, party }: Question): boolean {
  const node = table.applies.get(fact);
  return node === undefined || points.some((point) => mine(point, party) && point.values.cells.state[node] === KNOWN);
}

function mine(point: Standpoint, party: string | null): boolean {
  return party === null || point.party === party;
}

function statedFact(kase: Case, { fact, party }: Question): StatedFact | undefined {
  return party === null ? kase.facts.get(fact) : kase.parties.find(({ name }) => name === party)?.facts.get(fact);
}

function stated(kase: Case): Question[] {
  const own = kase.parties.flatMap(({ name, facts }) => [...facts.keys()].map((fact) => ({ fact, party: name })));
  return [...[...kase.facts.keys()].map((fact) => ({ fact, party: null })), ...own];
}

function distinct(questions: readonly Question[]): Question[] {
  const sorted = [...questions].sort((a, b) => Number(a.party !== null) - Number(b.party !== null));
  return [...new Map(sorted.map((question) => [JSON.stringify([question.fact, question.party]), question])).values()];
}

function answerStates(table: Table, kase: Case, points: readonly Standpoint[]): AnswerState[] {
  return stated(kase).map((question) => {
    const node = table.applies.get(question.fact);
    const idle = points
      .filter((point) => mine(point, question.party))
      .every((point) => node !== undefined && point.values.cells.state[node] === FALSE);
    return { question, state: idle ? 'not-applicable' : 'counts' };
  });
}

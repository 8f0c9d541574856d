// In: a case and where its parties stand. Out: of every stated fact, whether it still counts.
import type { Case, StatedFact } from '../model/case.js';
import { KNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { InquiryGround } from '../diagram/inquiry.js';
import { evaluate } from '../evaluate/determine.js';
import { openFacts } from '../evaluate/open-facts.js';
import { settle } from '../evaluate/settle.js';
import { standingIn, type Standing } from '../evaluate/status.js';
import type { Question } from './questions.js';
import { isAsked, isIdle, type Standpoint, type Standpoints } from './standpoints.js';

/** A stated fact, and whether it still counts: all that are immaterial could be otherwise, together, and nothing would change. */
export interface AnswerState {
  readonly question: Question;
  readonly state: 'counts' | 'immaterial' | 'not-applicable';
}

/** Every stated fact, in the order of the file. An answer is idle where its question does not apply, and where it was set aside for that. */
export function answerStates(table: Table, kase: Case, { points, ground }: Standpoints): readonly AnswerState[] {
  const counting = points.map((point) => countingFacts(table, kase, point, ground));
  return statedQuestions(kase).map(({ question, stated }) => {
    const concerned = points.flatMap((point, i) => (isAbout(question, point) ? [{ point, counts: counting[i]! }] : []));
    const idle = concerned.every(({ point }) => isIdle(table, point.cells, question.fact));
    if (idle || !isAsked(stated)) return { question, state: 'not-applicable' };
    const counts = concerned.some((one) => one.counts.has(question.fact));
    return { question, state: counts ? 'counts' : 'immaterial' };
  });
}

/** Every stated fact, of the case and then of each party. */
export function statedQuestions(kase: Case): readonly { readonly question: Question; readonly stated: StatedFact }[] {
  const of = (facts: ReadonlyMap<string, StatedFact>, party: string | null): ReturnType<typeof statedQuestions> =>
    [...facts.values()].map((stated) => ({ question: { fact: stated.name, party }, stated }));
  return [...of(kase.facts, null), ...kase.parties.flatMap(({ name, facts }) => of(facts, name))];
}

/** Whether a question concerns a party. */
export function isAbout({ party }: Question, point: Pick<Standpoint, 'party'>): boolean {
  return party === null || point.party === party;
}

/** Leaves answers out, the last in the order of the policy first, as long as the same is told without them and what is left does not miss them. */
function countingFacts(
  table: Table,
  kase: Case,
  point: Standpoint,
  ground: InquiryGround | undefined,
): ReadonlySet<string> {
  const answered = [...table.slots.keys()].filter((name) => (point.stated.get(name)?.value ?? null) !== null);
  const appliesNow = (name: string): boolean => applies(table, point.cells, name);
  const told = (facts: Facts): Told => toldOf(table, kase, facts, appliesNow, ground);
  const kept = new Map(answered.map((name) => [name, point.stated.get(name)!]));
  const { answer } = told(kept);
  for (const name of [...answered].reverse()) {
    const without = told(new Map([...kept].filter(([other]) => other !== name)));
    if (without.answer === answer && !without.missing.includes(name)) kept.delete(name);
  }
  const awaited = [...point.stated.values()].filter(
    ({ name, value }) => value === null && point.missing.includes(name),
  );
  return new Set([...kept.keys(), ...awaited.map(({ name }) => name)]);
}

type Facts = ReadonlyMap<string, StatedFact>;

/** What is told of a case: its answer, the same text for the same one, and what it misses. */
interface Told {
  readonly answer: string;
  readonly missing: readonly string[];
}

/** What would be told of a case that states only these facts. What applies because of a fact that is left out is left out with it. */
function toldOf(
  table: Table,
  kase: Case,
  facts: Facts,
  appliesNow: (name: string) => boolean,
  ground: InquiryGround | undefined,
): Told {
  let left = facts;
  for (;;) {
    const [party] = evaluate(table, { ...kase, parties: [], facts: left });
    const { cells } = party!;
    const staying = [...left].filter(([name]) => !appliesNow(name) || applies(table, cells, name));
    if (staying.length === left.size) return toldIn(table, cells, ground);
    left = new Map(staying);
  }
}

function toldIn(table: Table, cells: Cells, ground: InquiryGround | undefined): Told {
  const stand = standingIn(table, cells);
  if (stand.status !== 'pending') return { answer: textOf(stand), missing: [] };
  const settled = ground ? settle(ground, cells) : { stand: undefined, ...openFacts(table, cells) };
  return { answer: settled.stand ? textOf(settled.stand) : stand.status, missing: settled.missing };
}

function textOf({ status, standing }: Standing): string {
  return [status, ...standing].join(' ');
}

function applies(table: Table, cells: Cells, fact: string): boolean {
  const node = table.applies.get(fact);
  return node === undefined || cells.state[node] === KNOWN;
}

// In: a case and its policy. Out: where each party stands: what was asked of it, and what is still open.
import type { Case, StatedFact } from '../model/case.js';
import type { Application } from '../model/determination.js';
import { FALSE, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { Diagrams } from '../diagram/build.js';
import type { InquiryGround, Inquiry } from '../diagram/inquiry.js';
import { evaluate } from '../evaluate/determine.js';
import { dayFaults, factFaults } from '../evaluate/faults.js';
import { groundFor } from '../evaluate/inquire.js';
import { openFacts } from '../evaluate/open-facts.js';
import { settle } from '../evaluate/settle.js';
import { standingIn } from '../evaluate/status.js';

/** How an interview is led. */
export interface InterviewOptions {
  /** The policy's diagrams; without them, or without a day that they need, strong Kleene logic alone tells what is open. */
  readonly diagrams?: Diagrams;
  /** Whether to go on, once all is settled, to the facts that change nothing (继续查明其余事实). */
  readonly thorough?: boolean;
  readonly application?: Application;
  /** Whether the questions of a group stay together; they do unless this is false. */
  readonly groups?: boolean;
}

/** One party, or the whole case where it names none. */
export interface Standpoint {
  /** Null where the case names no parties. */
  readonly party: string | null;
  readonly cells: Cells;
  /** What is stated, for the case and for this party; nothing that does not apply. */
  readonly stated: ReadonlyMap<string, StatedFact>;
  readonly pending: boolean;
  /** Whether the case itself is at fault: what is impossible is stated, or the policy is not in force. */
  readonly faulty: boolean;
  /** The outcomes that stand, where nothing is pending. */
  readonly standing: readonly string[];
  /** Unknown facts that can change the outcome. */
  readonly missing: readonly string[];
  /** Unknown facts from which open nodes lead to an open outcome: what leads to the place of a fault, where no completion has an answer. */
  readonly reaching: readonly string[];
  /** Where the diagrams tell what is open. */
  readonly inquiry: Inquiry | undefined;
}

/** Where all parties stand, and the ground that their inquiries share. */
export interface Standpoints {
  readonly points: readonly Standpoint[];
  readonly ground: InquiryGround | undefined;
}

/** Whether an answer was given, or the fact is being looked into. An answer set aside is neither: where its question applies again it is asked again. */
export function isAsked(fact: StatedFact | undefined): boolean {
  return fact !== undefined && fact.setAside === undefined;
}

/** Finds where each party stands. A value whose question does not apply counts for nothing, and is no fault while the interview lasts. */
export function standpointsOf(table: Table, whole: Case, options: InterviewOptions): Standpoints {
  const kase = withoutIdle(table, whole);
  const { application = 'in-force', diagrams } = options;
  const outOfTime = application !== 'in-force' || kase.head.appliedByAnalogy !== undefined;
  const atCase = dayFaults(table, kase, outOfTime);
  const parties = evaluate(table, kase);
  const ground = groundFor(diagrams, parties[0]!.cells);
  const points = parties.map(({ name, cells, facts }): Standpoint => {
    const stated = new Map(facts.map((fact) => [fact.name, fact]));
    const party = kase.parties.length > 0 ? name : null;
    const faulty = atCase.length > 0 || factFaults(table, cells, kase, facts).length > 0;
    const { status, standing } = standingIn(table, cells);
    const none = { pending: false, faulty, missing: [], reaching: [], inquiry: undefined };
    const closed = { ...none, party, cells, stated, standing: faulty ? [] : standing };
    if (faulty || status !== 'pending') return closed;
    const aside = facts.filter((fact) => isAsked(fact) && fact.value === null).map((fact) => fact.name);
    const exact = ground && settle(ground, cells, new Set(aside));
    if (exact?.stand) return { ...closed, standing: exact.stand.standing };
    const { missing: reaching } = openFacts(table, cells);
    return { ...closed, pending: true, missing: exact?.missing ?? reaching, reaching, inquiry: exact?.inquiry };
  });
  return { points, ground };
}

/** The case without values of facts that do not apply: they are kept in the file, but no answer rests on them. */
function withoutIdle(table: Table, kase: Case): Case {
  const parties = evaluate(table, kase);
  const applying = (facts: ReadonlyMap<string, StatedFact>, cells: Cells): ReadonlyMap<string, StatedFact> =>
    new Map([...facts].filter(([name]) => !isIdle(table, cells, name)));
  return {
    ...kase,
    facts: applying(kase.facts, parties[0]!.cells),
    parties: kase.parties.map((party, i) => ({ ...party, facts: applying(party.facts, parties[i]!.cells) })),
  };
}

/** Whether a fact does not apply. */
export function isIdle(table: Table, cells: Cells, fact: string): boolean {
  const applies = table.applies.get(fact);
  return applies !== undefined && cells.state[applies] === FALSE;
}

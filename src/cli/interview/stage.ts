// In: the text of a case. Out: where the interview stands: the case as read, its determination, and what to ask next.
import { determine } from '../../evaluate/determine.js';
import { progressOf, type InterviewOptions, type Progress, type Question } from '../../interview/interview.js';
import { whyAsked, type Why } from '../../interview/why.js';
import type { Case, StatedFact } from '../../model/case.js';
import type { Determination } from '../../model/determination.js';
import type { Result } from '../../model/diagnostic.js';
import type { Fact } from '../../model/policy.js';
import type { Table } from '../../compile/table.js';
import { readCase } from '../../parse/case/read-case.js';
import { openCaseFile } from '../case-file.js';
import type { Applied, PolicyShelf } from '../policies.js';

/** Where an interview stands. */
export interface Stage extends Applied {
  readonly kase: Case;
  readonly determination: Determination;
  /** `thorough`: with the facts that change nothing. */
  readonly progress: (thorough: boolean) => Progress;
  /** What hangs on a question. */
  readonly why: (question: Question) => Why;
}

/** A case as read, with the policy that applies to it. */
type ReadCase = Applied & { readonly kase: Case };

/** Reads a text against the policy that it names. */
export function caseOf(text: string, path: string, shelf: PolicyShelf): Result<ReadCase> {
  const file = openCaseFile(new TextEncoder().encode(text), path, path, undefined, shelf);
  if (!file.ok) return file;
  const { opened, table, application } = file.value;
  const read = readCase(opened, table.policy);
  return read.ok ? { ...read, value: { table, application, kase: read.value } } : read;
}

/** Says where the interview stands. */
export function stageOf({ table, application, kase }: ReadCase, shelf: PolicyShelf): Stage {
  const diagrams = shelf.diagramsOf(table);
  const determination = determine(table, kase, { application, diagrams });
  const options = (): InterviewOptions => {
    const built = diagrams();
    return { application, ...(built ? { diagrams: built } : {}) };
  };
  const asked = withoutAside(kase);
  const progress: Stage['progress'] = (thorough) => progressOf(table, asked, { ...options(), thorough });
  const why: Stage['why'] = (question) => whyAsked(table, asked, question, options());
  return { table, application, kase, determination, progress, why };
}

/** The case as if what is set aside had never been asked: should it apply again, it is asked again. */
function withoutAside(kase: Case): Case {
  const keep = (facts: ReadonlyMap<string, StatedFact>): Map<string, StatedFact> =>
    new Map([...facts].filter(([, { setAside }]) => setAside === undefined));
  return { ...kase, facts: keep(kase.facts), parties: kase.parties.map((p) => ({ ...p, facts: keep(p.facts) })) };
}

/** What is stated for a question. */
export function statedFor(kase: Case, { fact, party }: Question): StatedFact | undefined {
  return (party === null ? kase : kase.parties.find(({ name }) => name === party))?.facts.get(fact);
}

/** Every question that something is stated for: the case's, then each party's, in the policy's order. */
export function statedQuestions(kase: Case, { policy }: Table): Question[] {
  const names = [...policy.facts.keys()];
  const of = (party: string | null, facts: ReadonlyMap<string, StatedFact>): Question[] =>
    names.filter((fact) => facts.has(fact)).map((fact) => ({ fact, party }));
  return [...of(null, kase.facts), ...kase.parties.flatMap(({ name, facts }) => of(name, facts))];
}

/** The definition of a question's fact. */
export function factOf({ policy }: Table, { fact }: Question): Fact {
  return policy.facts.get(fact)!;
}

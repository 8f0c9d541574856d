// In: a compiled policy with its diagrams, and a case. Out: for each party what fixes the answer, and what would have to change for another.
import type { Case } from '../model/case.js';
import type { CaseExplanation, PartyExplanation } from '../model/case-explanation.js';
import type { PartyDetermination } from '../model/determination.js';
import type { Table } from '../compile/table.js';
import type { Diagrams } from '../diagram/build.js';
import { determine, evaluate, type DetermineOptions, type EvaluatedParty } from '../evaluate/determine.js';
import { statedText } from '../evaluate/show.js';
import { towards } from './changes.js';
import { fixingFacts, hangsOnItsDay } from './fixing.js';
import type { PartyCase } from './trial.js';
import { viewOf } from './view.js';

/** What to explain: one party or all, and changes towards one outcome or all. */
export interface ExplainOptions extends DetermineOptions {
  readonly party?: string;
  readonly outcome?: string;
}

/** Explains a case. Pure, bounded, and the same for the same case. */
export function explainCase(table: Table, kase: Case, options: ExplainOptions = {}): CaseExplanation {
  const diagrams = options.diagrams?.();
  const determination = determine(table, kase, options);
  const inForceOnly = (options.application ?? 'in-force') === 'in-force' && kase.head.appliedByAnalogy === undefined;
  const parties = evaluate(table, kase).flatMap((party, i) => {
    if (options.party !== undefined && options.party !== party.name) return [];
    const subject: PartyCase = { table, cells: party.cells, diagrams, inForceOnly };
    return [explainParty(subject, party, determination.parties[i]!, options.outcome)];
  });
  return { parties, complete: diagrams !== undefined };
}

function explainParty(
  subject: PartyCase,
  { name, role }: EvaluatedParty,
  { status, standing, unsupported }: PartyDetermination,
  outcome: string | undefined,
): PartyExplanation {
  const open = status === 'pending' || status === 'error';
  return {
    name,
    ...(role === undefined ? {} : { role }),
    status,
    standing,
    fixing: open ? null : fixing(subject, { status, standing }),
    onDay: hangsOnItsDay(subject),
    towards: status === 'error' || !subject.diagrams ? [] : others(subject, subject.diagrams, standing, outcome),
    unsupported,
  };
}

function fixing(
  subject: PartyCase,
  answer: Pick<PartyDetermination, 'status' | 'standing'>,
): NonNullable<PartyExplanation['fixing']> {
  return fixingFacts(subject, answer).map((name) => ({
    name,
    value: statedText(subject.table, subject.cells, name) ?? '',
  }));
}

function others(
  subject: PartyCase,
  diagrams: Diagrams,
  standing: readonly string[],
  outcome: string | undefined,
): PartyExplanation['towards'] {
  const view = viewOf(subject, diagrams);
  const names = [...subject.table.outcomes.keys()].filter((name) => outcome === undefined || name === outcome);
  const alone = standing.length === 1 ? standing[0] : undefined;
  return names.filter((name) => name !== alone).map((name) => towards(view, name));
}

// In: the run of a case under its policy and, where the batch compares, under an older one. Out: what the batch says of the file.
import type { Answered, FileResult, Ground, PartyResult } from '../model/batch.js';
import { changeOf } from '../model/change.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Table } from '../compile/table.js';
import { ifDeclined, standOf, type Answer, type DiagramSource } from '../evaluate/answer.js';
import { undefinedFaults } from '../evaluate/faults.js';
import type { CaseRun, PartyRun } from './case-run.js';
import { groundsFinder, type GroundsFinder } from './grounds.js';

/** A compiled policy made ready to judge many cases. */
export interface Bench {
  readonly table: Table;
  readonly diagrams: DiagramSource;
  readonly grounds: GroundsFinder;
}

/** Makes a policy ready to judge. */
export function openBench(table: Table, diagrams: DiagramSource): Bench {
  return { table, diagrams, grounds: groundsFinder(table) };
}

/** Judges a case. `before` is the same case under the older policy, with the parties in the same order. */
export function judge(
  bench: Bench,
  run: CaseRun,
  before?: { readonly bench: Bench; readonly run: CaseRun },
): FileResult {
  let faults = NONE;
  const parties = run.parties.map((party, i) => {
    const { result, diagnostics } = judgeParty(bench, party);
    if (diagnostics.length > 0) faults = [...faults, ...diagnostics];
    const older = before && answerUnder(before.bench, before.run.parties[i]!);
    return older ? { ...result, before: beforeOf(older) } : result;
  });
  return { file: run.file, case: run.id, policy: bench.table.policy.id, parties, diagnostics: distinct(faults) };
}

const NONE: readonly Diagnostic[] = [];

/** What a policy says of a party; a fault takes the answer away. */
export type PartyAnswer = Pick<Answer, 'missing'> & Answered;

/** Asks a policy about a party. */
export function answerUnder({ table, diagrams }: Bench, { cells, faults }: PartyRun): PartyAnswer {
  const { stand, missing } = standOf(table, cells, faults.length > 0, diagrams);
  const { status, standing } = stand;
  return { missing, status, standing, outcome: status === 'determined' ? standing[0]! : null };
}

function judgeParty(bench: Bench, party: PartyRun): { result: PartyResult; diagnostics: readonly Diagnostic[] } {
  const { table } = bench;
  const { name, cells, recorded, faults } = party;
  const answer = answerUnder(bench, party);
  const { status, outcome, standing, missing } = answer;
  const declined = outcome === null ? null : ifDeclined(table, cells, outcome);
  const result: PartyResult = {
    party: name,
    status,
    outcome,
    standing,
    recorded: recorded?.outcome ?? null,
    change: changeOf({ status, outcome, ifDeclined: declined }, recorded),
    because: groundsUnder(bench, party, answer),
    missing,
  };
  return { result, diagnostics: status === 'error' && faults.length === 0 ? undefinedFaults(table, cells) : faults };
}

/** What is still open has no grounds yet: what it lacks is told instead. */
function groundsUnder({ grounds }: Bench, { cells }: PartyRun, { status, standing }: PartyAnswer): readonly Ground[] {
  return status === 'error' || status === 'pending' ? [] : grounds(cells, standing);
}

function beforeOf({ status, outcome, standing }: PartyAnswer): Answered {
  return { status, outcome, standing };
}

/** A fault that several parties share is told once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

// In: a table and a case. Out: the run of the case, which is all that a batch needs to know of it: values, record, faults.
import type { Case, RecordedParty } from '../model/case.js';
import type { Application } from '../model/determination.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { evaluate } from '../evaluate/determine.js';
import { dayFaults, factFaults } from '../evaluate/faults.js';

/** One party: the values of all nodes, computed; what was recorded; and the faults that keep it from an answer. */
export interface PartyRun {
  readonly name: string;
  readonly cells: Cells;
  readonly recorded?: Pick<RecordedParty, 'outcome' | 'reason' | 'differs'> & Partial<Pick<RecordedParty, 'choice'>>;
  readonly faults: readonly Diagnostic[];
}

/** One case under one table. It can be made without a `Case`: wherever `hasFaults` says no, there are no faults to word. */
export interface CaseRun {
  /** The file as the user named it. */
  readonly file: string;
  readonly id: string;
  readonly parties: readonly PartyRun[];
}

/** How a case came to be under its policy: applied outside its time in force only outright or by analogy. */
export function isOutOfTimeAllowed(application: Application, appliedByAnalogy: string | undefined): boolean {
  return application !== 'in-force' || appliedByAnalogy !== undefined;
}

/** Runs a case that was read by the full loader. */
export function runCase(table: Table, kase: Case, application: Application): CaseRun {
  const { head, recorded, source } = kase;
  const atCase = dayFaults(table, kase, isOutOfTimeAllowed(application, head.appliedByAnalogy));
  const parties = evaluate(table, kase).map(({ name, cells, facts }): PartyRun => {
    const own = recorded?.parties.get(name);
    const faults = [...atCase, ...factFaults(table, cells, kase, facts)];
    return { name, cells, ...(own ? { recorded: own } : {}), faults };
  });
  return { file: source.name, id: head.id, parties };
}

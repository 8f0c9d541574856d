// In: an opened case and the policy that the run compares with. Out: the case in the words of each, ready to run under the older one.
import { runCase, type CaseRun } from '../../batch/case-run.js';
import type { Table } from '../../compile/table.js';
import { readCase } from '../../parse/case/read-case.js';
import { inWordsOf } from '../../parse/case/vocabulary.js';
import type { OpenedCase } from '../../parse/case/open-case.js';
import { copyCells, makeCells } from '../../compile/cells.js';
import type { CaseFile } from '../case-file.js';
import type { PolicyShelf } from '../policies.js';
import type { JudgeOptions } from './judge-file.js';

/** A case that is to be compared. */
export interface Older {
  readonly table: Table;
  /** The case in the words of the newer policy. */
  readonly fitted: OpenedCase;
  /** Runs it under the older policy, for the parties of the run under the newer one. */
  readonly run: (now: CaseRun) => CaseRun;
}

/** Prepares to compare; nothing where the run does not, or where the older policy is not a version of the case's own. */
export function runBefore(
  { opened, table }: CaseFile,
  path: string,
  { policy, against }: JudgeOptions,
  shelf: PolicyShelf,
): Older | undefined {
  if (against === undefined) return undefined;
  const older = shelf.forCase(opened, path, against);
  if (!older.ok) return undefined;
  const before = older.value.table;
  if (policy === undefined && before.policy.id !== table.policy.id) return undefined;
  return {
    table: before,
    fitted: inWordsOf(opened, table.policy, before.policy),
    run: (now) => {
      const kase = readCase(inWordsOf(opened, before.policy, table.policy), before.policy);
      if (kase.ok) return runCase(before, kase.value, 'outright');
      // Under the older policy the case has no answer; it keeps its parties, each with what is wrong.
      const cells = makeCells(before.size);
      copyCells(before.blank, cells);
      const parties = now.parties.map(({ name }) => ({ name, cells, faults: kase.diagnostics }));
      return { ...now, parties };
    },
  };
}

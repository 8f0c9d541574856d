// In: what a run asks for. Out: all that judging its cases needs, the same in the main thread and in every other.
import { join } from 'node:path';
import type { Keeper } from '../../batch/keep.js';
import { auditKeeper } from '../../batch/keep-audit.js';
import { comparisonKeeper } from '../../batch/keep-comparison.js';
import { coverageKeeper } from '../../batch/keep-coverage.js';
import { Fraction } from '../../model/quantity.js';
import type { BatchFormat, BatchReporter } from '../../report/batch/reporter.js';
import type { PolicyShelf } from '../policies.js';
import type { Session } from '../session.js';
import { accumulate, type Accumulator } from './accumulate.js';
import { reporterOf } from './formats.js';
import { caseJudge, type CaseJudge } from './judge-file.js';
import { INDEX } from './publish.js';

/** What a run asks for. Plain data. */
export interface DeskOptions {
  readonly policy?: string;
  readonly against?: string;
  readonly format?: BatchFormat;
  readonly coverage?: boolean;
  readonly minCoverage?: number;
  readonly audit?: boolean;
  /** A share of a threshold, such as `5%`. */
  readonly margin?: string;
  /** Where the reports or the results go. */
  readonly out?: string;
  /** Whether every case gets a report, and the run an index of them. */
  readonly reports: boolean;
}

/** What cases are judged with. */
export interface Desk {
  readonly judge: CaseJudge;
  readonly sum: Accumulator;
  /** The format that was asked for; then that of the index, where there is one. */
  readonly reporters: readonly BatchReporter[];
  /** The names of the reports of the files at hand. */
  readonly links: Map<string, string>;
}

/** Sets up a desk. */
export async function openDesk(options: DeskOptions, shelf: PolicyShelf, session: Session): Promise<Desk> {
  const { language, engine } = session;
  const compares = options.against !== undefined;
  const links = new Map<string, string>();
  const setting = { language, engine };
  const index = options.reports && options.out !== undefined ? { index: join(options.out, INDEX) } : {};
  const reporters = [await reporterOf(options.format ?? 'text', { ...setting, ...index }, compares)];
  if (options.reports) {
    reporters.push(await reporterOf('md', { ...setting, reportOf: ({ file }) => links.get(file) }, compares));
  }
  return {
    judge: caseJudge(options, shelf, session),
    sum: accumulate(compares, keepersOf(options, shelf)),
    reporters,
    links,
  };
}

/** What is kept beyond the counts, because the run was asked for it. */
function keepersOf(
  { against, coverage, minCoverage, audit, margin = '5%' }: DeskOptions,
  shelf: PolicyShelf,
): readonly Keeper[] {
  return [
    ...(against === undefined ? [] : [comparisonKeeper(shelf.diagramsOf)]),
    ...(coverage === true || minCoverage !== undefined ? [coverageKeeper()] : []),
    ...(audit === true ? [auditKeeper(new Fraction(margin.slice(0, -1)).div(100))] : []),
  ];
}

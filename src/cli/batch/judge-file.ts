// In: the path of a file. Out: what the batch says of it, with the run behind it; or that it is no case and is left out.
import { runCase, type CaseRun } from '../../batch/case-run.js';
import type { Sitting } from '../../batch/keep.js';
import { judge, openBench, type Bench } from '../../batch/judge.js';
import type { Table } from '../../compile/table.js';
import { determine } from '../../evaluate/determine.js';
import type { FileResult, SkippedFile } from '../../model/batch.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { kindOfFile } from '../../parse/case/kind.js';
import { readCase } from '../../parse/case/read-case.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import { reportMarkdown } from '../../report/markdown/report.js';
import { commandOf, openCaseFile, type CaseFile } from '../case-file.js';
import type { PolicyShelf } from '../policies.js';
import { aboutFile, readFile } from '../read-file.js';
import type { Session } from '../session.js';
import { quickReader } from './quick-case.js';
import { quickTexts } from './quick-text.js';
import { runBefore } from './run-before.js';

/** Under which policies the files are judged, and whether each gets a report, for which it has to be read whole. */
export interface JudgeOptions {
  readonly policy?: string | undefined;
  readonly against?: string | undefined;
  readonly reports?: boolean;
}

/** A file that was judged; without a sitting where there is nothing but diagnostics. */
export interface Judged {
  readonly result: FileResult;
  readonly now?: Sitting;
  /** Under the policy that the run compares with, where that is a version of the same policy. */
  readonly before?: Sitting;
  /** Writes the report of the case. */
  readonly report?: () => string;
}

/** Judges files one by one. */
export type FileJudge = (path: string) => Judged | SkippedFile;

/** Makes a judge. A defect of ours is told of the one file that meets it. */
export function fileJudge(options: JudgeOptions, shelf: PolicyShelf, session: Session): FileJudge {
  const benches = new Map<Table, Bench>();
  const benchOf = (table: Table): Bench => {
    const bench = benches.get(table) ?? openBench(table, shelf.diagramsOf(table));
    benches.set(table, bench);
    return bench;
  };
  const quickly = quickJudge(options, shelf, session, benchOf);
  return (path) => {
    try {
      return quickly(path) ?? judgeFile(path, options, shelf, session, benchOf);
    } catch (error) {
      if (session.host.env.CAIJUE_DEBUG !== undefined) session.host.err(`${String((error as Error).stack)}\n`);
      return unread(path, aboutFile('cli/internal', path, { why: String(error) }).diagnostics);
    }
  };
}

/** A file that gave no result. */
export function unread(file: string, diagnostics: readonly Diagnostic[]): Judged {
  return { result: { file, case: null, policy: null, parties: [], diagnostics } };
}

/** Judges files that are plainly written and without any finding; all others are left to the whole loader. */
function quickJudge(
  { policy, against, reports }: JudgeOptions,
  shelf: PolicyShelf,
  { host }: Session,
  benchOf: (table: Table) => Bench,
): (path: string) => Judged | undefined {
  if (against !== undefined || reports === true) return () => undefined;
  const [texts, read] = [quickTexts(host.fs), quickReader(shelf, policy)];
  return (path) => {
    const text = texts.read(path);
    const quick = text === undefined ? undefined : read(text, 0, text.length, path, path);
    if (!quick) return undefined;
    const now = { bench: benchOf(quick.table), run: quick.run };
    return { result: judge(now.bench, now.run), now };
  };
}

function judgeFile(
  path: string,
  options: JudgeOptions,
  shelf: PolicyShelf,
  session: Session,
  benchOf: (table: Table) => Bench,
): Judged | SkippedFile {
  const bytes = readFile(session.host.fs, path, LIMITS.case);
  if (!bytes.ok) return unread(path, bytes.diagnostics);
  const file = openCaseFile(bytes.value, path, path, options.policy, shelf);
  if (!file.ok) return notOpened(path, bytes.value, file.diagnostics);
  const older = runBefore(file.value, path, options, shelf);
  const { opened, table, application } = file.value;
  const kase = readCase(older?.fitted ?? opened, table.policy);
  if (!kase.ok) {
    const { result } = unread(path, kase.diagnostics);
    return { result: { ...result, case: opened.head.id, policy: table.policy.id } };
  }
  const bench = benchOf(table);
  const run = runCase(table, kase.value, application);
  const before = older && { bench: benchOf(older.table), run: older.run(run) };
  const now = { bench, run: before ? withRecordsOf(run, before.run) : run };
  const result = judge(bench, now.run, before);
  const report = (): string => reportOf(file.value, path, options.policy, shelf, session);
  return {
    result: { ...result, diagnostics: [...kase.diagnostics, ...result.diagnostics] },
    now,
    ...(before ? { before } : {}),
    report,
  };
}

/** An outcome that only the older policy knows was recorded all the same. */
function withRecordsOf(run: CaseRun, before: CaseRun): CaseRun {
  const parties = run.parties.map((party, i) => {
    const recorded = party.recorded ?? before.parties[i]?.recorded;
    return recorded ? { ...party, recorded } : party;
  });
  return { ...run, parties };
}

/** A policy among the cases is left out; anything else that is no case is an error by name. */
function notOpened(file: string, bytes: Uint8Array, diagnostics: readonly Diagnostic[]): Judged | SkippedFile {
  const kind = kindOfFile(bytes);
  if (kind === 'policy') return { file, why: 'policy' };
  return unread(file, kind === 'case' ? diagnostics : aboutFile('batch/not-a-case', file).diagnostics);
}

/** The report of a case as `decide` writes it. */
function reportOf(
  { opened, table, application }: CaseFile,
  path: string,
  policy: string | undefined,
  shelf: PolicyShelf,
  { language, engine }: Session,
): string {
  const kase = readCase(opened, table.policy);
  if (!kase.ok) return '';
  const determination = determine(table, kase.value, { application, diagrams: shelf.diagramsOf(table) });
  const command = commandOf(path, policy);
  return reportMarkdown({ policy: table.policy, kase: kase.value, determination, language, engine, command });
}

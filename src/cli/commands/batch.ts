// `caijue batch`: judges all case files below some paths, compares with what was recorded or with another policy, and gates CI.
import type { Keeper } from '../../batch/keep.js';
import { auditKeeper } from '../../batch/keep-audit.js';
import { comparisonKeeper } from '../../batch/keep-comparison.js';
import { coverageKeeper } from '../../batch/keep-coverage.js';
import type { BatchSummary, FileResult, SkippedFile } from '../../model/batch.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { diagnose } from '../../model/diagnostic.js';
import { Fraction } from '../../model/quantity.js';
import { START } from '../../model/source.js';
import type { BatchFormat, BatchSetting } from '../../report/batch/reporter.js';
import { accumulate, type Accumulator } from '../batch/accumulate.js';
import { reporterOf } from '../batch/formats.js';
import { caseJudge, unread, type CaseJudge, type Judged } from '../batch/judge-file.js';
import { holdsLines, judgeLines } from '../batch/judge-lines.js';
import { fileOutput, streamOutput, wholeOutput, type Output } from '../batch/output.js';
import { INDEX, publisher, sameReport, type Publisher } from '../batch/publish.js';
import { findCases, type Found } from '../find-cases.js';
import type { StopSignal } from '../host.js';
import { policyShelf, type PolicyShelf } from '../policies.js';
import { aboutFile } from '../read-file.js';
import { exitCodeOf, graver, STOPPED, tell, type ExitCode, type Session } from '../session.js';
import { newFile } from '../write-file.js';

/** The options of the command. */
export interface BatchOptions {
  readonly policy?: string;
  readonly against?: string;
  readonly format?: BatchFormat;
  readonly out?: string;
  readonly failOnChange?: boolean;
  readonly maxChanges?: number;
  readonly coverage?: boolean;
  readonly minCoverage?: number;
  readonly audit?: boolean;
  /** A share of a threshold, such as `5%`. */
  readonly margin?: string;
}

/** One run, and what it has come to so far. */
interface Batch {
  readonly options: BatchOptions;
  readonly session: Session;
  readonly found: Found;
  readonly sum: Accumulator;
  readonly outputs: readonly Output[];
  readonly publisher: Publisher | undefined;
  /** The names of the reports of files, as the index links them. */
  readonly reports: Map<string, string>;
  /** For each policy, the first file of each case id. */
  readonly ids: Map<string | null, Map<string, string>>;
  readonly codes: ExitCode[];
  /** Faults of policy files that were told: many cases can meet the same. */
  readonly told: Set<string>;
}

/** Runs the command. A faulty file never stops the others; a signal stops cleanly, and what was written by then is whole. */
export async function batch(paths: readonly string[], options: BatchOptions, session: Session): Promise<ExitCode> {
  const shelf = policyShelf(session.host);
  const faults = [options.policy, options.against].flatMap((name) => (name === undefined ? [] : shelf.faultsOf(name)));
  if (exitCodeOf(faults) !== 0) {
    tell(session, faults);
    return exitCodeOf(faults);
  }
  const run = await openBatch(findCases(session.host.fs, paths), options, shelf, session);
  const stopped = await judgeAll(run, caseJudge({ ...options, reports: run.publisher !== undefined }, shelf, session));
  if (stopped) {
    for (const output of run.outputs) output.abandon();
    return stopped;
  }
  const summary = run.sum.summary();
  for (const output of run.outputs) report(run, output.close(summary).diagnostics);
  report(run, gates(summary, run));
  return graver(...run.codes);
}

async function openBatch(found: Found, options: BatchOptions, shelf: PolicyShelf, session: Session): Promise<Batch> {
  const { host, language, engine } = session;
  const { format = 'text', out, against } = options;
  const compares = against !== undefined;
  const setting: BatchSetting = { language, engine };
  const own = await reporterOf(format, setting, compares);
  const toFile = out !== undefined && !isFolder(out, options, session);
  const outputs = [toFile ? fileOutput(own, newFile(host.fs, out, host.pid)) : streamOutput(own, host.out)];
  const reports = new Map<string, string>();
  const folder = out === undefined || toFile ? undefined : publisher(out, session);
  if (folder) {
    const index = await reporterOf('md', { ...setting, reportOf: ({ file }) => reports.get(file) }, compares);
    outputs.push(wholeOutput(index, (text) => folder.write(INDEX, text)));
  }
  const sum = accumulate(compares, keepersOf(options, shelf));
  for (const skipped of found.skipped) sum.skip(skipped);
  return {
    options,
    session,
    found,
    sum,
    outputs,
    publisher: folder,
    reports,
    ids: new Map(),
    codes: [],
    told: new Set(),
  };
}

/** What is kept beyond the counts, because the run was asked for it. */
function keepersOf(
  { against, coverage, minCoverage, audit, margin = '5%' }: BatchOptions,
  shelf: PolicyShelf,
): readonly Keeper[] {
  return [
    ...(against === undefined ? [] : [comparisonKeeper(shelf.diagramsOf)]),
    ...(coverage === true || minCoverage !== undefined ? [coverageKeeper()] : []),
    ...(audit === true ? [auditKeeper(new Fraction(margin.slice(0, -1)).div(100))] : []),
  ];
}

/** A folder gets a report for each case; a format that was named and a name that is no folder get one file. */
function isFolder(out: string, { format }: BatchOptions, { host }: Session): boolean {
  if (format === undefined || format === 'text' || /[\\/]$/u.test(out)) return true;
  try {
    return host.fs.statSync(out).isDirectory();
  } catch {
    return false;
  }
}

/** How many files are judged before signals are looked for. */
const STEP = 32;

async function judgeAll(run: Batch, judge: CaseJudge): Promise<ExitCode | undefined> {
  const { host } = run.session;
  const watch = host.watchSignals();
  const { files } = run.found;
  let signal: StopSignal | undefined;
  let done = 0;
  const goingOn = (): boolean => signal === undefined;
  try {
    for (const [i, { path, below, faults }] of files.entries()) {
      if (i % STEP === 0) {
        progress(run, i, files.length);
        signal = await watch.stopped();
      }
      if (signal) break;
      const see = (judged: Judged | SkippedFile): void => {
        if ('why' in judged) run.sum.skip(judged);
        else settle(run, judged, below);
      };
      const goesOn = async (): Promise<boolean> => {
        signal = await watch.stopped();
        return goingOn();
      };
      if (faults.length > 0) see(unread(path, faults));
      else if (holdsLines(path)) await judgeLines(path, judge, host, { see, goesOn });
      else see(judge.file(path));
      if (goingOn()) done = i + 1;
    }
  } finally {
    progress(run, files.length, files.length);
    watch.release();
  }
  return signal ? stop(run, done, STOPPED[signal]) : undefined;
}

function stop({ session, found }: Batch, done: number, code: ExitCode): ExitCode {
  const [n, all] = [String(done), String(found.files.length)];
  const words = { zh: `已停止：处理了 ${n} / ${all} 个文件\n`, en: `stopped after ${n} of ${all} files\n` };
  session.host.err(words[session.language]);
  return code;
}

/** Counts a result, writes its report, and says it. */
function settle(run: Batch, judged: Judged, below: string): void {
  const twin = twinOf(run, judged.result);
  const published = publish(run, judged, below);
  const more = [...twin, ...published];
  const { result: own } = judged;
  const result = more.length === 0 ? own : { ...own, diagnostics: [...own.diagnostics, ...more] };
  run.sum.add(result === own ? judged : { ...judged, result });
  for (const output of run.outputs) output.file(result);
  if (result.diagnostics.length > 0) report(run, result.diagnostics, own.file);
}

/** A case id that an earlier file bears under the same policy. */
function twinOf({ ids }: Batch, { file, case: id, policy }: FileResult): readonly Diagnostic[] {
  if (id === null) return [];
  const own = ids.get(policy) ?? new Map<string, string>();
  ids.set(policy, own);
  const other = own.get(id);
  if (other !== undefined) return aboutFile('batch/duplicate-id', file, { id, other }).diagnostics;
  own.set(id, file);
  return [];
}

function publish(
  { publisher: folder, reports }: Batch,
  { result, report: write }: Judged,
  below: string,
): readonly Diagnostic[] {
  if (!folder || !write) return [];
  const name = folder.nameFor(below);
  if (name === undefined) return sameReport(below).diagnostics;
  const done = folder.write(name, write());
  if (done.ok) reports.set(result.file, name);
  return done.diagnostics;
}

/** Tells findings and keeps the exit code that they call for. What lies in another file than the case is told once. */
function report({ session, codes, told }: Batch, diagnostics: readonly Diagnostic[], file?: string): void {
  codes[0] = graver(codes[0] ?? 0, exitCodeOf(diagnostics));
  const fresh = diagnostics.filter((diagnostic) => {
    if (file === undefined || diagnostic.place.file === file) return true;
    const key = JSON.stringify(diagnostic);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
  tell(session, fresh);
}

/** What the run was to fail on. */
function gates({ changed, coverage = [] }: BatchSummary, { options, sum }: Batch): readonly Diagnostic[] {
  const source = { name: 'caijue batch', lines: [], digest: '' };
  const most = options.failOnChange === true ? 0 : options.maxChanges;
  const found: Diagnostic[] = [];
  if (sum.determined() === 0) found.push(diagnose('batch/nothing-determined', source, START));
  if (most !== undefined && changed > most) {
    found.push(diagnose('batch/too-many-changes', source, START, { found: String(changed), most: String(most) }));
  }
  const least = options.minCoverage ?? 0;
  for (const { policy, percent } of coverage.filter((own) => own.percent < least)) {
    const words = { name: policy, found: String(percent), least: String(least) };
    found.push(diagnose('batch/coverage-too-low', source, START, words));
  }
  return found;
}

/** A counter on the error stream, where somebody watches it; erased at the end. */
function progress({ session: { host } }: Batch, done: number, all: number): void {
  if (!host.watched || all < 2 * STEP) return;
  host.err(done === all ? '\r\u001b[K' : `\r${String(done)} / ${String(all)}`);
}

// `caijue batch`: judges all case files below some paths, compares with what was recorded or with another policy, and gates CI.
import type { BatchSummary } from '../../model/batch.js';
import { diagnose, type Diagnostic, type Result } from '../../model/diagnostic.js';
import { START } from '../../model/source.js';
import { dealtOut, oneByOne, type Finished } from '../batch/crew.js';
import { openDesk, type Desk, type DeskOptions } from '../batch/desk.js';
import { startThreads } from '../batch/jobs.js';
import { fileOutput, streamFile, type Output } from '../batch/output.js';
import { publisher, type Publisher } from '../batch/publish.js';
import { openSpool, type Spool } from '../batch/spool.js';
import { report, settle, type Course } from '../batch/settle.js';
import { HERE, SENT, stintsOf } from '../batch/stints.js';
import { resultsAgain, work } from '../batch/work.js';
import { findCases, type FoundCases } from '../find-cases.js';
import type { SignalWatch, StopSignal } from '../host.js';
import { keepCasesBelow, keepInputs } from '../inputs.js';
import { refuseNamed } from '../named-policies.js';
import { policyShelf } from '../policies.js';
import { aboutFile } from '../read-file.js';
import { exitCodeOf, graver, STOPPED, tell, type ExitCode, type Session } from '../session.js';
import { newFile } from '../write-file.js';

/** The options of the command. */
export interface BatchOptions extends Omit<DeskOptions, 'reports'> {
  readonly failOnChange?: boolean;
  readonly maxChanges?: number;
  /** How many threads judge; one is this one. */
  readonly jobs?: number;
}

/** Runs the command. A faulty file never stops the others; a signal stops cleanly, and what was written by then is whole. */
export async function batch(paths: readonly string[], options: BatchOptions, session: Session): Promise<ExitCode> {
  const shelf = policyShelf(session.host);
  const refused = refuseNamed([options.policy, options.against], shelf, session);
  if (refused !== 0) return refused;
  const found = findCases(session.host.fs, paths);
  const reports = options.out !== undefined && isFolder(options.out, options, session);
  const kept = keepInputsOf(found, options, reports, session);
  if (!kept.ok) {
    tell(session, kept.diagnostics);
    return exitCodeOf(kept.diagnostics);
  }
  const watch = session.host.watchSignals();
  const desk = await openDesk({ ...options, reports }, shelf, session);
  const folder = options.out !== undefined && reports ? publisher(options.out, session) : undefined;
  if (folder?.ok === false) {
    watch.release();
    tell(session, folder.diagnostics);
    return exitCodeOf(folder.diagnostics);
  }
  const course = openCourse(desk, options, folder?.value, session);
  for (const skipped of found.skipped) desk.sum.skip(skipped);
  const stopped = await run(course, found, { ...options, reports }, watch);
  if (stopped) {
    for (const output of course.outputs) output.abandon();
    return stopped;
  }
  const summary = desk.sum.summary();
  for (const output of course.outputs) report(course, output.close(summary).diagnostics);
  report(course, gates(summary, options, desk.sum.determined()));
  return graver(...course.codes);
}

/** What the run reads must not be what it writes. */
function keepInputsOf({ files }: FoundCases, options: BatchOptions, reports: boolean, session: Session): Result<void> {
  const { out, policy, against } = options;
  const inputs = { cases: files.map(({ path }) => path), policies: [policy, against] };
  if (out === undefined) return { ok: true, value: undefined, diagnostics: [] };
  return reports ? keepCasesBelow(out, inputs, session) : keepInputs(out, inputs, session);
}

function openCourse(desk: Desk, { out }: BatchOptions, folder: Publisher | undefined, session: Session): Course {
  const { host } = session;
  const [own, index] = desk.reporters as [Output['reporter'], Output['reporter']?];
  const spool = (): Spool => openSpool(host);
  const file = out !== undefined && !folder ? newFile(host.fs, out, host.pid) : streamFile(host.out);
  const outputs = [fileOutput(own, file, spool), ...(index && folder ? [fileOutput(index, folder.index, spool)] : [])];
  return { session, desk, outputs, publisher: folder, ids: new Map(), codes: [], told: new Set() };
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

/** Judges all files, here or in threads, and settles what comes of them in their order. */
async function run(
  course: Course,
  found: FoundCases,
  options: DeskOptions & BatchOptions,
  watch: SignalWatch,
): Promise<ExitCode | undefined> {
  const { session, desk, publisher: folder } = course;
  const { host } = session;
  const threads = await startThreads(options, found, session);
  const stints = stintsOf(found, threads.length > 0 ? SENT : HERE, host, folder?.nameFor);
  const setting = {
    work: (stint: Finished['stint']) => work(stint, desk),
    again: (stint: Finished['stint']) => resultsAgain(stint, desk),
    lost: (why: string) => report(course, aboutFile('batch/thread-lost', 'caijue batch', { why }).diagnostics),
  };
  const all = threads.length > 0 ? dealtOut(stints, threads, setting) : oneByOne(stints, setting);
  let [done, signal] = [0, undefined as StopSignal | undefined];
  try {
    for await (const finished of all) {
      progress(session, done, found.files.length);
      signal = await watch.stopped();
      if (signal) break;
      settle(course, finished);
      done = finished.stint.upTo;
    }
  } finally {
    progress(session, found.files.length, found.files.length);
    watch.release();
  }
  return signal ? stop(session, done, found.files.length, STOPPED[signal]) : undefined;
}

function stop({ host, language }: Session, done: number, all: number, code: ExitCode): ExitCode {
  const [n, of] = [String(done), String(all)];
  const words = { zh: `已停止：处理了 ${n} / ${of} 个文件\n`, en: `stopped after ${n} of ${of} files\n` };
  host.err(words[language]);
  return code;
}

/** What the run was to fail on. */
function gates(
  { changed, coverage = [] }: BatchSummary,
  options: BatchOptions,
  determined: number,
): readonly Diagnostic[] {
  const source = { name: 'caijue batch', lines: [], digest: '' };
  const most = options.failOnChange === true ? 0 : options.maxChanges;
  const found: Diagnostic[] = [];
  if (determined === 0) found.push(diagnose('batch/nothing-determined', source, START));
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
function progress({ host }: Session, done: number, all: number): void {
  if (!host.watched || all < 2 * HERE.size) return;
  host.err(done === all ? '\r\u001b[K' : `\r${String(done)} / ${String(all)}`);
}

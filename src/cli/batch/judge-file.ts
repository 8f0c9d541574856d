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
import { quickReader, type QuickRun, type Stretch } from './quick-case.js';
import { quickTexts } from './quick-text.js';
import { runBefore } from './run-before.js';

/** Under which policies cases are judged, and whether each file gets a report, for which it has to be read whole. */
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

/** Judges cases one by one. */
export interface CaseJudge {
  readonly file: (path: string) => Judged | SkippedFile;
  /** Judges a case in a file that holds several; policies that it names by path are looked for from there. */
  readonly part: (part: CasePart, name: string, path: string) => Judged | SkippedFile;
}

/** Where a case stands among others, a line each; and whether the bytes are sound UTF-8. */
export interface CasePart extends Stretch {
  readonly isSound: boolean;
}

/** Makes a judge. A defect of ours is told of the one case that meets it. */
export function caseJudge(options: JudgeOptions, shelf: PolicyShelf, session: Session): CaseJudge {
  const benches = new Map<Table, Bench>();
  const benchOf = (table: Table): Bench => {
    const bench = benches.get(table) ?? openBench(table, shelf.diagramsOf(table));
    benches.set(table, bench);
    return bench;
  };
  const judging: Judging = { options, shelf, session, benchOf };
  const [texts, quickly] = [quickTexts(session.host.fs), quickJudge(judging)];
  const judgePart = (part: CasePart, name: string, path: string): Judged | SkippedFile => {
    const own = part.bytes.subarray(part.from, part.to);
    const whole = own.length <= LIMITS.case && texts.isSound(own) ? wholeOf(own) : undefined;
    return quickly(whole, name, path) ?? judgeBytes(own, name, path, judging);
  };
  return {
    file: (path) => {
      try {
        const quick = options.reports === true ? undefined : quickly(wholeOf(texts.read(path)), path, path);
        return quick ?? judgeFile(path, judging);
      } catch (error) {
        return defect(error, path, session);
      }
    },
    part: (part, name, path) => {
      try {
        const isQuick = part.isSound && part.to - part.from <= LIMITS.case;
        return (isQuick ? quickly(part, name, path) : undefined) ?? judgePart(part, name, path);
      } catch (error) {
        return defect(error, name, session);
      }
    },
  };
}

function defect(error: unknown, name: string, { host }: Session): Judged {
  if (host.env.CAIJUE_DEBUG !== undefined) host.err(`${String((error as Error).stack)}\n`);
  return unread(name, aboutFile('cli/internal', name, { why: String(error) }).diagnostics);
}

/** What judging needs besides the case. */
interface Judging {
  readonly options: JudgeOptions;
  readonly shelf: PolicyShelf;
  readonly session: Session;
  readonly benchOf: (table: Table) => Bench;
}

/** A file that gave no result. */
export function unread(file: string, diagnostics: readonly Diagnostic[]): Judged {
  return { result: { file, case: null, policy: null, parties: [], diagnostics } };
}

/** A whole text, if there is one. */
function wholeOf(bytes: Uint8Array | undefined): Stretch | undefined {
  return bytes && { bytes, from: 0, to: bytes.length, isLine: false };
}

type QuickJudge = (at: Stretch | undefined, name: string, path: string) => Judged | undefined;

/** Judges cases that are plainly written and without any finding; all others are left to the whole loader. */
function quickJudge({ options: { policy, against }, shelf, benchOf }: Judging): QuickJudge {
  const read = quickReader(shelf, policy, against);
  return (at, name, path) => {
    const quick = at && read(at, name, path);
    if (!quick) return undefined;
    const sitting = ({ table, run }: QuickRun): Sitting => ({ bench: benchOf(table), run });
    const [now, before] = [sitting(quick), quick.before && sitting(quick.before)];
    return { result: judge(now.bench, now.run, before), now, ...(before ? { before } : {}) };
  };
}

function judgeFile(path: string, judging: Judging): Judged | SkippedFile {
  const bytes = readFile(judging.session.host.fs, path, LIMITS.case);
  return bytes.ok ? judgeBytes(bytes.value, path, path, judging) : unread(path, bytes.diagnostics);
}

function judgeBytes(bytes: Uint8Array, name: string, path: string, judging: Judging): Judged | SkippedFile {
  const { options, shelf, session, benchOf } = judging;
  const file = openCaseFile(bytes, name, path, options.policy, shelf);
  if (!file.ok) return notOpened(name, bytes, file.diagnostics);
  const older = runBefore(file.value, path, options, shelf);
  const { opened, table, application } = file.value;
  const kase = readCase(older?.fitted ?? opened, table.policy);
  if (!kase.ok) {
    const { result } = unread(name, kase.diagnostics);
    return { result: { ...result, case: inOnePiece(opened.head.id), policy: table.policy.id } };
  }
  const bench = benchOf(table);
  const run = runCase(table, kase.value, application);
  const before = older && { bench: benchOf(older.table), run: older.run(run) };
  const now = { bench, run: before ? withRecordsOf(run, before.run) : run };
  const result = judge(bench, now.run, before);
  const report = (): string => reportOf(file.value, path, options.policy, shelf, session);
  return {
    result: { ...result, case: inOnePiece(run.id), diagnostics: [...kase.diagnostics, ...result.diagnostics] },
    now,
    ...(before ? { before } : {}),
    report,
  };
}

/** The same text in memory of its own. Ids are kept to the end of a run, and a part of a text keeps the whole of it. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
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

// `caijue decide`: determines cases without asking, writes a report or JSON for each, and records on demand.
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Diagnostic, Result } from '../../model/diagnostic.js';
import { determine } from '../../evaluate/determine.js';
import { readCase } from '../../parse/case/read-case.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import { determinationJson } from '../../report/determination-json.js';
import { diagnosticJson } from '../../report/diagnostic-json.js';
import type { ReportInput } from '../../report/input.js';
import { reportMarkdown } from '../../report/markdown/report.js';
import { printable } from '../../report/printable.js';
import { commandOf, openCaseFile } from '../case-file.js';
import { refuseNamed } from '../named-policies.js';
import { policyShelf, type PolicyShelf } from '../policies.js';
import { keepInputs } from '../inputs.js';
import { holder, withLock } from '../lock.js';
import { aboutFile, readFile } from '../read-file.js';
import { withRecord } from '../record.js';
import { exitCodeOf, graver, tell, type ExitCode, type Session } from '../session.js';
import { writeFile } from '../write-file.js';

/** The options of the command. */
export interface DecideOptions {
  readonly policy?: string;
  readonly format?: 'md' | 'json';
  readonly json?: boolean;
  readonly out?: string;
  readonly record?: boolean;
  readonly by?: string;
  readonly on?: string;
  readonly exitCode?: boolean;
}

/** One case that was determined, with its bytes as they were read. */
interface Decided {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly input: ReportInput;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the command over one or several case files; a faulty one never stops the others. */
export async function decide(paths: readonly string[], options: DecideOptions, session: Session): Promise<ExitCode> {
  const shelf = policyShelf(session.host);
  const refused = refuseNamed([options.policy], shelf, session);
  if (refused !== 0) return refused;
  const codes: ExitCode[] = [];
  const written = new Map<string, string>();
  const entries: object[] = [];
  for (const path of paths) {
    const decided = await guarded(path, session, () => decideOne(path, options, session, shelf));
    const publishing = (): Result<void> =>
      decided.ok ? publish(decided.value, paths, options, session, written) : decided;
    const outcome = await guarded(path, session, publishing);
    const told = [...decided.diagnostics, ...(decided.ok && !outcome.ok ? outcome.diagnostics : [])];
    tell(session, [...told, ...(decided.ok ? faultsOf(decided.value) : [])]);
    codes.push(exitCodeOf(told), decided.ok ? exitCodeOfCase(decided.value, options) : 0);
    if (isJson(options) && options.out === undefined) entries.push(entryOf(path, decided, session));
  }
  if (entries.length > 0) session.host.out(`${JSON.stringify(paths.length === 1 ? entries[0] : entries, null, 2)}\n`);
  return graver(...codes);
}

/** What keeps parties from a determination; a fault that several share is told once. */
function faultsOf({ input }: Decided): readonly Diagnostic[] {
  const faults = input.determination.parties.flatMap(({ diagnostics }) => diagnostics);
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** A defect of ours is told of the one case that meets it; the cases after it are determined all the same. */
async function guarded<T>(
  path: string,
  { host }: Session,
  work: () => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (host.env.CAIJUE_DEBUG !== undefined) host.err(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
    return aboutFile('cli/internal', path, { why: String(error) });
  }
}

function isJson({ format, json }: DecideOptions): boolean {
  return json === true || format === 'json';
}

async function decideOne(
  path: string,
  options: DecideOptions,
  session: Session,
  shelf: PolicyShelf,
): Promise<Result<Decided>> {
  const { host } = session;
  const name = path === '-' ? '<stdin>' : path;
  const bytes = path === '-' ? ok(await host.stdin()) : readFile(host.fs, path, LIMITS.case);
  if (!bytes.ok) return bytes;
  const file = openCaseFile(bytes.value, name, path === '-' ? '' : path, options.policy, shelf);
  if (!file.ok) return file;
  const { opened, table, application } = file.value;
  const read = readCase(opened, table.policy);
  if (!read.ok) return read;
  const determination = determine(table, read.value, { application, diagrams: shelf.diagramsOf(table) });
  const input: ReportInput = {
    policy: table.policy,
    kase: read.value,
    determination,
    language: session.language,
    engine: session.engine,
    command: commandOf(path, options.policy),
  };
  return {
    ok: true,
    value: { path, bytes: bytes.value, input, diagnostics: read.diagnostics },
    diagnostics: read.diagnostics,
  };
}

function ok<T>(value: T): Result<T> {
  return { ok: true, value, diagnostics: [] };
}

/** Writes the result where it belongs, then records it. */
function publish(
  decided: Decided,
  paths: readonly string[],
  options: DecideOptions,
  session: Session,
  written: Map<string, string>,
): Result<void> {
  const json = isJson(options);
  const { host } = session;
  if (options.out === undefined) {
    if (!json) host.out(reportMarkdown(decided.input));
  } else {
    const text = json
      ? `${JSON.stringify(determinationJson(decided.input, decided.diagnostics), null, 2)}\n`
      : reportMarkdown(decided.input);
    const target = targetOf(options.out, decided, paths.length > 1, json, session);
    const folded = target.normalize('NFC').toLowerCase();
    const kept = keepInputs(target, { cases: paths, policies: [options.policy] }, session);
    if (!kept.ok) return kept;
    if (written.has(folded)) return aboutFile('cli/same-output', target, { name: target });
    written.set(folded, decided.path);
    const done = writeFile(host.fs, target, text, host.pid);
    if (!done.ok) return done;
  }
  return options.record === true ? record(decided, options, session) : ok(undefined);
}

/** A file for one result; a folder for several, or where the path ends with a slash or is one. */
function targetOf(out: string, { input }: Decided, several: boolean, json: boolean, { host }: Session): string {
  const isFolder = (): boolean => {
    try {
      return host.fs.statSync(out).isDirectory();
    } catch {
      return false;
    }
  };
  const folder = several || /[\\/]$/u.test(out) || isFolder();
  return folder ? join(out, `${input.kase.head.id}.${json ? 'json' : 'md'}`) : out;
}

const RECORDED = { zh: '认定已写入案件文件：', en: 'recorded in the case file: ' } as const;

function record(decided: Decided, options: DecideOptions, session: Session): Result<void> {
  const { path, bytes, input } = decided;
  if (path === '-') return aboutFile('cli/record-shape', '<stdin>', { name: '<stdin>' });
  const { host, engine } = session;
  const recording = { engine, decidedOn: options.on ?? host.today(), decidedBy: options.by };
  const text = withRecord(new TextDecoder().decode(bytes), input.kase, input.policy, input.determination, recording);
  if (!text.ok) return text;
  return withLock(host.fs, path, holder(host.pid), () => {
    const now = readFile(host.fs, path, LIMITS.case);
    const digest = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
    if (!now.ok || digest(now.value) !== digest(bytes)) return aboutFile('cli/changed-meanwhile', path);
    const done = writeFile(host.fs, path, text.value, host.pid);
    if (done.ok && host.watched) host.err(`${RECORDED[session.language]}${printable(path)}\n`);
    return done;
  });
}

function exitCodeOfCase({ input }: Decided, { exitCode }: DecideOptions): ExitCode {
  const { parties } = input.determination;
  if (parties.some(({ status }) => status === 'error')) return 1;
  const unsettled = parties.some(({ status, unsupported }) => status !== 'determined' || unsupported.length > 0);
  return exitCode === true && unsettled ? 3 : 0;
}

function entryOf(path: string, decided: Result<Decided>, session: Session): object {
  if (decided.ok) return determinationJson(decided.value.input, decided.diagnostics);
  const diagnostics = decided.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, session.language));
  return { schema: 'caijue/determination/1', file: path, status: 'error', diagnostics };
}

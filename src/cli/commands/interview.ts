// `caijue interview`: asks only what can still change the outcome, saves after every answer, then writes the report.
import { dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic, Result } from '../../model/diagnostic.js';
import { openCase } from '../../parse/case/open-case.js';
import { readCase } from '../../parse/case/read-case.js';
import { newCase } from '../../parse/edit/edit-case.js';
import { LIMITS } from '../../parse/yaml/read-bytes.js';
import { conduct } from '../interview/conduct.js';
import { openCaseDesk, textOf, type CaseDesk } from '../interview/desk.js';
import { askId, headOf, identify } from '../interview/opening.js';
import { finishReport, resumeCommand } from '../interview/report-file.js';
import { save, stage, type Room } from '../interview/room.js';
import { caseOf } from '../interview/stage.js';
import type { RecordedTalk } from '../interview/recorded-talk.js';
import { Departure, type Talk } from '../interview/talk.js';
import { wordsIn, type Say } from '../interview/words.js';
import { holder, holdLock } from '../lock.js';
import { makeFolder } from '../make-folder.js';
import { policyShelf, type Applied, type PolicyShelf } from '../policies.js';
import { aboutFile, errorName, readFile } from '../read-file.js';
import { exitCodeOf, tell, type ExitCode, type Session } from '../session.js';
import { isPath } from '../shipped.js';

/** The options of the command. */
export interface InterviewOptions {
  readonly case?: string;
  readonly out?: string;
  readonly answers?: string;
  readonly plain?: boolean;
}

/** One run: what was asked for, and who answers. */
interface Run {
  readonly policy: string;
  readonly options: InterviewOptions;
  readonly session: Session;
  readonly shelf: PolicyShelf;
  readonly say: Say;
}

/** Runs the command. */
export async function interview(policy: string, options: InterviewOptions, session: Session): Promise<ExitCode> {
  const run: Run = { policy, options, session, shelf: policyShelf(session.host), say: wordsIn(session.language) };
  const known = knownPolicy(run);
  if (!known.ok) return refuse(known.diagnostics, session);
  const talk = await openTalk(run);
  if (!talk.ok) return refuse(talk.diagnostics, session);
  try {
    return await withCase(talk.value, run);
  } catch (error) {
    if (error instanceof Departure) return error.code;
    throw error;
  } finally {
    talk.value.close();
  }
}

function refuse(diagnostics: readonly Diagnostic[], session: Session): ExitCode {
  tell(session, diagnostics);
  return exitCodeOf(diagnostics);
}

/** How a case in a folder names the policy: by its id, or by the path from there. */
function policyFrom(folder: string, { policy }: Run): string {
  return !isPath(policy) ? policy : relative(resolve(folder), resolve(policy)).replaceAll('\\', '/');
}

/** Refuses a policy that cannot be read before anything is asked. Which of several versions applies is known with the day. */
function knownPolicy(run: Run): Result<unknown> {
  const faults = isPath(run.policy) ? [] : run.shelf.faultsOf(run.policy);
  if (faults.length > 0) return { ok: false, diagnostics: faults };
  const probe = openCase(new TextEncoder().encode(newCase('x', 'x', policyFrom('.', run))), run.policy);
  const applied = probe.ok ? run.shelf.forCase(probe.value, '', undefined) : probe;
  const later = !applied.ok && applied.diagnostics.every(({ code }) => code === 'case/which-version');
  return later ? { ok: true, value: undefined, diagnostics: [] } : applied;
}

async function openTalk(run: Run): Promise<Result<Talk>> {
  const { options, session, say } = run;
  const { host } = session;
  if (options.answers !== undefined) return recorded(options.answers, run);
  const terminal = host.terminal?.();
  if (!terminal) return aboutFile('cli/no-terminal', 'caijue interview');
  const talk =
    options.plain === true || terminal.dumb
      ? (await import('../interview/plain-talk.js')).plainTalk(terminal, host, say)
      : (await import('../interview/terminal-talk.js')).terminalTalk(terminal, host, say);
  return { ok: true, value: talk, diagnostics: [] };
}

async function recorded(path: string, { session, shelf, policy }: Run): Promise<Result<Talk>> {
  const bytes = readFile(session.host.fs, path, LIMITS.case);
  if (!bytes.ok) return bytes;
  const opened = openCase(bytes.value, path);
  if (!opened.ok) return opened;
  const applied = shelf.forCase(opened.value, path, policy);
  if (!applied.ok) return applied;
  const record = readCase(opened.value, applied.value.table.policy);
  if (!record.ok) return record;
  const { recordedTalk } = await import('../interview/recorded-talk.js');
  return { ok: true, value: recordedTalk(record.value, session.host.out), diagnostics: [] };
}

/** Finds or makes the case file, and leads the interview while nobody else can write it. */
async function withCase(talk: Talk, run: Run): Promise<ExitCode> {
  const { options, session, say } = run;
  const { host } = session;
  const given = options.case;
  const exists = given !== undefined && !isMissing(given, session);
  const id = exists ? undefined : await askId(talk, say);
  const folder = options.out ?? (options.answers === undefined ? '.' : undefined);
  const path = given ?? (folder === undefined ? undefined : join(folder, `${id!}.yaml`));
  if (path !== undefined && options.answers !== undefined && resolve(path) === resolve(options.answers)) {
    return refuse(aboutFile('cli/same-output', path, { name: path }).diagnostics, session);
  }
  const release = path === undefined ? undefined : lock(path, session);
  if (release?.ok === false) return refuse(release.diagnostics, session);
  try {
    const desk = openCaseFile(path, id, run);
    if (!desk.ok) return refuse(desk.diagnostics, session);
    return await lead({ session, say, talk, desk: desk.value, shelf: run.shelf }, id !== undefined, run);
  } finally {
    if (release?.ok === true) release.value();
    host.out('');
  }
}

function isMissing(path: string, { host }: Session): boolean {
  try {
    host.fs.lstatSync(path);
    return false;
  } catch (error) {
    return errorName(error) === 'ENOENT';
  }
}

function lock(path: string, { host }: Session): Result<() => void> {
  try {
    makeFolder(host.fs, dirname(path));
  } catch (error) {
    return aboutFile('cli/not-written', path, { why: errorName(error) });
  }
  return holdLock(host.fs, path, holder(host.pid));
}

/** The desk with the case that is there, if it is one of this policy, else with a new one. */
function openCaseFile(path: string | undefined, id: string | undefined, run: Run): Result<CaseDesk> {
  const { session, policy, shelf } = run;
  const { host } = session;
  if (path === undefined || isMissing(path, session)) {
    const text = newCase(id!, id!, policyFrom(path === undefined ? '.' : dirname(path), run));
    return { ok: true, value: openCaseDesk(host, path, text, false), diagnostics: [] };
  }
  const bytes = readFile(host.fs, path, LIMITS.case);
  if (!bytes.ok) return bytes;
  const opened = openCase(bytes.value, path);
  if (!opened.ok) return opened;
  const desk: Result<CaseDesk> = {
    ok: true,
    value: openCaseDesk(host, path, textOf(bytes.value), true),
    diagnostics: [],
  };
  const found = opened.value.head.policy;
  if (found === undefined) return desk;
  const [own, asked] = [shelf.forCase(opened.value, path, undefined), shelf.forCase(opened.value, path, policy)];
  if (!own.ok || !asked.ok) return own.ok ? (asked as Result<never>) : own;
  const digest = (applied: Applied): string => applied.table.policy.source.digest;
  if (digest(own.value) !== digest(asked.value)) return aboutFile('cli/other-policy', path, { found, policy });
  const read = readCase(opened.value, own.value.table.policy);
  return read.ok ? desk : read;
}

/** The interview itself, and what is said when it is left. */
async function lead(room: Room, isNew: boolean, run: Run): Promise<ExitCode> {
  const { talk, say, desk } = room;
  const resume = resumeCommand(room, run.policy, run.options);
  try {
    await open(room, isNew, run);
    await conduct(room);
    const written = finishReport(room, run.options, run.policy);
    tellUnused(talk, say);
    if (!written.ok) return refuse(written.diagnostics, run.session);
    return stage(room).determination.parties.some(({ status }) => status === 'error') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Departure)) throw error;
    const saved = desk.path !== undefined && !isMissing(desk.path, run.session);
    const word = error.code === 0 ? 'left' : 'stopped';
    talk.say(saved ? `\n${say(word, { command: resume })}` : `\n${say('nothingYet')}`);
    return error.code;
  }
}

async function open(room: Room, isNew: boolean, run: Run): Promise<void> {
  const { talk, say, desk } = room;
  const { id, policy } = headOf(room);
  if (isNew) await save(room, { kind: 'head', key: 'title', text: id }, { head: true });
  else if (policy === undefined) {
    await save(room, { kind: 'head', key: 'policy', text: policyFrom(dirname(desk.path ?? '.'), run) }, { head: true });
  }
  const read = caseOf(desk.text(), desk.name, room.shelf);
  if (talk.attended) {
    if (read.ok) talk.say(say('opening', { title: read.value.table.policy.title }));
    if (isNew && desk.path !== undefined) talk.say(say('caseFile', { path: desk.path }));
    talk.say(say('keys'));
  }
  const stated = read.ok ? [read.value.kase, ...read.value.kase.parties].flatMap(({ facts }) => [...facts]) : [];
  if (stated.length === 0 && headOf(room).parties === 0) await identify(room);
  else talk.say(say('resumed', { name: desk.name, n: stated.length }));
  if (read.ok && read.value.kase.recorded) talk.say(say('recordedBefore'));
}

function tellUnused(talk: Talk, say: Say): void {
  const unused = talk.attended ? [] : (talk as RecordedTalk).unused();
  if (unused.length > 0) talk.say(say('unused', { names: unused.join('、') }));
}

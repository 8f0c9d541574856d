// In: an interview that has come to its end. Out: the report in its file, and the commands that come next.
import { dirname, join, resolve } from 'node:path';
import type { Result } from '../../model/diagnostic.js';
import { reportMarkdown } from '../../report/markdown/report.js';
import { quoted } from '../quoted.js';
import { aboutFile } from '../read-file.js';
import { writeFile } from '../write-file.js';
import { stage, type Room } from './room.js';

/** Where things were asked to go. */
interface Places {
  readonly case?: string;
  readonly out?: string;
}

/** Writes the report and says where everything is; without a case file nothing is written. */
export function finishReport(room: Room, { out }: Places, policy: string): Result<void> {
  const { desk, say, talk, session } = room;
  const { host, language, engine } = session;
  const done: Result<void> = { ok: true, value: undefined, diagnostics: [] };
  if (desk.path === undefined) return done;
  const { table, kase, determination } = stage(room);
  const path = join(out ?? dirname(desk.path), `${kase.head.id}.md`);
  talk.say(say('caseFile', { path: desk.path }));
  if (resolve(path) === resolve(desk.path)) return aboutFile('cli/same-output', path, { name: path });
  const command = `caijue decide ${quoted(desk.path)}`;
  const report = reportMarkdown({ policy: table.policy, kase, determination, language, engine, command });
  const written = writeFile(host.fs, path, report, host.pid);
  if (!written.ok) return written;
  talk.say(say('report', { path }));
  const determined = determination.parties.every(({ outcome }) => outcome !== null);
  if (!determined) talk.say(say('nextResume', { command: resumeCommand(room, policy, { case: desk.path }) }));
  else if (!kase.recorded) {
    const again = `${host.called ?? 'caijue'} decide ${quoted(desk.path)} --record`;
    talk.say(say('nextRecord', { command: again }));
  }
  return done;
}

/** The words that go on with this interview. */
export function resumeCommand({ desk, session }: Room, policy: string, { out }: Places): string {
  const places = [
    ...(desk.path === undefined ? [] : ['--case', quoted(desk.path)]),
    ...(out === undefined ? [] : ['--out', quoted(out)]),
  ];
  return [`${session.host.called ?? 'caijue'} interview`, quoted(policy), ...places].join(' ');
}

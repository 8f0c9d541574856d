// In: stints that were worked off, in order. Out: twins found, reports published, results said, findings told: all that depends on the order.
import type { FileResult } from '../../model/batch.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { aboutFile } from '../read-file.js';
import { exitCodeOf, graver, tell, type ExitCode, type Session } from '../session.js';
import type { Finished } from './crew.js';
import type { Desk } from './desk.js';
import type { Output } from './output.js';
import { sameReport, type Publisher } from './publish.js';
import { seenIds, type SeenIds } from './seen-ids.js';
import type { Note } from './work.js';

/** One run, and what it has come to so far. */
export interface Course {
  readonly session: Session;
  readonly desk: Desk;
  readonly outputs: readonly Output[];
  readonly publisher: Publisher | undefined;
  /** For each policy, the first file of each case id. */
  readonly ids: Map<string | null, SeenIds>;
  readonly codes: ExitCode[];
  /** Faults of policy files that were told: many cases can meet the same. */
  readonly told: Set<string>;
}

/** Settles a stint. */
export function settle(course: Course, { told, sum, results }: Finished): void {
  const { desk, outputs } = course;
  if (sum) desk.sum.merge(sum);
  for (let i = 0; i < told.files.length; i++) {
    const [file, note] = [told.files[i]!, told.notes.get(i)];
    const published = publish(course, file, note);
    const twins = twinOf(course, file, told.cases[i]!, told.policies[i]!);
    if (twins.length + published.length === 0) {
      for (let k = 0; k < outputs.length; k++) outputs[k]!.say(told.said[k]![i]!);
    } else sayAnew(course, results()[i]!, [...twins, ...published], published.length === 0);
    if (note || twins.length > 0) report(course, [...(note?.diagnostics ?? []), ...twins, ...published], file);
  }
}

const NONE: readonly Diagnostic[] = [];

/** Says a result with what was found since it was judged. */
function sayAnew({ desk, outputs }: Course, result: FileResult, more: readonly Diagnostic[], hasReport: boolean): void {
  if (!hasReport) desk.links.delete(result.file);
  const whole = { ...result, diagnostics: [...result.diagnostics, ...more] };
  for (const { reporter, say } of outputs) say(reporter.file(whole));
}

/** A case id that an earlier file bears under the same policy. */
function twinOf({ ids }: Course, file: string, id: string | null, policy: string | null): readonly Diagnostic[] {
  if (id === null) return NONE;
  const own = ids.get(policy) ?? seenIds();
  ids.set(policy, own);
  const other = own.before(id, file);
  return other === undefined ? NONE : aboutFile('batch/duplicate-id', file, { id, other }).diagnostics;
}

function publish({ publisher }: Course, file: string, note: Note | undefined): readonly Diagnostic[] {
  if (!publisher || !note?.report) return NONE;
  const { name, text } = note.report;
  return name === undefined ? sameReport(file).diagnostics : publisher.write(name, text).diagnostics;
}

/** Tells findings and keeps the exit code that they call for. What lies in another file than the case is told once. */
export function report({ session, codes, told }: Course, diagnostics: readonly Diagnostic[], file?: string): void {
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

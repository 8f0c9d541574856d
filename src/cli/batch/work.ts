// In: a piece of work and a desk. Out: what is said of each case in it, in columns of plain data that are cheap to send between threads.
import type { FileResult, SkippedFile } from '../../model/batch.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Desk } from './desk.js';
import { unread, type CaseJudge, type Judged } from './judge-file.js';
import { judgeLines } from './judge-lines.js';
import type { Stint, StintFile } from './stints.js';

/** What is said of the cases of a stint. Lists of the same length, an entry a case. */
export interface Told {
  readonly files: readonly string[];
  /** The ids of cases and of their policies, as in the results. */
  readonly cases: readonly (string | null)[];
  readonly policies: readonly (string | null)[];
  /** For each output, what its format says of each case. */
  readonly said: readonly (readonly string[])[];
  /** What only some cases have, by their place in the lists. */
  readonly notes: ReadonlyMap<number, Note>;
}

/** Findings about a case, and its report. */
export interface Note {
  readonly diagnostics: readonly Diagnostic[];
  readonly report?: { readonly name: string | undefined; readonly text: string };
}

/** A stint that was worked off. The results themselves are not kept: what is not kept costs nothing to clear away. */
export interface Worked {
  readonly told: Told;
  /** How many lines there were, where it was lines. */
  readonly lines: number;
}

/** Judges a stint. Everything is also added to what the desk adds up. */
export function work(stint: Stint, desk: Desk): Worked {
  const [files, cases, policies] = [[] as string[], [] as (string | null)[], [] as (string | null)[]];
  const said: string[][] = desk.reporters.map(() => []);
  const notes = new Map<number, Note>();
  const lines = judgeStint(stint, desk, (judged, file) => {
    desk.sum.add(judged);
    const { result, report } = judged;
    const place = files.push(result.file) - 1;
    cases.push(result.case);
    policies.push(result.policy);
    for (let i = 0; i < said.length; i++) said[i]!.push(desk.reporters[i]!.file(result));
    if (report) notes.set(place, { diagnostics: result.diagnostics, report: { name: file?.report, text: report() } });
    else if (result.diagnostics.length > 0) notes.set(place, { diagnostics: result.diagnostics });
  });
  return { told: { files, cases, policies, said, notes }, lines };
}

/** Judges a stint once more, for its results, which are seldom asked for. */
export function resultsAgain(stint: Stint, desk: Desk): readonly FileResult[] {
  const results: FileResult[] = [];
  judgeStint(stint, { ...desk, sum: { ...desk.sum, skip: () => undefined } }, ({ result }) => results.push(result));
  return results;
}

/** Gives how many lines there were. */
function judgeStint(stint: Stint, desk: Desk, see: (judged: Judged, file?: StintFile) => void): number {
  const { judge, sum, links } = desk;
  const visit = (judged: Judged | SkippedFile, file?: StintFile): void => {
    if ('why' in judged) sum.skip(judged);
    else see(judged, file);
  };
  links.clear();
  let lines = 0;
  if (stint.kind === 'unread') see(unread(stint.name, stint.diagnostics));
  else if (stint.kind === 'lines') lines = judgeLines(stint, judge, visit);
  else for (const file of stint.files) visit(judgeFile(file, judge, links), file);
  return lines;
}

function judgeFile({ path, faults, report }: StintFile, judge: CaseJudge, links: Desk['links']): Judged | SkippedFile {
  const judged = faults.length > 0 ? unread(path, faults) : judge.file(path);
  if (!('why' in judged) && judged.report && report !== undefined) links.set(path, report);
  return judged;
}

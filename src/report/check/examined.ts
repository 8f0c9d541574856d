// What every report of `check` is made from.
import { CODES } from '../../model/codes/index.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Language } from '../../model/language.js';
import type { Silence } from '../../model/policy.js';

/** One file with what is told of it, and what its policy silences. */
export interface ExaminedFile {
  readonly name: string;
  /** Whether policies include it, so that it is no policy by itself. */
  readonly isPart: boolean;
  readonly told: readonly Diagnostic[];
  readonly silenced: readonly { readonly finding: Diagnostic; readonly silence: Silence }[];
}

/** A run of `check` over files. */
export interface CheckReport {
  readonly files: readonly ExaminedFile[];
  /** What was found about paths that led to no file. */
  readonly lost: readonly Diagnostic[];
  readonly language: Language;
  /** Name and version of the tool, such as `caijue 1.0.0`. */
  readonly engine: string;
  /** Whether warnings fail the run. */
  readonly denyWarnings: boolean;
  /** A short digest of a text, for fingerprints. */
  readonly digest: (text: string) => string;
  /** How many files witnesses were written to; absent where none were asked for. */
  readonly witnesses: number | undefined;
}

/** Everything that is told: of paths that led to no file, then of each file. */
export function toldIn({ lost, files }: CheckReport): readonly Diagnostic[] {
  return [...lost, ...files.flatMap(({ told }) => told)];
}

/** The files, with a file for each path that led to none. */
export function asFiles({ lost, files }: CheckReport): readonly ExaminedFile[] {
  const nowhere = lost.map((finding) => ({ name: finding.place.file, isPart: false, told: [finding], silenced: [] }));
  return [...nowhere, ...files];
}

/** Whether a finding is an error. */
export function isError({ code }: Diagnostic): boolean {
  return CODES[code].severity === 'error';
}

/** A stable name for a finding: its code and subject, where it has one, else its place. */
export function nameOf({ code, subject, place }: Diagnostic): string {
  const names = subject ? [subject.at, subject.part].filter((name) => name !== undefined) : [];
  const where = subject ? names.join(' / ') : `${String(place.line)}:${String(place.column)}`;
  return `${code} ${where}`.trim();
}

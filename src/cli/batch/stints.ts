// In: the files of a run. Out: pieces of work in the order of their names, as plain data: a few files each, or as many lines as come at once.
import type { Diagnostic } from '../../model/diagnostic.js';
import { belowOf, type FoundCases, type FoundFile } from '../find-cases.js';
import type { Host } from '../host.js';
import { countLines, faultsOfLines, holdsLines, linesOf, type NamedLines } from './judge-lines.js';
import type { Lines } from './lines.js';
import type { Publisher } from './publish.js';

/** A file to judge. */
export interface StintFile {
  readonly path: string;
  /** Why it is not to be read. */
  readonly faults: readonly Diagnostic[];
  /** The name of its report, where the run writes reports and the name is free. */
  readonly report?: string;
}

/** A piece of work; and how many files of the run are finished with it. */
export type Stint = { readonly upTo: number } & (
  | { readonly kind: 'files'; readonly files: readonly StintFile[] }
  | ({ readonly kind: 'lines' } & NamedLines)
  | { readonly kind: 'unread'; readonly name: string; readonly diagnostics: readonly Diagnostic[] }
);

/** How the work is cut. */
export interface Cut {
  /** How many files make a stint. */
  readonly size: number;
  /** Whether stints are kept while others are made. */
  readonly keeps: boolean;
  /** How many bytes of lines are read at once. What is made of few is forgotten before memory is cleared up. */
  readonly piece: number;
}

/** For this thread, which looks for signals between two stints; and for others, to whom sending one takes a while. */
export const HERE: Cut = { size: 32, keeps: false, piece: 1 << 16 };
export const SENT: Cut = { size: 128, keeps: true, piece: 1 << 19 };

/** Pieces of work. Whoever has counted the lines of one says so when asking for the next. */
export type Stints = AsyncGenerator<Stint, void, number | undefined>;

/** Cuts the work. `nameFor` gives the report of a file its name; it is asked in the order of the files. */
export async function* stintsOf({ files }: FoundCases, cut: Cut, host: Host, nameFor?: Publisher['nameFor']): Stints {
  let few: StintFile[] = [];
  for (const [i, file] of files.entries()) {
    const onLines = file.faults.length === 0 && holdsLines(file.path);
    if (!onLines) few.push(stintFile(file, nameFor));
    if (few.length === cut.size || (onLines && few.length > 0)) {
      yield { kind: 'files', files: few, upTo: onLines ? i : i + 1 };
      few = [];
    }
    if (onLines) yield* lineStints(file.path, cut, host, i);
  }
  if (few.length > 0) yield { kind: 'files', files: few, upTo: files.length };
}

function stintFile(file: FoundFile, nameFor?: Publisher['nameFor']): StintFile {
  const { path, faults } = file;
  const report = faults.length === 0 ? nameFor?.(belowOf(file), path) : undefined;
  return { path, faults, ...(report === undefined ? {} : { report }) };
}

async function* lineStints(given: string, { keeps, piece }: Cut, host: Host, upTo: number): Stints {
  const [name, path] = given === '-' ? ['<stdin>', ''] : [given, given];
  let first = 1;
  try {
    for await (const own of linesOf(given, piece, host)) {
      const lines = keeps ? copied(own) : own;
      const counted: number | undefined = yield { kind: 'lines', name, path, lines, first, upTo };
      first += counted ?? countLines(lines);
    }
  } catch (error) {
    yield { kind: 'unread', name, diagnostics: faultsOfLines(name, error), upTo: upTo + 1 };
  }
}

function copied(lines: Lines): Lines {
  return lines.kind === 'lines' ? { kind: 'lines', bytes: lines.bytes.slice() } : lines;
}

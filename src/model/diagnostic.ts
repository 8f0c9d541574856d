// In: what was found wrong, and where. Out: data that a reporter turns into words in either language.
import type { Code } from './codes/index.js';
import { placeOf, type Place, type Source, type Span } from './source.js';

/** How bad a finding is: an error refuses the file or the case, a warning does not. */
export type Severity = 'error' | 'warning';

/** A fact of a witness: its value as exact text, and for `choices` the options that hold. */
export interface WitnessFact {
  readonly name: string;
  readonly value: string;
  readonly options?: readonly string[];
}

/** A case that shows a finding, in the drafter's words. `free` facts may be anything; they are given some value. */
export interface WitnessFacts {
  readonly decisive: readonly WitnessFact[];
  readonly free: readonly WitnessFact[];
  /** The day whose law applies, where that matters. */
  readonly asOf?: string;
}

/**
 * What a finding of the checks is about, by names that stay when lines move: a fact, rule, outcome, parameter or provision
 * (none where it is the whole policy), and a condition, option or row in it.
 */
export interface Subject {
  readonly at?: string;
  readonly part?: string;
}

/** A place that a finding also concerns, and as what: the other outcome of a conflict, the provision that says otherwise. */
export interface Related {
  readonly as: 'other-outcome' | 'prevailing-outcome' | 'other-row' | 'provision' | 'silenced';
  readonly place: Place;
}

/** One finding. `words` fill the placeholders of the code's message and help; they are the user's own words. */
export interface Diagnostic {
  readonly code: Code;
  readonly place: Place;
  readonly words: Readonly<Record<string, string>>;
  readonly witness?: WitnessFacts;
  readonly subject?: Subject;
  readonly related?: readonly Related[];
}

/** A value, or the diagnostics that say why there is none; `diagnostics` may hold warnings beside a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Makes a diagnostic that points at a span of a source. */
export function diagnose(code: Code, source: Source, span: Span, words: Record<string, string> = {}): Diagnostic {
  return { code, place: placeOf(source, span), words };
}

/** Orders diagnostics by file, line, column and code, so that output never depends on the order of discovery. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (d: Diagnostic): [string, number, number, string] => [d.place.file, d.place.line, d.place.column, d.code];
  return [...diagnostics].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    const at = left.findIndex((part, i) => part !== right[i]);
    if (at < 0) return 0;
    return left[at]! < right[at]! ? -1 : 1;
  });
}

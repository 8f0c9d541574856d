// What the table of codes says of each code.
import type { Bilingual } from '../language.js';

/**
 * A code's severity, message and help. `{word}` is filled with the user's word, `{word:kind}` with its translation,
 * `{word?text}` gives the text only where the word is not empty, `{word!text}` only where it is.
 */
export interface CodeEntry {
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
  readonly help: Bilingual;
  /** Words to show where the code is explained; without them, each word is shown by its own name. */
  readonly sample?: Readonly<Record<string, string>>;
}

/**
 * What `caijue explain CODE` says of a code. `bad` and `good` are the smallest fragments that show the mistake and its
 * cure: YAML out of the code's fixtures, or a command line for what only a command can meet.
 */
export interface Explanation {
  readonly meaning: Bilingual;
  readonly consequence: Bilingual;
  readonly bad: string;
  readonly good: string;
}

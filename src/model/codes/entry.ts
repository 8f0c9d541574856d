// What the table of codes says of each code.
import type { Bilingual } from '../language.js';

/**
 * A code's severity, message and help. `{word}` is filled with the user's word, `{word:kind}` with its translation,
 * and `{word?text}` gives the text only where the word is not empty.
 */
export interface CodeEntry {
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
  readonly help: Bilingual;
}

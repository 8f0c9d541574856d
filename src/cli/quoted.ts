// In: a word of a command line. Out: the word as a POSIX shell reads it.

/** A word as it is, or in quotes where a shell would take it for something else. */
export function quoted(word: string): string {
  return /^[\w./\p{L}-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

// In: the name and text of a file that was read. Out: the places in it that messages and trails point to.

/** A stretch of a source text. Lines and columns count from 1, columns in code points; the end column is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A file as it was read: the name to show (a path as the user gave it), its lines, and the digest of its bytes. */
export interface Source {
  readonly name: string;
  readonly lines: readonly string[];
  /** `sha256:` and 64 hexadecimal digits, of the bytes as read. */
  readonly digest: string;
}

/** A span together with the file it lies in and the text of its first line, ready to be printed. */
export interface Place extends Span {
  readonly file: string;
  readonly text: string;
}

/** The place of a span in its source. */
export function placeOf(source: Source, span: Span): Place {
  return { file: source.name, text: source.lines[span.line - 1] ?? '', ...span };
}

/** The very start of a file, where a message about the file as a whole points. */
export const START: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** From the start of one span to the end of another. */
export function upTo(from: Span, to: Span): Span {
  return { line: from.line, column: from.column, endLine: to.endLine, endColumn: to.endColumn };
}

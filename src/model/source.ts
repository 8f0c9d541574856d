// In: the name and text of a file that was read. Out: the places in it that messages and trails point to.

/** A stretch of a source text. Lines and columns count from 1, columns in code points; the end column is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The included file that it lies in; absent in the file itself. */
  readonly source?: Source;
}

/** A file as it was read: the name to show (a path as the user gave it), its lines, and the digest of its bytes. */
export interface Source {
  readonly name: string;
  readonly lines: readonly string[];
  /** `sha256:` and 64 hexadecimal digits, of the bytes as read. */
  readonly digest: string;
  /** The path by which a policy includes it; absent on the policy itself. */
  readonly path?: string;
}

/** A span together with the file it lies in and the text of its first line, ready to be printed. */
export interface Place extends Omit<Span, 'source'> {
  readonly file: string;
  readonly text: string;
}

/** The place of a span: in its own source where it lies in an included file, else in the source given. */
export function placeOf(source: Source, { source: own = source, ...span }: Span): Place {
  return { file: own.name, text: own.lines[span.line - 1] ?? '', ...span };
}

/** A place in a policy in short, `id:line:column`; in an included file its path stands for the id. */
export function placeName(id: string, { source, line, column }: Span): string {
  return `${source?.path ?? id}:${String(line)}:${String(column)}`;
}

/** The very start of a file, where a message about the file as a whole points. */
export const START: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** From the start of one span to the end of another. */
export function upTo(from: Span, to: Span): Span {
  return { ...from, endLine: to.endLine, endColumn: to.endColumn };
}

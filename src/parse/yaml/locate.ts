// In: offsets in a text. Out: lines and columns in code points.
import type { LineCounter } from 'yaml';
import type { Span } from '../../model/source.js';

/** Turns a pair of offsets (UTF-16 units, end exclusive) into a span. */
export type Locate = (from: number, to: number) => Span;

/** Makes the locator of a text whose line starts a parser has counted. */
export function locator(text: string, lines: LineCounter): Locate {
  const point = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    const start = offset - col + 1;
    return { line: Math.max(line, 1), column: [...text.slice(Math.max(start, 0), offset)].length + 1 };
  };
  return (from, to) => {
    const [start, end] = [point(from), point(Math.max(from, to))];
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
}

// In: offsets in a text. Out: lines and columns in code points.
import type { LineCounter } from 'yaml';
import type { Span } from '../../model/source.js';

/** Turns a pair of offsets (UTF-16 units, end exclusive) into a span. */
export type Locate = (from: number, to: number) => Span;

/**
 * Makes the locator of a text whose line starts a parser has counted. Characters outside the basic plane take two units
 * and are listed once: counting them anew for every node would be quadratic in a file that is one long line.
 */
export function locator(text: string, lines: LineCounter): Locate {
  const wide = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index);
  const point = (offset: number): { line: number; column: number } => {
    const at = Math.min(offset, text.length);
    const { line, col } = lines.linePos(at);
    const pairs = countBelow(wide, at) - countBelow(wide, at - col + 1);
    return { line: Math.max(line, 1), column: Math.max(col, 1) - pairs };
  };
  return (from, to) => {
    const [start, end] = [point(from), point(Math.max(from, to))];
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
}

/** How many of the ascending numbers lie below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

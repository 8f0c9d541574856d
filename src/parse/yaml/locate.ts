// In: offsets in a text. Out: lines and columns in code points.
import type { Source, Span } from '../../model/source.js';

/** Turns a pair of offsets (UTF-16 units, end exclusive) into a span. */
export type Locate = (from: number, to: number) => Span;

/**
 * Makes the locator of a text, given the ascending offsets at which its lines start. Characters outside the basic plane take two units
 * and are listed once: counting them anew for every node would be quadratic in a file that is one long line. In an included
 * file every span carries its source.
 */
export function locator(text: string, lines: readonly number[], included?: Source): Locate {
  const wide = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index);
  const point = (offset: number): { line: number; column: number } => {
    const at = Math.min(offset, text.length);
    const line = countBelow(lines, at + 1);
    const start = lines[line - 1]!;
    return { line, column: at - start + 1 - (countBelow(wide, at) - countBelow(wide, start)) };
  };
  return (from, to) => {
    const [start, end] = [point(from), point(Math.max(from, to))];
    const span = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    return included ? { ...span, source: included } : span;
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

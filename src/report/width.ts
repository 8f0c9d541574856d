// In: a text. Out: the columns that a terminal gives it. The full measure of emoji clusters would cost a third of a start.
import { eastAsianWidth } from 'get-east-asian-width';

/** What takes no column of its own: marks upon the letter before, joiners and other signs that only direct. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

const PLAIN = /^[ -~]*$/u;

/** The width of a line: a Chinese character takes two columns, a combining mark none. */
export function widthOf(line: string): number {
  if (PLAIN.test(line)) return line.length;
  return [...line].reduce(
    (sum, sign) => sum + (WITHOUT_WIDTH.test(sign) ? 0 : eastAsianWidth(sign.codePointAt(0)!)),
    0,
  );
}

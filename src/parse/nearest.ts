// “Did you mean”: the known name nearest to what was written, if any is near enough.
import { distance } from 'fastest-levenshtein';

/** A longer word is no slip of the pen, and comparing it with every name would take as long as its writer likes. */
const LONGEST = 100;

/** Shorter words have too many neighbours: 中 is no slip for 重, and 王某 is not 黄某. */
const SHORTEST = 3;

/** Lower case and half width, as the same word may be written. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The nearest name, or an empty text where none is within a third of the length (at least one edit). */
export function nearest(name: string, known: Iterable<string>): string {
  let best = '';
  if (name.length > LONGEST) return best;
  const [length, plain] = [[...name].length, folded(name)];
  let least = Math.max(1, Math.floor(length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > 2 * least) continue;
    if (folded(candidate) === plain) return candidate;
    if (length < SHORTEST) continue;
    const away = isSwapped(name, candidate) ? 1 : distance(name, candidate);
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

/** Whether two neighbouring letters of a name are exchanged in another. */
function isSwapped(name: string, other: string): boolean {
  if (name.length !== other.length) return false;
  const at = [...name].findIndex((_, i) => name[i] !== other[i]);
  return at >= 0 && name.slice(0, at) + (name[at + 1] ?? '') + name[at]! + name.slice(at + 2) === other;
}

// “Did you mean”: the known name nearest to what was written, if any is near enough.
import { distance } from 'fastest-levenshtein';

/** The nearest name, or an empty text where none is within a third of the length (at least one edit). */
export function nearest(name: string, known: Iterable<string>): string {
  let best = '';
  let least = Math.max(1, Math.floor([...name].length / 3)) + 1;
  for (const candidate of known) {
    const away = distance(name, candidate);
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

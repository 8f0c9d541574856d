// In: the findings of a file. Out: for each a text that stays the same when lines move, so that a reader of two runs knows it again.
import type { Diagnostic } from '../../model/diagnostic.js';

/** Code and subject; where there is no subject, code, words and the line itself. What is alike is told apart by its order. */
export function fingerprints(findings: readonly Diagnostic[]): readonly string[] {
  const met = new Map<string, number>();
  return findings.map(({ code, subject, words, place }) => {
    const own = subject ? [subject.at ?? '', subject.part ?? ''] : [Object.values(words), place.text.trim()];
    const key = JSON.stringify([code, ...own]);
    const nth = (met.get(key) ?? 0) + 1;
    met.set(key, nth);
    return `${key} ${String(nth)}`;
  });
}

// check/cases-overlap: two rows of `cases` that apply to the same case.
import type { Checked, Finding } from '../context.js';
import { overlaps } from '../row-checks.js';

/** Rows of `cases` that overlap. */
export function casesOverlap(checked: Checked): Finding[] {
  return overlaps(checked, 'cases');
}

// check/cases-gap: a case that no row of `cases` covers.
import type { Checked, Finding } from '../context.js';
import { gaps } from '../row-checks.js';

/** Rules with `cases` that leave a case out. */
export function casesGap(checked: Checked): Finding[] {
  return gaps(checked, 'cases');
}

// check/table-overlap: two rows of tables that apply to the same case.
import type { Checked, Finding } from '../context.js';
import { overlaps } from '../row-checks.js';

/** Rows of tables that overlap. */
export function tableOverlap(checked: Checked): Finding[] {
  return overlaps(checked, 'table');
}

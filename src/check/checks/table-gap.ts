// check/table-gap: a case that no row of tables covers.
import type { Checked, Finding } from '../context.js';
import { gaps } from '../row-checks.js';

/** Rules with tables that leave a case out. */
export function tableGap(checked: Checked): Finding[] {
  return gaps(checked, 'table');
}

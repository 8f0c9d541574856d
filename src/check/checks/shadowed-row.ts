// check/shadowed-row: a row that never applies.
import { both, isFalse, isTrue, never, type Checked, type Finding } from '../context.js';
import { rowsOf, rulesWithRows } from '../row-checks.js';

/** A row whose condition is never met, or in a table with `hit: first` one whose cases the rows before it take. */
export function shadowedRow(checked: Checked): Finding[] {
  return rulesWithRows(checked).flatMap(({ rule: { name }, conclusion }) => {
    const rows = rowsOf(checked, conclusion);
    return rows.flatMap(({ node, at, number }, i): Finding[] => {
      const before = rows.slice(0, i).flatMap((row) => row.node ?? []);
      const rest =
        node === undefined ? rows.flatMap((row) => row.node ?? []) : conclusion.hit === 'first' ? before : [];
      const claim = both(
        checked,
        ...(node === undefined ? [] : [isTrue(checked, node)]),
        ...rest.map((other) => isFalse(checked, other)),
      );
      if (!never(checked, claim)) return [];
      const n = String(number);
      return [{ code: 'check/shadowed-row', subject: { at: name, part: n }, at, words: { name, n } }];
    });
  });
}

// check/conflict: two outcomes that stand in the same case, with nothing to say which prevails.
import { FALSE, KNOWN, type Cells } from '../../compile/cells.js';
import { terminal } from '../../diagram/store.js';
import { terminalsOf } from '../../diagram/walk.js';
import { claimed, type Checked, type Finding } from '../context.js';

/** Two outcomes that stand together; where a third is undefined, the case is in error and in no conflict. */
export function conflict(checked: Checked): Finding[] {
  const { table, store, answers } = checked.diagrams;
  const all = [...table.outcomes.values()].map(({ stands }) => stands);
  const answered = ({ state }: Cells): boolean => all.every((node) => state[node] === KNOWN || state[node] === FALSE);
  const outcomes = [...checked.policy.outcomes.values()];
  const standing = [...terminalsOf(store, answers.inSpace)].map((answer) => answers.standing(answer));
  return outcomes.flatMap((left, i) =>
    outcomes.slice(i + 1).flatMap((right) => {
      if (!standing.some((names) => names.includes(left.name) && names.includes(right.name))) return [];
      const nodes = [left, right].map(({ name }) => table.outcomes.get(name)!.stands);
      const claim = store.combine(`conflict:${left.name}|${right.name}`, [answers.inSpace], ([answer]) => {
        const names = answers.standing(answer!);
        return terminal(names.includes(left.name) && names.includes(right.name) ? 1 : 0);
      });
      const confirm = (cells: Cells): boolean => answered(cells) && nodes.every((node) => cells.state[node] === KNOWN);
      return claimed(
        checked,
        { claim, confirm },
        {
          code: 'check/conflict',
          subject: { at: right.name, part: left.name },
          at: right.at,
          words: { left: left.title, right: right.title },
          related: [{ as: 'other-outcome', at: left.at }],
        },
      );
    }),
  );
}

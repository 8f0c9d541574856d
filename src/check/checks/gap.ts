// check/gap: a case in which no outcome holds, the grey area between the lists.
import { FALSE, type Cells } from '../../compile/cells.js';
import { both, claimed, isFalse, type Checked, type Finding } from '../context.js';

/** A case in which no outcome holds. */
export function gap(checked: Checked): Finding[] {
  const { table } = checked.diagrams;
  const nodes = [...table.outcomes.values()].map(({ holds }) => holds);
  const claim = both(checked, ...nodes.map((node) => isFalse(checked, node)));
  const [first] = checked.policy.outcomes.values();
  const confirm = ({ state }: Cells): boolean => nodes.every((node) => state[node] === FALSE);
  return claimed(
    checked,
    { claim, confirm },
    {
      code: 'check/gap',
      subject: {},
      at: first!.at,
      words: {},
    },
  );
}

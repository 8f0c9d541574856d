// Checks of outcomes by proof: two that stand together, none that holds, one that never stands.
import { FALSE, KNOWN, type Cells } from '../compile/cells.js';
import { terminal } from '../diagram/store.js';
import { terminalsOf } from '../diagram/walk.js';
import { both, claimed, isFalse, isTrue, never, type Checked, type Finding } from './context.js';

/** Two outcomes that stand in the same case, with nothing to say which prevails; where a third is undefined, the case is in error. */
export function conflict(checked: Checked): Finding[] {
  const { table, store, answers } = checked.diagrams;
  const all = [...table.outcomes.values()].map(({ stands }) => stands);
  const answered = ({ state }: Cells): boolean => all.every((node) => state[node] === KNOWN || state[node] === FALSE);
  const outcomes = [...checked.policy.outcomes.values()];
  return outcomes.flatMap((left, i) =>
    outcomes.slice(i + 1).flatMap((right) => {
      const nodes = [left, right].map(({ name }) => table.outcomes.get(name)!.stands);
      const claim = store.combine(`conflict:${left.name}|${right.name}`, [answers.inSpace], ([answer]) => {
        const standing = answers.standing(answer!);
        return terminal(standing.includes(left.name) && standing.includes(right.name) ? 1 : 0);
      });
      const confirm = (cells: Cells): boolean => answered(cells) && nodes.every((node) => cells.state[node] === KNOWN);
      return claimed(checked, claim, confirm, {
        code: 'check/conflict',
        at: right.at,
        words: { left: left.title, right: right.title },
      });
    }),
  );
}

/** A case in which no outcome holds: the grey area between the lists. */
export function gap(checked: Checked): Finding[] {
  const { table } = checked.diagrams;
  const nodes = [...table.outcomes.values()].map(({ holds }) => holds);
  const claim = both(checked, ...nodes.map((node) => isFalse(checked, node)));
  const [first] = checked.policy.outcomes.values();
  return claimed(checked, claim, (cells) => nodes.every((node) => cells.state[node] === FALSE), {
    code: 'check/gap',
    at: first!.at,
    words: {},
  });
}

/** An outcome that stands in no case: its condition is never met, or another always prevails. */
export function unreachableOutcome(checked: Checked): Finding[] {
  const { table, store, answers } = checked.diagrams;
  const reached = new Set([...terminalsOf(store, answers.inSpace)].flatMap((answer) => answers.standing(answer)));
  return [...checked.policy.outcomes.values()].flatMap(({ name, title, at }) => {
    if (reached.has(name)) return [];
    const { holds, stands } = table.outcomes.get(name)!;
    const met = !never(checked, isTrue(checked, holds));
    const how = !met ? 'never-met' : never(checked, isTrue(checked, stands)) ? 'always-overridden' : 'never-answered';
    return [{ code: 'check/unreachable-outcome' as const, at, words: { name: title, how } }];
  });
}

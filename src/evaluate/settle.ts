// In: a party's values and the diagram of the policy. Out: the exact answer to whether the unknown facts still matter.
import { matters, NO_ANSWER, NO_CASE, restrict, within } from '../diagram/answers.js';
import type { Diagrams } from '../diagram/build.js';
import { slotsOf } from '../diagram/terms.js';
import { branchOf, supportOf, terminalsOf } from '../diagram/walk.js';
import type { Variable } from '../diagram/variables.js';
import { FALSE, KNOWN, quantityIn, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { Fraction } from '../model/quantity.js';
import { openFacts, type OpenFacts } from './open-facts.js';
import type { Standing } from './status.js';

/** Whether a case's completions can be told: without a day, what hangs on the day has none. */
export function canSettle({ variables, table }: Diagrams, cells: Cells): boolean {
  const onDay = variables.list.some(
    (variable) => variable.kind === 'form' && slotsOf(variable.form).includes(table.asOf),
  );
  return !onDay || cells.state[table.asOf] !== UNKNOWN;
}

/** What all completions agree on, and the unknown facts that can still change it; undefined where they do not say. */
export interface Settled extends OpenFacts {
  readonly stand: Standing | undefined;
}

/** Looks at every completion of the unknown facts at once. Forms that hang on a known and an unknown fact are taken as free. */
export function settle(diagrams: Diagrams, cells: Cells): Settled {
  const { store, table, variables, of, answers } = diagrams;
  const fixed = new Map<number, number>();
  variables.list.forEach((variable, i) => {
    const branch = knownBranch(variable, table, cells);
    if (branch !== undefined) fixed.set(i, branch);
  });
  let open = restrict(store, answers.inSpace, fixed);
  for (const [name, node] of table.applies) {
    const stated = table.slots.get(name)!.some((slot) => cells.state[slot] !== UNKNOWN);
    if (!stated) continue;
    const applies = store.combine('applies', [restrict(store, of[node]!, fixed)], ([a]) => -1 - (a === FALSE ? 0 : 1));
    open = within(store, open, applies);
  }
  const terminals = [...terminalsOf(store, open)].filter((index) => index !== NO_CASE);
  const [only] = terminals;
  const stand = terminals.length === 1 && only! > NO_ANSWER ? standingOf(answers.standing(only!)) : undefined;
  return { stand, ...stillOpen(diagrams, open, cells) };
}

function standingOf(standing: readonly string[]): Standing {
  const status = standing.length === 1 ? 'determined' : standing.length > 1 ? 'conflict' : 'gap';
  return { status, standing, open: [] };
}

/** The branch of a variable, if every slot that it hangs on is known. */
function knownBranch(variable: Variable, table: Table, cells: Cells): number | undefined {
  const slots = variable.kind === 'form' ? slotsOf(variable.form) : [variable.slot];
  if (slots.some((slot) => cells.state[slot] === UNKNOWN || cells.state[slot] === UNDEFINED)) return undefined;
  return branchOf(variable, {
    index: (slot) => (variable.kind === 'option' ? cells.number[slot]! : cells.state[slot] === KNOWN ? 1 : 0),
    value: (slot) => (table.days.has(slot) ? new Fraction(cells.number[slot]!) : quantityIn(cells, slot)),
  });
}

/** Among the unknown facts, those that can change the answer by themselves; where only several together can, all that it hangs on. */
function stillOpen({ store, table, variables }: Diagrams, open: number, cells: Cells): OpenFacts {
  const { missing, immaterial } = openFacts(table, cells);
  const unknown = [...table.slots.keys()].filter((name) => missing.includes(name) || immaterial.includes(name));
  const support = supportOf(store, open);
  const slotsIn = (wanted: (variable: number) => boolean): ReadonlySet<number> => {
    const chosen = [...support].filter(wanted).map((variable) => variables.list[variable]!);
    return new Set(chosen.flatMap((variable) => (variable.kind === 'form' ? slotsOf(variable.form) : [variable.slot])));
  };
  const deciding = slotsIn((variable) => matters(store, open, variable));
  const telling = deciding.size > 0 || terminalsOf(store, open).size === 1 ? deciding : slotsIn(() => true);
  const isMissing = (name: string): boolean => table.slots.get(name)!.some((slot) => telling.has(slot));
  return { missing: unknown.filter(isMissing), immaterial: unknown.filter((name) => !isMissing(name)) };
}

// In: the values of a party's nodes. Out: the inquiry into that party: what is still open when these are known.
import type { Diagrams } from '../diagram/build.js';
import { makeGround, openInquiry, type Ground, type Inquiry } from '../diagram/inquiry.js';
import type { Order } from '../diagram/plan.js';
import { slotsBehind, slotsOf } from '../diagram/terms.js';
import { branchOf } from '../diagram/walk.js';
import type { Variable } from '../diagram/variables.js';
import { KNOWN, quantityIn, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { Case } from '../model/case.js';
import { Fraction } from '../model/quantity.js';

/** Whether a case's completions can be told: without a day, what hangs on the day has none. */
export function canSettle({ variables, table }: Diagrams, cells: Cells): boolean {
  const onDay = variables.list.some(
    (variable) => variable.kind === 'form' && slotsBehind(variable.form).includes(table.asOf),
  );
  return !onDay || cells.state[table.asOf] !== UNKNOWN;
}

/** Opens the inquiry into a party; undefined where no completion of the unknown facts is a case. Facts set aside are not asked. */
export function inquire(ground: Ground, cells: Cells, aside: ReadonlySet<string> = new Set()): Inquiry | undefined {
  const { table, diagrams } = ground;
  const branches = new Map<number, number>();
  diagrams.variables.list.forEach((variable, i) => {
    const branch = knownBranch(variable, table, cells);
    if (branch !== undefined) branches.set(i, branch);
  });
  const known = [...table.slots].filter(([, slots]) => slots.every((slot) => cells.state[slot] !== UNKNOWN));
  return openInquiry(ground, { branches, facts: new Set(known.map(([name]) => name)), aside });
}

/** The ground for a case, where the policy has diagrams and the case can be completed. */
export function groundFor(diagrams: Diagrams | undefined, cells: Cells): Ground | undefined {
  return diagrams && canSettle(diagrams, cells) ? makeGround(diagrams) : undefined;
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

/** The order of questions in a case: groups stay together, and with several parties what concerns all of them comes first. */
export function orderFor({ parties }: Case, groups = true): Order {
  return { groups, caseFirst: parties.length > 1 };
}

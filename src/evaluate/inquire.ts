// In: the values of a party's nodes. Out: the inquiry into that party: what is still open when these are known.
import type { Diagrams } from '../diagram/build.js';
import { makeGround, openInquiry, type InquiryGround, type Inquiry } from '../diagram/inquiry.js';
import type { Order } from '../diagram/plan.js';
import { slotsBehind } from '../diagram/terms.js';
import type { Variable } from '../diagram/variables.js';
import { UNKNOWN, type Cells } from '../compile/cells.js';
import type { Case } from '../model/case.js';
import { branchReaders } from './branches.js';

const ON_DAY = new WeakMap<Diagrams, boolean>();

/** Whether what the policy says can hang on the day: the same for all cases. */
export function hangsOnDay(diagrams: Diagrams): boolean {
  const { variables, table } = diagrams;
  const isOnDay = (variable: Variable): boolean =>
    variable.kind === 'form' && slotsBehind(variable.form).includes(table.asOf);
  const onDay = ON_DAY.get(diagrams) ?? variables.list.some(isOnDay);
  ON_DAY.set(diagrams, onDay);
  return onDay;
}

/** Whether a case's completions can be told: without a day, what hangs on the day has none. */
export function canSettle(diagrams: Diagrams, cells: Cells): boolean {
  return cells.state[diagrams.table.asOf] !== UNKNOWN || !hangsOnDay(diagrams);
}

/** Opens the inquiry into a party; undefined where no completion of the unknown facts is a case. Facts set aside are not asked. */
export function inquire(
  ground: InquiryGround,
  cells: Cells,
  aside: ReadonlySet<string> = new Set(),
): Inquiry | undefined {
  const { table, diagrams } = ground;
  const branches = new Map<number, number>();
  branchReaders(diagrams).forEach((read, variable) => {
    const branch = read(cells);
    if (branch >= 0) branches.set(variable, branch);
  });
  const known = [...table.slots].filter(([, slots]) => slots.every((slot) => cells.state[slot] !== UNKNOWN));
  return openInquiry(ground, { branches, facts: new Set(known.map(([name]) => name)), aside });
}

/** The ground for a case, where the policy has diagrams and the case can be completed. */
export function groundFor(diagrams: Diagrams | undefined, cells: Cells): InquiryGround | undefined {
  return diagrams && canSettle(diagrams, cells) ? makeGround(diagrams) : undefined;
}

/** The order of questions in a case: groups stay together, and with several parties what concerns all of them comes first. */
export function orderFor({ parties }: Case, groups = true): Order {
  return { groups, caseFirst: parties.length > 1 };
}

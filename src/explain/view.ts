// In: a party's case and the policy's diagrams. Out: which branch each variable takes, and what is reached when some facts are let go.
import { NO_CASE, restrict } from '../diagram/answers.js';
import type { Diagrams } from '../diagram/build.js';
import { slotsOfVariable } from '../diagram/order.js';
import { terminal, terminalIndex, type Diagram, type Store } from '../diagram/store.js';
import { terminalsOf } from '../diagram/walk.js';
import { branchReaders } from '../evaluate/branches.js';
import { AS_OF, type PartyCase } from './trial.js';

/** A case seen through the diagrams of its policy. */
export interface View {
  readonly subject: PartyCase;
  readonly diagrams: Diagrams;
  /** The branch of each variable as the case stands; undefined where it hangs on an unknown fact. */
  readonly branches: readonly (number | undefined)[];
  /** The facts that each variable hangs on. */
  readonly facts: readonly (readonly string[])[];
}

/** Looks at a case through the diagrams. */
export function viewOf(subject: PartyCase, diagrams: Diagrams): View {
  const { table, cells } = subject;
  const names = new Map([...table.slots].flatMap(([name, slots]) => slots.map((slot) => [slot, name] as const)));
  const facts = diagrams.variables.list.map((variable) => [
    ...new Set(slotsOfVariable(variable).map((slot) => names.get(slot) ?? AS_OF)),
  ]);
  const branches = branchReaders(diagrams).map((read) => {
    const branch = read(cells);
    return branch < 0 ? undefined : branch;
  });
  return { subject, diagrams, branches, facts };
}

/** The branches that stay fixed when some facts are let go. */
function fixedWithout({ branches, facts }: View, free: ReadonlySet<string>): Map<number, number> {
  const fixed = new Map<number, number>();
  branches.forEach((branch, variable) => {
    if (branch !== undefined && !facts[variable]!.some((name) => free.has(name))) fixed.set(variable, branch);
  });
  return fixed;
}

/** Whether some values of the free facts settle the case for an answer, whatever the facts are that stay unknown. */
export function canReach(view: View, answer: number, free: ReadonlySet<string>): boolean {
  const { store, answers } = view.diagrams;
  const fixed = fixedWithout(view, free);
  if (!leadsTo(store, answers.inSpace, fixed, answer)) return false;
  const isOpen = (variable: number): boolean => !view.facts[variable]!.some((name) => free.has(name));
  const open = restrict(store, answers.inSpace, fixed);
  const marks = store.combine(`for${String(answer)}`, [open], ([own]) =>
    terminal(own === NO_CASE ? NOTHING : own === answer ? YES : NO),
  );
  return terminalsOf(store, always(store, marks, isOpen)).has(YES);
}

/** What holds of the answers under a variable: another one, this one, or that there is no case. */
const [NO, YES, NOTHING] = [0, 1, 2];

/** Whether any case with these branches comes to an answer: looked for without building anything. */
function leadsTo(store: Store, diagram: Diagram, fixed: ReadonlyMap<number, number>, answer: number): boolean {
  const seen = new Set<Diagram>();
  const seek = (node: Diagram): boolean => {
    if (node < 0) return terminalIndex(node) === answer;
    if (seen.has(node)) return false;
    seen.add(node);
    const top = store.top(node);
    const branch = fixed.get(top);
    if (branch !== undefined) return seek(store.cofactor(node, top, branch));
    for (let i = 0; i < store.arity[top]!; i++) if (seek(store.cofactor(node, top, i))) return true;
    return false;
  };
  return seek(diagram);
}

/** A diagram without the variables that are open: YES where every way of filling them that leaves a case says so. */
function always(store: Store, diagram: Diagram, isOpen: (variable: number) => boolean): Diagram {
  const memo = new Map<Diagram, Diagram>();
  const go = (node: Diagram): Diagram => {
    if (node < 0) return node;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const top = store.top(node);
    const kids = Array.from({ length: store.arity[top]! }, (_, i) => go(store.cofactor(node, top, i)));
    const result = isOpen(top) ? kids.reduce((a, b) => alike(store, a, b)) : store.node(top, kids);
    memo.set(node, result);
    return result;
  };
  return go(diagram);
}

function alike(store: Store, one: Diagram, other: Diagram): Diagram {
  return store.combine(
    'alike',
    [one, other],
    ([a, b]) => terminal(a === NO || b === NO ? NO : a === NOTHING ? b! : a!),
    (a, b) => (a === terminal(NO) || b === terminal(NO) ? terminal(NO) : a === b ? a : undefined),
  );
}

// Following one complete case through diagrams, and asking what a diagram leads to and hangs on.
import type { Diagrams } from './build.js';
import { terminalIndex, type Diagram, type Store } from './store.js';
import { valueOfTerm, type ValueAt } from './terms.js';
import type { Variable } from './variables.js';

/** What a complete case says of slots: truths and option indices as numbers, numbers and dates exactly. */
export interface SlotValues {
  readonly index: (slot: number) => number;
  readonly value: ValueAt;
}

/** The branch that a complete case takes at a variable; undefined where its value is undefined or lies in no region. */
export function branchOf(variable: Variable, values: SlotValues): number | undefined {
  if (variable.kind !== 'form') return values.index(variable.slot);
  const value = valueOfTerm(variable.form, values.value);
  const at = variable.regions.findIndex(({ from, to, position }) =>
    value === undefined || position < 0
      ? value === undefined && position < 0
      : position % 2 === 1
        ? value.equals(from!)
        : (!from || value.compare(from) > 0) && (!to || value.compare(to) < 0),
  );
  return at < 0 ? undefined : at;
}

/** The terminal that a diagram has for a complete case; undefined where the case takes no branch. */
export function follow({ store, variables }: Diagrams, diagram: Diagram, values: SlotValues): number | undefined {
  let at = diagram;
  while (at >= 0) {
    const top = store.top(at);
    const branch = branchOf(variables.list[top]!, values);
    if (branch === undefined) return undefined;
    at = store.cofactor(at, top, branch);
  }
  return terminalIndex(at);
}

/** The terminals that a diagram can come to. */
export function terminalsOf(store: Store, diagram: Diagram): ReadonlySet<number> {
  const found = new Set<number>();
  for (const node of reachable(store, diagram)) if (node < 0) found.add(terminalIndex(node));
  return found;
}

/** The variables that a diagram looks at. */
export function supportOf(store: Store, diagram: Diagram): ReadonlySet<number> {
  return new Set(nodesOf(store, diagram).map((node) => store.top(node)));
}

/** The nodes of a diagram, without terminals. */
export function nodesOf(store: Store, diagram: Diagram): readonly Diagram[] {
  return [...reachable(store, diagram)].filter((node) => node >= 0);
}

function reachable(store: Store, diagram: Diagram): ReadonlySet<Diagram> {
  const seen = new Set([diagram]);
  const todo = [diagram];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (node < 0) continue;
    const top = store.top(node);
    for (let i = 0; i < store.arity[top]!; i++) {
      const kid = store.cofactor(node, top, i);
      if (!seen.has(kid)) {
        seen.add(kid);
        todo.push(kid);
      }
    }
  }
  return seen;
}

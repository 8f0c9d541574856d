// Whether some complete case brings two diagrams to terminals of a kind. Nothing is built for it, and the first such case ends the search.
import { makeMemo, NONE, recall, remember } from './memo.js';
import { terminalIndex, type Diagram, type Store } from './store.js';

/** What is looked for in two diagrams at once. */
export interface Wanted {
  /** Whether two terminals are what is looked for. */
  readonly found: (a: number, b: number) => boolean;
  /** Whether two diagrams cannot lead to it; asked at every step. */
  readonly hopeless?: (a: Diagram, b: Diagram) => boolean;
}

/** Whether some complete case brings both diagrams to terminals that are looked for. */
export function exists(store: Store, a: Diagram, b: Diagram, wanted: Wanted): boolean {
  return seeker(store, wanted)(a, b);
}

/** The same for many pairs of diagrams, none of which is looked into twice. */
export function seeker(store: Store, { found, hopeless }: Wanted): (a: Diagram, b: Diagram) => boolean {
  const without = makeMemo();
  const seek = (a: Diagram, b: Diagram): boolean => {
    if (a < 0 && b < 0) return found(terminalIndex(a), terminalIndex(b));
    if (hopeless?.(a, b) || recall(without, a, b, 0) !== NONE) return false;
    const at = Math.min(store.top(a), store.top(b));
    for (let i = 0; i < store.arity[at]!; i++) {
      if (seek(store.cofactor(a, at, i), store.cofactor(b, at, i))) return true;
    }
    remember(without, a, b, 0, 0);
    return false;
  };
  return seek;
}

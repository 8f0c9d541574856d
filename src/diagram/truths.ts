// The truth operations over all complete cases, on true, false and undefined, as ARCHITECTURE.md has them.
import { Op } from '../compile/table.js';
import { terminal, type Diagram, type Store } from './store.js';

/** Terminals of truths. Terminals from 3 on are terms: the value of the node there. */
export const FALSE = 0;
export const TRUE = 1;
export const UNDEFINED = 2;

/** A truth operation on diagrams; `n` is the number that `at_least` asks for. */
export function truthDiagram(store: Store, op: Op, kids: readonly Diagram[], n: number): Diagram {
  const negate = (kid: Diagram): Diagram =>
    store.combine('not', [kid], ([a]) => terminal(a === TRUE ? FALSE : a === FALSE ? TRUE : a!));
  if (op === Op.Not) return negate(kids[0]!);
  if (op === Op.AtLeast) return atLeast(store, kids, n);
  const all = (a: Diagram, b: Diagram): Diagram =>
    store.combine('and', a < b ? [a, b] : [b, a], ([x, y]) =>
      terminal(x === FALSE || y === FALSE ? FALSE : Math.max(x!, y!)),
    );
  const any = (a: Diagram, b: Diagram): Diagram =>
    store.combine('or', a < b ? [a, b] : [b, a], ([x, y]) =>
      terminal(x === TRUE || y === TRUE ? TRUE : x === UNDEFINED ? x : y!),
    );
  if (op === Op.And) return kids.reduce(all, terminal(TRUE));
  const some = kids.reduce(any, terminal(FALSE));
  return op === Op.None ? negate(some) : some;
}

/** Counts true and undefined parts on the way down; the count of undefined ones only matters where it decides. */
function atLeast(store: Store, kids: readonly Diagram[], n: number): Diagram {
  const size = kids.length + 1;
  const counted = kids.reduce(
    (sum, kid) =>
      store.combine('tally', [sum, kid], ([count, truth]) =>
        terminal(count! + (truth === TRUE ? 1 : truth === UNDEFINED ? 1000 : 0)),
      ),
    terminal(0),
  );
  return store.combine(`atleast${String(n)}/${String(size)}`, [counted], ([count]) => {
    const yes = count! % 1000;
    const open = Math.floor(count! / 1000);
    return terminal(yes >= n ? TRUE : yes + open < n ? FALSE : UNDEFINED);
  });
}

/** A fact with `applies_when`: operands are the condition, the value as stated, and the value otherwise. */
export function gate(store: Store, kids: readonly Diagram[]): Diagram {
  return store.combine('gate', kids, ([condition, stated, otherwise]) =>
    terminal(condition === UNDEFINED ? UNDEFINED : condition === TRUE ? stated! : otherwise!),
  );
}

/** One diagram or another, by a truth. */
export function either(store: Store, condition: Diagram, yes: Diagram, no: Diagram): Diagram {
  return gate(store, [condition, yes, no]);
}

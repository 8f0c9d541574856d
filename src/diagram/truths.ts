// The truth operations over all complete cases, on true, false and undefined, as ARCHITECTURE.md has them.
import { Op } from '../compile/table.js';
import { terminal, type Combine, type Diagram, type Store } from './store.js';

/** Where diagrams of truths end. Terminals from 3 on are terms: the value of the node there. */
export const FALSE_END = 0;
export const TRUE_END = 1;
export const UNDEFINED_END = 2;

const [NO, YES] = [terminal(FALSE_END), terminal(TRUE_END)];

/** A truth operation on diagrams; `n` is the number that `at_least` asks for. */
export function truthDiagram(store: Store, op: Op, kids: readonly Diagram[], n: number): Diagram {
  if (op === Op.Not) return negated(store, kids[0]!);
  if (op === Op.AtLeast) return atLeast(store, kids, n);
  if (op === Op.And) return kids.reduce((a, b) => all(store, a, b), YES);
  const some = kids.reduce((a, b) => any(store, a, b), NO);
  return op === Op.None ? negated(store, some) : some;
}

function negated(store: Store, kid: Diagram): Diagram {
  return store.combine('not', [kid], ([a]) => terminal(a === TRUE_END ? FALSE_END : a === FALSE_END ? TRUE_END : a!));
}

function all(store: Store, one: Diagram, other: Diagram): Diagram {
  const how: Combine = ([x, y]) => terminal(x === FALSE_END || y === FALSE_END ? FALSE_END : Math.max(x!, y!));
  return store.combine('and', one < other ? [one, other] : [other, one], how, (a, b) =>
    a === NO || b === NO ? NO : a === YES || a === b ? b : b === YES ? a : undefined,
  );
}

function any(store: Store, one: Diagram, other: Diagram): Diagram {
  const how: Combine = ([x, y]) => terminal(x === TRUE_END || y === TRUE_END ? TRUE_END : x === UNDEFINED_END ? x : y!);
  return store.combine('or', one < other ? [one, other] : [other, one], how, (a, b) =>
    a === YES || b === YES ? YES : a === NO || a === b ? b : b === NO ? a : undefined,
  );
}

/**
 * Counts the parts one after the other, true ones up to n and undefined ones up to what could matter, and stops where the result is
 * certain: a count is a terminal from 3 on, a result one of the truths.
 */
function atLeast(store: Store, kids: readonly Diagram[], n: number): Diagram {
  const width = n + 1;
  return kids.reduce(
    (sum, kid, i) => {
      const left = kids.length - i - 1;
      const how: Combine = ([count, truth]) => {
        if (count! < 3) return terminal(count!);
        const yes = ((count! - 3) % width) + (truth === TRUE_END ? 1 : 0);
        const open = Math.floor((count! - 3) / width) + (truth === UNDEFINED_END ? 1 : 0);
        if (yes >= n) return YES;
        if (yes + open + left < n) return NO;
        return left > 0 ? terminal(3 + yes + width * open) : terminal(UNDEFINED_END);
      };
      return store.combine(`tally${String(n)}:${String(left)}`, [sum, kid], how, (a) =>
        a === YES || a === NO ? a : undefined,
      );
    },
    startOfCount(kids.length, n),
  );
}

function startOfCount(parts: number, n: number): Diagram {
  return n <= 0 ? YES : parts < n ? NO : terminal(3);
}

/** A fact with `applies_when`: operands are the condition, the value as stated, and the value otherwise. */
export function gate(store: Store, kids: readonly Diagram[]): Diagram {
  const how: Combine = ([condition, stated, otherwise]) =>
    terminal(condition === UNDEFINED_END ? UNDEFINED_END : condition === TRUE_END ? stated! : otherwise!);
  return store.combine('gate', kids, how, (condition, stated, otherwise) =>
    condition === YES ? stated : condition === NO ? otherwise : undefined,
  );
}

/** One diagram or another, by a truth. */
export function either(store: Store, condition: Diagram, yes: Diagram, no: Diagram): Diagram {
  return gate(store, [condition, yes, no]);
}

// `cases` and tables over all complete cases: the one row that applies, told apart from none and several.
import { Op } from '../compile/table.js';
import type { Building } from './node-diagrams.js';
import { terminal, type Diagram, type Store } from './store.js';
import { FALSE_END, TRUE_END, UNDEFINED_END } from './truths.js';

/** The diagram of a row node. `kids` are conditions and values in turn; `fallback` is the row without a condition, or -1. */
export function rowDiagram({ store }: Building, op: Op, kids: readonly Diagram[], fallback: number): Diagram {
  const rows = kids.flatMap((condition, i) => (i % 2 === 0 ? [{ condition, value: kids[i + 1]! }] : []));
  if (op === Op.FirstRow) {
    return rows.reduceRight(
      (rest, { condition, value }) => firstOf(store, condition, value, rest),
      terminal(UNDEFINED_END),
    );
  }
  const own = rows.filter((_, i) => i !== fallback);
  const met = own.reduce((sum, { condition, value }) => meet(store, sum, condition, value), terminal(NONE));
  const otherwise = fallback < 0 ? terminal(UNDEFINED_END) : rows[fallback]!.value;
  return store.combine(
    'met',
    [met, otherwise],
    ([state, value]) => {
      if (state === NONE) return terminal(value!);
      if (state === BAD) return terminal(UNDEFINED_END);
      const { known, doubtful } = unpack(state!);
      return terminal(!doubtful || known === value ? known : UNDEFINED_END);
    },
    (state, value) =>
      state === terminal(NONE) ? value : state === terminal(BAD) ? terminal(UNDEFINED_END) : undefined,
  );
}

/** A row whose condition is undefined gives its value only where the rows after it give the same. */
function firstOf(store: Store, condition: Diagram, value: Diagram, rest: Diagram): Diagram {
  return store.combine(
    'first',
    [condition, value, rest],
    ([truth, own, after]) => {
      if (truth === FALSE_END) return terminal(after!);
      return terminal(truth === TRUE_END || own === after ? own! : UNDEFINED_END);
    },
    (truth, own, after) =>
      truth === terminal(FALSE_END) ? after : truth === terminal(TRUE_END) || own === after ? own : undefined,
  );
}

/** What the rows met so far come to: none; several; or one, for sure (even numbers) or doubtfully (odd). */
const NONE = 0;
const BAD = 1;

function pack(value: number, doubtful: boolean): number {
  return 2 + 2 * value + (doubtful ? 1 : 0);
}

function unpack(state: number): { known: number; doubtful: boolean } {
  return { known: Math.floor((state - 2) / 2), doubtful: state % 2 === 1 };
}

function meet(store: Store, sum: Diagram, condition: Diagram, value: Diagram): Diagram {
  return store.combine(
    'meet',
    [sum, condition, value],
    ([state, truth, own]) => {
      if (truth === FALSE_END) return terminal(state!);
      return terminal(state === NONE ? pack(own!, truth === UNDEFINED_END) : BAD);
    },
    (state, truth) => (truth === terminal(FALSE_END) || state === terminal(BAD) ? state : undefined),
  );
}

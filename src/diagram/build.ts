// In: the flat table of a policy. Out: for every node the diagram of its value over all complete cases, in the best order found.
import { decidingPart, Op, type Table } from '../compile/table.js';
import { answersOf, type Answers } from './answers.js';
import { nodeDiagram, type Building } from './node-diagrams.js';
import { ordersOf, slotsOfVariable } from './order.js';
import type { Followed } from './possible.js';
import { makeStore, terminal, type Diagram, type Store } from './store.js';
import { FALSE_END, TRUE_END, truthDiagram, UNDEFINED_END } from './truths.js';
import type { Term } from './terms.js';
import { findVariables, reordered, type Variables } from './variables.js';

/** All complete cases of a policy at once. */
export interface Diagrams {
  readonly table: Table;
  readonly store: Store;
  readonly variables: Variables;
  /** The diagram of each node of the table. */
  readonly of: readonly Diagram[];
  /** What the nodes that are kept whole come to. */
  readonly within: ReadonlyMap<number, Diagram>;
  /** The term of a terminal from 3 on. */
  readonly termOf: (index: number) => Term;
  readonly intern: (term: Term) => Diagram;
  /** TRUE where a case can be: nothing impossible is stated, and every parameter has a value on its day. */
  readonly space: Diagram;
  readonly answers: Answers;
}

/** Why there are no diagrams: too many nodes, and the fact that most of them look at. */
export interface NoDiagrams {
  readonly tooLarge: number;
  readonly fact?: string;
}

/** How many nodes a diagram may have before the tool says that the policy is too large. */
export const LIMIT = 1_500_000;

/** Diagrams of so few nodes are not worth another order. */
const SMALL = 4000;

/** How much larger the next attempts may become where no order kept the diagrams within the last bound. */
const STEP = 8;

/** Builds the diagrams of all that decides in a policy, in the order of variables that keeps them smallest among those tried. */
export function buildDiagrams(whole: Table, limit = LIMIT, most?: Followed): Diagrams | NoDiagrams {
  const table = decidingPart(whole);
  const variables = findVariables(table, most);
  const first = built(table, variables, Math.min(limit, SMALL));
  if (!isFailed(first)) return grown(first, limit);
  if (limit <= SMALL) return first;
  let orders = ordersOf(table, variables);
  for (let bound = SMALL * STEP; ; bound *= STEP) {
    const most = Math.min(bound, limit);
    const { best, failed } = smallest(
      table,
      orders.map((order) => reordered(variables, order)),
      most,
    );
    if (best) return grown(best, limit);
    const furthest = [...orders.keys()].sort((a, b) => failed[b]!.reached - failed[a]!.reached || a - b);
    if (most === limit) return failed[furthest[0]!]!;
    orders = furthest.slice(0, most * STEP < limit ? 2 : 1).map((i) => orders[i]!);
  }
}

/** An attempt that became too large, and how many nodes of the table it had come to. */
interface Failed extends NoDiagrams {
  readonly reached: number;
}

function isFailed(tried: Diagrams | Failed): tried is Failed {
  return 'tooLarge' in tried;
}

/** The smallest diagrams within a bound, or how far each order came. */
function smallest(
  table: Table,
  orders: readonly Variables[],
  bound: number,
): { readonly best?: Diagrams; readonly failed: readonly Failed[] } {
  let best: Diagrams | undefined;
  const failed: Failed[] = [];
  for (const variables of orders) {
    const tried = built(table, variables, best ? best.store.size() : bound);
    if (isFailed(tried)) failed.push(tried);
    else best = tried;
  }
  return { ...(best ? { best } : {}), failed };
}

/** What is asked of diagrams builds more of them, up to the same limit. */
function grown(diagrams: Diagrams, limit: number): Diagrams {
  diagrams.store.allow(limit);
  return diagrams;
}

function built(table: Table, variables: Variables, limit: number): Diagrams | Failed {
  const arity = variables.list.map((variable) =>
    variable.kind === 'truth' ? 2 : variable.kind === 'option' ? variable.options.length : variable.regions.length,
  );
  const store = makeStore(arity, limit);
  const building: Building = { table, store, variables, of: [], within: new Map(), ...termTable() };
  for (let node = 0; node < table.size && !store.full(); node++) building.of.push(nodeDiagram(building, node));
  const failed = (): Failed => ({ tooLarge: limit, fact: busiestFact(building), reached: building.of.length });
  if (store.full()) return failed();
  const space = spaceOf(building);
  const answers = answersOf(store, table, building.of, space);
  if (store.full()) return failed();
  return { ...building, space, answers };
}

/** The fact that most nodes look at. */
export function busiestFact({ table, store, variables }: Pick<Diagrams, 'table' | 'store' | 'variables'>): string {
  const counts = new Map<number, number>();
  for (let node = 0; node < store.size(); node++) {
    const variable = store.top(node);
    counts.set(variable, (counts.get(variable) ?? 0) + 1);
  }
  const [busiest] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  const own = variables.list[busiest];
  const slots = own ? slotsOfVariable(own) : [];
  return [...table.slots].find(([, each]) => each.some((slot) => slots.includes(slot)))?.[0] ?? 'as_of';
}

function termTable(): Pick<Building, 'intern' | 'termOf'> {
  const terms: Term[] = [];
  const known = new Map<string, number>();
  return {
    intern: (term) => {
      const index = known.get(term.key) ?? terms.push(term) - 1;
      known.set(term.key, index);
      return terminal(index + 3);
    },
    termOf: (index) => terms[index - 3]!,
  };
}

function spaceOf({ table, store, of }: Building): Diagram {
  const parameters = [...table.parameters.values()].map((node) =>
    store.combine('defined', [of[node]!], ([value]) => terminal(value === UNDEFINED_END ? FALSE_END : TRUE_END)),
  );
  const allowed = table.impossible.map((node) =>
    store.combine('isnt', [of[node]!], ([value]) => terminal(value === TRUE_END ? FALSE_END : TRUE_END)),
  );
  return truthDiagram(store, Op.And, [...parameters, ...allowed], 0);
}

// In: a diagram of answers. Out: which variables can change an answer, and how likely they do: what a question about them is worth.
import { NO_CASE } from './answers.js';
import { terminal, type Diagram, type Store } from './store.js';

/** What is known of the diagrams of one store, remembered while the store lives. */
export interface Swing {
  /** The nodes of a diagram, each before those that it leads to. */
  readonly nodes: (diagram: Diagram) => readonly Diagram[];
  /** The share of what a diagram is told of that is a case at all; every branch of a variable is as likely as any other. */
  readonly mass: (diagram: Diagram) => number;
  /** The variables that can change an answer while everything else stays: two branches that are cases, with different answers. */
  readonly mattering: (diagram: Diagram) => ReadonlySet<number>;
  /** For each variable the chance that drawing it anew, and nothing else, changes the answer. */
  readonly swings: (diagram: Diagram) => ReadonlyMap<number, number>;
}

const NONE = terminal(NO_CASE);

/** Opens the memory for a store. */
export function makeSwing(store: Store): Swing {
  const nodes = remembered((diagram) => nodesOf(store, diagram));
  const [differ, chance] = [makeDiffer(store), makeChance(store)];
  return {
    nodes,
    mass: makeMass(store),
    mattering: remembered((diagram) => matteringOf(store, nodes(diagram), differ)),
    swings: remembered((diagram) => swingsOf(store, nodes(diagram), chance)),
  };
}

function remembered<T>(compute: (diagram: Diagram) => T): (diagram: Diagram) => T {
  const memo = new Map<Diagram, T>();
  return (diagram) => {
    const known = memo.get(diagram);
    if (known !== undefined) return known;
    const result = compute(diagram);
    memo.set(diagram, result);
    return result;
  };
}

/** The branches of a node. */
function branchesOf(store: Store, node: Diagram): readonly Diagram[] {
  const top = store.top(node);
  return Array.from({ length: store.arity[top]! }, (_, i) => store.cofactor(node, top, i));
}

function nodesOf(store: Store, diagram: Diagram): readonly Diagram[] {
  const seen = new Set(diagram < 0 ? [] : [diagram]);
  for (const node of seen) for (const kid of branchesOf(store, node)) if (kid >= 0) seen.add(kid);
  return [...seen].sort((a, b) => store.top(a) - store.top(b));
}

function makeMass(store: Store): (diagram: Diagram) => number {
  const mass = remembered((diagram): number => {
    if (diagram < 0) return diagram === NONE ? 0 : 1;
    const branches = branchesOf(store, diagram);
    return branches.reduce((sum, kid) => sum + mass(kid), 0) / branches.length;
  });
  return mass;
}

/** One number for a pair, whichever comes first; stores hold far fewer nodes, and answers, than this leaves room for. */
function pairKey(a: Diagram, b: Diagram): number {
  const room = 2 ** 22;
  return (Math.min(a, b) + room) * 2 ** 24 + Math.max(a, b) + room;
}

/** Whether two diagrams have different answers somewhere where both are cases. */
function makeDiffer(store: Store): (a: Diagram, b: Diagram) => boolean {
  const memo = new Map<number, boolean>();
  const differ = (a: Diagram, b: Diagram): boolean => {
    if (a === b || a === NONE || b === NONE) return false;
    if (a < 0 && b < 0) return true;
    const key = pairKey(a, b);
    const known = memo.get(key);
    if (known !== undefined) return known;
    const top = Math.min(store.top(a), store.top(b));
    let found = false;
    for (let i = 0; i < store.arity[top]! && !found; i++) {
      found = differ(store.cofactor(a, top, i), store.cofactor(b, top, i));
    }
    memo.set(key, found);
    return found;
  };
  return differ;
}

/** How many pairs are compared for one store. Past it a pair counts as different, which touches the order of questions and no answer. */
const PAIRS = 300_000;

/** The chance that two diagrams have different answers and both are cases. */
function makeChance(store: Store): (a: Diagram, b: Diagram) => number {
  const memo = new Map<number, number>();
  const chance = (a: Diagram, b: Diagram): number => {
    if (a === b || a === NONE || b === NONE) return 0;
    if (a < 0 && b < 0) return 1;
    const key = pairKey(a, b);
    const known = memo.get(key);
    if (known !== undefined) return known;
    if (memo.size >= PAIRS) return 1;
    const top = Math.min(store.top(a), store.top(b));
    const count = store.arity[top]!;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += chance(store.cofactor(a, top, i), store.cofactor(b, top, i));
    memo.set(key, sum / count);
    return sum / count;
  };
  return chance;
}

function matteringOf(
  store: Store,
  nodes: readonly Diagram[],
  differ: (a: Diagram, b: Diagram) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const node of nodes) {
    const top = store.top(node);
    if (found.has(top)) continue;
    const branches = branchesOf(store, node);
    if (branches.some((one, i) => branches.slice(i + 1).some((other) => differ(one, other)))) found.add(top);
  }
  return found;
}

function swingsOf(
  store: Store,
  nodes: readonly Diagram[],
  chance: (a: Diagram, b: Diagram) => number,
): ReadonlyMap<number, number> {
  const reached = new Map<Diagram, number>(nodes.slice(0, 1).map((root) => [root, 1]));
  const swings = new Map<number, number>();
  for (const node of nodes) {
    const top = store.top(node);
    const here = reached.get(node)!;
    const branches = branchesOf(store, node);
    let own = 0;
    branches.forEach((one, i) => {
      reached.set(one, (reached.get(one) ?? 0) + here / branches.length);
      for (const other of branches.slice(i + 1)) own += 2 * chance(one, other);
    });
    swings.set(top, (swings.get(top) ?? 0) + (here * own) / branches.length ** 2);
  }
  return swings;
}

/** Whether some variables together can change the answer while all others stay. */
export function swayedBy(store: Store, answers: Diagram, together: ReadonlySet<number>): boolean {
  const memo = new Map<number, boolean>();
  const apart = (a: Diagram, b: Diagram): boolean => {
    if (a === NONE || b === NONE) return false;
    if (a < 0 && b < 0) return a !== b;
    const key = pairKey(a, b);
    const known = memo.get(key);
    if (known !== undefined) return known;
    const top = Math.min(store.top(a), store.top(b));
    const all = Array.from({ length: store.arity[top]! }, (_, i) => i);
    const found = all.some((i) =>
      (together.has(top) ? all : [i]).some((j) => apart(store.cofactor(a, top, i), store.cofactor(b, top, j))),
    );
    memo.set(key, found);
    return found;
  };
  return apart(answers, answers);
}

// Ordered, reduced, many-valued decision diagrams. Equal functions are equal numbers, so every comparison is one.
import { before, makeMemo, NONE, recall, remember, type Memo } from './memo.js';
import { cofactorOf, makeNodes, NEVER, nodeOf, topOf, truncate, type Nodes } from './nodes.js';

/** A diagram: a terminal if negative (terminal t is -1 - t), else a node of the store. */
export type Diagram = number;

/** The diagram that is one terminal everywhere. */
export function terminal(index: number): Diagram {
  return -1 - index;
}

/** The index of a terminal. */
export function terminalIndex(diagram: Diagram): number {
  return -1 - diagram;
}

/** What a terminal-wise operation does with the terminals that it meets; it may itself give a diagram. */
export type Combine = (terminals: readonly number[]) => Diagram;

/** What an operation can tell of whole diagrams before it looks into them: its result, or undefined. Absent operands are terminal 0. */
export type Early = (a: Diagram, b: Diagram, c: Diagram) => Diagram | undefined;

/** A store of nodes over variables 0, 1, … of given arities, in that order from the top. */
export interface Store {
  readonly arity: readonly number[];
  readonly size: () => number;
  /** Whether the limit was reached: what was built since means nothing. */
  readonly full: () => boolean;
  /** Lets the store grow to another limit. */
  readonly allow: (limit: number) => void;
  /** Forgets the diagrams that were built since the store had this size, if they are many, and says whether it did. */
  readonly forget: (size: number) => boolean;
  /** The variable at the top, or Infinity for a terminal. */
  readonly top: (diagram: Diagram) => number;
  /** The diagram when a variable has a value; the diagram itself where the variable is not at its top. */
  readonly cofactor: (diagram: Diagram, variable: number, value: number) => Diagram;
  /** The node that looks at a variable; branches look only at later ones. */
  readonly node: (variable: number, branches: readonly Diagram[]) => Diagram;
  /**
   * Combines one to three diagrams terminal by terminal. Calls with the same `key` must mean the same operation; `early` spares it
   * what needs no looking into.
   */
  readonly combine: (key: string, operands: readonly Diagram[], combine: Combine, early?: Early) => Diagram;
}

/** One operation under way. */
interface Operation {
  readonly nodes: Nodes;
  readonly memo: Memo;
  readonly width: number;
  readonly how: Combine;
  readonly early: Early | undefined;
}

/** How many results are kept for later calls before all are forgotten. */
const KEPT = 4_000_000;

/** So few diagrams are not worth forgetting. */
const CHEAP = 300_000;

/** Makes a store that holds at most `limit` nodes. */
export function makeStore(arity: readonly number[], limit: number): Store {
  const nodes = makeNodes(arity, limit);
  const memos = new Map<string, Memo>();
  let kept = 0;
  return {
    arity,
    size: () => nodes.count,
    full: () => nodes.full,
    allow: (most) => void (nodes.limit = most),
    forget: (size) => {
      if (nodes.count - size < CHEAP) return false;
      truncate(nodes, size);
      for (const [key, memo] of memos) memos.set(key, before(memo, size));
      kept = [...memos.values()].reduce((sum, { count }) => sum + count, 0);
      return true;
    },
    top: (diagram) => (diagram < 0 ? Infinity : nodes.variable[diagram]!),
    cofactor: (diagram, variable, value) => cofactorOf(nodes, diagram, variable, value),
    node: (variable, branches) => nodeOf(nodes, variable, branches, 0),
    combine: (key, operands, how, early) => {
      if (kept > KEPT) memos.clear();
      kept = kept > KEPT ? 0 : kept;
      const memo = memos.get(key) ?? makeMemo();
      memos.set(key, memo);
      const { count } = memo;
      const [a, b = terminal(0), c = terminal(0)] = operands;
      const result = combined({ nodes, memo, width: operands.length, how, early }, a!, b, c);
      kept += memo.count - count;
      return result;
    },
  };
}

/** Branches on a variable although the branches may look at earlier ones. */
function choose(nodes: Nodes, at: number, kids: readonly Diagram[]): Diagram {
  let first = NEVER;
  for (const kid of kids) first = Math.min(first, topOf(nodes, kid));
  if (first > at) return nodeOf(nodes, at, kids, 0);
  const below = (branch: number): Diagram[] => kids.map((kid) => cofactorOf(nodes, kid, first, branch));
  if (first === at) {
    const own = kids.map((kid, i) => cofactorOf(nodes, kid, at, i));
    return choose(nodes, at, own);
  }
  const branches = Array.from({ length: nodes.arity[first]! }, (_, i) => choose(nodes, at, below(i)));
  return nodeOf(nodes, first, branches, 0);
}

function combined(operation: Operation, a: Diagram, b: Diagram, c: Diagram): Diagram {
  const { nodes, memo, early, width, how } = operation;
  if (nodes.full) return terminal(0);
  const told = early?.(a, b, c);
  if (told !== undefined) return told;
  const at = Math.min(topOf(nodes, a), topOf(nodes, b), topOf(nodes, c));
  if (at === NEVER) return how([a, b, c].slice(0, width).map(terminalIndex));
  const known = recall(memo, a, b, c);
  if (known !== NONE) return known;
  const kids = new Array<Diagram>(nodes.arity[at]!);
  let first = NEVER;
  for (let i = 0; i < kids.length; i++) {
    const [x, y, z] = [cofactorOf(nodes, a, at, i), cofactorOf(nodes, b, at, i), cofactorOf(nodes, c, at, i)];
    kids[i] = combined(operation, x, y, z);
    first = Math.min(first, topOf(nodes, kids[i]!));
  }
  const result = first > at ? nodeOf(nodes, at, kids, 0) : choose(nodes, at, kids);
  remember(memo, a, b, c, result);
  return result;
}

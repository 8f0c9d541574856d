// Ordered, reduced, many-valued decision diagrams. Equal functions are equal numbers, so every comparison is one.

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

/** A store of nodes over variables 0, 1, … of given arities, in that order from the top. */
export interface Store {
  readonly arity: readonly number[];
  readonly size: () => number;
  /** Whether the limit was reached: what was built since means nothing. */
  readonly full: () => boolean;
  /** The variable at the top, or Infinity for a terminal. */
  readonly top: (diagram: Diagram) => number;
  /** The diagram when a variable has a value; the diagram itself where the variable is not at its top. */
  readonly cofactor: (diagram: Diagram, variable: number, value: number) => Diagram;
  /** The node that looks at a variable; branches look only at later ones. */
  readonly node: (variable: number, branches: readonly Diagram[]) => Diagram;
  /** Combines diagrams terminal by terminal. Calls with the same `key` must mean the same operation. */
  readonly combine: (key: string, operands: readonly Diagram[], combine: Combine) => Diagram;
}

/** The nodes of a store, each known once. */
interface Nodes {
  readonly arity: readonly number[];
  readonly variable: number[];
  readonly branches: (readonly Diagram[])[];
  readonly unique: Map<string, Diagram>;
  readonly limit: number;
  full: boolean;
}

/** Makes a store that holds at most `limit` nodes. */
export function makeStore(arity: readonly number[], limit: number): Store {
  const nodes: Nodes = { arity, variable: [], branches: [], unique: new Map(), limit, full: false };
  const memos = new Map<string, Map<string, Diagram>>();
  return {
    arity,
    size: () => nodes.variable.length,
    full: () => nodes.full,
    top: (diagram) => topOf(nodes, diagram),
    cofactor: (diagram, variable, value) => cofactorOf(nodes, diagram, variable, value),
    node: (variable, branches) => nodeOf(nodes, variable, branches),
    combine: (key, operands, how) => {
      const memo = memos.get(key) ?? new Map<string, Diagram>();
      memos.set(key, memo);
      return combined(nodes, memo, operands, how);
    },
  };
}

function topOf({ variable }: Nodes, diagram: Diagram): number {
  return diagram < 0 ? Infinity : variable[diagram]!;
}

function cofactorOf({ variable, branches }: Nodes, diagram: Diagram, at: number, value: number): Diagram {
  return diagram >= 0 && variable[diagram] === at ? branches[diagram]![value]! : diagram;
}

function nodeOf(nodes: Nodes, at: number, kids: readonly Diagram[]): Diagram {
  if (kids.every((kid) => kid === kids[0])) return kids[0]!;
  const key = `${String(at)}:${kids.join(',')}`;
  const known = nodes.unique.get(key);
  if (known !== undefined) return known;
  nodes.full ||= nodes.variable.length >= nodes.limit;
  if (nodes.full) return terminal(0);
  nodes.variable.push(at);
  nodes.branches.push(kids);
  nodes.unique.set(key, nodes.variable.length - 1);
  return nodes.variable.length - 1;
}

/** Branches on a variable although the branches may look at earlier ones. */
function choose(nodes: Nodes, at: number, kids: readonly Diagram[]): Diagram {
  const first = Math.min(...kids.map((kid) => topOf(nodes, kid)));
  if (first > at) return nodeOf(nodes, at, kids);
  const below = (branch: number): Diagram[] => kids.map((kid) => cofactorOf(nodes, kid, first, branch));
  if (first === at)
    return nodeOf(
      nodes,
      at,
      kids.map((kid, i) => cofactorOf(nodes, kid, at, i)),
    );
  return nodeOf(
    nodes,
    first,
    Array.from({ length: nodes.arity[first]! }, (_, i) => choose(nodes, at, below(i))),
  );
}

function combined(nodes: Nodes, memo: Map<string, Diagram>, parts: readonly Diagram[], how: Combine): Diagram {
  if (nodes.full) return terminal(0);
  const at = Math.min(...parts.map((part) => topOf(nodes, part)));
  if (at === Infinity) return how(parts.map(terminalIndex));
  const name = parts.join(',');
  const known = memo.get(name);
  if (known !== undefined) return known;
  const below = (branch: number): Diagram[] => parts.map((part) => cofactorOf(nodes, part, at, branch));
  const kids = Array.from({ length: nodes.arity[at]! }, (_, i) => combined(nodes, memo, below(i), how));
  const result = choose(nodes, at, kids);
  memo.set(name, result);
  return result;
}

// The nodes of a store in flat arrays of numbers, each known once: branches lie one after the other, and a hash table finds a node again.
import { spread } from './memo.js';
import type { Diagram } from './store.js';

/** All nodes. A node looks at `variable`; its branches stand in `branches` from `start` on. */
export interface Nodes {
  readonly arity: Int32Array;
  limit: number;
  count: number;
  full: boolean;
  variable: Int32Array;
  start: Int32Array;
  branches: Int32Array;
  used: number;
  /** Places of nodes by the hash of what they are; 0 is free, else the node's number plus one. */
  index: Int32Array;
}

/** The variable at the top of a terminal: below all others. */
export const NEVER = 0x7fff_ffff;

/** Room for nodes, which grows. */
export function makeNodes(arity: readonly number[], limit: number): Nodes {
  return {
    arity: Int32Array.from(arity),
    limit,
    count: 0,
    full: false,
    variable: new Int32Array(1024),
    start: new Int32Array(1024),
    branches: new Int32Array(4096),
    used: 0,
    index: new Int32Array(2048),
  };
}

/** The variable at the top. */
export function topOf(nodes: Nodes, diagram: Diagram): number {
  return diagram < 0 ? NEVER : nodes.variable[diagram]!;
}

/** The branch of a diagram for a variable's value; the diagram itself where another variable is at its top. */
export function cofactorOf(nodes: Nodes, diagram: Diagram, variable: number, value: number): Diagram {
  if (diagram < 0 || nodes.variable[diagram] !== variable) return diagram;
  return nodes.branches[nodes.start[diagram]! + value]!;
}

/** The node of a variable whose branches stand in an array from a place on; branches that are all the same need no node. */
export function nodeOf(nodes: Nodes, variable: number, kids: ArrayLike<number>, from: number): Diagram {
  const arity = nodes.arity[variable]!;
  let hash = variable;
  let same = true;
  for (let i = 0; i < arity; i++) {
    hash = spread(hash, kids[from + i]!, i);
    same &&= kids[from + i] === kids[from];
  }
  if (same) return kids[from]!;
  const { index } = nodes;
  const mask = index.length - 1;
  let at = hash & mask;
  for (; index[at] !== 0; at = (at + 1) & mask) {
    if (isNode(nodes, index[at]! - 1, variable, kids, from, arity)) return index[at]! - 1;
  }
  nodes.full ||= nodes.count >= nodes.limit;
  return nodes.full ? -1 : added(nodes, variable, kids, from, at);
}

function isNode(
  { variable, start, branches }: Nodes,
  node: number,
  at: number,
  kids: ArrayLike<number>,
  from: number,
  arity: number,
): boolean {
  if (variable[node] !== at) return false;
  const first = start[node]!;
  for (let i = 0; i < arity; i++) if (branches[first + i] !== kids[from + i]) return false;
  return true;
}

function added(nodes: Nodes, variable: number, kids: ArrayLike<number>, from: number, place: number): Diagram {
  const arity = nodes.arity[variable]!;
  if (nodes.count === nodes.variable.length) {
    nodes.variable = doubled(nodes.variable);
    nodes.start = doubled(nodes.start);
  }
  while (nodes.used + arity > nodes.branches.length) nodes.branches = doubled(nodes.branches);
  const node = nodes.count++;
  nodes.variable[node] = variable;
  nodes.start[node] = nodes.used;
  for (let i = 0; i < arity; i++) nodes.branches[nodes.used + i] = kids[from + i]!;
  nodes.used += arity;
  nodes.index[place] = node + 1;
  if (nodes.count * 2 > nodes.index.length) reindex(nodes, nodes.index.length * 2);
  return node;
}

function doubled(before: Int32Array): Int32Array<ArrayBuffer> {
  const after = new Int32Array(before.length * 2);
  after.set(before);
  return after;
}

function reindex(nodes: Nodes, size: number): void {
  const index = new Int32Array(size);
  const mask = index.length - 1;
  for (let node = 0; node < nodes.count; node++) {
    const variable = nodes.variable[node]!;
    const arity = nodes.arity[variable]!;
    let hash = variable;
    for (let i = 0; i < arity; i++) hash = spread(hash, nodes.branches[nodes.start[node]! + i]!, i);
    let at = hash & mask;
    while (index[at] !== 0) at = (at + 1) & mask;
    index[at] = node + 1;
  }
  nodes.index = index;
}

/** Forgets every node from a number on. */
export function truncate(nodes: Nodes, count: number): void {
  if (count >= nodes.count) return;
  nodes.used = nodes.start[count]!;
  nodes.count = count;
  reindex(nodes, nodes.index.length);
}

// Emits the nodes of a table one after the other; every operand already has a number.
import type { Constant } from '../model/expression.js';
import { FALSE, KNOWN, makeCells, putQuantity, UNKNOWN, type Cells } from './cells.js';
import { Op } from './table.js';

interface Node {
  readonly op: Op;
  readonly n: number;
  readonly kids: readonly number[];
  readonly constant?: (cells: Cells, node: number) => void;
  /** What kind of value a constant is, if it is one. */
  readonly kind?: ValueKind;
}

/** The kinds of constants that are values. */
export type ValueKind = 'quantity' | 'date' | 'choice';

/** A table under construction. */
export interface Builder {
  /** Adds a node and gives its number. */
  readonly add: (op: Op, kids: readonly number[], n?: number) => number;
  /** Adds a slot, unknown until a case fills it. */
  readonly slot: () => number;
  /** Adds a truth that never changes. */
  readonly truth: (value: boolean) => number;
  /** Adds a constant; a choice is given by the index of its option, so `options` must be its type's. */
  readonly constant: (value: Constant, options?: readonly string[]) => number;
  /** How many nodes there are so far. */
  readonly size: () => number;
  /** The finished arrays. */
  readonly finish: () => {
    size: number;
    steps: Int32Array;
    op: Uint8Array;
    n: Int32Array;
    first: Int32Array;
    kids: Int32Array;
    blank: Cells;
    valueConstants: ReadonlyMap<number, ValueKind>;
  };
}

/** Starts an empty table. */
export function makeBuilder(): Builder {
  const nodes: Node[] = [];
  const push = (node: Node): number => nodes.push(node) - 1;
  const given = (constant: NonNullable<Node['constant']>): number => push({ op: Op.Given, n: 0, kids: [], constant });
  return {
    add: (op, kids, n = 0) => push({ op, n, kids }),
    slot: () => push({ op: Op.Given, n: 0, kids: [] }),
    truth: (value) => given((cells, node) => void (cells.state[node] = value ? KNOWN : FALSE)),
    constant: (value, options) =>
      push({
        op: Op.Given,
        n: 0,
        kids: [],
        constant: (cells, node) => putConstant(cells, node, value, options),
        ...(value.kind === 'quantity' || value.kind === 'date' || value.kind === 'choice' ? { kind: value.kind } : {}),
      }),
    size: () => nodes.length,
    finish: () => finish(nodes),
  };
}

/** Puts a constant into a node: truths as states, dates as day numbers, options as their index, quantities exactly. */
export function putConstant(cells: Cells, node: number, value: Constant, options: readonly string[] = []): void {
  cells.state[node] = KNOWN;
  if (value.kind === 'boolean') cells.state[node] = value.value ? KNOWN : FALSE;
  if (value.kind === 'date') cells.number[node] = value.day;
  if (value.kind === 'choice') cells.number[node] = options.indexOf(value.option);
  if (value.kind === 'quantity') putQuantity(cells, node, value.value);
}

function finish(nodes: readonly Node[]): ReturnType<Builder['finish']> {
  const size = nodes.length;
  const blank = makeCells(size);
  const first = new Int32Array(size + 1);
  nodes.forEach((node, i) => {
    first[i + 1] = first[i]! + node.kids.length;
    if (node.constant) node.constant(blank, i);
    else if (node.op === Op.Given) blank.state[i] = UNKNOWN;
  });
  return {
    size,
    steps: Int32Array.from(nodes.flatMap(({ op }, i) => (op === Op.Given ? [] : [i]))),
    op: Uint8Array.from(nodes, (node) => node.op),
    n: Int32Array.from(nodes, (node) => node.n),
    first,
    kids: Int32Array.from(nodes.flatMap((node) => node.kids)),
    blank,
    valueConstants: new Map(nodes.flatMap(({ kind }, i) => (kind ? [[i, kind] as const] : []))),
  };
}

// A text in the plain subset, laid out as a tape: one entry a node, each with the stretch of the text that it takes.
// Columns of numbers in place of objects, so that a reader can walk a file without making anything for the parts it skips.

/** What a node is. The children of a collection follow it: the items of a list, key and value by turns of a map. */
export const MAP = 0;
export const FLOW_MAP = 1;
export const LIST = 2;
export const FLOW_LIST = 3;
/** A text without quotes. */
export const PLAIN = 4;
/** In single quotes, the quotes not counted; as written where no quote is doubled. */
export const SINGLE = 5;
/** In double quotes, the quotes not counted; as written. */
export const DOUBLE = 6;
/** In double quotes, with escapes as JSON has them. */
export const ESCAPED = 7;
/** A block after `|` or `>`, from that sign to the start of the line after it. */
export const BLOCK = 8;
/** Nothing after a key: the stretch is the key's. */
export const EMPTY = 9;

/** The nodes of a text in the order of the file. `next` is the node after a node and all below it. */
export interface Tape {
  count: number;
  kind: Uint8Array;
  from: Int32Array;
  to: Int32Array;
  next: Int32Array;
}

/** More nodes than this are not plain: the whole reader counts the parts of a file and may refuse it. */
export const MOST_NODES = 40_000;

/** Room for a tape; it grows as it is used and is used again for the next text. */
export function makeTape(): Tape {
  return { count: 0, ...columns(512) };
}

function columns(size: number): Pick<Tape, 'kind' | 'from' | 'to' | 'next'> {
  return {
    kind: new Uint8Array(size),
    from: new Int32Array(size),
    to: new Int32Array(size),
    next: new Int32Array(size),
  };
}

/** Adds a node that nothing is below yet, and gives its place on the tape. */
export function push(tape: Tape, kind: number, from: number, to: number): number {
  const node = tape.count;
  if (node === tape.kind.length) grow(tape);
  tape.kind[node] = kind;
  tape.from[node] = from;
  tape.to[node] = to;
  tape.next[node] = node + 1;
  tape.count = node + 1;
  return node;
}

/** Ends a collection: everything since it was added is below it. */
export function close(tape: Tape, node: number, to: number): void {
  tape.to[node] = to;
  tape.next[node] = tape.count;
}

function grow(tape: Tape): void {
  const larger = columns(tape.kind.length * 2);
  larger.kind.set(tape.kind);
  larger.from.set(tape.from);
  larger.to.set(tape.to);
  larger.next.set(tape.next);
  Object.assign(tape, larger);
}

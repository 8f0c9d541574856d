// In: a text in plain YAML. Out: the same located tree that the whole reader gives, or nothing, and then that one has to read it.
import { folded } from '../yaml/characters.js';
import { locator, type Locate } from '../yaml/locate.js';
import { upTo, type Source, type Span } from '../../model/source.js';
import type { Entry, Mapping, Scalar, Tree } from '../yaml/tree.js';
import { document } from './block.js';
import { DECLINED, makeScan, start } from './scan.js';
import { BLOCK, DOUBLE, EMPTY, ESCAPED, FLOW_LIST, FLOW_MAP, LIST, MAP, PLAIN, SINGLE, type Tape } from './tape.js';
import { textOf } from './texts.js';

interface Reading {
  readonly text: string;
  readonly tape: Tape;
  readonly locate: Locate;
  /** Whether the text is JSON, where a bare null means that nothing is written. */
  readonly json: boolean;
}

const SCAN = makeScan();

/**
 * The tree of a text whose characters have been checked; undefined where it is not plain, or where something is wrong with it.
 * The spans of an included file carry its source.
 */
export function plainTree(text: string, included?: Source): Mapping | undefined {
  const bytes = new TextEncoder().encode(text);
  start(SCAN, bytes, bytes.length);
  if (document(SCAN, 0) === DECLINED) return undefined;
  if (bytes.length > text.length) countInUnits(SCAN.tape, bytes);
  const locate = locator(text, lineStarts(text), included);
  const tree = treeOf(0, { text, tape: SCAN.tape, locate, json: /^\s*\{/u.test(text) });
  return tree?.kind === 'map' ? tree : undefined;
}

/** Puts offsets in UTF-16 units, as strings count, in place of those in bytes. */
function countInUnits({ count, from, to }: Tape, bytes: Uint8Array): void {
  const units = new Int32Array(bytes.length + 1);
  let unit = 0;
  for (let at = 0; at < bytes.length; at++) {
    units[at] = unit;
    // Bytes of the form 10xxxxxx continue a character; one that begins with 1111 is two units.
    const next = bytes[at + 1] ?? 0;
    if ((next & 0xc0) !== 0x80) unit += isWide(bytes, at) ? 2 : 1;
  }
  units[bytes.length] = unit;
  for (let node = 0; node < count; node++) {
    from[node] = units[from[node]!]!;
    to[node] = units[to[node]!]!;
  }
}

/** Whether the character that ends at a byte is one of four bytes. */
function isWide(bytes: Uint8Array, last: number): boolean {
  return bytes[last]! >= 0x80 && (bytes[last - 3] ?? 0) >= 0xf0;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function treeOf(node: number, reading: Reading): Tree | undefined {
  const kind = reading.tape.kind[node];
  if (kind === MAP || kind === FLOW_MAP) return mappingOf(node, reading);
  return kind === LIST || kind === FLOW_LIST ? listOf(node, reading) : scalarOf(node, reading);
}

function mappingOf(node: number, reading: Reading): Mapping | undefined {
  const { tape, json } = reading;
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  for (let at = node + 1; at < tape.next[node]!; at = tape.next[at + 1]!) {
    const key = scalarOf(at, reading);
    const alike = key && folded(key.text);
    // Keys that are refused are told by the whole reader.
    if (alike === undefined || key?.empty !== false || seen.has(alike) || alike === '__proto__') return undefined;
    seen.add(alike);
    if (json && isNull(at + 1, reading)) continue;
    const value = treeOf(at + 1, reading);
    if (!value) return undefined;
    entries.set(key.text, { key, value, bare: false });
  }
  const flow = tape.kind[node] === FLOW_MAP;
  return { kind: 'map', entries, flow, at: stretch(node, [...entries.values()].at(-1)?.value, reading) };
}

function listOf(node: number, reading: Reading): Tree | undefined {
  const { tape } = reading;
  const items: Tree[] = [];
  for (let at = node + 1; at < tape.next[node]!; at = tape.next[at]!) {
    const item = treeOf(at, reading);
    if (!item) return undefined;
    items.push(item);
  }
  return { kind: 'list', items, flow: tape.kind[node] === FLOW_LIST, at: stretch(node, items.at(-1), reading) };
}

/** From bracket to bracket, or as far as the last part reaches. */
function stretch(node: number, last: Tree | undefined, { tape, locate }: Reading): Span {
  const [kind, from, to] = [tape.kind[node], tape.from[node]!, tape.to[node]!];
  return last && (kind === MAP || kind === LIST) ? upTo(locate(from, from), last.at) : locate(from, to);
}

/** JSON's null: a key with it counts as not written. */
function isNull(node: number, { text, tape, json }: Reading): boolean {
  const from = tape.from[node]!;
  return json && tape.kind[node] === PLAIN && tape.to[node]! - from === 4 && text.startsWith('null', from);
}

function scalarOf(node: number, reading: Reading): Scalar | undefined {
  const { text, tape, locate } = reading;
  const empty = tape.kind[node] === EMPTY || isNull(node, reading);
  const own = empty ? '' : textOf(tape.kind[node]!, text.slice(tape.from[node], tape.to[node]));
  if (own === undefined) return undefined;
  const [from, to, first] = outer(node, reading);
  const at = locate(from, to);
  if (tape.kind[node] === EMPTY) return { kind: 'text', text: '', empty, at, inner: () => at };
  const verbatim = text.startsWith(own, first);
  return { kind: 'text', text: own, empty, at, inner: (a, b) => (verbatim ? locate(first + a, first + b) : at) };
}

/** Where a text stands with its quotes, a block from its first line to its last; and where its own characters begin. */
function outer(node: number, { text, tape }: Reading): readonly [from: number, to: number, first: number] {
  const [kind, from, to] = [tape.kind[node]!, tape.from[node]!, tape.to[node]!];
  if (kind === SINGLE || kind === DOUBLE || kind === ESCAPED) return [from - 1, to + 1, from];
  if (kind === EMPTY && /["']/u.test(text[from - 1] ?? '')) return [from - 1, to + 1, from];
  if (kind !== BLOCK) return [from, to, from];
  const written = text.slice(from, to);
  const head = from + /^[^\n]*\n\s*/u.exec(written)![0].length;
  return [head, from + written.trimEnd().length, head];
}

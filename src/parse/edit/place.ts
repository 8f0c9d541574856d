// In: a composed YAML node. Out: where it stands in the text without what merely follows it.
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/** A key and its value, as composed. */
export type Entry = Pair<Node, Node | null>;

/** The entries of a map. */
export function entriesOf(map: YAMLMap): readonly Entry[] {
  return map.items as readonly Entry[];
}

/** The text of a key. */
export function keyOf(entry: Entry): string {
  return isScalar(entry.key) ? String(entry.key.value) : '';
}

/** Where a node begins; nothing at all where it is not written. */
export function startOf(node: Node): number {
  return node.range![0];
}

/** Where a node's own text ends. A block collection ends with its last part; what follows it may be comments of others. */
export function endOf(node: Node, text: string): number {
  if (isMap(node) && node.flow !== true) {
    const last = entriesOf(node).at(-1);
    return last ? entryEnd(last, text) : node.range![1];
  }
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1) as Node | undefined;
    return last ? endOf(last, text) : node.range![1];
  }
  const block = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
  if (!block) return node.range![1];
  const own = text.slice(node.range![0], node.range![1]);
  const keeps = /^[|>][^\n]*\+/u.test(own.slice(0, own.search(/[\s#]|$/u)));
  return node.range![0] + (keeps ? own : own.replace(/\s+$/u, '')).length;
}

/** Where an entry ends: its value, or the colon after its key, or the key alone. */
export function entryEnd(entry: Entry, text: string): number {
  const value = entry.value;
  return value && startOf(value) !== value.range![1] ? endOf(value, text) : colonEnd(entry, text);
}

/** Just after the colon of an entry; after the key where there is no colon, as braces allow. */
export function colonEnd({ key }: Entry, text: string): number {
  const after = key.range![1];
  const colon = /^\s*:/u.exec(text.slice(after, after + 1000));
  return colon ? after + colon[0].length : after;
}

/** Where the line that an offset stands on begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line that an offset stands on ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** How far an offset stands from the beginning of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

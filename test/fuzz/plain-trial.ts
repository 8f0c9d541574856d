// One try of the plain reader against the whole one: the same tree, or not its own; never a tree where the other has none.
import { isDeepStrictEqual } from 'node:util';
import { plainTree } from '../../src/parse/plain/tree.js';
import { readBytes, type Text } from '../../src/parse/yaml/read-bytes.js';
import { readWholeTree } from '../../src/parse/yaml/read-tree.js';
import type { Scalar, Tree } from '../../src/parse/yaml/tree.js';

/** What became of a file: read by both alike, left to the whole reader though it is sound, or refused before or by it. */
export type PlainTrial = 'accepted' | 'declined' | 'refused';

/** Everything that a tree says, with the places that `inner` gives for its first and last characters and its middle. */
function told(tree: Tree): unknown {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map(told) };
  if (tree.kind === 'map') {
    const entries = [...tree.entries].map(([name, { key, value, bare }]) => [name, toldText(key), told(value), bare]);
    return { ...tree, entries };
  }
  return toldText(tree);
}

function toldText({ kind, text, empty, at, inner }: Scalar): unknown {
  const { length } = text;
  return { kind, text, empty, at, inner: [inner(0, 1), inner(length - 1, length), inner(length >> 1, length)] };
}

/** Throws where a plain reading gave another tree than the whole one. */
function compare(own: Tree, text: Text): void {
  const whole = readWholeTree(text);
  if (!whole.ok) throw new Error(`read as plain: ${JSON.stringify(whole.diagnostics)}`);
  if (isDeepStrictEqual(told(own), told(whole.value))) return;
  throw new Error(`read otherwise:\n${JSON.stringify(told(own))}\n${JSON.stringify(told(whole.value))}`);
}

/** Reads a file both ways; throws where they differ. */
export function tryPlain(file: Uint8Array): PlainTrial {
  const text = readBytes(file, 'x.yaml', 1024 * 1024);
  if (!text.ok) return 'refused';
  const own = plainTree(text.value.text);
  if (!own) return readWholeTree(text.value).ok ? 'declined' : 'refused';
  compare(own, text.value);
  return 'accepted';
}

/** Whether the plain reader takes a text, and as the whole reader does; what it leaves is not looked at, which takes no time. */
export function isPlain(file: Uint8Array): boolean {
  const text = readBytes(file, 'x.yaml', 1024 * 1024);
  const own = text.ok ? plainTree(text.value.text) : undefined;
  if (own && text.ok) compare(own, text.value);
  return own !== undefined;
}

// The located tree: YAML as maps, lists and texts that know where they stand. Every scalar is text; types come later.
import type { Span } from '../../model/source.js';

/** A text as written. `inner` locates a stretch of it (offsets in UTF-16 units) where it stands in the file unchanged. */
export interface Scalar {
  readonly kind: 'text';
  readonly text: string;
  /** Whether nothing at all is written: `key:` with no value, or JSON's null. */
  readonly empty: boolean;
  readonly at: Span;
  readonly inner: (from: number, to: number) => Span;
}

/** A list; `flow` is one in brackets. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly flow: boolean;
  readonly at: Span;
}

/** A key with its value. `bare` is a key without a colon, as only braces allow. */
export interface Entry {
  readonly key: Scalar;
  readonly value: Tree;
  readonly bare: boolean;
}

/** A map; keys keep the order of the file, and each knows its own place. `flow` is a map in braces. */
export interface Mapping {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly flow: boolean;
  readonly at: Span;
}

export type Tree = Scalar | List | Mapping;

/** The value under a key of a map, if the tree is a map that has it. */
export function child(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'map' ? tree.entries.get(key)?.value : undefined;
}

/** The text under a key, undefined where there is none or it is empty. */
export function textAt(tree: Tree | undefined, key: string): string | undefined {
  const value = child(tree, key);
  return value?.kind === 'text' && !value.empty ? value.text : undefined;
}

/** The text under a key that the shape requires. */
export function requiredText(tree: Tree | undefined, key: string): string {
  return textAt(tree, key) ?? '';
}

/** The entries of a map, empty for anything else. */
export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'map' ? [...tree.entries.values()] : [];
}

/** The items of a list; a single value counts as a list of one, nothing as none. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  if (!tree) return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

/** Where a key stands, else where the tree stands. */
export function keySpan(tree: Tree, key: string): Span {
  return tree.kind === 'map' ? (tree.entries.get(key)?.key.at ?? tree.at) : tree.at;
}

/** The node at a path of keys and indices, and the nearest one above it that exists. */
export function follow(tree: Tree, path: readonly PropertyKey[]): { node: Tree | undefined; nearest: Tree } {
  let nearest = tree;
  for (const step of path) {
    const next = nearest.kind === 'list' ? nearest.items[Number(step)] : child(nearest, String(step));
    if (!next) return { node: undefined, nearest };
    nearest = next;
  }
  return { node: nearest, nearest };
}

/** Plain strings, arrays and null-prototype objects, as the shape check wants them. */
export function plain(tree: Tree): unknown {
  if (tree.kind === 'text') return tree.text;
  if (tree.kind === 'list') return tree.items.map(plain);
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, { value }] of tree.entries) object[key] = plain(value);
  return object;
}

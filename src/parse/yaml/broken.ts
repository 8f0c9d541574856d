// In: a map, or a list in brackets. Out: the text that an unquoted comma broke, so that its rest became a key or an item.
import type { Span } from '../../model/source.js';
import { fullWidthWords, halfWidth } from './full-width.js';
import type { Entry, Mapping, Scalar, Tree } from './tree.js';

/** The whole text that a bare key is the rest of, back from the value before it; undefined where it is not. */
export function brokenText(map: Mapping, name: string): Span | undefined {
  const { all, placeOf } = inOrder(map);
  let first = placeOf.get(name)!;
  let last = first;
  while (all[first]?.bare) first -= 1;
  while (all[last + 1]?.bare) last += 1;
  const value = all[first]?.value;
  const [head, rest] = [value?.at, all[last]?.key.at];
  if (first === last || value?.kind !== 'text' || value.empty || !head || !rest) return undefined;
  return isQuoted(value) ? undefined : { ...head, endLine: rest.endLine, endColumn: rest.endColumn };
}

interface Ordered {
  readonly all: readonly Entry[];
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Remembered for each map, because every unknown key of it asks anew. */
const ORDERED = new WeakMap<Mapping, Ordered>();

function inOrder(map: Mapping): Ordered {
  const known = ORDERED.get(map);
  if (known) return known;
  const all = [...map.entries.values()];
  const made = { all, placeOf: new Map(all.map(({ key }, i) => [key.text, i])) };
  ORDERED.set(map, made);
  return made;
}

const isQuoted = ({ inner, at }: Scalar): boolean => inner(0, 1).column !== at.column;

/** In a list in brackets, a text that opens more parentheses than it closes, up to the item that closes them. */
export function brokenItem(list: Tree): Span | undefined {
  if (list.kind !== 'list' || !list.flow) return undefined;
  const open = (item: Tree): number =>
    item.kind === 'text' && !isQuoted(item) ? item.text.split('(').length - item.text.split(')').length : 0;
  const first = list.items.findIndex((item) => open(item) > 0);
  const last = list.items.findIndex((item, i) => i > first && open(item) < 0);
  const [head, rest] = [list.items[first]?.at, list.items[last]?.at];
  return head && rest && { ...head, endLine: rest.endLine, endColumn: rest.endColumn };
}

/** A text that is a key and its value in one. */
export interface Joined {
  readonly code: 'parse/full-width' | 'parse/colon-missing';
  readonly at: Span;
  readonly words: Record<string, string>;
}

/** A full-width indentation or colon, or a colon without space, that made a key part of a text. */
export function joinedKey({ text, at, inner }: Scalar, isKey: (key: string) => boolean): Joined | undefined {
  const [, indent, key, colon] = /^([\u3000\u00a0]*)([^:：]*)(:[\u3000\u00a0]|[:：]?)/u.exec(text)!;
  if (indent === '' && (colon === '' || !isKey(key!))) return undefined;
  if (indent === '' && colon === ':') return { code: 'parse/colon-missing', at, words: {} };
  const from = indent === '' ? key!.length + colon!.length - 1 : 0;
  const sign = text[from]!;
  return { code: 'parse/full-width', at: inner(from, from + 1), words: fullWidthWords(sign, halfWidth(sign) ?? ' ') };
}

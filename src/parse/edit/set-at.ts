// In: the text of a YAML file, a path in it and what is to stand there. Out: the text with that, all else untouched.
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { isList, type Content, type Style } from './content.js';
import { addEntry, addItem, removeEntry, replaceValue } from './entry.js';
import { entriesOf, keyOf, type Entry } from './place.js';

/** Keys and indices from the root. */
export type Path = readonly (string | number)[];

/** How a text writes. A file that begins with a brace is JSON. */
export function styleOf(text: string): Style {
  const json = /^\s*\{/u.test(text);
  const indent = /^[^\s#-][^\n]*:[^\S\n]*\r?\n(?:[^\S\n]*(?:#[^\n]*)?\r?\n)*( +)[^\s#-]/mu.exec(text);
  return { newline: text.includes('\r\n') ? '\r\n' : '\n', json, step: indent?.[1]?.length ?? 2 };
}

/** Sets what stands at a path; a new key goes after the last of `after` that its map has, else to the end. */
export function setAt(text: string, path: Path, content: Content, after?: readonly string[]): string {
  const style = styleOf(text);
  const root = rootOf(text);
  const key = String(path.at(-1));
  const parent = nodeAt(root, path.slice(0, -1));
  if (!isMap(parent)) {
    const above = path.slice(0, -1);
    return setAt(text, above, { [key]: content }, sectionsBefore(above));
  }
  const entry = entriesOf(parent).find((one) => keyOf(one) === key);
  if (!entry) return addEntry(text, parent, [key, content], after, style);
  const value = entry.value;
  if (isMap(value) && entriesOf(value).length > 0 && typeof content !== 'string' && !isList(content)) {
    return setMap(text, path, value.items as readonly Entry[], content);
  }
  if (isSeq(value) && value.items.length > 0 && isList(content) && beginsAlike(value.items as Node[], content)) {
    return appendAll(text, path, content.slice(value.items.length));
  }
  return same(value, content) ? text : replaceValue(text, parent, entry, content, style);
}

/** The sections of a case file in the order in which they stand. */
const SECTIONS: readonly string[] = ['case', 'parties', 'facts', 'determination'];

/** The sections that stand before the one of a path; none are given for what is no section. */
function sectionsBefore(path: Path): readonly string[] | undefined {
  return path.length === 1 ? SECTIONS.slice(0, SECTIONS.indexOf(String(path[0]))) : undefined;
}

/** Sets each key of a map and removes those that the new content has not; additions come first, so that no map is ever empty. */
function setMap(
  text: string,
  path: Path,
  entries: readonly Entry[],
  content: { readonly [key: string]: Content },
): string {
  const keys = Object.keys(content);
  const set = keys.reduce((now, key, i) => setAt(now, [...path, key], content[key]!, keys.slice(0, i)), text);
  const gone = entries.map(keyOf).filter((key) => !keys.includes(key));
  return gone.reduce((now, key) => removeAt(now, path, key), set);
}

function removeAt(text: string, path: Path, key: string): string {
  const map = nodeAt(rootOf(text), path);
  const entry = isMap(map) ? entriesOf(map).find((one) => keyOf(one) === key) : undefined;
  return isMap(map) && entry ? removeEntry(text, map, entry, styleOf(text)) : text;
}

function appendAll(text: string, path: Path, items: readonly Content[]): string {
  return items.reduce<string>((now, item) => {
    const list = nodeAt(rootOf(now), path);
    return isSeq(list) ? addItem(now, list, item, styleOf(now)) : now;
  }, text);
}

/** Adds an item to the list at a path, or makes the list. */
export function appendAt(text: string, path: Path, item: Content): string {
  const list = nodeAt(rootOf(text), path);
  if (isSeq(list)) return addItem(text, list, item, styleOf(text));
  return setAt(text, path, [item], sectionsBefore(path));
}

function rootOf(text: string): Node | null {
  return parseDocument(text, { schema: 'failsafe', uniqueKeys: false, merge: false, version: '1.2' }).contents;
}

function nodeAt(root: Node | null, path: Path): Node | null {
  return path.reduce<Node | null>((node, step) => {
    if (isSeq(node)) return (node.items[Number(step)] as Node | undefined) ?? null;
    return isMap(node) ? (entriesOf(node).find((entry) => keyOf(entry) === step)?.value ?? null) : null;
  }, root);
}

function beginsAlike(items: readonly Node[], content: readonly Content[]): boolean {
  return items.length <= content.length && items.every((item, i) => same(item, content[i]!));
}

/** Whether a node says what a content says. */
function same(node: Node | null, content: Content): boolean {
  if (isScalar(node)) return node.value === content;
  return node !== null && typeof content !== 'string' && JSON.stringify(node.toJSON()) === JSON.stringify(content);
}

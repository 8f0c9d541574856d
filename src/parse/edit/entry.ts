// In: a text, a composed map or list in it, and what to write. Out: the text with that one thing changed; comments are kept.
import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import { commentsIn } from './comments.js';
import { entryLines, flowText, itemLines, valueLines, type Content, type Style } from './content.js';
import {
  colonEnd,
  columnOf,
  endOf,
  entriesOf,
  entryEnd,
  keyOf,
  lineEnd,
  lineStart,
  startOf,
  type Entry,
} from './place.js';

const cut = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);

/** The comments of a stretch. */
function commentsBetween(text: string, from: number, to: number): string[] {
  return commentsIn(text)
    .filter((comment) => comment.from >= from && comment.from < to)
    .map((comment) => comment.text);
}

/** Puts another value after the colon of an entry. A comment on the key's line stays there, others go below the entry. */
export function replaceValue(text: string, map: YAMLMap, entry: Entry, content: Content, style: Style): string {
  const from = colonEnd(entry, text);
  const to = entryEnd(entry, text);
  const column = columnOf(text, startOf(entry.key));
  const colon = text[from - 1] === ':' ? '' : ':';
  if (map.flow === true) {
    const kept = commentsBetween(text, from, to).map((comment) => comment + style.newline + ' '.repeat(column));
    return cut(text, from, to, `${colon} ${kept.join('')}${flowText(content, style)}`);
  }
  const keyEnd = lineEnd(text, from);
  const [first, ...rest] = valueLines(keyOf(entry), content, column, style);
  if (to <= keyEnd) return cut(text, from, keyEnd, [first! + text.slice(to, keyEnd), ...rest].join(style.newline));
  const end = lineEnd(text, to);
  const beside = commentsBetween(text, from, keyEnd).map((comment) => ` ${comment}`);
  const below = commentsBetween(text, keyEnd, end).map((comment) => ' '.repeat(column) + comment);
  const whole = [first! + beside.join(''), ...rest, ...below].join(style.newline);
  return cut(text, from, end, text[end - 1] === '\n' ? whole + style.newline : whole);
}

/** Adds an entry to a map: after the last of the given keys that it has, else at its beginning; at its end where none are given. */
export function addEntry(
  text: string,
  map: YAMLMap,
  [key, content]: readonly [string, Content],
  after: readonly string[] | undefined,
  style: Style,
): string {
  const entries = entriesOf(map);
  if (map.flow === true) {
    const written = flowText({ [key]: content }, style).slice(2, -2);
    const last = entries.at(-1);
    if (last) return cut(text, entryEnd(last, text), entryEnd(last, text), `, ${written}`);
    return cut(text, map.range![0], map.range![1], `{ ${written} }`);
  }
  const start = startOf(entries[0]!.key);
  const column = columnOf(text, start);
  const found = entries.findLast((entry) => after?.includes(keyOf(entry)) === true);
  if (!found && after !== undefined) {
    const lines = entryLines(key, content, column, style).join(style.newline) + style.newline;
    return cut(text, lineStart(text, start), lineStart(text, start), lines);
  }
  const before = found ?? entries.at(-1)!;
  // Sections are parted by a blank line, as people write them.
  const gap = column === 0 && text[entryEnd(before, text) - 1] !== '\n' ? [''] : [];
  return insertLines(text, entryEnd(before, text), [...gap, ...entryLines(key, content, column, style)], style);
}

/** Adds an item at the end of a list that has others. */
export function addItem(text: string, list: YAMLSeq, item: Content, style: Style): string {
  const end = endOf(list.items.at(-1) as Node, text);
  if (list.flow === true) return cut(text, end, end, `, ${flowText(item, style)}`);
  return insertLines(text, end, itemLines(item, columnOf(text, startOf(list)), style), style);
}

/** Lines after the one that an offset stands on. */
function insertLines(text: string, offset: number, lines: readonly string[], { newline }: Style): string {
  const end = lineEnd(text, offset);
  const atStart = text[end - 1] === '\n';
  const block = lines.join(newline);
  return cut(text, end, end, atStart ? block + newline : newline + block);
}

/** Removes an entry of a map that has others; comments inside it stay. */
export function removeEntry(text: string, map: YAMLMap, entry: Entry, style: Style): string {
  const entries = entriesOf(map);
  const at = entries.indexOf(entry);
  const [before, next] = [entries[at - 1], entries[at + 1]];
  if (map.flow === true) {
    const from = before ? entryEnd(before, text) : startOf(entry.key);
    return cut(text, from, before || !next ? entryEnd(entry, text) : startOf(next.key), '');
  }
  const start = startOf(entry.key);
  const line = lineStart(text, start);
  const end = lineEnd(text, entryEnd(entry, text));
  const kept = commentsBetween(text, start, end).map((comment) => ' '.repeat(start - line) + comment + style.newline);
  const past = end + (text.slice(end).startsWith('\r\n') ? 2 : text[end] === '\n' ? 1 : 0);
  return cut(text, line, past, kept.join(''));
}

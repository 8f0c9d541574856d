// A few makers for a Markdown tree, and its printer. Text enters as text nodes only, so no case can forge a heading or a table.
import type { BlockContent, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { printable } from '../printable.js';

/** A stretch of text: plain, or already a node. */
export type Inline = string | PhrasingContent;

/** Long text enters in pieces: the printer's time grows with the square of the signs that it escapes in one text node. */
const PIECE = /.{1,500}/gsu;

function inline(part: Inline): PhrasingContent[] {
  if (typeof part !== 'string') return [part];
  return (printable(part).match(PIECE) ?? []).map((value) => ({ type: 'text', value }));
}

/** Text that stands out. */
export function strong(text: string): PhrasingContent {
  return { type: 'strong', children: inline(text) };
}

/** Text shown letter by letter: digests, commands, places. */
export function code(text: string): PhrasingContent {
  return { type: 'inlineCode', value: printable(text) };
}

/** A paragraph. */
export function paragraph(...parts: readonly Inline[]): Paragraph {
  return { type: 'paragraph', children: parts.flatMap(inline) };
}

/** A heading of depth 1 to 6. */
export function heading(depth: 1 | 2 | 3 | 4, text: string): RootContent {
  return { type: 'heading', depth, children: inline(text) };
}

/** A block that is set off: warnings and statements about the report itself. */
export function quote(...blocks: readonly BlockContent[]): RootContent {
  return { type: 'blockquote', children: [...blocks] };
}

/** An item of a list: a line, and what hangs on it. */
export function item(line: Paragraph, ...below: readonly BlockContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [line, ...below] };
}

/** A list with bullets. */
export function list(items: readonly ListItem[]): BlockContent {
  return { type: 'list', ordered: false, spread: false, children: [...items] };
}

/** A table; the first row is its head. */
export function table(rows: readonly (readonly (string | readonly Inline[])[])[]): Table {
  const cell = (content: string | readonly Inline[]): TableRow['children'][number] => ({
    type: 'tableCell',
    children: (typeof content === 'string' ? [content] : content).flatMap(inline),
  });
  return { type: 'table', children: rows.map((row) => ({ type: 'tableRow', children: row.map(cell) })) };
}

/** Prints a tree. */
export function print(children: readonly RootContent[]): string {
  return toMarkdown({ type: 'root', children: [...children] }, OPTIONS);
}

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmAutolinkLiteralToMarkdown(),
    gfmStrikethroughToMarkdown(),
  ],
};

// In: the cells of a row. Out: its line, the same as the printer makes. Tables can have a million rows, and most cells are much alike.
import { print, table, type Inline } from './tree.js';

/** A cell: text, or pieces of which some are links or stand out. */
export type Cell = string | readonly Inline[];

/** The line of a row of a table whose head stands elsewhere. */
export function rowText(cells: readonly Cell[]): string {
  return `|${cells.map(cellText).join('')}\n`;
}

/** How many cells are kept as printed: words of policies come again and again. */
const MOST_KEPT = 10_000;
const kept = new Map<string, string>();

function cellText(cell: Cell): string {
  const isText = typeof cell === 'string';
  if (isText && isPlain(cell)) return ` ${cell.replaceAll('_', '\\_')} |`;
  const key = isText ? cell : `\n${JSON.stringify(cell)}`;
  const text = kept.get(key) ?? printed(cell);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, text);
  return text;
}

/**
 * Whether the printer leaves a text as it is but for underscores: letters, digits, Chinese characters, and between them the signs
 * of names of files, where no address (`www.`, `http:`) can begin.
 */
function isPlain(text: string): boolean {
  return /^(?:[/_A-Za-z\d\u4e00-\u9fff]|(?<![wW])[.]|(?<=.)-|(?<=.)(?<![psPS]):)*[A-Za-z\d\u4e00-\u9fff]$/.test(text);
}

/** A row of one cell stands third, after the head and what divides them. */
function printed(cell: Cell): string {
  return print([table([[''], [cell]])])
    .split('\n')[2]!
    .slice(1);
}

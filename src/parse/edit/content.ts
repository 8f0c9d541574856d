// In: what an edit writes. Out: its YAML, in block style or, where it goes inside braces, in flow style.

/** What stands under a key: a text, a list, or a map whose keys keep their order. */
export type Content = string | readonly Content[] | { readonly [key: string]: Content };

/** How a file writes: its line break, whether it is JSON, and by how many columns a level is indented. */
export interface Style {
  readonly newline: '\n' | '\r\n';
  readonly json: boolean;
  readonly step: number;
}

/** Texts that YAML reads as written wherever they stand: no sign of the syntax, and none that looks like one. */
const PLAIN =
  /^(?!null$)[\p{L}\p{Nd}_](?:(?:[\p{L}\p{M}\p{Nd}_.\-/（）《》〔〕“”、，。；：— ]|:(?=[\p{L}\p{Nd}]))*[\p{L}\p{M}\p{Nd}_）》〕”。])?$/u;

/** One scalar: plain where it is surely read back as the same text, else in double quotes. */
export function scalarText(text: string, { json }: Style): string {
  return !json && PLAIN.test(text) ? text : JSON.stringify(text);
}

/** A value in one line. */
export function flowText(content: Content, style: Style): string {
  if (typeof content === 'string') return scalarText(content, style);
  if (isList(content)) return `[${content.map((item) => flowText(item, style)).join(', ')}]`;
  const entries = Object.entries(content).map(([key, value]) => `${scalarText(key, style)}: ${flowText(value, style)}`);
  return `{ ${entries.join(', ')} }`;
}

/** The lines of a key and its value, the key at a column. */
export function entryLines(key: string, content: Content, column: number, style: Style): string[] {
  const [first, ...rest] = valueLines(key, content, column, style);
  return [`${' '.repeat(column)}${scalarText(key, style)}:${first!}`, ...rest];
}

/** What follows a key's colon, and the lines below it. Lists of options stay in one line; each piece of evidence has its own. */
export function valueLines(key: string, content: Content, column: number, style: Style): string[] {
  if (typeof content === 'string') return [` ${flowText(content, style)}`];
  const below = column + style.step;
  if (!isList(content)) {
    return ['', ...Object.entries(content).flatMap(([key, value]) => entryLines(key, value, below, style))];
  }
  if (key !== 'evidence' && content.every(isOption)) return [` ${flowText(content, style)}`];
  return ['', ...content.flatMap((item) => itemLines(item, below, style))];
}

/** The lines of a list's item, its dash at a column. */
export function itemLines(item: Content, column: number, style: Style): string[] {
  const dash = `${' '.repeat(column)}- `;
  if (typeof item === 'string' || isList(item)) return [dash + flowText(item, style)];
  const lines = Object.entries(item).flatMap(([key, value]) => entryLines(key, value, column + 2, style));
  return lines.map((line, i) => (i === 0 ? dash + line.slice(column + 2) : line));
}

/** Whether a content is a list. */
export function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

/** A word, as options are. */
function isOption(item: Content): boolean {
  return typeof item === 'string' && /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(item);
}

// A few makers for XML 1.0. What XML cannot hold at all is shown as a mark; the rest is escaped, so that no text can end its element.
import { printable } from './printable.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** Characters beyond the first plane that no text may hold, such as U+1FFFE, are allowed in XML; all others were made visible. */
function escaped(text: string, keep: string): string {
  return text.replaceAll(/[&<>"'\t\n]/gu, (sign) => (keep.includes(sign) ? sign : ESCAPES[sign]!));
}

/** A text between tags; its lines stay lines. */
export function xmlText(text: string): string {
  return escaped(text.split('\n').map(printable).join('\n'), '\n\t"\'');
}

/** An element with attributes and children that are XML already; a single text child stays on its line. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly string[]
): string {
  const shown = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(printable(value), '')}"`);
  const open = `<${name}${shown.join('')}`;
  if (children.length === 0) return `${open}/>`;
  return `${open}>${children.join('')}</${name}>`;
}

// In: a text and a width. Out: its lines. Chinese characters take two columns and break anywhere, other words at spaces.
import { printable } from '../../report/printable.js';
import { widthOf } from '../../report/width.js';

/** Signs that no line begins with. */
const CLOSING = /^[，。；：、！？）》」』”’,.;:!?)\]]/u;

/** Parts between which a line may break; an opening bracket goes with what it opens. */
const PARTS =
  /[（《「『【〔“‘]+[^\s]|[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]+|\s+/gu;

/** A command on a line of its own: it is copied, so the terminal breaks it, which puts nothing in between. */
const COMMAND = /^ +(?:npx caijue|node \S+|caijue) /u;

/** Wraps a text; lines after the first are indented. What stands in it cannot move the cursor. */
export function wrapped(text: string, width: number, indent = 0): string {
  return text
    .split('\n')
    .map((line) => printable(line))
    .flatMap((line) => (COMMAND.test(line) ? [line] : wrapLine(line, Math.max(10, width - 2), indent)))
    .join('\n');
}

function wrapLine(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(text, width - indent)) {
    const fits = widthOf(line + part) <= width || CLOSING.test(part) || line.trim() === '';
    if (fits) line += part;
    else {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent) + part.trimStart();
    }
  }
  return [...lines, line.trimEnd()];
}

/** The parts of a line; one that is wider than a line is cut into characters. */
function partsOf(text: string, width: number): string[] {
  return (text.match(PARTS) ?? []).flatMap((part) => (widthOf(part) > width ? [...part] : [part]));
}

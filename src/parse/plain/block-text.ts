// In: the `|` or `>` that begins a text of several lines. Out: its node on the tape, and afterwards the text that it comes to.
import { byteAt, DASH, DECLINED, isLineEnd, LINE, nextContent, SPACE, TAB, type Scan } from './scan.js';
import { BLOCK, push } from './tape.js';

/** Reads a block of lines that stand deeper than `column`. Spaces on empty lines, tabs at the beginning of a line, and a last line without a break, are not plain. */
export function blockText(scan: Scan, from: number, column: number): number {
  const { bytes, end } = scan;
  const sign = byteAt(scan, from + 1) === DASH ? from + 2 : from + 1;
  if (!isLineEnd(scan, sign)) return DECLINED;
  let at = afterBreak(scan, sign);
  let indent = -1;
  while (at < end) {
    let content = at;
    while (content < end && bytes[content] === SPACE) content += 1;
    const isEmpty = isLineEnd(scan, content);
    if ((isEmpty && content > at) || byteAt(scan, content) === TAB) return DECLINED;
    if (!isEmpty) {
      if (indent < 0) indent = content - at;
      if (indent <= column) return DECLINED;
      if (content - at < indent) break;
    }
    at = afterBreak(scan, content);
    if (at > end) return DECLINED;
  }
  if (indent < 0) return DECLINED;
  push(scan.tape, BLOCK, from, at);
  const next = nextContent(scan, at);
  // A line between the block's depth and its owner's is a mistake of indentation, or a comment.
  return next === DECLINED || scan.column > column ? DECLINED : next;
}

/** The offset after the next line break; past the end where there is none. */
function afterBreak({ bytes, end }: Scan, from: number): number {
  let at = from;
  while (at < end && bytes[at] !== LINE) at += 1;
  return at + 1;
}

/** The text of a block as written: its lines without their indentation, folded after `>`, and without the last break after `-`; none of spaces alone. */
export function textOfBlock(written: string): string | undefined {
  const [head, ...rest] = written.split(/\r?\n/u);
  const lines = rest.slice(0, -1);
  while (lines.at(-1) === '') lines.pop();
  const indent = /^ */u.exec(lines.find((line) => line !== '')!)![0].length;
  const own = lines.map((line) => line.slice(indent));
  const body = head!.startsWith('|') ? own.join('\n') : folded(own);
  if (body === undefined || body.trim() === '') return undefined;
  return head!.endsWith('-') ? body : `${body}\n`;
}

/** Lines in one, a break for each empty line between them; a line that stands deeper than the first is not folded so simply. */
function folded(lines: readonly string[]): string | undefined {
  if (lines[0] === '' || lines.some((line) => line.startsWith(' '))) return undefined;
  return lines.reduce((text, line, i) => {
    if (i === 0) return line;
    if (line === '') return `${text}\n`;
    return lines[i - 1] === '' ? text + line : `${text} ${line}`;
  }, '');
}

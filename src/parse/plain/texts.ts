// In: a node of the tape that is a text. Out: the text that it comes to; undefined where only the whole reader knows.
import { unseenCharacters } from '../yaml/characters.js';
import { textOfBlock } from './block-text.js';
import { BLOCK, EMPTY, ESCAPED, SINGLE, type Tape } from './tape.js';

/** The text of a node. Escapes could bring back characters that were refused in the file. */
export function textOf(text: string, tape: Tape, node: number): string | undefined {
  const kind = tape.kind[node]!;
  if (kind === EMPTY) return '';
  const [from, to] = [tape.from[node]!, tape.to[node]!];
  if (kind === BLOCK) return textOfBlock(text, from, to);
  const written = text.slice(from, to);
  if (kind === SINGLE) return written.replaceAll("''", "'");
  return kind === ESCAPED ? unescaped(written) : written;
}

function unescaped(written: string): string | undefined {
  const text = JSON.parse(`"${written}"`) as string;
  return unseenCharacters(text).next().done === true ? text : undefined;
}

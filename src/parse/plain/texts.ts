// In: what stands between a node's ends. Out: the text that it comes to; undefined where only the whole reader knows.
import { unseenCharacters } from '../yaml/characters.js';
import { textOfBlock } from './block-text.js';
import { BLOCK, EMPTY, ESCAPED, SINGLE } from './tape.js';

/** The text of a node of some kind. Escapes could bring back characters that were refused in the file. */
export function textOf(kind: number, written: string): string | undefined {
  if (kind === EMPTY) return '';
  if (kind === BLOCK) return textOfBlock(written);
  if (kind === SINGLE) return written.replaceAll("''", "'");
  return kind === ESCAPED ? unescaped(written) : written;
}

function unescaped(written: string): string | undefined {
  const text = JSON.parse(`"${written}"`) as string;
  return unseenCharacters(text).next().done === true ? text : undefined;
}

// In: the text of a YAML file. Out: its comments and where each stands.
import { Lexer } from 'yaml';

/** A comment with its offsets (UTF-16 units). */
export interface Comment {
  readonly from: number;
  readonly text: string;
}

/** Lexemes that the lexer adds and that stand nowhere in the text: the start of a document, of a scalar, an error. */
const ADDED: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/** All comments of a text, in order. What follows the sign of a scalar is its text, whatever it begins with. */
export function commentsIn(text: string): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (!ADDED.has(lexeme)) {
      if (lexeme.startsWith('#') && before !== '\u001f') comments.push({ from: offset, text: lexeme });
      offset += lexeme.length;
    }
    before = lexeme;
  }
  return comments;
}

// In: a YAML or JSON text. Out: its concrete syntax, or a refusal before anything recursive sees it.
// Deep nesting can abort the whole process inside a recursive composer, so depth is measured on the parser's own stack.
import { CST, Lexer, Parser, type LineCounter } from 'yaml';
import type { Code } from '../../model/codes/index.js';

/** The deepest nesting and the most lexical tokens of a file. Real policies stay below 20 and 20,000. */
export const GATE = { depth: 128, tokens: 400_000 } as const;

/** What the gate found: tokens to compose, or where and why it refused. */
export type Gated =
  | { readonly ok: true; readonly tokens: readonly CST.Token[] }
  | { readonly ok: false; readonly code: Code; readonly offset: number; readonly length: number };

/** YAML features that a policy or case never needs, each of which can hide what a file says. */
const REFUSED: Readonly<Partial<Record<CST.TokenType, Code>>> = {
  anchor: 'parse/anchor',
  alias: 'parse/anchor',
  tag: 'parse/tag',
  'directive-line': 'parse/directive',
};

/** Runs lexer and parser without recursion and stops at the first thing that is refused. */
export function gate(text: string, lineCounter: LineCounter): Gated {
  const parser = new Parser(lineCounter.addNewLine);
  const tokens: CST.Token[] = [];
  let count = 0;
  let insideScalar = false;
  lineCounter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme);
    const refuse = (code: Code): Gated => {
      const { offset } = parser;
      return { ok: false, code, offset, length: wordAt(text, offset, lexeme.length) };
    };
    const refused = type && !insideScalar ? REFUSED[type] : undefined;
    if (refused) return refuse(refused);
    insideScalar = !insideScalar && type === 'scalar';
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > GATE.depth) return refuse('parse/too-deep');
    if (++count > GATE.tokens) return refuse('parse/too-many-parts');
  }
  for (const token of parser.end()) tokens.push(token);
  return { ok: true, tokens };
}

/** The length of the word that a refused sign begins; the library ends a tag before its first Chinese character. */
function wordAt(text: string, offset: number, least: number): number {
  return Math.max(least, /^[^\s,[\]{}]*/u.exec(text.slice(offset, offset + 100))![0].length);
}

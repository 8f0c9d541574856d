// In: the text of a leaf or an expression. Out: its tokens with offsets, or the first character that has no place in it.
import type { Code } from '../../model/codes/index.js';
import { fullWidthWords, halfWidth } from '../yaml/full-width.js';

/** A token; `from` and `to` are offsets in UTF-16 units. */
export interface Token {
  readonly kind: 'name' | 'number' | 'date' | 'operator' | 'end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A mistake in an expression, at offsets in it. */
export interface Fault {
  readonly code: Code;
  readonly from: number;
  readonly to: number;
  readonly words: Readonly<Record<string, string>>;
}

const TOKEN =
  /(?<space> +)|(?<date>\d{4}-\d{2}-\d{2}(?![\p{L}\p{Nd}]))|(?<number>\d[\p{L}\p{Nd}_.%]*)|(?<name>[\p{L}_][\p{L}\p{Nd}_]*)|(?<operator><=|>=|!=|[-+*/<>=()[\],])/uy;

/** Splits a text into tokens and a closing `end`. */
export function tokenize(text: string): Token[] | Fault {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return strange(text, at);
    const kind = (['date', 'number', 'name', 'operator'] as const).find((name) => match.groups?.[name] !== undefined);
    if (kind) tokens.push({ kind, text: match[0], from: at, to: at + match[0].length });
    at += match[0].length;
  }
  return [...tokens, { kind: 'end', text: '', from: text.length, to: text.length }];
}

function strange(text: string, at: number): Fault {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const to = at + character.length;
  const instead = halfWidth(character);
  if (instead) return { code: 'parse/full-width', from: at, to, words: fullWidthWords(character, instead) };
  return { code: 'parse/strange-character', from: at, to, words: { character } };
}

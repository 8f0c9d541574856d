// In: the text of a leaf or an expression. Out: its syntax tree, names not yet looked up.
import {
  FUNCTIONS,
  type ArithmeticOperator,
  type ComparisonOperator,
  type FunctionName,
} from '../../model/expression.js';
import { nearest } from '../nearest.js';
import { tokenize, type Fault, type Token } from './tokens.js';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An expression before names are looked up. */
export type Syntax = Stretch &
  (
    | { readonly kind: 'number' | 'date' | 'name'; readonly text: string }
    | {
        readonly kind: 'arithmetic';
        readonly operator: ArithmeticOperator;
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Syntax[] }
  );

/** A comparison with the term on its left. */
export interface CompareSyntax extends Stretch {
  readonly kind: 'compare';
  readonly operator: ComparisonOperator;
  readonly right: Syntax;
}

/** What is said of the term on its left; in a table cell the left term is the column. */
export type RelationSyntax =
  | CompareSyntax
  | (Stretch & { readonly kind: 'in'; readonly right: readonly Syntax[] })
  | (Stretch & { readonly kind: 'has'; readonly right: readonly Syntax[] });

/** A leaf before names are looked up. */
export type LeafSyntax = Stretch &
  (
    | { readonly kind: 'bare'; readonly negated: boolean; readonly operand: Syntax }
    | { readonly kind: 'relation'; readonly left: Syntax; readonly relation: RelationSyntax }
  );

/** Parenthesis depth beyond which an expression is refused. */
const DEEPEST = 50;

/** Signs of arithmetic beyond which an expression is refused: a sum as long as its file would be a tree as deep. */
const MOST_SIGNS = 100;

/** Where reading stands. After the first fault the cursor stands at the end, so that every reader below it returns. */
interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  signs: number;
  fault: Fault | undefined;
}

const here = (cursor: Cursor): Token => cursor.tokens[cursor.at]!;

function take(cursor: Cursor, ...texts: readonly string[]): Token | undefined {
  const token = here(cursor);
  if (token.kind !== 'name' && token.kind !== 'operator') return undefined;
  if (!texts.includes(token.text)) return undefined;
  cursor.at += 1;
  return token;
}

function fail(cursor: Cursor, code: Fault['code'], words: Record<string, string> = {}, token = here(cursor)): Syntax {
  const last = token.kind === 'end' ? cursor.tokens.at(-2) : undefined;
  const { from, to } = last ?? token;
  const { text } = token;
  cursor.fault ??= { code, from, to, words: { name: text, ...words } };
  cursor.at = cursor.tokens.length - 1;
  return { kind: 'number', text: '0', from, to };
}

function expectSign(cursor: Cursor, sign: string): number {
  const token = take(cursor, sign);
  return token ? token.to : fail(cursor, 'parse/expected', { expected: sign }).to;
}

const RELATIONS = ['<', '<=', '>', '>=', '=', '!=', 'in', 'has'];

function leaf(cursor: Cursor): LeafSyntax {
  const { from } = here(cursor);
  const negated = take(cursor, 'not') !== undefined;
  const after = here(cursor);
  const left = sum(cursor);
  const sign = take(cursor, ...RELATIONS);
  if (negated && (sign ?? after.text === 'not')) {
    return {
      kind: 'bare',
      negated,
      operand: fail(cursor, 'parse/not-takes-a-name', {}, restFrom(cursor, after)),
      from,
      to: left.to,
    };
  }
  if (!sign) return { kind: 'bare', negated, operand: left, from, to: left.to };
  const relation = relationAfter(cursor, sign);
  return { kind: 'relation', left, relation, from, to: relation.to };
}

/** All that is written from a token on. */
function restFrom(cursor: Cursor, { kind, text, from }: Token): Token {
  return { kind, text, from, to: cursor.tokens.at(-1)!.from };
}

/** What follows a relation sign. */
function relationAfter(cursor: Cursor, sign: Token): RelationSyntax {
  const { from } = sign;
  if (sign.text !== 'in' && sign.text !== 'has') {
    const right = sum(cursor);
    return { kind: 'compare', operator: sign.text as ComparisonOperator, right, from, to: right.to };
  }
  if (sign.text === 'has' && here(cursor).text !== '[') {
    const option = sum(cursor);
    return { kind: 'has', right: [option], from, to: option.to };
  }
  expectSign(cursor, '[');
  const right = listOf(cursor);
  const to = expectSign(cursor, ']');
  return sign.text === 'in' ? { kind: 'in', right, from, to } : { kind: 'has', right, from, to };
}

function listOf(cursor: Cursor): Syntax[] {
  const items = [sum(cursor)];
  while (take(cursor, ',')) items.push(sum(cursor));
  return items;
}

function sum(cursor: Cursor): Syntax {
  return joined(cursor, ['+', '-'], (inner) => joined(inner, ['*', '/'], atom));
}

function joined(cursor: Cursor, signs: readonly string[], operand: (cursor: Cursor) => Syntax): Syntax {
  let left = operand(cursor);
  for (let sign = take(cursor, ...signs); sign; sign = take(cursor, ...signs)) {
    if (++cursor.signs > MOST_SIGNS) return fail(cursor, 'parse/too-deep', {}, sign);
    const right = operand(cursor);
    left = {
      kind: 'arithmetic',
      operator: sign.text as ArithmeticOperator,
      left,
      right,
      from: left.from,
      to: right.to,
    };
  }
  return left;
}

function atom(cursor: Cursor): Syntax {
  if (cursor.depth >= DEEPEST) return fail(cursor, 'parse/too-deep');
  cursor.depth += 1;
  const result = plainAtom(cursor, here(cursor));
  cursor.depth -= 1;
  return result;
}

function plainAtom(cursor: Cursor, token: Token): Syntax {
  const { from, to } = token;
  if (take(cursor, '-')) {
    const number = here(cursor);
    if (number.kind !== 'number') return fail(cursor, 'parse/expected-operand');
    cursor.at += 1;
    return { kind: 'number', text: `-${number.text}`, from, to: number.to };
  }
  if (take(cursor, '(')) {
    const inner = sum(cursor);
    return { ...inner, from, to: expectSign(cursor, ')') };
  }
  if (token.kind === 'operator' || token.kind === 'end') return fail(cursor, 'parse/expected-operand');
  cursor.at += 1;
  if (token.kind === 'name' && take(cursor, '(')) return call(cursor, token);
  return { kind: token.kind, text: token.text, from, to };
}

/** Functions of other languages whose nearest name here would do something else. */
const FOREIGN: Readonly<Record<string, FunctionName>> = { add_years: 'add_months', date_diff: 'days_between' };

function call(cursor: Cursor, token: Token): Syntax {
  const name = FUNCTIONS.find((known) => known === token.text);
  if (!name) {
    const words = { near: FOREIGN[token.text] ?? nearest(token.text, FUNCTIONS), allowed: FUNCTIONS.join(' ') };
    return fail(cursor, 'parse/unknown-function', words, token);
  }
  const args = listOf(cursor);
  return { kind: 'call', name, args, from: token.from, to: expectSign(cursor, ')') };
}

function read<T>(text: string, take: (cursor: Cursor) => T): T | Fault {
  const tokens = tokenize(text);
  if (!Array.isArray(tokens)) return tokens;
  const cursor: Cursor = { tokens, at: 0, depth: 0, signs: 0, fault: undefined };
  const value = take(cursor);
  if (!cursor.fault && here(cursor).kind !== 'end') fail(cursor, 'parse/unexpected-word');
  return cursor.fault ?? value;
}

/** Reads a leaf of a condition. */
export function readLeaf(text: string): LeafSyntax | Fault {
  return read(text, leaf);
}

/** Reads an expression. */
export function readExpression(text: string): Syntax | Fault {
  return read(text, sum);
}

/** Reads a table cell: what is said of its column, parts joined by commas; a bare operand means equality. */
export function readCell(text: string): readonly RelationSyntax[] | Fault {
  return read(text, (cursor) => {
    const relations: RelationSyntax[] = [];
    do {
      const sign = take(cursor, ...RELATIONS);
      relations.push(sign ? relationAfter(cursor, sign) : equality(sum(cursor)));
    } while (take(cursor, ','));
    return relations;
  });
}

function equality(right: Syntax): RelationSyntax {
  return { kind: 'compare', operator: '=', right, from: right.from, to: right.to };
}

/** Whether reading ended in a fault. */
export function isFault(value: object): value is Fault {
  return 'code' in value;
}

// In: an error of the YAML library. Out: the mistake that a person made there, and the stretch of text that shows it.
import type { CST, YAMLError } from 'yaml';
import type { Code } from '../../model/codes/index.js';
import { fullWidthSign, fullWidthWords, HALF_WIDTH } from './full-width.js';
import { closedAt, openBracket, openQuote, type Opened } from './unclosed.js';

/** How far back a mistake is looked for: patterns without a beginning take time that grows with the square of the text. */
const WINDOW = 2000;

/** A mistake in a text, at offsets in it. */
export interface Mistake {
  readonly code: Code;
  readonly from: number;
  readonly to: number;
  readonly words?: Readonly<Record<string, string>>;
}

/** What the library was given. */
export interface Composed {
  readonly text: string;
  readonly tokens: readonly CST.Token[];
}

type Reader = (from: number, to: number, composed: Composed, message: string) => Mistake;

/** What each kind of error is, unless a full-width sign explains it; all others are `parse/syntax`. */
const READERS: Readonly<Partial<Record<YAMLError['code'], Reader>>> = {
  TAB_AS_INDENT: (from, _, { text }) => {
    const tabs = /^\t*/u.exec(text.slice(from))![0].length;
    return { code: 'parse/tab-indent', from, to: from + Math.max(tabs, 1) };
  },
  BAD_INDENT: (from, _, composed, message) =>
    message.includes('end with') ? unclosedBracket(from, composed) : badIndent(from, composed),
  BAD_SCALAR_START: (from, _, { text }) => quoteNeeded(from, text),
  BLOCK_AS_IMPLICIT_KEY: keyAfterKey,
  BLOCK_IN_FLOW: (from, _, { text }) =>
    text[from] === '-' ? quoteNeeded(from, text) : { code: 'parse/colon-in-text', from, to: endOfPart(text, from) },
  MULTILINE_IMPLICIT_KEY: (from, _, { text }) =>
    text[from] === '-' ? quoteNeeded(from, text) : { code: 'parse/colon-missing', from, to: endOfLine(text, from) },
  MISSING_CHAR: missingSign,
  NON_STRING_KEY: (from, to, { text, tokens }) => {
    const end = closedAt(tokens, from) ?? to;
    return { code: 'parse/bad-key', from, to: end, words: { name: text.slice(from, end) } };
  },
  BAD_DQ_ESCAPE: (from, _, { text }) => {
    const [written] = /^\\(?:x[\da-fA-F]?|u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8}|.?)/su.exec(text.slice(from, from + 12))!;
    return { code: 'parse/bad-escape', from, to: from + written.length };
  },
  RESOURCE_EXHAUSTION: (from, to) => ({ code: 'parse/too-deep', from, to }),
  UNEXPECTED_TOKEN: unexpected,
};

/** Kinds of error that a full-width sign on their line brings about. */
const FROM_FULL_WIDTH: readonly YAMLError['code'][] = [
  'MULTILINE_IMPLICIT_KEY',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'MISSING_CHAR',
  'UNEXPECTED_TOKEN',
];

/** Reads one library error. */
export function mistakeOf(error: YAMLError, composed: Composed): Mistake {
  const { text } = composed;
  const from = Math.min(error.pos[0], text.length);
  const to = Math.max(error.pos[1], from + 1);
  const sign = FROM_FULL_WIDTH.includes(error.code) && signOnLine(from, text, error.code === 'BLOCK_IN_FLOW');
  if (sign) return sign;
  const mistake = READERS[error.code]?.(from, to, composed, error.message) ?? { code: 'parse/syntax', from, to };
  return dashWithoutSpace(mistake, text) ?? mistake;
}

/** An item of a list without a space after its dash, on the line of a mistake that it brings about. */
function dashWithoutSpace({ code, from }: Mistake, text: string): Mistake | undefined {
  if (!['parse/bad-indent', 'parse/quote-needed', 'parse/colon-missing', 'parse/syntax'].includes(code))
    return undefined;
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const at = line + /^ */u.exec(text.slice(line, from + 1))![0].length;
  const to = endOfLine(text, at);
  return /^-[^\s\d.-]/u.test(text.slice(at, to)) ? { code: 'parse/dash-space', from: at, to } : undefined;
}

/** A full-width sign that explains an error on its line. */
export function signOnLine(from: number, text: string, inBraces: boolean): Mistake | undefined {
  const line = text.slice(0, from).lastIndexOf('\n') + 1;
  const sign = fullWidthSign(text.slice(line, endOfLine(text, line)), inBraces);
  return sign === undefined ? undefined : fullWidth(line + sign, text);
}

function fullWidth(from: number, text: string): Mistake {
  const character = text[from]!;
  return { code: 'parse/full-width', from, to: from + 1, words: fullWidthWords(character, HALF_WIDTH[character]!) };
}

function quoteNeeded(from: number, text: string): Mistake {
  return { code: 'parse/quote-needed', from, to: from + 1, words: { name: text[from]! } };
}

/** The end of the line on which an offset lies, without comment and closing spaces. */
export function endOfLine(text: string, from: number): number {
  const line = /^[^\r\n]*/u.exec(text.slice(from))![0];
  // Not by one pattern: it would look at a long run of spaces again from every space in it.
  const comment = line.search(/\s#/u);
  return from + line.slice(0, comment < 0 ? line.length : comment).trimEnd().length;
}

/** The end of the part of a flow collection that starts at an offset, on its line. */
function endOfPart(text: string, from: number): number {
  return from + /^[^,[\]{}\r\n]*/u.exec(text.slice(from, endOfLine(text, from)))![0].trimEnd().length;
}

/** The key, item or word that stands first at or after an offset. */
export function badIndent(near: number, { text }: Composed): Mistake {
  const from = near + /^\s*/u.exec(text.slice(near))![0].length;
  const line = text.slice(from, endOfLine(text, from));
  const word = /^.+?(?=:(?:\s|$)|,)/u.exec(line)?.[0] ?? line;
  return { code: 'parse/bad-indent', from, to: from + word.length };
}

/** A bracket that does not end; or, where it is closed further down, content that stands too far to the left. */
function unclosedBracket(end: number, composed: Composed): Mistake {
  const opened = openBracket(composed.tokens, end);
  if (opened && closesLater(composed.text.slice(end), opened.closer)) return badIndent(end, composed);
  return atOpening(opened, end, composed);
}

function closesLater(rest: string, closer: string): boolean {
  let depth = 0;
  for (const [sign] of rest.matchAll(/[[\]{}]/gu)) {
    if (depth === 0 && (sign === ']' || sign === '}')) return sign === closer;
    depth += sign === '[' || sign === '{' ? 1 : -1;
  }
  return false;
}

/** From the sign that opens to the end of its line; a full-width closing sign on that line is the mistake itself. */
function atOpening(opened: Opened | undefined, end: number, { text }: Composed): Mistake {
  const from = opened?.offset ?? end;
  const to = Math.max(endOfLine(text, from), from + 1);
  const wide = { ']': '］', '}': '｝' }[opened?.closer ?? ''];
  const at = wide === undefined ? -1 : text.slice(from, to).indexOf(wide);
  return at < 0 ? { code: 'parse/bracket-missing', from, to } : fullWidth(from + at, text);
}

/** A second `key: value` on a line; a text that starts with a sign of YAML; or a list that stands too far to the left. */
function keyAfterKey(from: number, _: number, composed: Composed, message: string): Mistake {
  const { text } = composed;
  if (message.includes('sequence')) return badIndent(from, composed);
  if (/^[?-] /u.test(text.slice(from, from + 2))) return quoteNeeded(from, text);
  const line = Math.max(text.lastIndexOf('\n', from - 1) + 1, from - WINDOW);
  const [, indent, key] = /^([ -]*)([^\s:{[][^:{[]*?) *[{[]/u.exec(text.slice(line, from)) ?? [];
  if (key !== undefined)
    return { code: 'parse/colon-missing', from: line + indent!.length, to: line + indent!.length + key.length };
  return { code: 'parse/colon-in-text', from, to: endOfLine(text, from) };
}

function missingSign(from: number, to: number, composed: Composed, message: string): Mistake {
  if (message.includes('closing')) return atOpening(openQuote(composed.tokens, from), from, composed);
  if (message.includes('end with')) return unclosedBracket(from, composed);
  if (message.includes('map values')) return { code: 'parse/colon-missing', from, to };
  if (message.includes('without - ')) return badIndent(from, composed);
  const start = from + /^\s*/u.exec(composed.text.slice(from))![0].length;
  if (/[[{]/u.test(composed.text[start] ?? '')) return brokenText(start, start + 1, composed.text);
  return { code: 'parse/syntax', from: start, to: Math.max(endOfPart(composed.text, start), start + 1) };
}

/** What has no place where it stands: a closing bracket without its opening one, a text that starts with a sign of YAML. */
function unexpected(from: number, to: number, composed: Composed, message: string): Mistake {
  const { text } = composed;
  const header = /[|>]\S*[ \t]*$/u.exec(text.slice(Math.max(0, from - 20), from));
  if (header && /^(?:Block scalar header|Not a YAML token)/u.test(message)) {
    return quoteNeeded(Math.max(0, from - 20) + header.index, text);
  }
  if (message.startsWith('Unexpected block-seq-ind')) return quoteNeeded(from, text);
  if (/^Unexpected flow-(?:seq|map)-end/u.test(message)) return { code: 'parse/bracket-missing', from, to };
  if (/^Unexpected flow-(?:seq|map)-start at node end/u.test(message)) return brokenText(from, to, text);
  return { code: 'parse/syntax', from, to };
}

/** A text in braces that an unquoted bracket breaks off, from its beginning to the end of what the bracket holds. */
function brokenText(from: number, to: number, text: string): Mistake {
  const start = Math.max(0, from - WINDOW);
  const before = /[^\s,:[\]{}"'][^,[\]{}"'\n]*$/u.exec(
    text.slice(start, from).replace(/^[^]*(?:: |[,[{] *)/u, (head) => ' '.repeat(head.length)),
  );
  if (!before) return { code: 'parse/syntax', from, to };
  const end = /^[^\]}\n]*[\]}]?/u.exec(text.slice(from))![0].length;
  return { code: 'parse/comma-in-braces', from: start + before.index, to: from + end, words: { sign: 'bracket' } };
}

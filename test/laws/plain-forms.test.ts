// The plain subset form by form: what the plain reader takes, which the whole reader reads alike, and what it leaves.
import { describe, expect, test } from 'vitest';
import { plainTree } from '../../src/parse/plain/tree.js';
import { nested, PLAIN_FORMS } from '../fuzz/plain-texts.js';
import { tryPlain } from '../fuzz/plain-trial.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the plain reader takes', () => {
  test.each(PLAIN_FORMS)('%s', (_, text) => {
    expect(tryPlain(bytes(text))).toBe('accepted');
    expect(tryPlain(bytes(text.replaceAll('\n', '\r\n')))).toBe('accepted');
  });
});

const LEFT: readonly (readonly [string, string])[] = [
  ...[',b', ']', '}', '&b', '*b', '!b', '%b', '@b', '`b`', '~', '.5', '?b', ':b', '- b', '-', '-b', '|+', '>2'].map(
    (text) => [`a value ${text}`, `a: ${text}\n`] as const,
  ),
  ['a map in a value', 'a: b: c\n'],
  ['a colon at the end of a value', 'a: b:\n'],
  ['a pair in a list', 'a: [b: 1]\n'],
  ['a key in quotes before another value', 'a: "b": c\n'],
  ['a colon without space', 'a:b\n'],
  ['a colon without space before a comment', 'a:#c\n'],
  ['a colon without space in braces', 'a: { b:1 }\n'],
  ['a list as a key', 'a: { [b]: 1 }\n'],
  ['a map as a key', 'a: { { b: 1 }: 2 }\n'],
  ['a map in braces before a colon', '{ a: 1 }: 2\n'],
  ['a text after quotes', 'a: "b" c\n'],
  ['a text after single quotes', "a: 'b' c\n"],
  ['a text after brackets', 'a: [1] b\n'],
  ['quotes after quotes in brackets', 'a: ["b" "c"]\n'],
  ['two commas', 'a: [1,, 2]\n'],
  ['a comma first', 'a: [, 1]\n'],
  ['a comma last in braces', 'a: { b: 1, }\n'],
  ['the other bracket', 'a: [1}\n'],
  ['the other brace', 'a: { b: 1]\n'],
  ['an open bracket', 'a: [1\n'],
  ['an open bracket above a key', 'a: [1\nb: 2\n'],
  ['an open brace', 'a: { b: 1\n'],
  ['open quotes', 'a: "b\n'],
  ['an open single quote', "a: 'b\n"],
  ['an escape at the end', 'a: "b\\'],
  ['a short escape', 'a: "\\u12"\n'],
  ['an escape of a letter that is none', 'a: "\\q"\n'],
  ['an escape that is no hexadecimal number', 'a: "\\u12g4"\n'],
  ['an escape of a bell', 'a: "\\u0007"\n'],
  ['brackets on lines that do not stand deep enough', 'a: [\n1 ]\n'],
  ['a bracket that closes too far to the left', 'a: [\n  1\n]\n'],
  ['brackets in a list that do not stand deep enough', 'a:\n  - [\n  1 ]\n'],
  ['a key that stands too deep', 'a: 1\n  b: 2\n'],
  ['a key that does not stand deep enough', 'a:\n   b: 1\n  c: 2\n'],
  ['a key that stands too deep below a list', 'a:\n  - 1\n   b: 2\n'],
  ['an item that stands too deep', 'a:\n  - 1\n    - 2\n'],
  ['a first key that stands in', ' a: 1\n'],
  ['a key without a value', 'a\n'],
  ['a key of two words without a value', 'a: 1\nb c\n'],
  ['an item that is empty', 'a:\n  -\n  - 1\n'],
  ['a dash without space', 'a:\n  -b\n'],
  ['a tab before a key', '\ta: 1\n'],
  ['a tab after a value', 'a: 1\t\n'],
  ['a tab in quotes', 'a: "b\tc"\n'],
  ['a tab in single quotes', "a: 'b\tc'\n"],
  ['a tab in brackets', 'a: [b\tc]\n'],
  ['a key that is __proto__', '__proto__: 1\n'],
  ['no key', ': 1\n'],
  ['a line break in quotes of a key', '"a\n  b": 1\n'],
  ['the end of a document', 'a: 1\n...\n'],
  ['a block that is empty', 'a: |\nb: 1\n'],
  ['a block without a break at its end', 'a: |\n  x'],
  ['a block with a comment beside its sign', 'a: | # c\n  x\n'],
  ['a block with its indentation in figures', 'a: |2\n  x\n'],
  ['a block whose lines stand no deeper than its key', 'a:\n  b: |\n  x\n'],
  ['a block above a line between its depth and that of its key', 'a: |\n    x\n  y\n'],
  ['a folded block with a line that stands deeper', 'a: >\n  x\n    y\n'],
  ['a folded block with a line that stands deeper by a tab', 'a: >\n  x\n  \ty\n'],
  ['a block of an ideographic space', 'a: |\n  \u3000\n'],
  ['a block of a tab', 'a:\n  b: |\n    \t\n\n'],
  ['a folded block whose first line begins with a tab', 'a: >\n  \tx\n  y\n'],
  ['a folded block that begins with an empty line', 'a: >\n\n  x\n'],
  ['a key of more than four hundred letters', `${'a'.repeat(401)}: 1\n`],
  ['a key of more than four hundred letters in braces', `a: { ${'b'.repeat(401)}: 1 }\n`],
  ['twenty-five levels', nested(24)],
  ['a map at the root after one in braces', '{ a: 1 }\nb: 2\n'],
];

describe('the plain reader leaves', () => {
  test.each(LEFT)('%s to the whole reader', (_, text) => {
    expect(plainTree(text)).toBeUndefined();
    expect(tryPlain(bytes(text))).not.toBe('accepted');
  });
});

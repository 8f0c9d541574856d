// Law: the plain reader gives the tree that the whole reader gives, to the last place, or leaves the file to it.
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areCommon, endOfText } from '../../src/parse/plain/characters.js';
import { plainTree } from '../../src/parse/plain/tree.js';
import { hasUnseen, unseenCharacters } from '../../src/parse/yaml/characters.js';
import { corpus } from '../fuzz/corpus.js';
import { edited, type Edit } from '../fuzz/inputs.js';
import { PLAIN_TEXTS } from '../fuzz/plain-texts.js';
import { tryPlain } from '../fuzz/plain-trial.js';
import { ROOT } from '../support/host.js';
import { runs } from '../support/runs.js';

const { policies, cases } = corpus(ROOT);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const number = fc.nat(0x7fffffff);
const edits: fc.Arbitrary<Edit[]> = fc.array(fc.record({ kind: number, at: number, to: number, token: number }), {
  minLength: 1,
  maxLength: 4,
});

function shipped(folder: string): readonly string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.yaml')).map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
}

const texts = [...cases.map(({ text }) => text), ...PLAIN_TEXTS, ...PLAIN_TEXTS, ...PLAIN_TEXTS, policies[0]!];

describe('the plain reader', () => {
  test('reads every shipped policy and case, and every form of the subset, with either line break', () => {
    for (const text of [...shipped('policies'), ...shipped('cases'), ...PLAIN_TEXTS.slice(0, 2)]) {
      expect(tryPlain(bytes(text))).toBe('accepted');
      expect(tryPlain(bytes(text.replaceAll('\n', '\r\n')))).toBe('accepted');
    }
  });

  test.each([
    ['a tab', 'a:\t1\n'],
    ['an anchor', 'a: &x 1\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a text over two lines', 'a: 一\n  二\n'],
    ['a quoted text over two lines', 'a: "一\n  二"\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a key twice to the eye', 'ａ: 1\na: 2\n'],
    ['a key without a colon in braces', 'a: { b, c: 1 }\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['an explicit key', '? a\n: 1\n'],
    ['a list at the root', '- 1\n'],
    ['a colon inside a text', 'a: b: c\n'],
    ['an escape that only YAML has', 'a: "\\x1b"\n'],
    ['an escape that hides a character', 'a: "\\u202e"\n'],
    ['a comma after the last part', 'a: [1, 2,]\n'],
    ['spaces on an empty line of a block', 'a: |\n  b\n \n  c\n'],
    ['deep nesting', `a: ${'['.repeat(25)}${']'.repeat(25)}\n`],
    ['nothing', '# 空\n'],
  ])('leaves %s to the whole reader', (_, text) => {
    expect(plainTree(text)).toBeUndefined();
  });

  test('never reads a file that was tampered with otherwise than the whole reader, 10000 times', () => {
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const breaks = fc.boolean();
    const law = fc.property(fc.nat(texts.length - 1), edits, breaks, fc.nat(), number, (i, changes, crlf, at, flip) => {
      const text = edited(texts[i]!, changes);
      const file = bytes(crlf && at % 8 === 0 ? text.replaceAll('\n', '\r\n') : text);
      if (flip % 10 === 0) file[at % Math.max(file.length, 1)] = flip % 256;
      seen[tryPlain(file)] += 1;
    });
    fc.assert(law, { numRuns: runs(10_000, 300) });
    // Else the law would say little: of what is sound, most is plain.
    expect(seen.accepted).toBeGreaterThan(runs(1500, 30));
    expect(seen.declined).toBeLessThan(seen.accepted / 2);
  }, 240_000);
});

describe('the quick look for characters that are refused', () => {
  test('finds them wherever the thorough one does, for every character', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const text = `前${String.fromCodePoint(code)}\n`;
      if (hasUnseen(text) !== (unseenCharacters(text).next().done !== true)) throw new Error(code.toString(16));
    }
  });

  test('passes over bytes only of characters that both see, and over nearly all of our own files', () => {
    let common = 0;
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = `前${String.fromCodePoint(code)}\n`;
      const own = bytes(text);
      if (areCommon(own) && hasUnseen(text)) throw new Error(code.toString(16));
      if (areCommon(own)) common += 1;
      const ends = endOfText(bytes(`${text.slice(0, -1)}"`), 0, own.length);
      if (ends >= 0 && (hasUnseen(text) || code === 0x5c)) throw new Error(`in quotes ${code.toString(16)}`);
    }
    expect(common).toBeGreaterThan(0x9fff - 0x4e00 + 95);
    const files = shipped('cases').map(bytes);
    expect(files.filter(areCommon).length).toBeGreaterThan(files.length * 0.8);
  });
});

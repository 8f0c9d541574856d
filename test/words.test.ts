// Words are found four bytes at once: exactly where byte after byte they stand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asBytes } from '../src/parse/plain/bytes.js';
import { stands } from '../src/parse/plain/scan.js';
import { standsAt, wordOf } from '../src/parse/plain/words.js';

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '"', '是', '否'), maxLength: 9 });

test('a word stands where its bytes do', () => {
  const seen = { found: 0, missed: 0 };
  fc.assert(
    fc.property(letters, letters, letters, (word, before, after) => {
      fc.pre(word !== '');
      // The bytes lie within larger ones, as a block of lines does.
      const text = asBytes(`x${before}${word}${after}~~~`).subarray(1);
      for (let at = 0; at + 3 < text.length; at++) {
        const expected = stands(asBytes(word), text, at);
        seen[expected ? 'found' : 'missed'] += 1;
        expect(standsAt(wordOf(word), viewOf(text), at)).toBe(expected);
      }
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(seen.found, seen.missed)).toBeGreaterThan(2000);
});

test.each([
  ['a word as long as all bytes is found', '"是":', '"是":', 0, true],
  ['four bytes at the end are found', 'abcd', 'xabcd', 1, true],
  ['fewer in the last four are not, and the line is left to another reader', 'abc', 'xabc', 1, false],
  ['fewer before the last four are', 'abc', 'abcx', 0, true],
  ['a word that the bytes break off is not found', 'abcdef', 'abcde', 0, false],
  ['nor one behind the end', 'abcd', 'abcd', 4, false],
  ['a word that differs in its last byte only', 'abcde', 'abcdf', 0, false],
  ['a word that differs in the middle', 'abcdefghi', 'abcdXfghi', 0, false],
])('%s', (_, word, text, at, expected) => {
  expect(standsAt(wordOf(word), viewOf(asBytes(text)), at)).toBe(expected);
});

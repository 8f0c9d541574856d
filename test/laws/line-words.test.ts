// Law: a word is found in bytes where it stands, and nowhere else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textAt } from '../../src/parse/plain/bytes.js';
import { standsAt, wordOf } from '../../src/parse/plain/words.js';
import { runs } from '../support/runs.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);

/** Few letters, so that words often stand where another almost does. */
const word = fc.string({
  unit: fc.constantFrom('a', 'b', '"', '\0', 'é', '一', '乙', '𠮷'),
  minLength: 1,
  maxLength: 9,
});

describe('a word', () => {
  test('of any length is found where it stands, among others of its letters, and nowhere else', () => {
    const seen = { found: 0, not: 0 };
    const law = fc.property(word, fc.array(fc.oneof(word, fc.constant(undefined)), { maxLength: 6 }), (own, parts) => {
      const text = bytes(`${parts.map((part) => part ?? own).join('')}....`);
      const [ready, letters] = [wordOf(own), bytes(own)];
      expect(ready.length).toBe(letters.length);
      for (let at = 0; at + 4 <= text.length; at++) {
        const stands = letters.every((letter, i) => text[at + i] === letter);
        if (standsAt(ready, viewOf(text), at) !== stands) throw new Error(`${own} at ${at}`);
        seen[stands ? 'found' : 'not'] += 1;
      }
    });
    fc.assert(law, { numRuns: runs(4000, 200) });
    expect(seen.found).toBeGreaterThan(runs(1000, 60));
  });

  test.each(['abcd', 'abcde', 'abcdefgh', 'abcdefghijk'])(
    'of four letters or more is found at the very end: %s',
    (own) => {
      const text = bytes(`--${own}`);
      expect(standsAt(wordOf(own), viewOf(text), 2)).toBe(true);
      expect(standsAt(wordOf(own), viewOf(text), 3)).toBe(false);
      expect(standsAt(wordOf(own), viewOf(text.subarray(0, -1)), 2)).toBe(false);
    },
  );

  test('of which one letter is another is not found', () => {
    for (let size = 1; size <= 20; size++) {
      const own = 'abcdefghijklmnopqrst'.slice(0, size);
      for (let at = 0; at < size; at++) {
        const text = bytes(`${own.slice(0, at)}X${own.slice(at + 1)}----`);
        expect(standsAt(wordOf(own), viewOf(text), 0)).toBe(false);
      }
    }
  });
});

test('a text is what the decoder makes of its bytes, however long it is, and whatever was read before', () => {
  const law = fc.property(
    fc.string({ unit: fc.constantFrom(...'aZ0~\x7f\x80é一乙～𠮷'), maxLength: 40 }),
    fc.nat(40),
    (text, from) => {
      const own = bytes(`前${text}后`);
      const at = Math.min(from, own.length);
      expect(textAt(own, at, own.length)).toBe(new TextDecoder().decode(own.subarray(at)));
      expect(textAt(own, 0, at)).toBe(new TextDecoder().decode(own.subarray(0, at)));
    },
  );
  fc.assert(law, { numRuns: runs(1500, 100) });
});

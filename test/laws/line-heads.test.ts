// What the reader of lines makes of what a case says of itself, and which characters it looks at no further.
import { describe, expect, test } from 'vitest';
import { areCommon, endOfText } from '../../src/parse/plain/characters.js';
import { lineReader } from '../../src/parse/plain/line/read-line.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a reader, most often a new one, reads of a case that says this of itself; undefined where it is left to others. */
function head(own: string, reader = lineReader()): unknown {
  const line = bytes(`{"case":{${own}}}`);
  return reader.open(line, 0, line.length);
}

/** The first and last of the characters that are looked at no further, and those beside them. */
const COMMON = [
  0x20, 0x21, 0x23, 0x5b, 0x5d, 0x7e, 0x2010, 0x2027, 0x3001, 0x3020, 0x4e00, 0x4fff, 0x5000, 0x9fff, 0xff01, 0xff3f,
  0xff40, 0xff5e,
];
const RARE = [
  0x09, 0x1f, 0x22, 0x5c, 0x7f, 0xa0, 0x7ff, 0x200f, 0x2028, 0x2050, 0x2fff, 0x3000, 0x3021, 0x3042, 0x3061, 0x4dff,
  0xa000, 0xf000, 0xff00, 0xff5f, 0xffa1, 0x1f600,
];

describe('characters of a line', () => {
  test.each(COMMON)('U+%i is common', (code) => {
    const char = String.fromCodePoint(code);
    expect(head(`"id":"an-0001","title":"前${char}后"`)).toMatchObject({ id: 'an-0001' });
    expect(areCommon(bytes(`前${char}后\n`))).toBe(true);
  });

  test.each(RARE)('U+%i is not', (code) => {
    const char = String.fromCodePoint(code);
    expect(head(`"id":"an-0001","title":"前${char}后"`)).toBeUndefined();
    expect(areCommon(bytes(`前${char}后\n`))).toBe(code === 0x22 || code === 0x5c);
  });
});

test('a text that ends with the quote behind the end of a line has no end', () => {
  expect(endOfText(bytes('一二"'), 0, 7)).toBe(6);
  expect(endOfText(bytes('一二"'), 0, 6)).toBe(-1);
  expect(endOfText(bytes('一二""'), 0, 6)).toBe(-1);
});

describe('what a case says of itself', () => {
  test('is read anew from each line, also where the policy is the same, or another', () => {
    const reader = lineReader();
    const plain = { policy: undefined, day: undefined, byAnalogy: false };
    const policies = [undefined, 'p', 'p', 'q', '办法', '办法二', '办法二', undefined, 'p'];
    for (const policy of policies) {
      const named = policy === undefined ? '' : `,"policy":"${policy}"`;
      expect(head(`"id":"c","title":"一"${named}`, reader)).toEqual({ ...plain, id: 'c', policy });
    }
    expect(head('"id":"b","title":"一"', reader)).toEqual({ ...plain, id: 'b' });
    expect(head('"id":"b","title":"一","policy":""', reader)).toBeUndefined();
  });

  test('is left where a policy is named without a name, also at first', () => {
    for (const name of ['', ' ', '  ']) expect(head(`"id":"c","title":"一","policy":"${name}"`)).toBeUndefined();
  });

  test('names the day whose law applies: the one stated as such, else that of the conduct', () => {
    expect(head('"id":"c","title":"一","happened_on":"1970-01-03"')).toMatchObject({ day: 2 });
    expect(head('"id":"c","title":"一","as_of":"1970-01-11"')).toMatchObject({ day: 10 });
    expect(head('"id":"c","title":"一","as_of":"1970-01-11","happened_on":"1970-01-03"')).toMatchObject({ day: 10 });
    expect(head('"id":"c","title":"一","happened_on":"1970-01-03","applied_by_analogy":"参照"')).toMatchObject({
      day: 2,
      byAnalogy: true,
    });
  });
});

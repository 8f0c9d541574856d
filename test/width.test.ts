// The width of a line in a terminal, on which the carets under a mistake and the columns of help rest.
import { describe, expect, test } from 'vitest';
import { widthOf } from '../src/report/width.js';

describe('the width of a line', () => {
  test.each([
    ['', 0],
    ['abc ~', 5],
    ['当事人', 6],
    ['当a事1', 6],
    ['（一）', 6],
    ['“引”', 4],
    ['e\u0301', 1],
    ['中\ufe0f', 2],
    ['a\u200bb', 2],
    ['\u{20000}', 2],
    ['ｱ', 1],
    ['🌊', 2],
  ])('of %j is %i', (line, width) => {
    expect(widthOf(line)).toBe(width);
  });
});

// Lines of the interview: by the width of characters, never wider than asked, with brackets and stops where they belong.
import { describe, expect, test } from 'vitest';
import { wrapped } from '../src/cli/interview/layout.js';
import { widthOf } from '../src/report/width.js';

const TEXT =
  '看问题性质是探索创新，还是有令不行、有禁不止（“三重一大”事项，另见 https://example.com/a/very/long/path/that/goes/on 第3页）；amounts of 50,000元 and more.';

describe('a wrapped text', () => {
  test.each([20, 40, 61, 80, 200])('in %i columns fits, and loses nothing but spaces at breaks', (width) => {
    const text = wrapped(TEXT, width, 2);
    for (const line of text.split('\n')) {
      expect(widthOf(line)).toBeLessThanOrEqual(width);
      expect(line).not.toMatch(/^\s*[，。；：、）》」]/u);
      expect(line).not.toMatch(/[（《「“]$/u);
    }
    expect(text.replaceAll(/\s/gu, '')).toBe(TEXT.replaceAll(/\s/gu, ''));
  });

  test('leaves a command whole, so that it can be copied', () => {
    const command = '  caijue interview chongqing-dibao --case 渝中2026-018.yaml --out reports';
    expect(wrapped(`已保存，随时可以接着问：\n${command}`, 40, 2).split('\n').at(-1)).toBe(command);
  });

  test('cannot move the cursor', () => {
    // eslint-disable-next-line no-control-regex
    expect(wrapped('a\u001b[2Jb\rc', 80)).not.toMatch(/[\u001b\r]/u);
  });
});

// Rows that are printed cell by cell are those that the printer makes of the whole table.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowText, type Cell } from '../../src/report/markdown/row.js';
import { print, strong, table } from '../../src/report/markdown/tree.js';

/** The third line of a table: what follows the head and what divides them. */
function wholeRow(cells: readonly Cell[]): string {
  return `${print([table([cells.map(() => ''), cells])]).split('\n')[2]!}\n`;
}

/** Signs that mean something in Markdown, pieces of addresses, and what names of files are made of. */
const PIECES = [
  ...'abwWpsh019_-./:@#*+~`|<>[]()!&\\$^="\'%,; \t\n',
  ...[
    'www',
    'http',
    'https',
    '://',
    'mailto:',
    'a@b.c',
    '案件',
    '。',
    '１',
    'é',
    '\u200b',
    '\ud83d\ude00',
    '1. ',
    '- ',
    '* ',
  ],
  ...['cases/an-01.yaml', 'l.ndjson:12', '../x', '/tmp', 'w.x', 'xmpp:', '<b>', '&amp;', '__', '**', '~~'],
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: text.map((own) => [strong(own)]) },
  { weight: 1, arbitrary: text.map((url): Cell => [{ type: 'link', url, children: [{ type: 'text', value: url }] }]) },
);

test('a row is what the whole table has', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
      expect(rowText(cells)).toBe(wholeRow(cells));
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  ['a name of a file', ['cases/a_b-01.yaml', '案件-1'], '| cases/a\\_b-01.yaml | 案件-1 |\n'],
  ['signs of Markdown', ['a|b', '*a*', '<b>'], '| a\\|b | \\*a\\* | \\<b> |\n'],
  ['an address', ['http://x.y', 'www.x.y'], '| http\\://x.y | www\\.x.y |\n'],
  ['nothing', ['', 'a', ''], '| | a | |\n'],
])('%s', (_, cells, line) => {
  expect(rowText(cells)).toBe(line);
});

// A value that varies in too many ways to be followed is kept whole in the diagrams: a case that knows it fixes what hangs on it.
import { describe, expect, test } from 'vitest';
import { partyOf } from './support/small.js';

const PAIRS = Array.from({ length: 6 }, (_, i) => [`起${String(i)}`, `止${String(i)}`] as const);
const OPTIONS = '[o0, o1, o2, o3, o4, o5]';

/** Rows that give one of six facts, by a choice: a difference of two such values can be 36 forms. */
const rows = (choice: string, end: 0 | 1): string =>
  `cases: [${PAIRS.map((pair, i) => `{ when: ${choice} = o${String(i)}, value: ${pair[end]} }`).join(', ')}]`;

const small = (type: string, difference: string): Parameters<typeof partyOf>[0] => ({
  facts: [
    ...PAIRS.flat().map((name) => `  ${name}: { ask: ${name}？, type: ${type} }`),
    `  起于: { ask: 哪个？, type: choice, options: ${OPTIONS} }`,
    `  止于: { ask: 哪个？, type: choice, options: ${OPTIONS} }\n`,
  ].join('\n'),
  rules: { 起: rows('起于', 0), 止: rows('止于', 1), 间隔: `value: "${difference}"` },
  outcomes: {
    果: `title: 果, when: { all: [甲, 间隔 >= 30${type === 'date' ? '日' : ''}] }`,
    他: 'title: 他, otherwise: 是',
  },
  withDiagrams: true,
});

describe('a difference of values that are kept whole', () => {
  test.each([
    ['date', 'days_between(起, 止)', '2024-01-01', '2024-03-01', '2024-01-30'],
    ['number', '止 - 起', '100', '160', '129'],
  ])('of type %s is what the case says, in days as in amounts', (type, difference, from, far, near) => {
    const stated = `起于: o0, 止于: o1, 起0: ${from}`;
    const of = (to: string, more = ''): unknown => {
      const { status, outcome, missing } = partyOf(small(type, difference), `${stated}, 止1: ${to}${more}`);
      return [status, outcome, missing];
    };
    expect(of(far, ', 甲: 是')).toEqual(['determined', '果', []]);
    expect(of(far)).toEqual(['pending', null, ['甲']]);
    expect(of(near)).toEqual(['determined', '他', []]);
  });
});

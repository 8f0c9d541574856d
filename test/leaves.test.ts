// What decided a rule or an outcome, as the trail tells it.
import { describe, expect, test } from 'vitest';
import { partyOf, type Small } from './support/small.js';

const OTHERWISE = 'title: 他, otherwise: 是';

describe('the leaves that decided', () => {
  const leaves = (small: Small, facts: string, name: string): readonly (readonly [string, unknown])[] =>
    partyOf(small, facts)
      .trail.find((step) => step.name === name)!
      .because.map(({ leaf, truth }) => [leaf, truth]);
  const rule = (text: string): Small => ({ rules: { 则: text } });
  const of = (text: string, facts: string): string =>
    leaves(rule(text), facts, '则')
      .map(([leaf, truth]) => `${leaf} ${String(truth)}`)
      .join('; ');

  test.each([
    ['when: { all: [甲, 乙] }', '甲: 是, 乙: 是', '甲 true; 乙 true'],
    ['when: { all: [甲, 乙, 丙] }', '甲: 是, 乙: 否, 丙: 否', '乙 false'],
    ['when: { any: [甲, 乙, 丙] }', '甲: 否, 乙: 是, 丙: 是', '乙 true'],
    ['when: { any: [甲, 乙] }', '甲: 否, 乙: 否', '甲 false; 乙 false'],
    ['when: { none: [甲, 乙] }', '甲: 否, 乙: 否', '甲 false; 乙 false'],
    ['when: { none: [甲, 乙] }', '甲: 是, 乙: 是', '甲 true'],
    ['when: { any: [{ all: [甲, 乙] }, 丙] }', '甲: 是, 乙: 是, 丙: 是', '丙 true'],
    ['when: { at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 是, 乙: 是, 丙: 是', '甲 true; 乙 true'],
    ['when: { at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 是, 乙: 否, 丙: 否', '乙 false; 丙 false'],
    ['when: { at_least: { n: 2, of: [{ all: [甲, 乙] }, 乙, 丙] } }', '甲: 是, 乙: 是, 丙: 是', '乙 true; 丙 true'],
    ['when: { at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 否, 乙: 否, 丙: 否', '甲 false; 乙 false'],
    [
      'when: { at_least: { n: 2, of: [{ all: [甲, 乙] }, 丙, { all: [甲, 乙, 丙] }] } }',
      '甲: 是, 乙: 是, 丙: 是',
      '甲 true; 乙 true; 丙 true',
    ],
    ['when: { all: [甲, 乙] }', '甲: 是', '乙 unknown'],
    ['when: { any: [甲, 乙, 丙] }', '甲: 否', '乙 unknown; 丙 unknown'],
    ['when: 甲, unless: 乙', '甲: 是, 乙: 否', '甲 true; 乙 false'],
    ['when: 甲, unless: 乙', '甲: 是, 乙: 是', '乙 true'],
    ['when: 甲, unless: 乙', '甲: 否, 乙: 是', '甲 false'],
    ['when: 甲, unless: 乙', '乙: 否', '甲 unknown'],
    ['when: 甲, unless: 乙', '', '甲 unknown; 乙 unknown'],
    ['value: 数 + 1', '数: 1', '数 + 1 null'],
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 数 }]', '甲: 否, 乙: 是, 数: 3', '乙 true; 数 null'],
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 数 }]', '甲: 是, 乙: 否, 数: 3', '甲 true'],
    ['cases: [{ when: 甲, value: 1 }, { otherwise: 数 }]', '甲: 否, 数: 3', '甲 false; 数 null'],
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }]', '甲: 否', '乙 unknown'],
    ['cases: [{ when: 甲, value: 1 }, { otherwise: 2 }]', '', '甲 unknown'],
  ])('of %s with %s', (text, facts, wanted) => {
    expect(of(text, facts)).toBe(wanted);
  });

  test.each([
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }]', '甲: 否, 乙: 是', 2, '2'],
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }]', '甲: 是, 乙: 否', 1, '1'],
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }, { otherwise: 3 }]', '甲: 否, 乙: 否', 3, '3'],
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }]', '甲: 否', null, null],
    [
      'table: { columns: [甲, 数], hit: first, rows: [{ if: [是, "> 5"], value: 1 }, { if: ["-", "-"], value: 2 }] }',
      '甲: 是, 数: 3',
      2,
      '2',
    ],
  ])('row of %s with %s is %j, its value %j', (text, facts, row, value) => {
    const step = partyOf(rule(text), facts).trail[0]!;
    expect([step.row, step.value]).toEqual([row, value]);
  });

  test('of a table begin with what stands above the column, also where that is computed', () => {
    const table = (column: string, cell: string): string =>
      `table: { columns: ["${column}"], rows: [{ if: ["${cell}"], value: 1 }] }`;
    expect(of(table(' 数  + 额 ', '> 2, <= 4'), '数: 2, 额: 1')).toBe('数  + 额 > 2 true; 数  + 额 <= 4 true');
    expect(of(table('count(由)', '>= 2'), '由: [子, 丑]')).toBe('count(由) >= 2 true');
  });

  test('of a table where the first row counts are those of the rows before, too', () => {
    const table =
      'table: { columns: [甲, 数], hit: first, rows: [{ if: [是, "> 5"], value: 1 }, { if: ["-", "> 1"], value: 2 }] }';
    expect(of(table, '甲: 否, 数: 3')).toBe('甲 false; 数 > 1 true');
    expect(of(table.replace('hit: first, ', ''), '甲: 否, 数: 3')).toBe('数 > 1 true');
  });

  test('of the outcome otherwise are the other outcomes: one that holds, else those that are open, else all', () => {
    const outcomes = { 果: 'title: 果, when: 甲', 又: 'title: 又, when: 乙', 他: OTHERWISE };
    expect(leaves({ outcomes }, '甲: 是, 乙: 是', '他')).toEqual([['果', true]]);
    expect(leaves({ outcomes }, '甲: 否', '他')).toEqual([['又', 'unknown']]);
    expect(leaves({ outcomes }, '甲: 否, 乙: 否', '他')).toEqual([
      ['果', false],
      ['又', false],
    ]);
  });

  test('show what the names in them stand for', () => {
    const small = { ...rule('when: "数 + 月 > 1"'), rules: { 月: 'value: 额 * 2', 则: 'when: 数 + 月 > 1' } };
    const step = partyOf(small, '数: 1.50').trail.find(({ name }) => name === '则')!;
    expect(step.because.map(({ facts }) => facts)).toEqual([{ 数: '1.5', 月: '待查' }]);
    const known = partyOf(rule('when: { any: [由 has 子, 类 = 子, 前 < as_of] }'), '由: [], 类: 丑, 前: 2024-07-01');
    expect(known.trail[0]!.because.map(({ facts }) => facts)).toEqual([
      { 由: '无' },
      { 类: '丑' },
      { 前: '2024-07-01', as_of: '2024-06-01' },
    ]);
    expect(partyOf(rule('when: 由 has 子'), '由: [子, 寅]').trail[0]!.because[0]!.facts).toEqual({ 由: '子、寅' });
  });
});

// The checks of rules on small policies: which are dead, and which decide nothing.
import { describe, expect, test } from 'vitest';
import { booleans, codes, findings, number } from './support/findings.js';

describe('rules', () => {
  test('that compute a value nobody uses are told', () => {
    const rest = `rules: { 两倍: { cites: 第一条, value: 数 * 2 } }
outcomes: { 一: { title: 一, cites: 第一条, when: 数 > 1人 }, 其他: { title: 其他, cites: 第一条, otherwise: true } }
`;
    expect(codes(number('数') + rest)).toEqual(['check/dead-rule 两倍']);
  });

  test('that nothing reads are idle, and every part of them with it', () => {
    const rest = `rules: { 闲置: { cites: 第一条, when: { all: [甲, 乙] } } }
outcomes:
  一: { title: 一, cites: 第一条, when: { any: [甲, 乙] } }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;
    expect(codes(booleans('甲', '乙') + rest)).toEqual(['check/dead-rule 闲置', 'check/redundant-condition 甲']);
  });

  test('lose a part without effect only where every way to the outcomes is blind to it', () => {
    const rest = (二: string): string => `rules: { 甲乙: { cites: 第一条, when: { all: [甲, 乙] } } }
outcomes:
  一: { title: 一, cites: 第一条, when: { all: [甲乙, 甲, 丙] }, prevails_over: [二] }
  二: { title: 二, cites: 第一条, when: { any: [${二}, 丙] } }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;
    const facts = booleans('甲', '乙', '丙');
    // The first outcome asks 甲 itself, so one of the two is too many; a second outcome that sees 甲乙 alone needs the rule's.
    expect(codes(facts + rest('乙'))).toEqual(['check/redundant-condition 甲', 'check/redundant-condition 甲']);
    expect(codes(facts + rest('甲乙'))).toEqual(['check/redundant-condition 甲']);
  });
});

describe('rules and outcomes that decide nothing', () => {
  const told = (parts: string): readonly unknown[] =>
    findings(parts).map(({ code, words, related = [] }) => [
      code,
      words['how'],
      related.map(({ as, place }) => `${as} ${String(place.line)}`),
    ]);
  const rule = (when: string): string => `rules: { 另: { cites: 第一条, when: ${when} } }
outcomes:
  一: { title: 一, cites: 第一条, when: { any: [另, 数 = 1人] } }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;

  test.each([
    ['{ all: [数 > 5人, 数 < 3人] }', 'never'],
    ['{ any: [数 > 3人, 数 < 5人] }', 'always'],
  ])('a rule that says %s is %s true', (when, how) => {
    expect(told(number('数') + rule(when))).toContainEqual(['check/dead-rule', how, []]);
  });

  test('an outcome over which another always prevails points at that one', () => {
    const outcomes = `outcomes:
  一: { title: 一, cites: 第一条, when: 甲 }
  二: { title: 二, cites: 第一条, when: { any: [甲, 乙] }, prevails_over: [一] }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;
    expect(told(booleans('甲', '乙') + outcomes)).toContainEqual([
      'check/unreachable-outcome',
      'always-overridden',
      ['prevailing-outcome 6'],
    ]);
  });

  test('a boundary word points at the provision that says otherwise', () => {
    const articles = 'articles: { 第一条: 五人以上的，为一 }\n';
    const outcomes = `outcomes:
  一: { title: 一, cites: 第一条, when: 数 > 5人 }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;
    expect(told(articles + number('数') + outcomes)).toEqual([['check/boundary-word', undefined, ['provision 2']]]);
  });
});

describe('a rule that is true in some cases and false in others', () => {
  const outcomes = (when: string): string => `rules: { 另: { cites: 第一条, when: 乙 } }
outcomes:
  一: { title: 一, cites: 第一条, when: ${when} }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;

  test('and changes no outcome is told so', () => {
    const told = findings(booleans('甲', '乙') + outcomes('{ any: [甲, { all: [甲, 另] }] }'));
    expect(told.filter(({ code }) => code === 'check/dead-rule').map(({ words }) => words)).toEqual([
      { name: '另', how: 'indecisive' },
    ]);
  });

  test('and decides, although it only repeats the name of a fact, is not told', () => {
    expect(codes(booleans('甲', '乙') + outcomes('{ all: [甲, 另] }'))).toEqual([]);
  });
});

describe('a witness', () => {
  test('names no fact of which it is undefined whether its question applies: it has no value to show', () => {
    const parts = `facts:
  甲: { ask: 问, type: boolean, cites: 第一条 }
  乙: { ask: 问, type: boolean, cites: 第一条, applies_when: 级 = 重, otherwise: 否 }
  丙: { ask: 问, type: choices, options: [子, 丑], cites: 第一条, applies_when: 级 = 重, otherwise: [子] }
rules:
  级: { cites: 第一条, options: [轻, 重], cases: [{ when: 甲, value: 重 }] }
outcomes:
  一: { title: 一, cites: 第一条, when: { any: [乙, 丙 has 子] } }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;
    const gap = findings(parts).find(({ code }) => code === 'check/cases-gap');
    expect(gap?.witness).toEqual({ decisive: [{ name: '甲', value: '否' }], free: [] });
  });
});

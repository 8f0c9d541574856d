// What rules come to, computed by hand: numbers, dates, choices, rows, and what stays unknown.
import { describe, expect, test } from 'vitest';
import { partyOf } from './support/small.js';

/** What a rule comes to: its value or its truth. */
function came(rule: string, facts: string): string | null | boolean {
  const step = partyOf({ rules: { 则: rule } }, facts).trail[0]!;
  return step.truth === null ? step.value : step.truth;
}

describe('a value', () => {
  test.each([
    ['数 + 额', '数: 0.1, 额: 0.2', '0.3'],
    ['数 - 额', '数: 1, 额: 2.5', '-1.5'],
    ['数 * 额', '数: 0.3, 额: 0.3', '0.09'],
    ['数 / 额', '数: 7, 额: 2', '3.5'],
    ['数 / 额 * 额', '数: 1, 额: 3', '1'],
    ['数 / 额 + 数 / 额', '数: 1, 额: 3', '2/3'],
    ['0 - 数', '数: 0', '0'],
    ['min(数, 额, 2)', '数: 3, 额: 1', '1'],
    ['min(数, 额, 2)', '数: 3, 额: 5', '2'],
    ['max(数, 额, 2)', '数: 3, 额: 1', '3'],
    ['max(数, 额, 2)', '数: 1, 额: 1.5', '2'],
    ['max(数 / 3, 额 / 3)', '数: 1, 额: 2', '2/3'],
    ['count(由)', '由: [子, 寅]', '2'],
    ['count(由)', '由: []', '0'],
    ['days_between(前, 后)', '前: 2024-02-28, 后: 2024-03-01', '2日'],
    ['days_between(前, 后)', '前: 2024-03-01, 后: 2024-02-28', '-2日'],
    ['months_between(前, 后)', '前: 2024-01-31, 后: 2024-02-29', '1个月'],
    ['months_between(前, 后)', '前: 2024-01-31, 后: 2024-03-30', '1个月'],
    ['years_between(前, 后)', '前: 2004-02-29, 后: 2023-02-28', '228个月'],
    ['years_between(前, 后)', '前: 2004-02-29, 后: 2023-02-27', '216个月'],
    ['add_days(前, 数)', '前: 2024-02-28, 数: 2', '2024-03-01'],
    ['add_days(前, 数)', '前: 2024-03-01, 数: -1', '2024-02-29'],
    ['add_months(前, 数)', '前: 2024-01-31, 数: 1', '2024-02-29'],
    ['add_months(前, 数)', '前: 2024-03-31, 数: -1', '2024-02-29'],
    ['数 + 额', '数: 1', null],
    ['数 / 额', '数: 1, 额: 0', null],
    ['数 / 额', '额: 0', null],
    ['add_days(前, 数)', '前: 2024-02-28, 数: 0.5', null],
    ['add_days(前, 数 / 3)', '前: 2024-02-28, 数: 1', null],
    ['months_between(前, 后)', '前: 2024-03-01, 后: 2024-02-28', null],
    ['min(数, 额)', '数: 1', null],
    ['count(由)', '数: 1', null],
  ])('%s with %s', (value, facts, wanted) => {
    expect(came(`value: "${value}"`, facts)).toBe(wanted);
  });
});

describe('a truth', () => {
  test.each([
    ['数 < 额', '数: 1, 额: 1', false],
    ['数 < 额', '数: 1, 额: 1.0001', true],
    ['数 <= 额', '数: 1, 额: 1', true],
    ['数 <= 额', '数: 1.0001, 额: 1', false],
    ['数 > 额', '数: 1, 额: 1', false],
    ['数 > 额', '数: 1.0001, 额: 1', true],
    ['数 >= 额', '数: 1, 额: 1', true],
    ['数 >= 额', '数: 1, 额: 1.0001', false],
    ['数 = 额', '数: 1, 额: 1.0', true],
    ['数 != 额', '数: 1, 额: 1', false],
    ['数 != 额', '数: 1, 额: 2', true],
    ['数 / 3 < 额 / 3', '数: 1, 额: 2', true],
    ['数 / 3 <= 数 / 3', '数: 1', true],
    ['数 / 3 = 额', '数: 1, 额: 0.3333', false],
    ['前 < 后', '前: 2024-02-28, 后: 2024-02-29', true],
    ['前 < 后', '前: 2024-02-28', 'unknown'],
    ['数 < 额', '', 'unknown'],
    ['数 / 额 < 1', '数: 1, 额: 0', 'unknown'],
    ['类 in [子, 丑]', '类: 丑', true],
    ['类 in [子, 丑]', '类: 寅', false],
    ['类 in [子, 丑]', '', 'unknown'],
    ['类 = 子', '类: 子', true],
    ['类 != 子', '类: 子', false],
    ['由 has 子', '由: [子]', true],
    ['由 has 子', '由: [丑]', false],
    ['由 has [子, 丑]', '由: [子, 寅]', true],
    ['由 has [子, 丑]', '由: [寅]', false],
    ['not 甲', '', 'unknown'],
    ['not 甲', '甲: 否', true],
    ['{ all: [甲, 乙] }', '甲: 否', false],
    ['{ all: [甲, 乙] }', '甲: 是', 'unknown'],
    ['{ any: [甲, 乙] }', '甲: 是', true],
    ['{ any: [甲, 乙] }', '甲: 否', 'unknown'],
    ['{ none: [甲, 乙] }', '甲: 是', false],
    ['{ none: [甲, 乙] }', '甲: 否', 'unknown'],
    ['{ none: [甲, 乙] }', '甲: 否, 乙: 否', true],
    ['{ at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 是, 乙: 是', true],
    ['{ at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 否, 乙: 否', false],
    ['{ at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 是, 乙: 否', 'unknown'],
    ['{ at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 是', 'unknown'],
    ['{ at_least: { n: 3, of: [甲, 乙, 丙] } }', '甲: 是, 乙: 是, 丙: 是', true],
    ['{ at_least: { n: 1, of: [甲, 乙, 丙] } }', '甲: 否, 乙: 否, 丙: 否', false],
  ])('%s with %s', (condition, facts, wanted) => {
    expect(came(`when: ${condition.startsWith('{') ? condition : `"${condition}"`}`, facts)).toBe(wanted);
  });

  test('that is undefined whatever else is known weakens a count of truths to an error, but never a sure one', () => {
    const outcomes = (n: number): Readonly<Record<string, string>> => ({
      果: `title: 果, when: { at_least: { n: ${String(n)}, of: [甲, 乙, 数 / 0 > 1] } }`,
      他: 'title: 他, otherwise: 是',
    });
    const status = (n: number, facts: string): string => partyOf({ outcomes: outcomes(n) }, facts).status;
    expect(status(2, '数: 1, 甲: 是, 乙: 是')).toBe('determined');
    expect(status(2, '数: 1, 甲: 是, 乙: 否')).toBe('error');
    expect(status(2, '数: 1, 甲: 否, 乙: 否')).toBe('determined');
    expect(status(2, '数: 1, 甲: 是')).toBe('pending');
    expect(status(3, '数: 1, 甲: 否')).toBe('determined');
  });
});

describe('rows', () => {
  const CASES = 'cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }, { otherwise: 3 }]';
  const SAME = 'cases: [{ when: 甲, value: 1 }, { when: 乙, value: 1 }]';
  const LATE = 'cases: [{ when: 甲, value: 1 }, { when: 乙, value: 3 }, { otherwise: 3 }]';
  const FALLBACK = 'cases: [{ when: 甲, value: 3 }, { otherwise: 3 }]';
  const FIRST =
    'table: { columns: [甲, 乙], hit: first, rows: [{ if: [是, "-"], value: 1 }, { if: ["-", 是], value: 2 }, { if: ["-", "-"], value: 3 }] }';
  const OPTIONS =
    'options: [轻, 重], table: { columns: [数], rows: [{ if: ["< 1"], value: 轻 }, { if: [">= 1"], value: 重 }] }';
  const TRUTHS = 'table: { columns: [甲], rows: [{ if: [是], value: 否 }, { if: [否], value: 是 }] }';

  test.each([
    [CASES, '甲: 是, 乙: 否', '1'],
    [CASES, '甲: 否, 乙: 是', '2'],
    [CASES, '甲: 否, 乙: 否', '3'],
    [CASES, '甲: 是, 乙: 是', null],
    [CASES, '甲: 是', null],
    [CASES, '甲: 否', null],
    [SAME, '甲: 是, 乙: 是', null],
    [SAME, '甲: 是', null],
    [SAME, '甲: 是, 乙: 否', '1'],
    [FALLBACK, '', '3'],
    [FALLBACK, '甲: 否', '3'],
    [FIRST, '甲: 是', '1'],
    [FIRST, '甲: 否, 乙: 是', '2'],
    [FIRST, '乙: 是', null],
    [FIRST, '甲: 否, 乙: 否', '3'],
    [OPTIONS, '数: 0.5', '轻'],
    [OPTIONS, '数: 1', '重'],
    [OPTIONS, '', null],
    [TRUTHS, '甲: 是', false],
    [TRUTHS, '甲: 否', true],
    [TRUTHS, '', 'unknown'],
    [LATE, '甲: 否', '3'],
    [LATE, '', null],
    ['cases: [{ when: 甲, value: 0 }, { otherwise: 数 }]', '', null],
    ['cases: [{ when: 甲, value: 0 }, { otherwise: 数 / 0 }]', '数: 1', null],
    ['cases: [{ when: 甲, value: as_of }, { otherwise: 前 }]', '前: 2024-05-31', null],
    ['cases: [{ when: 甲, value: as_of }, { otherwise: 前 }]', '前: 2024-06-01', '2024-06-01'],
    ['cases: [{ when: 甲, value: 数 / 3 }, { otherwise: 额 / 3 }]', '数: 1, 额: 1', '1/3'],
    ['cases: [{ when: 甲, value: 数 / 3 }, { otherwise: 额 / 3 }]', '数: 1, 额: 2', null],
    ['cases: [{ when: 甲, value: 否 }, { otherwise: 否 }]', '', false],
    ['cases: [{ when: 甲, value: 是 }, { otherwise: 是 }]', '', true],
    ['cases: [{ when: 甲, value: 否 }, { otherwise: 是 }]', '', 'unknown'],
    ['cases: [{ when: 甲, value: 是 }, { otherwise: 否 }]', '', 'unknown'],
  ])('%s with %s', (rule, facts, wanted) => {
    expect(came(rule, facts)).toBe(wanted);
  });

  test('that surely have no value are an error, that may have one leave the case pending', () => {
    const status = (rule: string, facts: string): string =>
      partyOf(
        { rules: { 则: rule }, outcomes: { 果: 'title: 果, when: 则 > 0', 他: 'title: 他, otherwise: 是' } },
        facts,
      ).status;
    const open = 'cases: [{ when: 甲, value: 1 }, { when: 乙, value: 数 / 0 }]';
    expect(status(open, '数: 1, 甲: 否, 乙: 是')).toBe('error');
    expect(status(open, '数: 1, 甲: 否')).toBe('pending');
    expect(status(open, '数: 1, 甲: 否, 乙: 否')).toBe('error');
    expect(status(open, '数: 1, 甲: 是, 乙: 否')).toBe('determined');
    expect(status(FIRST.replace('value: 2', 'value: 数 / 0'), '数: 1, 甲: 否, 乙: 是')).toBe('error');
    expect(status(FIRST.replace('value: 2', 'value: 数 / 0'), '数: 1, 甲: 否')).toBe('pending');
    expect(status(FIRST.replace('value: 2', 'value: 数 / 0'), '数: 1, 甲: 是')).toBe('determined');
    const none = 'table: { columns: [甲], hit: first, rows: [{ if: [是], value: 1 }] }';
    expect(status(none, '甲: 否')).toBe('error');
    expect(status(none, '')).toBe('pending');
    const three = 'cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }, { when: 丙, value: 3 }]';
    expect(status(three, '甲: 是, 乙: 是')).toBe('error');
    expect(status(three, '甲: 是')).toBe('pending');
    const unknown = 'cases: [{ when: 甲, value: 数 }, { otherwise: 1 }]';
    expect(status(unknown, '甲: 是')).toBe('pending');
    expect(status(unknown, '甲: 否')).toBe('determined');
  });
});

describe('a parameter', () => {
  const more =
    'parameters: { 线: { type: number, values: [{ from: 2020-01-01, to: 2020-12-31, value: 3 }, { from: 2021-06-01, value: 5 }] } }\n';
  const on = (day: string): unknown => {
    const party = partyOf({ more, rules: { 则: 'value: 线 + 0' }, kase: `as_of: ${day}` }, '甲: 是');
    return party.status === 'error' ? party.diagnostics[0]!.words : party.trail[0]!.value;
  };

  test.each([
    ['2020-01-01', '3'],
    ['2020-12-31', '3'],
    ['2021-06-01', '5'],
    ['2999-01-01', '5'],
  ])('on %s is %s', (day, value) => {
    expect(on(day)).toBe(value);
  });

  test.each(['2019-12-31', '2021-01-01', '2021-05-31'])('has no value on %s, which is an error of the case', (day) => {
    expect(on(day)).toEqual({ day, name: '线' });
  });
});

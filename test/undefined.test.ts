// What can be undefined keeps a case open, also where a comparison would not see it: where the same stands on both sides, or nothing is left of it.
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../src/check/check-policy.js';
import { readPolicy } from '../src/index.js';
import { decideSmall, partyOf, smallPolicy, type Small } from './support/small.js';

const ENDS = { 果: 'title: 果, when: 同', 他: 'title: 他, otherwise: 是' };
const SIX = Array.from({ length: 6 }, () => '数').join(' * ');

/** A policy whose one rule is always true where its condition has a value at all. */
const small = (condition: string, more: Readonly<Record<string, string>> = {}): Small => ({
  rules: { ...more, 同: `when: "${condition}"` },
  outcomes: ENDS,
  withDiagrams: true,
});

const GAPS = { 档: 'cases: [{ when: 数 < 1, value: "1" }, { when: 数 >= 2, value: "2" }]' };

describe('a comparison that is true wherever it has a value', () => {
  test.each([
    ['months that may not be whole', small('add_months(前, 数) = add_months(前, 数)'), '前: 2024-01-31', '数: 1.5'],
    ['days that may not be whole', small('add_days(前, 数) <= add_days(前, 数)'), '前: 2024-01-31', '数: 0.5'],
    [
      'months on either side of a difference',
      small('days_between(add_months(前, 数), add_months(前, 数)) = 0日'),
      '前: 2024-01-31',
      '数: 1.5',
    ],
    ['a day after the last', small('add_days(前, 1) > 前'), '', '前: 9999-12-31'],
    ['a day before the first', small('add_days(前, -1) < 前'), '', '前: 0001-01-01'],
    ['a month after the last', small('add_months(前, 1) = add_months(前, 1)'), '', '前: 9999-12-01'],
    ['a day there and back', small('add_days(add_days(前, 1), -1) = 前'), '', '前: 9999-12-31'],
    ['a day after whole months', small('add_days(add_months(前, 1), 2) > 前'), '', '前: 9999-11-30'],
    [
      'the lesser of twice the same',
      small('min(add_months(前, 数), add_months(前, 数)) = add_months(前, 数)'),
      '前: 2024-01-31',
      '数: 1.5',
    ],
    ['a quotient less itself', small('额 / 数 - 额 / 数 = 0'), '额: 1', '数: 0'],
    ['nothing times a quotient', small('0 * (额 / 数) = 0'), '额: 1', '数: 0'],
    ['a quotient by a sum', small('额 / (数 + 1) = 额 / (数 + 1)'), '额: 1', '数: -1'],
    ['rows of which none may apply', small('档 - 档 = 0', GAPS), '', '数: 1.5'],
    ['a product of more digits than are kept', small(`${SIX} - ${SIX} = 0`), '', `数: ${'9'.repeat(40)}`],
    ['nothing times a long product', small(`0 * (${SIX}) = 0`), '', `数: ${'9'.repeat(40)}`],
  ] as const)('is open while it may have none: %s', (_, policy, stated, undefinedWith) => {
    const [open, error] = [stated, [stated, undefinedWith].filter((part) => part !== '').join(', ')].map(
      (facts) => partyOf(policy, facts).status,
    );
    expect([open, error]).toEqual(['pending', 'error']);
  });

  test.each([
    [
      'rows that leave nothing out',
      small('档 - 档 = 0', { 档: 'cases: [{ when: 数 < 1, value: "1" }, { otherwise: "2" }]' }),
      '',
    ],
    ['a sum of stated numbers', small('额 + 数 - 额 = 数'), ''],
    ['a known number of months', small('add_months(前, 数) = add_months(前, 数)'), '前: 2024-01-31, 数: 1'],
    ['a product of two', small('额 * 数 = 额 * 数'), '额: 1'],
    ['a quotient less a number', small('(额 - 数) / 额 - 数 = (额 - 数) / 额 - 数'), '额: 3'],
  ] as const)('is settled where it has one in any case: %s', (_, policy, stated) => {
    const { status, outcome } = partyOf(policy, stated);
    expect([status, outcome]).toEqual(['determined', '果']);
  });

  test('does not make a fact beside it needless', () => {
    const policy = {
      ...small('add_months(前, 数) = add_months(前, 数)'),
      outcomes: { ...ENDS, 果: 'title: 果, when: { any: [同, 甲] }' },
    };
    const read = readPolicy(new TextEncoder().encode(smallPolicy(policy)), 'policy.yaml');
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
    const found = checkPolicy(read.value);
    const needless = found.filter(({ subject }) => JSON.stringify(subject).includes('甲'));
    expect(needless).toEqual([]);
    expect(decideSmall(policy, '前: 2024-01-31, 数: 1.5, 甲: 是').parties[0]!.outcome).toBe('果');
    expect(decideSmall(policy, '前: 2024-01-31, 数: 1.5, 甲: 否').parties[0]!.status).toBe('error');
  });
});

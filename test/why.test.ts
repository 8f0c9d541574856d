// Why an outcome does not stand, what is missing, and what all completions agree on.
import { describe, expect, test } from 'vitest';
import { partyOf, type Small } from './support/small.js';

const OTHERWISE = 'title: 他, otherwise: 是';
const when = (condition: string): Small => ({ outcomes: { 果: `title: 果, when: ${condition}`, 他: OTHERWISE } });

describe('the facts because of which an outcome does not stand', () => {
  const because = (condition: string, facts: string, more: Small = {}): readonly string[] =>
    partyOf({ ...when(condition), ...more }, facts).excluded.find(({ outcome }) => outcome === '果')!.because;

  test.each([
    ['{ all: [甲, 乙, 丙] }', '甲: 是, 乙: 否, 丙: 否', ['乙']],
    ['{ any: [甲, 乙] }', '甲: 否, 乙: 否, 丙: 是', ['甲', '乙']],
    ['{ none: [甲, 乙] }', '甲: 否, 乙: 是', ['乙']],
    ['{ none: [乙, 甲] }', '甲: 是, 乙: 是', ['乙']],
    ['{ at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 否, 乙: 否, 丙: 是', ['甲', '乙']],
    ['{ at_least: { n: 2, of: [甲, 乙, 丙] } }', '甲: 否, 乙: 否, 丙: 否', ['甲', '乙']],
    ['{ at_least: { n: 1, of: [甲, 乙] } }', '甲: 否, 乙: 否', ['甲', '乙']],
    ['{ all: [{ any: [甲, 乙] }, 丙] }', '甲: 否, 乙: 否, 丙: 否', ['丙']],
    ['{ any: [{ all: [甲, 乙] }, { all: [甲, 丙] }] }', '甲: 否, 乙: 否, 丙: 否', ['甲']],
    ['{ none: [{ all: [甲, 乙] }] }', '甲: 是, 乙: 是, 丙: 是', ['甲', '乙']],
    ['{ none: [{ any: [甲, 乙] }] }', '甲: 是, 乙: 是', ['甲']],
    ['{ none: [{ at_least: { n: 2, of: [甲, 乙, 丙] } }] }', '甲: 是, 乙: 是, 丙: 是', ['甲', '乙']],
    ['not 甲', '甲: 是', ['甲']],
    ['数 > 3', '数: 1, 额: 9', ['数']],
    ['"额 - 数 > 3"', '数: 1, 额: 2', ['数', '额']],
    ['"类 in [子, 丑]"', '类: 寅', ['类']],
    ['由 has 子', '由: [丑]', ['由']],
  ])('for %s with %s', (condition, facts, wanted) => {
    expect(because(condition, facts)).toEqual(wanted);
  });

  test('hold nothing that is true only because a question does not apply', () => {
    const facts = '  丁: { ask: 丁？, type: boolean, applies_when: 甲, otherwise: 否 }\n';
    expect(because('丁', '甲: 否, 乙: 是', { facts })).toEqual(['甲']);
    // That it applies must be known too, or its answer would count for nothing.
    expect(because('丁', '甲: 是, 丁: 否', { facts })).toEqual(['甲', '丁']);
  });

  test('hold no row after the first that applies, and none that gives the same anyhow', () => {
    const table =
      'table: { columns: [甲, 数], hit: first, rows: [{ if: [是, "-"], value: 1 }, { if: ["-", "> 5"], value: 2 }] }';
    expect(because('级 > 1', '甲: 是, 数: 3, 乙: 是', { rules: { 级: table } })).toEqual(['甲']);
  });

  test('are those of the first that prevails, where it is overridden', () => {
    const outcomes = {
      果: 'title: 果, when: 甲',
      乙果: 'title: 乙果, when: 乙, prevails_over: [果]',
      丙果: 'title: 丙果, when: 丙, prevails_over: [果, 乙果]',
      丁果: 'title: 丁果, when: 数 > 1, prevails_over: [果]',
    };
    const excluded = (facts: string): unknown => partyOf({ outcomes }, facts).excluded;
    const no = (outcome: string, ...facts: string[]): object => ({ outcome, how: 'false', by: [], because: facts });
    expect(excluded('甲: 是, 乙: 是, 丙: 否, 数: 0')).toEqual([
      { outcome: '果', how: 'overridden', by: ['乙果'], because: ['乙'] },
      no('丙果', '丙'),
      no('丁果', '数'),
    ]);
    expect(excluded('甲: 是, 乙: 是, 丙: 是, 数: 0')).toEqual([
      { outcome: '果', how: 'overridden', by: ['乙果', '丙果'], because: ['乙'] },
      { outcome: '乙果', how: 'overridden', by: ['丙果'], because: ['丙'] },
      no('丁果', '数'),
    ]);
  });

  test('are those of what holds, for the outcome otherwise', () => {
    expect(partyOf(when('{ all: [甲, 乙] }'), '甲: 是, 乙: 是, 丙: 是').excluded).toEqual([
      { outcome: '他', how: 'false', by: ['果'], because: ['甲', '乙'] },
    ]);
  });

  test('are not told of an outcome that is open, nor where all completions settle it', () => {
    expect(partyOf(when('甲'), '乙: 是').excluded).toEqual([]);
    const party = partyOf({ ...when('{ all: [甲, { none: [甲] }] }'), withDiagrams: true }, '');
    expect([party.outcome, party.settledByCompletions]).toEqual(['他', true]);
    expect(party.excluded).toEqual([{ outcome: '果', how: 'settled', by: [], because: [] }]);
  });
});

describe('what is missing', () => {
  const open = (small: Small, facts: string): unknown => {
    const { missing, immaterial, notApplicable } = partyOf(small, facts);
    return {
      missing: [...missing],
      immaterial: immaterial.filter((name) => !'数额前后类由'.includes(name)),
      notApplicable,
    };
  };

  test('can change the answer; the rest cannot', () => {
    const small = when('{ all: [{ any: [甲, 乙] }, 丙] }');
    expect(open(small, '甲: 是')).toEqual({ missing: ['丙'], immaterial: ['乙'], notApplicable: [] });
    expect(open(small, '甲: 否')).toEqual({ missing: ['乙', '丙'], immaterial: [], notApplicable: [] });
    expect(open(small, '丙: 否')).toEqual({ missing: [], immaterial: ['甲', '乙'], notApplicable: [] });
  });

  test('is not what does not apply, but is what may apply', () => {
    const facts = '  丁: { ask: 丁？, type: boolean, applies_when: 甲, otherwise: 否 }\n';
    const small = { ...when('{ any: [丁, 乙] }'), facts };
    expect(open(small, '甲: 否')).toEqual({ missing: ['乙'], immaterial: ['丙'], notApplicable: ['丁'] });
    expect(open(small, '甲: 是')).toEqual({ missing: ['乙', '丁'], immaterial: ['丙'], notApplicable: [] });
    expect(open(small, '乙: 是')).toEqual({ missing: [], immaterial: ['甲', '丙', '丁'], notApplicable: [] });
  });

  test('is a fact of which one option alone matters, and one behind a value', () => {
    const rules = { 和: 'value: 数 + 额' };
    expect(partyOf({ ...when('{ all: [由 has 子, 和 > 1] }'), rules }, '数: 1').missing).toEqual(['额', '由']);
    expect(partyOf({ ...when('{ all: [由 has 子, 和 > 1] }'), rules }, '由: [丑]').missing).toEqual([]);
  });
});

describe('what all completions agree on', () => {
  const answer = (condition: string, facts: string, kase = 'as_of: 2024-06-01'): unknown => {
    const { status, outcome, settledByCompletions } = partyOf({ ...when(condition), kase, withDiagrams: true }, facts);
    return [status, outcome, settledByCompletions];
  };
  const ALWAYS = '{ any: ["前 < as_of", "前 >= as_of"] }';

  test('is the answer, whatever kind of fact is unknown', () => {
    for (const condition of [
      '{ any: [甲, not 甲] }',
      '{ any: [数 < 3, 数 >= 3] }',
      '{ any: ["类 in [子, 丑]", 类 = 寅] }',
      '{ any: [由 has 子, { none: [由 has 子] }] }',
      ALWAYS,
    ])
      expect(answer(condition, '')).toEqual(['determined', '果', true]);
  });

  test('is asked under what is known', () => {
    const condition = '{ any: [{ all: [甲, 乙] }, { all: [not 甲, 丙] }] }';
    expect(answer(condition, '乙: 是, 丙: 是')).toEqual(['determined', '果', true]);
    expect(answer(condition, '乙: 否, 丙: 否')).toEqual(['determined', '他', false]);
    expect(answer(condition, '乙: 是, 丙: 否')).toEqual(['pending', null, false]);
    const chosen = '{ any: [{ all: [甲, 类 = 丑] }, { all: [not 甲, 由 has 丑] }] }';
    expect(answer(chosen, '类: 丑, 由: [丑]')).toEqual(['determined', '果', true]);
    expect(answer(chosen, '类: 寅, 由: [子]')).toEqual(['determined', '他', false]);
    expect(answer(chosen, '类: 丑, 由: [子]')).toEqual(['pending', null, false]);
    const counted = '{ any: [{ all: [甲, 数 > 1.5] }, { all: [not 甲, 后 > 2024-01-01] }] }';
    expect(answer(counted, '数: 1.6, 后: 2024-01-02')).toEqual(['determined', '果', true]);
    expect(answer(counted, '数: 1.5, 后: 2024-01-01')).toEqual(['determined', '他', false]);
  });

  test('is not asked without a day where the day matters, and is where it does not', () => {
    expect(answer(ALWAYS, '', 'note: 无')).toEqual(['pending', null, false]);
    expect(answer('{ any: [数 < 3, 数 >= 3] }', '', 'note: 无')).toEqual(['determined', '果', true]);
  });
});

// Where a case has no answer, and what the report must say beside one.
import { describe, expect, test } from 'vitest';
import { decideSmall, partyOf, type Small } from './support/small.js';

const OTHERWISE = 'title: 他, otherwise: 是';
const when = (condition: string): Small => ({ outcomes: { 果: `title: 果, when: ${condition}`, 他: OTHERWISE } });

describe('a fault', () => {
  const told = (rules: Readonly<Record<string, string>>, condition: string, facts: string): unknown =>
    partyOf({ ...when(condition), rules }, facts).diagnostics.map(({ code, place, words }) => [
      code,
      [...place.text].slice(place.column - 1, place.endColumn - 1).join(''),
      words.name,
      words.why,
    ]);
  const undefinedAt = (text: string, name: string, why: string): unknown => [['evaluate/undefined', text, name, why]];

  test('of a value is told at its rule, or at the leaf that computes it', () => {
    expect(told({ 商: 'value: 数 / 额' }, '商 > 1', '数: 1, 额: 0')).toEqual(
      undefinedAt('商', '商', 'division-by-zero'),
    );
    expect(told({}, '数 / 额 > 1', '数: 1, 额: 0')).toEqual(undefinedAt('数 / 额', '数 / 额', 'division-by-zero'));
    expect(told({}, '{ all: [甲, 数 / 额 > 1] }', '甲: 是, 数: 1, 额: 0')).toEqual(
      undefinedAt('数 / 额', '数 / 额', 'division-by-zero'),
    );
  });

  test.each([
    ['value: "months_between(前, 后)"', '则 > 1个月', '前: 2024-02-02, 后: 2024-02-01', 'dates-reversed'],
    ['value: "years_between(前, 后)"', '则 > 1年', '前: 2024-02-02, 后: 2024-02-01', 'dates-reversed'],
    ['value: "add_months(前, 数)"', '则 > 2024-01-01', '前: 2024-02-02, 数: 0.5', 'not-a-day'],
    ['value: "add_days(前, 数)"', '则 > 2024-01-01', '前: 2024-02-02, 数: 0.5', 'not-a-day'],
    ['value: "add_months(前, 数)"', '则 > 2024-01-01', '前: 9999-12-02, 数: 1', 'not-a-day'],
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }]', '则 > 0', '甲: 是, 乙: 是', 'several-rows'],
    ['cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }]', '则 > 0', '甲: 否, 乙: 否', 'no-row'],
    ['table: { columns: [数], hit: first, rows: [{ if: ["> 5"], value: 1 }] }', '则 > 0', '数: 1', 'no-row'],
  ])('of %s is why it has no value', (rule, condition, facts, why) => {
    expect(told({ 则: rule }, condition, facts)).toEqual(undefinedAt('则', '则', why));
  });

  test.each(['大 + 大', '0 - 大 - 大', '大 * 2', '1 / 大 / 2'])('of %s is that it has too many digits', (sum) => {
    const rules = { 大: 'value: 数 * 数 * 数 * 数 * 数', 则: `value: ${sum}` };
    const facts = `数: ${'9'.repeat(30)}0000000000`;
    expect(told(rules, '大 > 0', facts)).toEqual([]);
    expect(told(rules, '则 > 0', facts)).toEqual(undefinedAt('则', '则', 'too-many-digits'));
  });

  test('is told where the value is wanting, not where another rests on it, and once', () => {
    const rules = { 商: 'value: 数 / 额', 倍: 'value: 商 * 2', 三: 'value: 商 * 3' };
    const wanted = undefinedAt('商', '商', 'division-by-zero');
    expect(told(rules, '{ any: [倍 > 1, 三 > 1] }', '数: 1, 额: 0')).toEqual(wanted);
  });

  test('of a value that no open outcome needs is none', () => {
    expect(partyOf({ ...when('{ any: [甲, 数 / 额 > 1] }') }, '甲: 是, 数: 1, 额: 0')).toMatchObject({
      status: 'determined',
      diagnostics: [],
    });
  });

  test('of the day names the time in force, with open ends', () => {
    const words = (period: string): unknown =>
      partyOf({ head: `, in_force: ${period}`, kase: 'happened_on: 2000-01-01' }, '甲: 是').diagnostics[0]!.words;
    expect(words('{ from: 2001-01-01, to: 2002-02-02 }')).toEqual({
      day: '2000-01-01',
      from: '2001-01-01',
      to: '2002-02-02',
    });
    expect(words('{ from: 2001-01-01 }')).toEqual({ day: '2000-01-01', from: '2001-01-01' });
    expect(words('{ to: 1999-12-31 }')).toEqual({ day: '2000-01-01', to: '1999-12-31' });
  });

  test('of a value stated in vain names what counts instead', () => {
    const facts = '  丁: { ask: 丁？, type: number, applies_when: 甲, otherwise: 3 }\n';
    const [found, ...more] = partyOf({ facts }, '甲: 否, 丁: 5').diagnostics;
    expect([found!.code, found!.words, more]).toEqual(['case/not-applicable', { name: '丁', otherwise: '3' }, []]);
    expect(partyOf({ facts }, '甲: 否, 丁: 待查').diagnostics).toEqual([]);
    expect(partyOf({ facts }, '甲: 是, 丁: 5').diagnostics).toEqual([]);
    expect(partyOf({ facts }, '丁: 5').diagnostics).toEqual([]);
  });

  test('of what is impossible gives the reason, and leaves nothing standing', () => {
    const more = 'impossible: [{ when: { all: [甲, 乙] }, reason: 不能并存 }]\n';
    const party = partyOf({ more }, '甲: 是, 乙: 是');
    expect(party).toMatchObject({ status: 'error', outcome: null, standing: [], excluded: [], open: [], values: {} });
    expect(party.diagnostics.map(({ words }) => words)).toEqual([{ reason: '不能并存', facts: '甲 = 是、乙 = 是' }]);
  });
});

describe('what the report must say', () => {
  const notices = (small: Small): readonly string[] => decideSmall(small, '甲: 是').notices;

  test('of how the policy was applied', () => {
    const inForce = ', in_force: { from: 2001-01-01 }';
    expect(notices({})).toEqual([]);
    expect(notices({ kase: 'note: 无' })).toEqual(['no-day']);
    // Where its time binds, that day is a fault of the case, and the policy was not applied.
    expect(notices({ head: inForce, kase: 'as_of: 2000-01-01' })).toEqual([]);
    expect(notices({ head: inForce, kase: 'as_of: 2001-01-01' })).toEqual([]);
    expect(notices({ head: inForce, kase: 'as_of: 2000-01-01, applied_by_analogy: 参照' })).toEqual(['by-analogy']);
    expect(notices({ kase: 'as_of: 2000-01-01, hypothetical: 假设' })).toEqual(['hypothetical']);
  });

  test('of an outcome that the body may decline: what stands without it', () => {
    const outcomes = {
      果: 'title: 果, when: 甲, modality: may, prevails_over: [又]',
      又: 'title: 又, when: 乙, prevails_over: [再]',
      再: 'title: 再, when: 丙',
      他: OTHERWISE,
    };
    const declined = (facts: string): unknown => partyOf({ outcomes }, facts).ifDeclined;
    expect(declined('甲: 是, 乙: 是, 丙: 否')).toEqual({ status: 'determined', outcome: '又', standing: ['又'] });
    expect(declined('甲: 是, 乙: 否, 丙: 否')).toEqual({ status: 'gap', outcome: null, standing: [] });
    expect(declined('甲: 否, 乙: 是, 丙: 是')).toBeNull();
    expect(declined('甲: 是, 乙: 是, 丙: 是')).toEqual({ status: 'determined', outcome: '又', standing: ['又'] });
    const first = { ...outcomes, 果: 'title: 果, when: 甲, modality: may, prevails_over: all' };
    const open = { status: 'pending', outcome: null, standing: [] };
    expect(partyOf({ outcomes: first }, '甲: 是, 丙: 是').ifDeclined).toEqual(open);
    const undefinedOne = { ...first, 又: 'title: 又, when: 数 / 额 > 1, prevails_over: [再]' };
    expect(partyOf({ outcomes: undefinedOne }, '甲: 是, 丙: 是, 数: 1, 额: 0').ifDeclined).toEqual(open);
    const rivals = {
      果: 'title: 果, when: 甲, modality: may, prevails_over: all',
      又: 'title: 又, when: 乙',
      再: 'title: 再, when: 丙',
    };
    expect(partyOf({ outcomes: rivals }, '甲: 是, 乙: 是, 丙: 是').ifDeclined).toEqual({
      status: 'conflict',
      outcome: null,
      standing: ['又', '再'],
    });
    expect(partyOf({ outcomes: rivals }, '甲: 是, 乙: 是').ifDeclined).toEqual({
      status: 'pending',
      outcome: null,
      standing: ['又'],
    });
  });

  test('of evidence and reasons that a provision asks for and the file lacks', () => {
    const facts =
      '  丁: { ask: 丁？, type: boolean, evidence: required, applies_when: 甲, otherwise: 否 }\n' +
      '  戊: { ask: 戊？, type: boolean, nature: judgement }\n';
    const lacks = (stated: string, after = ''): unknown => partyOf({ facts, after }, stated).unsupported;
    expect(lacks('甲: 是, 丁: 是, 戊: 是')).toEqual([
      { name: '丁', lacks: 'evidence' },
      { name: '戊', lacks: 'reason' },
    ]);
    expect(lacks('甲: 是, 丁: { value: 是, evidence: 据 }, 戊: { value: 是, reason: 由 }')).toEqual([]);
    expect(lacks('甲: 是, 丁: 待查, 戊: 待查')).toEqual([]);
    expect(lacks('甲: 否, 丁: 是, 乙: 是')).toEqual([]);
  });

  test('of a recorded choice that no reason is given for', () => {
    const outcomes = { 果: 'title: 果, when: 甲, choose: [轻, 重]', 他: OTHERWISE };
    const lacks = (recorded: string): unknown =>
      partyOf({ outcomes, after: `determination: { parties: { 案: { outcome: 果${recorded} } } }\n` }, '甲: 是')
        .unsupported;
    expect(lacks(', choice: 轻')).toEqual([{ name: '果', lacks: 'choice-reason' }]);
    expect(lacks(', choice: 轻, reason: 初犯')).toEqual([]);
    expect(lacks('')).toEqual([]);
  });

  test('of what an outcome states, which may be a fact, a rule or a parameter', () => {
    const small: Small = {
      rules: { 倍: 'value: 数 * 2' },
      outcomes: { 果: 'title: 果, when: 甲, states: [数, 倍, 线]', 他: OTHERWISE },
      more: 'parameters: { 线: { type: money, values: [{ from: 2020-01-01, value: 2万元 }] } }\n',
    };
    expect(partyOf(small, '甲: 是, 数: 1.5').values).toEqual({ 数: '1.5', 倍: '3', 线: '20000元' });
    expect(partyOf(small, '甲: 是').values).toEqual({ 数: null, 倍: null, 线: '20000元' });
    expect(partyOf(small, '甲: 否, 数: 1').values).toEqual({});
  });
});

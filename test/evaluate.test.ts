// What the engine says of whole cases: faults at their places, and values at the edges of what can be computed.
import { describe, expect, it } from 'vitest';
import {
  compile,
  determine,
  openCase,
  readCase,
  readPolicy,
  type Diagnostic,
  type PartyDetermination,
} from '../src/index.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const POLICY = `policy:
  { id: shili, title: 示例, in_force: { from: 2018-01-01, to: 2030-12-31 }, completeness: full, source: 示例 }
articles: { 第一条: 甲 }
parameters:
  标准: { type: money, values: [{ from: 2020-01-01, to: 2021-12-31, value: 3元 }, { from: 2023-01-01, value: 5元 }] }
facts:
  甲: { ask: 甲？, type: boolean }
  乙: { ask: 乙？, type: boolean }
  丙: { ask: 丙？, type: boolean, applies_when: 甲, otherwise: 是 }
  收入: { ask: 多少？, type: money }
  人口: { ask: 几人？, type: number }
  前: { ask: 何时？, type: date }
  后: { ask: 何时？, type: date }
  备注: { ask: 说明, type: text }
rules:
  甲乙: { cites: 第一条, when: { all: [甲, 乙] } }
  人均: { cites: 第一条, value: 收入 / 人口 }
  月: { cites: 第一条, value: 'months_between(前, 后)' }
  次日: { cites: 第一条, value: 'add_days(前, 人口)' }
  倍: { cites: 第一条, cases: [{ when: 甲, value: 1 }, { when: 乙, value: 2 }] }
  平方: { cites: 第一条, value: 人口 * 人口 * 人口 * 人口 * 人口 * 人口 }
impossible:
  - { when: 甲乙, reason: 不能并存 }
  - { when: { all: [乙, 丙] }, reason: 乙则非丙 }
outcomes:
  OUTCOMES
`;

const OUTCOMES = '果: { title: 果, when: 甲, states: [收入, 标准, 人均] }\n  其他: { title: 其他, otherwise: 是 }';

/** The one party of a case with these facts and this day, under the sample policy with these outcomes. */
function decide(facts: string, head = 'happened_on: 2023-05-10', outcomes = OUTCOMES): PartyDetermination {
  const policy = readPolicy(bytesOf(POLICY.replace('OUTCOMES', outcomes)), 'policy.yaml');
  const opened = openCase(
    bytesOf(`case:\n  { id: 1, title: 案件, policy: shili, ${head} }\nfacts:\n  { ${facts} }\n`),
    'case.yaml',
  );
  if (!policy.ok || !opened.ok) throw new Error(JSON.stringify([policy.diagnostics, opened.diagnostics]));
  const read = readCase(opened.value, policy.value);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return determine(compile(policy.value), read.value).parties[0]!;
}

const told = (party: PartyDetermination): (readonly [string, string])[] =>
  party.diagnostics.map(({ code, place }: Diagnostic) => [
    code,
    [...place.text].slice(place.column - 1, place.endColumn - 1).join(''),
  ]);

describe('the day of a case', () => {
  it('outside the time in force is one fault, at the day, whatever parameters lack', () => {
    expect(told(decide('甲: 是', 'happened_on: 2017-05-10'))).toEqual([['case/not-in-force', '2017-05-10']]);
    expect(told(decide('甲: 是', 'happened_on: 2023-05-10, as_of: 2031-01-01'))).toEqual([
      ['case/not-in-force', '2031-01-01'],
    ]);
  });

  it('on which a parameter has no value is a fault at the day, by analogy too', () => {
    expect(told(decide('甲: 是', 'happened_on: 2022-05-10'))).toEqual([['case/parameter-hole', '2022-05-10']]);
    expect(told(decide('甲: 是', 'happened_on: 2017-05-10, applied_by_analogy: 从旧'))).toEqual([
      ['case/parameter-hole', '2017-05-10'],
    ]);
  });

  it('that is not written leaves parameters unknown and is no fault', () => {
    const party = decide('甲: 是, 收入: 9元, 人口: 3', 'note: 无');
    expect([party.outcome, party.values]).toEqual(['果', { 收入: '9元', 标准: null, 人均: '3元' }]);
  });
});

describe('what cannot occur together', () => {
  it('is a fault at a stated fact of the condition, also behind a rule', () => {
    expect(told(decide('人口: 3, 甲: 是, 丙: 否, 乙: 是'))).toEqual([['case/impossible', '甲']]);
  });

  it('is a fault at a stated fact also where another holds without being stated', () => {
    expect(told(decide('人口: 3, 甲: 否, 乙: 是'))).toEqual([['case/impossible', '甲']]);
  });
});

describe('a value that cannot be computed', () => {
  const why = (facts: string, when: string): (string | undefined)[] => {
    const outcomes = `果: { title: 果, when: ${when} }\n  其他: { title: 其他, otherwise: 是 }`;
    return decide(facts, undefined, outcomes).diagnostics.map(({ words }) => words.why);
  };

  it.each([
    ['收入: 3元, 人口: 0', '人均 > 1元', 'division-by-zero'],
    ['前: 2023-05-10, 后: 2023-05-09', '月 > 1个月', 'dates-reversed'],
    ['前: 2023-05-10, 人口: 0.5', '次日 > 2023-01-01', 'not-a-day'],
    ['前: 9999-12-31, 人口: 1', '次日 > 2023-01-01', 'not-a-day'],
    ['甲: 否, 乙: 否', '倍 > 1', 'no-row'],
    [`人口: 1${'0'.repeat(35)}`, '平方 > 1', 'too-many-digits'],
  ])('%s, where %s, is an error because of %s', (facts, when, reason) => {
    expect(why(facts, when)).toEqual([reason]);
  });

  it('is unknown while a fact is', () => {
    expect(decide('收入: 3元', undefined, OUTCOMES.replace('when: 甲', 'when: 人均 > 1元')).status).toBe('pending');
  });
});

describe('what is known', () => {
  it('is told in the words of the policy, texts included', () => {
    const { known } = decide('甲: 否, 乙: 否, 备注: 甲, 收入: 1.50元, 前: 2020-02-29');
    expect(known).toEqual({ 甲: '否', 乙: '否', 丙: '是', 收入: '1.5元', 前: '2020-02-29', 备注: '甲' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceDetermine } from '../reference/index.js';
import type { Mode, ReferenceParty } from '../reference/index.js';
import { DEMO_CASE, DEMO_POLICY } from './demo.js';
import { distribution, printDistribution } from './distribution.js';
import { pairs, smallPairs } from './generate.js';

/** The one party of a case with these facts. */
function decide(policy: string, facts: string, mode: Mode = 'kleene', header = 'as_of: 2024-06-01'): ReferenceParty {
  const [party, ...others] = referenceDetermine(policy, `case: { id: 案一, ${header} }\nfacts: ${facts}\n`, mode);
  expect(others).toEqual([]);
  return party!;
}

/** A policy with these facts (name: type), rules and outcomes. */
function policy(facts: string, rules: string, outcomes: string, more = ''): string {
  const asked = facts
    .split(', ')
    .filter(Boolean)
    .map((fact) => `  ${fact.replace(/: (.*)$/u, ': { type: $1 }')}`);
  return `policy: { id: p }\nfacts:\n${asked.join('\n')}\nrules: ${rules}\noutcomes: ${outcomes}\n${more}`;
}

const rulesOf = (rules: string, facts = '{}', asked = '甲: boolean'): Readonly<Record<string, string>> =>
  decide(policy(asked, rules, '{ 果: { when: 甲 } }'), facts).rules;

describe('hand-computed examples', () => {
  test('the demo of the language page: 予以容错 for 黄某', () => {
    const expected = {
      name: '黄某',
      status: 'determined',
      standing: ['容错'],
      rules: { 重大损失: 'false', 前提条件: 'true', 容错情形: 'true', 负面情形: 'false' },
    };
    expect(referenceDetermine(DEMO_POLICY, DEMO_CASE, 'kleene')).toEqual([expected]);
    expect(referenceDetermine(DEMO_POLICY, DEMO_CASE, 'exact')).toEqual([{ ...expected, rules: {} }]);
  });

  test('the demo under the overriding outcome, with an unknown, out of force and with a value stated in vain', () => {
    const changed = (from: string, to: string): unknown =>
      referenceDetermine(DEMO_POLICY, DEMO_CASE.replace(from, to), 'kleene').map(({ status, standing }) => [
        status,
        ...standing,
      ]);
    expect(changed('谋取私利: 否', '谋取私利: 是')).toEqual([['determined', '不予容错']]);
    expect(changed('谋取私利: 否', '谋取私利: 待查')).toEqual([['pending']]);
    expect(changed('主动挽回: 是', '主动挽回: 否')).toEqual([['determined', '不符合条件']]);
    expect(changed('happened_on: 2022-05-10', 'happened_on: 2018-10-31')).toEqual([['error']]);
    expect(changed('造成损失: 否', '造成损失: 否\n  直接经济损失: 3万元')).toEqual([['error']]);
    expect(changed('造成损失: 否', '造成损失: 是\n  直接经济损失: 0.5亿元')).toEqual([['determined', '不符合条件']]);
  });

  test('a true outcome with an unknown rival is pending; once known: conflict, or determined', () => {
    const text = policy('甲: boolean, 乙: boolean', '{}', '{ 一: { when: 甲 }, 二: { when: 乙 } }');
    expect(decide(text, '{ 甲: 是 }')).toMatchObject({ status: 'pending' });
    expect(decide(text, '{ 甲: 是, 乙: 是 }')).toMatchObject({ status: 'conflict', standing: ['一', '二'] });
    expect(decide(text, '{ 甲: 是, 乙: 否 }')).toMatchObject({ status: 'determined', standing: ['一'] });
    expect(decide(text, '{ 甲: 否, 乙: 否 }')).toMatchObject({ status: 'gap', standing: [] });
  });

  test('two true outcomes with an unknown third that overrides both are pending', () => {
    const outcomes = '{ 一: { when: 甲 }, 二: { when: 甲 }, 三: { when: 乙, prevails_over: all } }';
    const text = policy('甲: boolean, 乙: boolean', '{}', outcomes);
    expect(decide(text, '{ 甲: 是 }').status).toBe('pending');
    expect(decide(text, '{ 甲: 是, 乙: 是 }')).toMatchObject({ status: 'determined', standing: ['三'] });
    expect(decide(text, '{ 甲: 是, 乙: 否 }').status).toBe('conflict');
  });

  test('prevailing is not transitive: what is overridden still overrides', () => {
    const outcomes =
      '{ 一: { when: 甲, prevails_over: { 二: 第三条 } }, 二: { when: 甲, prevails_over: [三] }, 三: { when: 甲 } }';
    expect(decide(policy('甲: boolean', '{}', outcomes), '{ 甲: 是 }')).toMatchObject({ standing: ['一'] });
  });

  test('an exception of an exception', () => {
    const rules = '{ 不得: { when: 同样, unless: 特殊 }, 特殊: { when: 不可抗拒, unless: 明知 } }';
    const text = policy('同样: boolean, 不可抗拒: boolean, 明知: boolean', rules, '{ 果: { when: 不得 } }');
    const of = (facts: string): string => decide(text, facts).rules['不得']!;
    expect(of('{ 同样: 是, 不可抗拒: 否 }')).toBe('true');
    expect(of('{ 同样: 是, 不可抗拒: 是, 明知: 否 }')).toBe('false');
    expect(of('{ 同样: 是, 不可抗拒: 是, 明知: 是 }')).toBe('true');
    expect(of('{ 同样: 是, 不可抗拒: 是 }')).toBe('unknown');
    expect(of('{ 同样: 否 }')).toBe('false');
  });

  test('dates: month ends, whole months, and what is undefined', () => {
    const rules =
      rulesOf(`{ 月末: { value: "add_months(2024-01-31, 1)" }, 平年: { value: "add_months(2023-01-31, 1个月)" },
      负: { value: "add_months(2024-03-31, -1)" }, 半: { value: "add_days(2024-01-31, 0.5)" },
      日: { value: "days_between(2024-03-01, 2024-02-28)" }, 月: { value: "months_between(2024-01-31, 2024-02-29)" },
      缺: { value: "months_between(2024-01-31, 2024-03-30)" }, 反: { value: "months_between(2024-03-01, 2024-02-28)" },
      岁: { value: "years_between(2004-02-29, 2023-02-28)" }, 差: { value: "years_between(2004-02-29, 2023-02-27)" } }`);
    expect(rules).toEqual({
      月末: '2024-02-29',
      平年: '2023-02-28',
      负: '2024-02-29',
      半: 'unknown',
      日: '-2',
      月: '1',
      缺: '1',
      反: 'unknown',
      岁: '228',
      差: '216',
    });
  });

  test('arithmetic is exact, and units are scaled', () => {
    const rules =
      rulesOf(`{ 和: { value: 0.1 + 0.2 }, 等: { when: 0.1 + 0.2 = 0.3 }, 商: { value: 7 / 2 - 1 * 3 / (2 + 4) },
      万: { when: 0.5万元 = 5000元 }, 年: { when: 2年 = 24个月 }, 成: { when: 10% = 0.1 }, 反: { when: -1 < -0.5 } }`);
    expect(rules).toEqual({ 和: '3/10', 等: 'true', 商: '3', 万: 'true', 年: 'true', 成: 'true', 反: 'true' });
  });

  test('a division by zero matters only where the answer depends on it', () => {
    const text = policy(
      '甲: boolean, 数: number',
      '{ 商: { value: 1 / 数 } }',
      '{ 一: { when: { any: [甲, 商 > 1] } } }',
    );
    expect(decide(text, '{ 甲: 是, 数: "0" }')).toMatchObject({ status: 'determined', rules: { 商: 'unknown' } });
    expect(decide(text, '{ 甲: 否, 数: "0" }').status).toBe('error');
    expect(decide(text, '{ 数: "0" }').status).toBe('pending');
    expect(decide(text, '{ 甲: 否, 数: "0.5" }')).toMatchObject({ status: 'determined', rules: { 商: '2' } });
  });

  test('at_least counts, with what unknowns could still add', () => {
    const names = ['甲', '乙', '丙'];
    const rules = '{ 够: { when: { at_least: { n: 2, of: [甲, 乙, 丙] } } } }';
    const text = policy(names.map((name) => `${name}: boolean`).join(', '), rules, '{ 果: { when: 够 } }');
    const of = (...values: string[]): string =>
      decide(text, `{ ${values.map((v, i) => `${names[i]!}: ${v}`).join(', ')} }`).rules['够']!;
    expect(of('是', '是')).toBe('true');
    expect(of('否', '否')).toBe('false');
    expect(of('是', '否')).toBe('unknown');
    expect(of('是')).toBe('unknown');
  });

  test('cases and tables: rows that may still apply must agree', () => {
    const rules = `{ 倍: { cases: [{ when: 数 < 1, value: "3" }, { otherwise: "5" }] },
      同: { cases: [{ when: 数 < 1, value: "3" }, { otherwise: "3.0" }] },
      级: { options: [重, 轻], table: { columns: [数, 类], hit: first, rows: [{ if: [">= 1, < 3", "-"], value: 重 }, { if: ["-", 乙], value: 重 }, { if: ["-", "-"], value: 轻 }] } },
      独: { table: { columns: [甲], rows: [{ if: [是], value: 1元 }] } } }`;
    const choice = '  类: { type: choice, options: [甲, 乙] }\nrules:';
    const text = policy('甲: boolean, 数: number', rules, '{ 果: { when: 甲 } }').replace('rules:', choice);
    const of = (facts: string): unknown => decide(text, facts).rules;
    expect(of('{ 甲: 是, 数: "0.5", 类: 甲 }')).toEqual({ 倍: '3', 同: '3', 级: '轻', 独: '1' });
    expect(of('{ 甲: 否, 类: 乙 }')).toEqual({ 倍: 'unknown', 同: '3', 级: '重', 独: 'unknown' });
  });

  test('dated parameters: by the day, unknown without one, an error in a hole', () => {
    const values = '[{ from: 2023-09-01, to: 2024-01-31, value: 717元 }, { from: 2024-09-01, value: 735元 }]';
    const text = policy(
      '额: money',
      '{ 低: { when: 额 < 线 } }',
      '{ 果: { when: 低 } }',
      `parameters: { 线: { type: money, values: ${values} } }\n`,
    );
    const of = (header: string): unknown => decide(text, '{ 额: 720元 }', 'kleene', header).status;
    expect(of('happened_on: 2024-01-31')).toBe('gap');
    expect(of('happened_on: 2024-02-01')).toBe('error');
    expect(of('happened_on: 2023-10-01, as_of: 2024-09-01')).toBe('determined');
    expect(of('title: 无日期')).toBe('pending');
    expect(of('as_of: 2023-08-31')).toBe('error');
  });

  test('choices: each option is its own truth; what is impossible is an error', () => {
    const text = policy(
      '甲: boolean',
      '{ 有: { when: "由 has [子, 丑]" }, 几: { value: count(由) } }',
      '{ 果: { when: 有 } }',
    ).replace('rules:', '  由: { type: choices, options: [子, 丑, 寅], applies_when: 甲, otherwise: [寅] }\nrules:');
    const barred = `${text}impossible: [{ when: { all: [甲, 由 has 寅] }, reason: 不可能 }]\n`;
    expect(decide(text, '{ 甲: 是, 由: [子, 寅] }').rules).toEqual({ 有: 'true', 几: '2' });
    expect(decide(text, '{ 甲: 否 }').rules).toEqual({ 有: 'false', 几: '1' });
    expect(decide(text, '{ 由: [子] }').rules).toEqual({ 有: 'unknown', 几: 'unknown' });
    expect(decide(barred, '{ 甲: 是, 由: [寅] }')).toMatchObject({ status: 'error', rules: {} });
  });

  test('the exact mode settles what strong Kleene leaves pending, and nothing more', () => {
    const rules = '{ 非: { when: not 甲 }, 恒: { when: { any: [甲, 非] } }, 界: { when: { any: [数 < 3, 数 >= 3] } } }';
    const text = policy('甲: boolean, 数: number', rules, '{ 一: { when: 恒 }, 二: { when: { none: [界] } } }');
    expect(decide(text, '{}').status).toBe('pending');
    expect(decide(text, '{}', 'exact')).toMatchObject({ status: 'determined', standing: ['一'] });
    const open = policy('甲: boolean, 数: number', '{}', '{ 一: { when: 甲 }, 二: { when: 数 = 3 } }');
    expect(decide(open, '{ 甲: 是 }', 'exact').status).toBe('pending');
    expect(decide(open, '{ 数: "3" }', 'exact').status).toBe('pending');
  });
});

describe('laws', () => {
  test('the generator reaches every status and every kind of fact and rule', () => {
    const found = distribution(fc.sample(pairs(), { numRuns: 2000, seed: 20260101 }));
    console.log(printDistribution(found));
    for (const [status, share] of Object.entries(found.statusShares))
      expect(share, status).toBeGreaterThanOrEqual(0.05);
    expect(Object.keys(found.factTypes)).toHaveLength(11);
    expect(Object.keys(found.ruleKinds)).toHaveLength(7);
    expect(Object.keys(found.depths)).toEqual(['0', '1', '2', '3', '4']);
    expect(Object.keys(found.parties)).toEqual(['0', '1', '2', '3']);
    expect(Object.keys(found.features)).toHaveLength(17);
  }, 60_000);

  test('what is settled without completions is the same with them', () => {
    const settled = ['determined', 'conflict', 'gap'];
    const same = fc.property(smallPairs(), ({ policyText, caseText }) => {
      const exact = referenceDetermine(policyText, caseText, 'exact');
      referenceDetermine(policyText, caseText, 'kleene').forEach(({ status, standing }, i) => {
        const contradictory = exact[i]!.status === 'error' && policyText.includes('impossible');
        if (contradictory || !settled.includes(status)) return;
        expect(exact[i]).toMatchObject({ status, standing });
      });
    });
    fc.assert(same, { numRuns: 500 });
  }, 120_000);

  test('an error without completions is an error with them', () => {
    const same = fc.property(smallPairs(), ({ policyText, caseText }) => {
      const exact = referenceDetermine(policyText, caseText, 'exact');
      referenceDetermine(policyText, caseText, 'kleene').forEach(({ status }, i) => {
        if (status === 'error') expect(exact[i]!.status).toBe('error');
      });
    });
    fc.assert(same, { numRuns: 500 });
  }, 120_000);
});

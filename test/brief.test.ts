// What a batch says of an open case, asserted by hand: what is missing, in which order, and which branch every kind of value takes.
import { describe, expect, test } from 'vitest';
import { buildDiagrams, compile, openCase, readCase, readPolicy } from '../src/index.js';
import type { Cells } from '../src/compile/cells.js';
import type { Diagrams } from '../src/diagram/build.js';
import { branchReaders } from '../src/evaluate/branches.js';
import { settleBriefly } from '../src/evaluate/brief.js';
import { evaluate } from '../src/evaluate/determine.js';
import { smallPolicy, type Small } from './support/small.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function opened(small: Small, facts: string): { diagrams: Diagrams; cells: Cells } {
  const policy = readPolicy(bytes(smallPolicy(small)), 'policy.yaml');
  const head = `case: { id: 案, title: 试, policy: p, as_of: 2024-06-01 }\nfacts: { ${facts} }\n`;
  const kase = openCase(bytes(head), 'case.yaml');
  if (!policy.ok || !kase.ok) throw new Error(JSON.stringify([policy.diagnostics, kase.diagnostics]));
  const read = readCase(kase.value, policy.value);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const table = compile(policy.value);
  const diagrams = buildDiagrams(table);
  if ('tooLarge' in diagrams) throw new Error('too large');
  return { diagrams, cells: evaluate(table, read.value)[0]!.cells };
}

const when = (condition: string, more: Small = {}): Small => ({
  outcomes: { 果: `title: 果, when: ${condition}`, 他: 'title: 他, otherwise: 是' },
  ...more,
});

const impossible = (...conditions: readonly string[]): string =>
  `impossible: [${conditions.map((condition) => `{ when: ${condition}, reason: 不能并存 }`).join(', ')}]\n`;

/** The outcomes that stand whatever is open, or the facts that are missing; undefined where a closer look is needed. */
function told(small: Small, facts: string): unknown {
  const { diagrams, cells } = opened(small, facts);
  const brief = settleBriefly(diagrams, cells);
  return brief && (brief.stand?.standing ?? brief.missing);
}

describe('the brief answer', () => {
  test('is what stands whatever is open, with its status', () => {
    const { diagrams, cells } = opened(when('{ any: [甲, not 甲] }'), '乙: 是');
    expect(settleBriefly(diagrams, cells)).toEqual({
      stand: { status: 'determined', standing: ['果'], open: [] },
      missing: [],
    });
    expect(told(when('{ any: [{ all: [甲, 乙] }, { all: [not 甲, 丙] }] }'), '乙: 否, 丙: 否')).toEqual(['他']);
  });

  test('lists what can change it in the order of the policy, and nothing that is known, does not apply or changes nothing', () => {
    expect(told(when('{ all: [丙, 甲, { any: [乙, 数 > 3] }] }'), '数: 5')).toEqual(['甲', '丙']);
    expect(told(when('{ all: [由 has 寅, 类 = 丑, 甲] }'), '乙: 是')).toEqual(['甲', '类', '由']);
    expect(told(when('{ all: [数 + 额 > 3, 甲] }'), '数: 1')).toEqual(['甲', '额']);
    const facts = '  丁: { ask: 丁？, type: boolean, applies_when: 甲, otherwise: 是 }\n';
    expect(told(when('{ all: [丁, 乙] }', { facts }), '甲: 是')).toEqual(['乙', '丁']);
    expect(told(when('{ all: [丁, 乙] }', { facts }), '甲: 否')).toEqual(['乙']);
    expect(told(when('{ all: [丁, 乙] }', { facts }), '丁: 否, 乙: 是')).toEqual(['甲']);
  });

  test('asks nothing that only a variable with an idle fact in it would ask', () => {
    const facts = '  丁: { ask: 丁？, type: number, applies_when: 甲, otherwise: 0 }\n';
    expect(told(when('{ any: [数 - 丁 > 3, 数 - 额 > 9] }', { facts }), '甲: 否, 额: 1')).toEqual(['数']);
  });

  test('is left to a closer look where only several facts together matter, and where no completion has an answer', () => {
    const more = impossible('{ all: [甲, not 乙] }', '{ all: [乙, not 甲] }');
    expect(told(when('{ all: [甲, 乙] }', { more }), '丙: 是')).toBeUndefined();
    expect(told(when('数 / 额 > 1'), '额: 0')).toBeUndefined();
    expect(told(when('甲', { more: impossible('{ any: [乙, not 乙] }') }), '')).toBeUndefined();
  });
});

describe('the branch of a variable', () => {
  /** What holds of a condition on numbers or dates, by the diagram: 甲 stays open, so that it is asked. */
  const holds = (condition: string, facts: string): unknown => {
    const answer = told(when(`{ all: [甲, ${condition}] }`), facts) as readonly string[];
    return answer[0] === '他' ? false : answer.join() === '甲' ? true : answer;
  };

  test.each([
    ['数 > 3', '数: 3', false],
    ['数 > 3', '数: 3.0001', true],
    ['数 > 3', '数: 2.9999', false],
    ['数 >= 3', '数: 3', true],
    ['数 >= 3', '数: 2.9999', false],
    ['数 = 3', '数: 3', true],
    ['数 != 3', '数: 3', false],
    ['数 > 3', '数: 3.00000000000001', true],
    ['数 >= 3', '数: 2.99999999999999', false],
    ['数 > 3', '数: 900000000000000000001', true],
    ['数 > 0.00001', '数: 0.00002', true],
    ['数 > 0.00001', '数: 0', false],
    ['数 > 900000000000000000000', '数: 900000000000000000001', true],
    ['数 > 900000000000000000000', '数: 5', false],
    ['"数 - 额 > 2"', '数: 5, 额: 3', false],
    ['"数 - 额 > 2"', '数: 5.5, 额: 3', true],
    ['"数 * 3 - 额 * 2 > 1"', '数: 3, 额: 4', false],
    ['"数 * 3 - 额 * 2 > 1"', '数: 3, 额: 3.9', true],
    ['"数 - 额 > 2"', '数: 900719925474, 额: -900719925474', true],
    ['"数 - 额 > 2"', '数: -900719925474, 额: 900719925474', false],
    ['"额 - 数 * 2000000000 > 2"', '数: 900719, 额: 1801438000000003', true],
    ['"额 - 数 * 2000000000 > 2"', '数: 900719, 额: 1801438000000002', false],
    ['"数 * 额 > 6"', '数: 2, 额: 3', false],
    ['"数 / 额 > 1"', '数: 4, 额: 3', true],
    ['"前 > 2024-01-01"', '前: 2024-01-02', true],
    ['"前 > 2024-01-01"', '前: 2024-01-01', false],
    ['"days_between(前, 后) >= 30日"', '前: 2024-01-01, 后: 2024-01-31', true],
    ['"days_between(前, 后) >= 30日"', '前: 2024-01-01, 后: 2024-01-30', false],
    ['"months_between(前, as_of) >= 5个月"', '前: 2024-01-01', true],
    ['"months_between(前, as_of) >= 5个月"', '前: 2024-01-02', false],
    ['"add_days(前, 数) > 2024-01-10"', '前: 2024-01-01, 数: 10', true],
    ['"add_days(前, 数) > 2024-01-10"', '前: 2024-01-01, 数: 9', false],
    ['类 = 丑', '类: 丑', true],
    ['类 = 丑', '类: 寅', false],
    ['由 has 丑', '由: [丑, 寅]', true],
    ['由 has 丑', '由: [寅]', false],
    ['not 乙', '乙: 否', true],
    ['not 乙', '乙: 是', false],
  ])('tells whether %s with %s', (condition, facts, wanted) => {
    expect(holds(condition, facts)).toBe(wanted);
  });

  test('is open as long as anything that it hangs on is', () => {
    expect(holds('"数 - 额 > 2"', '数: 5')).toEqual(['甲', '额']);
    expect(holds('"数 - 额 > 2"', '额: 5')).toEqual(['甲', '数']);
    expect(holds('"数 / 额 > 1"', '数: 5')).toEqual(['甲', '额']);
    expect(holds('"days_between(前, 后) >= 30日"', '后: 2024-01-31')).toEqual(['甲', '前']);
  });

  test('is found by readers that are made once for a policy', () => {
    const { diagrams } = opened(when('甲'), '');
    expect(branchReaders(diagrams)).toBe(branchReaders(diagrams));
    expect(branchReaders(diagrams)).toHaveLength(diagrams.variables.list.length);
  });
});

// The checks on small policies: what they must not say, and where they must not stop.
import { describe, expect, test } from 'vitest';
import { booleans, codes, findings, number } from './support/findings.js';

describe('facts that count', () => {
  const outcomes = (few: string, many: string): string => `outcomes:
  较大: { title: 较大, cites: 第一条, when: 死亡人数 ${many} }
  一般: { title: 一般, cites: 第一条, when: 死亡人数 ${few} }
`;
  const counted = number('死亡人数').replace('unit: 人', 'unit: 人, min: 0人, whole: 是');

  test('leave no gap between two persons and three', () => {
    expect(codes(number('死亡人数') + outcomes('<= 2人', '>= 3人'))).toEqual(['check/gap']);
    expect(codes(counted + outcomes('<= 2人', '>= 3人'))).toEqual([]);
  });

  test('are shown in a witness as they can be counted', () => {
    const [finding] = findings(counted + outcomes('< 2人', '> 2人'));
    expect(finding?.witness?.decisive).toEqual([{ name: '死亡人数', value: '2人' }]);
    const [overlap] = findings(counted + outcomes('< 5人', '> 2人'));
    expect(overlap?.witness?.decisive).toEqual([{ name: '死亡人数', value: '3人' }]);
  });
});

describe('facts that are tied to each other', () => {
  test('are decisive, although neither can change alone', () => {
    const impossible = `impossible:
  - { when: { all: [故意, 过失] }, reason: 不能并存 }
  - { when: { none: [故意, 过失] }, reason: 必居其一 }
`;
    const outcomes = `outcomes:
  严: { title: 严, cites: 第一条, when: 故意 }
  宽: { title: 宽, cites: 第一条, when: 过失 }
`;
    expect(codes(booleans('故意', '过失') + impossible + outcomes)).toEqual([]);
  });

  test('a condition that only an impossible combination reads is not redundant', () => {
    const rest = `rules: { 重大: { cites: 第一条, when: { all: [甲, 乙] } } }
impossible: [{ when: { all: [重大, 丙] }, reason: 不能并存 }]
outcomes:
  一: { title: 一, cites: 第一条, when: { any: [甲, 乙, 丙] } }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;
    expect(codes(booleans('甲', '乙', '丙') + rest)).toEqual([]);
  });
});

describe('a case that is in error', () => {
  test('is no conflict', () => {
    const rest = `outcomes:
  一: { title: 一, cites: 第一条, when: 数 = 0人 }
  二: { title: 二, cites: 第一条, when: 数 <= 0人 }
  三: { title: 三, cites: 第一条, when: 1人 / 数 > 2 }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;
    const told = findings(number('数').replace('人,', '人, min: 0人,') + rest);
    expect(told.map(({ code }) => code)).not.toContain('check/conflict');
    expect(told[0]).toMatchObject({ code: 'check/unreachable-outcome', words: { name: '一', how: 'never-answered' } });
  });
});

describe('witnesses', () => {
  test('are numbers that a case can state: three times a number is never ten', () => {
    const rest = `outcomes:
  一: { title: 一, cites: 第一条, when: 数 * 3 = 10人 }
  其他: { title: 其他, cites: 第一条, otherwise: true }
`;
    expect(codes(number('数') + rest)).toContain('check/unreachable-outcome 一');
    const between = `outcomes:
  一: { title: 一, cites: 第一条, when: 数 * 3 <= 10人 }
  二: { title: 二, cites: 第一条, when: 数 * 3 >= 11人 }
`;
    const [gap] = findings(number('数') + between);
    expect([gap!.code, gap!.witness!.decisive]).toEqual(['check/gap', [{ name: '数', value: '3.4人' }]]);
  });

  test('name the day only where it matters', () => {
    const outcomes = 'outcomes: { 一: { title: 一, cites: 第一条, when: 甲 } }\n';
    expect(findings(booleans('甲') + outcomes)[0]!.witness).toEqual({
      decisive: [{ name: '甲', value: '否' }],
      free: [],
    });
  });
});

describe('provisions', () => {
  const rest = (cites: string): string =>
    `${booleans('甲')}outcomes: { 一: { title: 一, cites: ${cites}, when: 甲 }, 其他: { title: 其他, cites: 第一条, otherwise: true } }\n`;

  test('are found by the number of their key where only some items are restated', () => {
    const articles = 'articles: { 第一条: { says: 规定, items: { 一: 甲, 三: 丙 } } }\n';
    expect(codes(articles + rest('第一条第（三）项'))).toEqual([]);
    expect(codes(articles + rest('第一条第（二）项'))).toEqual(['check/dangling-citation 第一条第（二）项']);
  });

  test('are covered paragraph by paragraph', () => {
    const articles = 'articles: { 第一条: 规定, 第二条: { paragraphs: [{ says: 甲 }, { says: 乙 }] } }\n';
    expect(codes(articles + rest('第二条'))).toEqual([]);
    expect(codes(articles + rest('第二条第一款'))).toEqual(['check/uncovered-article 第二条第2款']);
  });
});

describe('a sum of many optional amounts', () => {
  const kinds = ['工资', '经营', '财产', '转移', '租金', '利息', '赡养费', '补贴', '其他'];
  const facts = kinds.map(
    (name) => `  有${name}: { ask: 问, type: boolean, cites: 第一条 }
  ${name}: { ask: 问, type: money, min: 0元, applies_when: 有${name}, otherwise: 0元, cites: 第一条 }
`,
  );
  const rest = (low: string, high: string): string => `facts:
${facts.join('')}rules: { 合计: { cites: 第一条, value: ${kinds.join(' + ')} } }
outcomes:
  给予: { title: 给予, cites: 第一条, when: 合计 ${low} }
  不予: { title: 不予, cites: 第一条, when: 合计 ${high} }
`;

  test('is proved, with witnesses that are cases', () => {
    expect(codes(rest('< 2000元', '>= 2000元'))).toEqual([]);
    const [gap] = findings(rest('< 2000元', '> 2000元'));
    expect([gap?.code, gap?.witness === undefined]).toEqual(['check/gap', false]);
    const [conflict] = findings(rest('<= 2000元', '>= 2000元'));
    expect([conflict?.code, conflict?.witness === undefined]).toEqual(['check/conflict', false]);
  });

  test('is never below what its parts are at least', () => {
    expect(codes(rest('>= 0元', '< 0元'))).toContain('check/unreachable-outcome 不予');
  });
});

describe('a policy that is too large', () => {
  const parts = `${booleans('甲', '乙', '丙', '丁')}outcomes:
  一: { title: 一, cites: 第一条, when: { any: [甲, { all: [乙, 丙] }] } }
  二: { title: 二, cites: 第一条, when: { all: [丙, 丁] } }
`;

  test('is told so, whether its own diagrams or those of the checks are too many', () => {
    const whole = codes(parts);
    expect(whole).toEqual(['check/gap', 'check/conflict']);
    const seen = Array.from({ length: 80 }, (_, limit) => codes(parts, limit).join().replace(/ .$/u, ''));
    expect(new Set(seen)).toEqual(new Set(['check/too-large', whole.join()]));
  });
});

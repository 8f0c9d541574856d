// What a drafter writes out of habit: the message says how to write it here, and what it proposes can be read.
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../src/index.js';
import { helpOf, messageOf } from '../src/report/diagnostic-text.js';

const POLICY = `
policy: { id: shi, title: 试, completeness: full, source: 虚构 }
articles: { 第一条: { paragraphs: [{ says: 甲 }, { says: 乙 }] } }
facts:
  有后果: { ask: 有没有后果？, type: boolean, cites: 第一条第一款 }
  已改正: { ask: 改正没有？, type: boolean, cites: 第一条第一款 }
  损失: { ask: 损失多少？, type: money, cites: 第一条第二款 }
  始日: { ask: 哪一日？, type: date, cites: 第一条第二款 }
rules:
  期限:
    cites: 第一条第二款
    cases:
      - { when: 有后果, value: 5年 }
      - { otherwise: 2年 }
outcomes:
  一: { title: 一, cites: 第一条, when: 有后果 }
  二: { title: 二, cites: 第一条, otherwise: true }
`;

/** What is said of the policy with one text in place of another: the code, what is underlined, message and help. */
function told(from: string, to: string): readonly string[] {
  expect(POLICY).toContain(from);
  const read = readPolicy(new TextEncoder().encode(POLICY.replace(from, to)), 'shi.yaml');
  return read.diagnostics.flatMap((found) => {
    const { text, column, endColumn } = found.place;
    const underlined = [...text].slice(column - 1, endColumn - 1).join('');
    return [found.code, underlined, messageOf(found, 'zh'), helpOf(found, 'zh')];
  });
}

const when = (text: string): readonly string[] => told('when: 有后果 }\n  二', `when: ${text} }\n  二`);

describe('conditions in everyday writing', () => {
  test.each([
    ['损失 == 5元', '==', '写成 损失 = 5元'],
    ['损失 => 5元', '=>', '写成 损失 >= 5元'],
    ['损失 =< 5元', '=<', '写成 损失 <= 5元'],
    ['损失 <> 5元', '<>', '写成 损失 != 5元'],
    ['损失 大于 5元', '大于', '写成 损失 > 5元'],
    ['损失 不低于 5元', '不低于', '写成 损失 >= 5元'],
    ['损失大于等于5元', '损失大于等于5元', '写成 损失 >= 5元'],
    ['有后果 and 已改正', 'and', '写成 { all: [有后果, 已改正] }'],
    ['有后果 且 损失 大于 5元', '且', '写成 { all: [有后果, 损失 > 5元] }'],
    ['有后果 或者 已改正', '或者', '写成 { any: [有后果, 已改正] }'],
    ['有后果 || 已改正', '|', '写成 { any: [有后果, 已改正] }'],
    ['非 有后果', '有后果', '写成 not 有后果'],
    ['不是 有后果 且 已改正', '有后果', '写成 { all: [not 有后果, 已改正] }'],
  ])('%s', (text, underlined, help) => {
    const [, at, , said] = when(text);
    expect(at).toBe(underlined);
    expect(said).toBe(help);
  });

  test.each(['有后果 and 已改正 or 有后果', '有后果 已改正', 'not (有后果 and 已改正)', '甲大于5元', '有后果 且'])(
    '%s is not guessed at',
    (text) => {
      expect(when(text).join()).not.toContain('写成 ');
    },
  );

  test('what is proposed can be read', () => {
    expect(when('损失 > 5元')).toEqual([]);
    expect(told('when: 有后果 }\n  二', 'when: { all: [有后果, 损失 > 5元] } }\n  二')).toEqual([]);
  });
});

describe('values', () => {
  test('in Chinese numerals', () => {
    expect(told('value: 5年', 'value: 五年')).toContain('写成 5年');
  });

  test('of several rows are told as rows', () => {
    const said = told('otherwise: 2年', 'otherwise: 730日');
    expect(said.slice(1)).toEqual([
      '730日',
      '前后几种情形的值类型不同：期间（月）与期间（日）',
      '各种情形的值应为同一类型、同一单位',
    ]);
  });

  test('without the unit of the other rows lack it', () => {
    expect(told('otherwise: 2年', 'otherwise: "24"')).toEqual([
      'parse/missing-unit',
      '24',
      '缺少单位「月」',
      '写成 24个月；数后紧跟单位',
    ]);
  });

  test('by a function of another language', () => {
    expect(when('"始日 > add_years(始日, 2)"')).toContain('没有「add_years」这个函数，是否想写「add_months」');
  });
});

describe('the shape', () => {
  const rule = (text: string): readonly string[] => told('rules:\n', `rules:\n  三: { cites: 第一条, ${text} }\n`);

  test.each([
    ['a list for a condition', rule('when: [有后果, 已改正]'), '「when」处应为一个条件，写的是列表'],
    ['a list for an exception', rule('when: 有后果, unless: [已改正]'), '「unless」处应为一个条件，写的是列表'],
  ])('%s', (_, said, message) => {
    expect(said[2]).toBe(message);
    expect(said[3]).toBe('看一看缩进；几个条件写在 all（都具备）、any（具备其一）或 none（都不具备）之下');
  });

  test('a truth with its answer', () => {
    expect(rule('when: { all: [{ 有后果: 是 }] }')[3]).toBe(
      '条件写名称、not 名称或比较式，不写「名称: 是」；此处可用的键：all any none at_least',
    );
  });

  test('all without when', () => {
    expect(rule('all: [有后果, 已改正]')[3]).toContain('这一项写在 when 之下；此处可用的键');
  });

  test.each(['    -有后果\n    -已改正', '    - 有后果\n    -已改正'])('a dash without space: %j', (list) => {
    const said = told('rules:\n', `rules:\n  三:\n   cites: 第一条\n   when:\n    all:\n${list}\n`);
    expect([said[0], said[3]]).toEqual(['parse/dash-space', '列表的每一项写成「- 内容」']);
  });

  test('text for a list', () => {
    const said = told('otherwise: true', 'otherwise: true, choose: 免责、减轻');
    expect(said[3]).toBe('看一看缩进；写成列表，如 [甲, 乙]，或者每项一行、以「- 」开头');
  });

  test('Chinese words for those of the language', () => {
    expect(told('type: money', 'type: 金额')[2]).toBe('「金额」不在可选之列，是否想写「money」');
    expect(told('type: money, cites', 'type: money, 依据')[2]).toBe('没有「依据」这个键，是否想写「cites」');
  });

  test('a missing provision', () => {
    expect(told('rules:\n', 'rules:\n  三: { when: 有后果 }\n')[3]).toBe('补上这一项，如 cites: 第五条第（一）项');
  });
});

describe('citations', () => {
  const cites = (text: string): readonly string[] =>
    told('type: date, cites: 第一条第二款', `type: date, cites: ${text}`);

  test.each([
    ['第一条第一款、第二款', '写成 [第一条第一款, 第一条第二款]'],
    ['第一条第一款和第一条第二款', '写成 [第一条第一款, 第一条第二款]'],
    ['第三条第一款第（一）项、第（二）项', '写成 [第三条第一款第（一）项, 第三条第一款第（二）项]'],
    ['行政处罚法第三十三条', '写成 《行政处罚法》第三十三条'],
    ['一条', '写成 第一条'],
  ])('%s', (text, help) => {
    expect(cites(`"${text}"`).slice(-1)).toEqual([help]);
  });

  test('that cannot be read in any way', () => {
    expect(cites('见前')[3]).toBe('写成 第五条第二款第（三）项，或 articles 中的标题，或 《某法》第几条；几处写成列表');
  });
});

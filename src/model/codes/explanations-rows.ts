// What is wrong with the rows of cases, tables and parameters although each of them can be read.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** What is wrong with the rows of cases, tables and parameters although each of them can be read. */
export const ROW_EXPLANATIONS = {
  'check/table-overlap': {
    meaning: {
      zh: '同一案件落入表中的两行，表却说只有一行',
      en: 'one case falls into two rows of a table that promises one',
    },
    consequence: {
      zh: '落在重叠处的人没有确定的罚款倍数，案件会被判为有误',
      en: 'for whoever falls into both the fine is undefined, and the case is refused as an error',
    },
    bad: "- { if: ['>= 1立方米'], value: '5' }",
    good: "- { if: ['>= 2立方米'], value: '5' }",
  },
  'check/table-gap': {
    meaning: { zh: '有案件不落入表中任何一行', en: 'some case falls into no row of the table' },
    consequence: {
      zh: '正好零点五立方米的人没有罚款倍数，案件会被判为有误',
      en: 'for whoever took exactly half a cubic metre there is no fine, and the case is refused as an error',
    },
    bad: "- { if: ['> 0.5立方米, < 2立方米'], value: '4' }",
    good: "- { if: ['>= 0.5立方米, < 2立方米'], value: '4' }",
  },
  'check/cases-overlap': {
    meaning: { zh: '同一案件符合两种情形', en: 'two of the cases hold at once' },
    consequence: {
      zh: '正好在界线上的人既罚三倍又罚四倍，程序不能替他选',
      en: 'whoever is exactly on the line is fined threefold and fourfold; the program must not choose',
    },
    bad: "- { when: 盗伐数量 <= 0.5立方米, value: '3' }",
    good: "- { when: 盗伐数量 < 0.5立方米, value: '3' }",
  },
  'check/cases-gap': {
    meaning: { zh: '有案件不符合任何一种情形', en: 'some case is none of the cases' },
    consequence: {
      zh: '正好二立方米的人没有罚款倍数，案件会被判为有误',
      en: 'for whoever took exactly two cubic metres there is no fine, and the case is refused as an error',
    },
    bad: "- { when: 盗伐数量 > 2立方米, value: '5' }",
    good: "- { when: 盗伐数量 >= 2立方米, value: '5' }",
  },
  'check/dead-option': {
    meaning: {
      zh: '规则列出的一种结果，在任何案件中都得不出',
      en: 'a result that the rule lists is the result of no case',
    },
    consequence: {
      zh: '条文分三档，编码只剩两档；中间一档的人被归入更重或更轻的一档',
      en: 'the provision has three grades, the encoding two; those in between are judged too harshly or too mildly',
    },
    bad: 'options: [重大, 较大, 一般]',
    good: 'options: [重大, 一般]',
  },
  'check/shadowed-row': {
    meaning: {
      zh: '这一行永远轮不到：条件不可能满足，或者前面的行已经占尽',
      en: 'the row is never reached: its condition cannot be met, or the rows before it take every case',
    },
    consequence: {
      zh: '盗伐很少的人本应罚三倍，却照前一行罚了四倍',
      en: 'whoever took very little should pay threefold, and pays fourfold by the row above',
    },
    bad: ["- { if: ['< 2立方米'], value: '4' }", "- { if: ['< 0.5立方米'], value: '3' }"].join('\n'),
    good: ["- { if: ['< 0.5立方米'], value: '3' }", "- { if: ['< 2立方米'], value: '4' }"].join('\n'),
  },
  'check/parameter-hole': {
    meaning: {
      zh: '办法施行期间，有的日子参数没有数值',
      en: 'on some day on which the policy is in force the parameter has no value',
    },
    consequence: {
      zh: '在那一天申请的家庭无法认定，只能等着，或者被套用别的日子的标准',
      en: "a family that applies on that day gets no answer, or is measured by another day's standard",
    },
    bad: '- { from: 2024-10-01, value: 735元 }',
    good: '- { from: 2024-09-01, value: 735元 }',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

// The words and signs of a condition or expression.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** The words and signs of a condition or expression. */
export const SYNTAX_EXPLANATIONS = {
  'parse/unknown-name': {
    meaning: { zh: '条件里用到的名称没有定义', en: 'a condition uses a name that is not defined' },
    consequence: {
      zh: '这个条件永远查不明，所有案件都停在待定',
      en: 'the condition could never be established, and every case would stay pending',
    },
    bad: 'when: 直接经济损矢 >= 5000万元',
    good: 'when: 直接经济损失 >= 5000万元',
  },
  'parse/outcome-in-condition': {
    meaning: { zh: '条件里引用了一个结论', en: 'a condition refers to an outcome' },
    consequence: {
      zh: '结论之间互为前提，会把「没有作出某结论」当成事实；哪个优先应当用 prevails_over 明说',
      en: 'outcomes would rest on one another, and “not decided” would count as a fact; which one prevails is said with prevails_over',
    },
    bad: 'when: not 不予容错',
    good: 'when: not 明令禁止',
  },
  'parse/strange-character': {
    meaning: { zh: '条件或算式里有不认识的符号', en: 'a condition or formula holds a sign that means nothing here' },
    consequence: {
      zh: '「并且」「或者」若写成符号，每个人读法不同；写在 all 和 any 之下才看得清',
      en: 'signs for “and” and “or” are read differently by everyone; under all and any they cannot be misread',
    },
    bad: 'when: not 明令禁止 & 直接经济损失 < 5000万元',
    good: ['when:', '  all: [not 明令禁止, 直接经济损失 < 5000万元]'].join('\n'),
  },
  'parse/expected': {
    meaning: {
      zh: '语法在这里要一个符号，写的是别的',
      en: 'the grammar wants a certain sign here, and something else stands there',
    },
    consequence: {
      zh: '断在哪里不同，条件的意思就不同，所以不猜',
      en: 'the condition would mean different things depending on where it is cut, so it is not guessed',
    },
    bad: 'when: 事由 has [先行先试 临机处置]',
    good: 'when: 事由 has [先行先试, 临机处置]',
  },
  'parse/expected-operand': {
    meaning: {
      zh: '比较号或运算符的一边缺少名称、数或日期',
      en: 'one side of a comparison or operation lacks its name, number or date',
    },
    consequence: {
      zh: '不知道拿什么去比，金额再大也得不出结论',
      en: 'it is unclear what is compared, so that no amount would ever lead to an outcome',
    },
    bad: "when: '>= 5000万元'",
    good: 'when: 直接经济损失 >= 5000万元',
  },
  'parse/unexpected-word': {
    meaning: { zh: '一个条件已经写完，后面还有多余的词', en: 'the condition is complete, and further words follow' },
    consequence: {
      zh: '若不理会多出的部分，后半个条件就等于没写',
      en: 'if the rest were skipped, half of the condition would count as absent',
    },
    bad: 'when: 明令禁止 或者 直接经济损失 >= 5000万元',
    good: ['when:', '  any: [明令禁止, 直接经济损失 >= 5000万元]'].join('\n'),
  },
  'parse/unknown-function': {
    meaning: { zh: '括号前的词不是可用的函数', en: 'the word before the bracket is not one of the functions' },
    consequence: {
      zh: '期限、年龄算不出来，时效、资格都无从判断',
      en: 'periods and ages could not be computed, and no time limit could be applied',
    },
    bad: 'when: month_between(发生日期, 立案日期) > 24个月',
    good: 'when: months_between(发生日期, 立案日期) > 24个月',
  },
  'parse/argument-count': {
    meaning: { zh: '函数括号里的项数不对', en: 'the function has too few or too many arguments' },
    consequence: {
      zh: '期限从哪一天算到哪一天不明确，差一天就可能过期',
      en: 'it is unclear from which day to which a period runs, and one day may decide',
    },
    bad: 'when: days_between(立案日期) > 30日',
    good: 'when: days_between(立案日期, as_of) > 30日',
  },
  'parse/argument-type': {
    meaning: {
      zh: '函数括号里的一项类型不对，例如要日期而写了日数',
      en: 'an argument is of the wrong type, such as a number of days where a date is wanted',
    },
    consequence: {
      zh: '算出来的期限没有意义，却会照样与界线比较',
      en: 'the period would be meaningless and yet be compared with the limit',
    },
    bad: 'when: days_between(立案日期, 30日) < 0日',
    good: 'when: days_between(立案日期, as_of) > 30日',
  },
  'parse/not-takes-a-name': {
    meaning: { zh: 'not 后面跟的不是一个名称', en: 'something other than one name follows not' },
    consequence: {
      zh: '否定的范围有两种读法：只否定前一项，还是否定全部；两种读法结论相反',
      en: 'the denial could cover the first part or all of it, with opposite results',
    },
    bad: 'when: not 直接经济损失 + 5000万元',
    good: ['when:', '  none: [明令禁止, 直接经济损失 >= 5000万元]'].join('\n'),
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

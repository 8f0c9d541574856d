// Numbers, units, dates, truths and options as they are written.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** Numbers, units, dates, truths and options as they are written. */
export const LITERAL_EXPLANATIONS = {
  'parse/missing-unit': {
    meaning: {
      zh: '与有单位的事实相比的数没有写单位',
      en: 'a number is compared with a fact that has a unit, and has none itself',
    },
    consequence: {
      zh: '「5000」是元还是万元差一万倍，界线就差一万倍',
      en: 'whether 5000 means 元 or 万元 moves the limit ten-thousandfold',
    },
    bad: 'when: 直接经济损失 >= 50000000',
    good: 'when: 直接经济损失 >= 5000万元',
  },
  'parse/unit-mismatch': {
    meaning: {
      zh: '两边的单位不能相加、相乘或比较',
      en: 'the units of the two sides cannot be added, multiplied or compared',
    },
    consequence: {
      zh: '一个月是 28 天还是 31 天没有定数，九十日与三个月不能互换，期限会差几天',
      en: 'a month has 28 to 31 days; ninety days and three months are not the same, and a limit would be off by days',
    },
    bad: 'when: 停工时间 > 3个月',
    good: 'when: 停工时间 > 90日',
  },
  'parse/unit-does-not-fit': {
    meaning: { zh: '写的单位不是这个事实的单位', en: 'the unit written is not the unit of the fact' },
    consequence: { zh: '拿日数当金额，界线就失去意义', en: 'with days for money the limit would mean nothing' },
    bad: 'min: 0日',
    good: 'min: 0元',
  },
  'parse/unknown-unit': {
    meaning: { zh: '数后面的字不是任何单位', en: 'what follows the digits is not a unit' },
    consequence: { zh: '单位认不出来，数的大小也就不知道', en: 'without the unit the size of the number is unknown' },
    bad: 'when: 直接经济损失 >= 5000万圆',
    good: 'when: 直接经济损失 >= 5000万元',
  },
  'parse/bad-number': {
    meaning: {
      zh: '这不是能认出的数，多半用了全角或汉字数字，或者数前有别的字',
      en: 'this cannot be read as a number; its digits are probably full-width or Chinese, or other words stand before it',
    },
    consequence: {
      zh: '数读错一位，应否处罚、应否救助就可能相反',
      en: 'one digit misread may turn a sanction or a benefit into its opposite',
    },
    bad: 'max: １亿元',
    good: 'max: 1亿元',
  },
  'parse/bad-date': {
    meaning: {
      zh: '日历上没有这一天，或者写法不是 年-月-日',
      en: 'the calendar has no such day, or it is not written year-month-day',
    },
    consequence: {
      zh: '差一天，案件适用的就可能是另一个版本的规定',
      en: 'one day off, and a case may fall under another version of the law',
    },
    bad: 'from: 2023-02-29',
    good: 'from: 2023-03-01',
  },
  'parse/not-yes-or-no': {
    meaning: {
      zh: '是非题只认 是、否、true、false，写的不是其中之一',
      en: 'a yes-or-no fact takes 是, 否, true or false, and this is none of them',
    },
    consequence: {
      zh: '「无需」「基本是」之类要由人定夺，程序代为取舍就是替有权机关作认定',
      en: '“not needed” or “mostly” has to be judged by a person; choosing for them would be deciding the case',
    },
    bad: 'otherwise: 无需',
    good: 'otherwise: 是',
  },
  'parse/unknown-option': {
    meaning: { zh: '所写的选项不在这个事实列出的选项之中', en: 'the option is not among those the fact lists' },
    consequence: {
      zh: '这一情形永远不会成立，属于它的人得不到应有的结论',
      en: 'the condition could never hold, and those it was meant for would not get their outcome',
    },
    bad: 'when: 事由 has 先试先行',
    good: 'when: 事由 has 先行先试',
  },
  'parse/value-of-wrong-type': {
    meaning: {
      zh: '案件里写的形式与这个事实的类型不合，例如单选写成了列表',
      en: 'the value in the case does not have the form of the fact, such as a list for a single choice',
    },
    consequence: {
      zh: '取哪一个都可能不是承办人的意思，而结论会因此不同',
      en: 'taking either one might not be what the officer meant, and the outcome may hang on it',
    },
    bad: '失误性质: [程序瑕疵, 实体错误]',
    good: '失误性质: 程序瑕疵',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

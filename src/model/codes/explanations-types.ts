// What a condition compares: truths, options, dates, amounts.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** What a condition compares: truths, options, dates, amounts. */
export const TYPE_EXPLANATIONS = {
  'parse/not-a-condition': {
    meaning: {
      zh: '这里要一个成立或不成立的条件，写的是一个数',
      en: 'a condition that holds or does not is wanted here, and this is a number',
    },
    consequence: {
      zh: '只有数，没有界线，无法说谁符合、谁不符合',
      en: 'a number without a limit does not say who qualifies',
    },
    bad: 'when: 家庭月收入 / 家庭人口',
    good: 'when: 家庭月收入 / 家庭人口 < 735元',
  },
  'parse/not-a-truth': {
    meaning: {
      zh: '金额、数、日期或选项单独放在那里，没有说与什么比较',
      en: 'an amount, number, date or option stands alone, compared with nothing',
    },
    consequence: {
      zh: '不能由「有损失数额」推出「造成重大损失」；界线必须写明',
      en: 'that there is an amount does not make it a major loss; the limit has to be stated',
    },
    bad: 'when: 直接经济损失',
    good: 'when: 直接经济损失 >= 5000万元',
  },
  'parse/not-a-value': {
    meaning: {
      zh: 'value 之下要算式，写的是真假或者选项',
      en: 'value wants a formula, and this is a truth or an option',
    },
    consequence: {
      zh: '结论会出现在本该是数额的位置，报告上写出「应缴：是」之类的话',
      en: 'a truth would stand where the report prints an amount',
    },
    bad: 'value: 明令禁止',
    good: 'when: 明令禁止',
  },
  'parse/not-a-quantity': {
    meaning: {
      zh: '日期、真假或选项放进了加减乘除',
      en: 'a date, a truth or an option is added, subtracted, multiplied or divided',
    },
    consequence: {
      zh: '首日、末日算不算各人理解不同；用函数才有一定的算法',
      en: "whether first and last days count would be anyone's guess; the functions settle it",
    },
    bad: 'when: 立案日期 > 发生日期 + 30日',
    good: 'when: 立案日期 > add_days(发生日期, 30日)',
  },
  'parse/truth-compared': {
    meaning: { zh: '是非题用了比较号', en: 'a yes-or-no fact is compared' },
    consequence: {
      zh: '「不等于是」在尚未查明时究竟算真算假，容易误读；not 的意思只有一个',
      en: '“not equal to yes” is easily misread where the fact is not yet established; not has one meaning',
    },
    bad: 'when: 明令禁止 = 否',
    good: 'when: not 明令禁止',
  },
  'parse/text-compared': {
    meaning: { zh: '把自由填写的文字用作条件', en: 'a free text is used as a condition' },
    consequence: {
      zh: '多一个字、少一个字结论就变，同样情况的人得不到同样的处理',
      en: 'one character more or less would change the outcome, and like cases would not be treated alike',
    },
    bad: 'when: 备注 = 单位集体决定',
    good: 'when: not 明令禁止',
  },
  'parse/choice-compared': {
    meaning: {
      zh: '选项之间没有大小，不能用这个比较号',
      en: 'options are not larger or smaller than one another, so this comparison has no meaning',
    },
    consequence: {
      zh: '「较大以上」包括哪几档要逐一写明，否则可能漏掉最重的一档',
      en: 'which grades are meant has to be listed, or the gravest may be left out',
    },
    bad: 'when: 损失程度 >= 较大',
    good: 'when: 损失程度 in [重大, 较大]',
  },
  'parse/has-wants-choices': {
    meaning: {
      zh: 'has 问的是几个选项中有没有这一个，只用于可以多选的事实',
      en: 'has asks whether one of several options holds, and is for facts that admit several',
    },
    consequence: {
      zh: '单选的事实被当作多选，日后加选项时条件会走样',
      en: 'a single choice would be treated as several, and the condition would go wrong once options are added',
    },
    bad: 'when: 损失程度 has 重大',
    good: 'when: 损失程度 = 重大',
  },
  'parse/type-mismatch': {
    meaning: {
      zh: '比较号两边不是一类东西，例如日期与日数',
      en: 'the two sides of a comparison are different kinds of things, such as a date and a number of days',
    },
    consequence: {
      zh: '比不出先后大小，硬比的结果没有意义',
      en: 'neither is larger than the other, and forcing it gives a result without meaning',
    },
    bad: 'when: 立案日期 > 30日',
    good: 'when: 立案日期 > 2022-06-09',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

// What the parts of a policy mean together.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** What the parts of a policy mean together. */
export const MEANING_EXPLANATIONS = {
  'parse/at-least-range': {
    meaning: { zh: '要求的项数比列出的还多，或者是零', en: 'more items are required than are listed, or none at all' },
    consequence: {
      zh: '要么谁也达不到，要么人人都达到，这个条件形同虚设',
      en: 'either nobody could meet it or everybody would',
    },
    bad: ['n: 3', 'of: [先行先试, 临机处置]'].join('\n'),
    good: ['n: 2', 'of: [先行先试, 临机处置]'].join('\n'),
  },
  'parse/otherwise-last': {
    meaning: {
      zh: 'otherwise 是其余情况，却写在了别的行之前',
      en: 'otherwise stands for what is left, yet comes before other rows',
    },
    consequence: {
      zh: '读的人会以为后面的行不再起作用，误解谁适用哪一档',
      en: 'a reader would think that the later rows no longer count, and misjudge who falls under which',
    },
    bad: ["- { otherwise: '5' }", "- { when: 直接经济损失 < 10万元, value: '3' }"].join('\n'),
    good: ["- { when: 直接经济损失 < 10万元, value: '3' }", "- { otherwise: '5' }"].join('\n'),
  },
  'parse/otherwise-missing': {
    meaning: {
      zh: '写了何时要问，没有写不用问时视为何值',
      en: 'it says when the question arises, not what holds where it does not',
    },
    consequence: {
      zh: '没有造成损失的案件，损失数额永远是未知，案件一直待定',
      en: 'in a case without any loss the amount would stay unknown, and the case pending for ever',
    },
    bad: 'applies_when: 造成损失',
    good: ['applies_when: 造成损失', 'otherwise: 0元'].join('\n'),
  },
  'parse/otherwise-alone': {
    meaning: {
      zh: '写了不用问时视为何值，没有写何时不用问',
      en: 'it says what holds where the question does not arise, not when that is',
    },
    consequence: {
      zh: '容易被误解为默认值：没有查明就当作零，损失因此被漏算',
      en: 'it looks like a default, as if an amount not established were zero, and losses would be missed',
    },
    bad: 'otherwise: 0元',
    good: ['applies_when: 造成损失', 'otherwise: 0元'].join('\n'),
  },
  'parse/otherwise-twice': {
    meaning: { zh: '两个结论都写成「其余情况」', en: 'two outcomes both stand for all that is left' },
    consequence: {
      zh: '其余的每一个案件都会同时得到两个结论',
      en: 'every remaining case would get both outcomes at once',
    },
    bad: 'otherwise: true',
    good: 'when: 明令禁止',
  },
  'parse/unless-without-when': {
    meaning: {
      zh: '写了例外，没有写它是哪个条件的例外',
      en: 'there is an exception, and no condition that it is an exception to',
    },
    consequence: {
      zh: '例外成立时应得什么结果没有说，只能猜是零、不罚还是另算',
      en: 'it does not say what follows where the exception holds: nothing, zero or something else',
    },
    bad: ['value: 直接经济损失 * 3', 'unless: 明令禁止'].join('\n'),
    good: 'value: 直接经济损失 * 3',
  },
  'parse/row-width': {
    meaning: { zh: '这一行的格数与表头的列数不同', en: 'the row has more or fewer cells than the table has columns' },
    consequence: {
      zh: '条件会错位，拿重伤人数去比经济损失',
      en: 'conditions would slip into the wrong column, and people be compared with money',
    },
    bad: "- { if: ['>= 5000万元'], value: '5' }",
    good: "- { if: ['>= 5000万元', '-'], value: '5' }",
  },
  'parse/options-missing': {
    meaning: { zh: '这是选择题，却没有列出选项', en: 'this is a choice, and no options are listed' },
    consequence: {
      zh: '没有东西可选，承办人只能空着，案件一直待定',
      en: 'there is nothing to choose from, so the fact stays open and the case pending',
    },
    bad: ['失误性质:', '  ask: 失误属于哪一种？', '  type: choice'].join('\n'),
    good: ['失误性质:', '  ask: 失误属于哪一种？', '  type: choice', '  options: [程序瑕疵, 实体错误]'].join('\n'),
  },
  'parse/options-not-here': {
    meaning: {
      zh: '只有选择题和 cases、table 的规则才有选项',
      en: 'only choices, and rules with cases or table, have options',
    },
    consequence: {
      zh: '承办人看到的是三个选项还是一个是非题说不清，答案会被误读',
      en: 'it is unclear whether the officer sees three options or a yes-or-no question, and the answer may be misread',
    },
    bad: ['type: boolean', 'options: [充分, 一般, 不足]'].join('\n'),
    good: ['type: choice', 'options: [充分, 一般, 不足]'].join('\n'),
  },
  'parse/whole-not-here': {
    meaning: {
      zh: '只有数和期间才谈得上只取整数；金额精确到分以下也照原样计算',
      en: 'only numbers and durations can be whole; amounts of money are kept as they are',
    },
    consequence: {
      zh: '起草人以为排除了小数，其实没有排除',
      en: 'the drafter believes that decimals are excluded, and they are not',
    },
    bad: ['type: boolean', 'whole: 是'].join('\n'),
    good: 'type: boolean',
  },
  'parse/not-a-whole-number': {
    meaning: {
      zh: '办法说这个事实只取整数，这里却有小数',
      en: 'the policy says that the fact is a whole number, and here it has decimals',
    },
    consequence: {
      zh: '两个半人会落在“不满三人”和“二人以下”之间，得出条文里没有的结论',
      en: 'two and a half persons would fall between “fewer than three” and “two or fewer”, where no provision is',
    },
    bad: ['unit: 人', 'whole: 是', 'min: 0.5人'].join('\n'),
    good: ['unit: 人', 'whole: 是', 'min: 0人'].join('\n'),
  },
  'parse/limit-not-here': {
    meaning: {
      zh: '上下限只对数、金额、期间和日期有意义',
      en: 'limits make sense only for numbers, amounts, durations and dates',
    },
    consequence: {
      zh: '起草人以为限制了什么，其实没有限制',
      en: 'the drafter believes that something is limited, and nothing is',
    },
    bad: ['group: 适用情形', 'min: 1'].join('\n'),
    good: 'group: 适用情形',
  },
  'parse/limits-crossed': {
    meaning: { zh: '上限比下限还小', en: 'the maximum lies below the minimum' },
    consequence: {
      zh: '没有一个值写得进去，每个案件都会被判为有误',
      en: 'no value fits, and every case would be refused',
    },
    bad: ['min: 10', 'max: 1'].join('\n'),
    good: ['min: 1', 'max: 10'].join('\n'),
  },
  'parse/bad-unit': {
    meaning: {
      zh: '这个词不能作单位：它已有含义，或以「万」「亿」、数字开头',
      en: 'the word cannot be a unit: it already means something, or starts with 万, 亿 or a digit',
    },
    consequence: {
      zh: '「3万株」是三万株还是三个「万株」说不清，数量会差一万倍',
      en: '“3万株” could be thirty thousand or three of a unit called 万株: ten-thousandfold apart',
    },
    bad: 'unit: 万株',
    good: 'unit: 株',
  },
  'parse/unit-not-here': {
    meaning: { zh: '这一类型的单位是固定的，或者没有单位', en: 'this type has a fixed unit or none' },
    consequence: {
      zh: '写成「万元」会让人以为填 5 就是五万元，实际是五元',
      en: 'with 万元 an officer would enter 5 for fifty thousand, and five would be read',
    },
    bad: ['type: money', 'unit: 万元'].join('\n'),
    good: 'type: money',
  },
  'parse/duration-unit': {
    meaning: {
      zh: '期间没有说明按日还是按月计',
      en: 'it is not said whether the duration is counted in days or in months',
    },
    consequence: {
      zh: '三十日与一个月不是一回事，期限会差一两天',
      en: 'thirty days and one month are not the same, and a time limit would be off by a day or two',
    },
    bad: 'type: duration',
    good: ['type: duration', 'unit: 日'].join('\n'),
  },
  'parse/circular': {
    meaning: { zh: '一条规则绕了一圈又以自己为前提', en: 'a rule rests, by a detour, on itself' },
    consequence: {
      zh: '两条规则互相否定，任何案件都可以推出两种相反的结论',
      en: 'of two rules that deny each other, either may be taken to hold in any case',
    },
    bad: ['从宽情形: { cites: 第三条, when: not 从重情形 }', '从重情形: { cites: 第三条, when: not 从宽情形 }'].join(
      '\n',
    ),
    good: ['从宽情形: { cites: 第三条, when: not 从重情形 }', '从重情形: { cites: 第三条, when: 明令禁止 }'].join('\n'),
  },
  'parse/prevails-in-circle': {
    meaning: { zh: '几个结论轮流优先于对方，绕成一圈', en: 'outcomes prevail over one another in a circle' },
    consequence: {
      zh: '两者都成立时一个也站不住，当事人得不到任何结论',
      en: 'where all of them hold, none would stand, and the person concerned would get no outcome',
    },
    bad: ['when: not 明令禁止', 'prevails_over: [不予容错]'].join('\n'),
    good: 'when: not 明令禁止',
  },
  'parse/unknown-outcome': {
    meaning: { zh: 'prevails_over 写的不是任何一个结论的名称', en: 'prevails_over names something that is no outcome' },
    consequence: {
      zh: '优先关系落空，本该排除的结论会与之并存，成为冲突',
      en: 'the priority would come to nothing, and an outcome that should be excluded would stand beside this one',
    },
    bad: 'prevails_over: [予以容错]',
    good: 'prevails_over: [容错]',
  },
  'parse/advice-decides': {
    meaning: {
      zh: '标明 advises 的规则只供参考，却被结论、别的规则、问题或者不可能的组合用到',
      en: 'a rule marked advises is read by an outcome, another rule, a question or an impossible combination',
    },
    consequence: {
      zh: '没有任何办法规定的评分就会决定人的去留',
      en: 'a score that no provision lays down would decide about people',
    },
    bad: 'when: 评分偏轻',
    good: 'when: 主动挽回',
  },
  'parse/party-in-case-fact': {
    meaning: {
      zh: '全案只答一次的问题，取决于各当事人分别回答的问题',
      en: 'a question asked once for the case hangs on one that is answered for each party',
    },
    consequence: {
      zh: '几名当事人情况不同时，该不该问没有答案；一人的事实会算到众人头上',
      en: "where parties differ there is no telling whether it arises, and one person's facts would be held against all",
    },
    bad: 'applies_when: 谋取私利',
    good: ['per: party', 'applies_when: 谋取私利'].join('\n'),
  },
  'parse/not-silenceable': {
    meaning: {
      zh: '写了免提醒，所指的却是错误，或者不是检查的提醒',
      en: 'a silence is written for an error, or for something that is no warning of the checks',
    },
    consequence: {
      zh: '两个结论冲突若能以一句话免去，当事人免责与否就无人过问了',
      en: 'if a conflict could be talked away, nobody would ask any more whether the person is excused',
    },
    bad: '- { code: check/conflict, at: 不予容错, reason: 已有先例 }',
    good: '- { code: check/bare-judgement, at: 主动挽回, reason: 办法没有写明怎样判断 }',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

// Slips of YAML: indentation, colons, quotes, brackets.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** Slips of YAML: indentation, colons, quotes, brackets. */
export const YAML_EXPLANATIONS = {
  'parse/syntax': {
    meaning: { zh: '这里的写法连 YAML 也读不通', en: 'what stands here is not even well-formed YAML' },
    consequence: {
      zh: '其后的内容归到哪里全凭猜测，所以一行也不采用',
      en: 'where the rest belongs would be a guess, so nothing is used',
    },
    bad: 'title: "示例"办法',
    good: "title: '“示例”办法'",
  },
  'parse/tab-indent': {
    meaning: { zh: '行首用制表符（Tab）缩进', en: 'a line is indented with a tab' },
    consequence: {
      zh: '一个制表符有几格宽，各编辑器说法不一；条件可能因此归到另一个事实或结论之下',
      en: 'editors disagree about how wide a tab is, so a condition may land under another fact or outcome',
    },
    bad: ['rules:', '\t前提条件: { cites: 第三条, when: not 明令禁止 }'].join('\n'),
    good: ['rules:', '  前提条件: { cites: 第三条, when: not 明令禁止 }'].join('\n'),
  },
  'parse/bad-indent': {
    meaning: { zh: '这一行与同级的键没有左对齐', en: 'this line is not aligned with the keys beside it' },
    consequence: {
      zh: '看不出它属于哪一个事实或结论，只能猜，而猜错就会改变认定',
      en: 'it cannot be told which fact or outcome it belongs to, and a wrong guess changes the determination',
    },
    bad: ['明令禁止:', '  ask: 该行为是否为明令禁止？', ' type: boolean'].join('\n'),
    good: ['明令禁止:', '  ask: 该行为是否为明令禁止？', '  type: boolean'].join('\n'),
  },
  'parse/dash-space': {
    meaning: {
      zh: '列表的一项以短横线开头，短横线后面没有空格',
      en: 'an item of a list starts with a dash and no space follows it',
    },
    consequence: {
      zh: '没有空格，短横线就成了文字的一部分，几个条件会并成一段看不懂的文字',
      en: 'without the space the dash is part of the text, and several conditions become one that means nothing',
    },
    bad: ['all:', '  -明令禁止', '  -谋取私利'].join('\n'),
    good: ['all:', '  - 明令禁止', '  - 谋取私利'].join('\n'),
  },
  'parse/quote-needed': {
    meaning: {
      zh: '文字的第一个字符是 YAML 的保留符号，例如 @ 、 ` 、 %',
      en: 'the first character of a text is reserved in YAML, such as @, ` or %',
    },
    consequence: {
      zh: '这段文字读不出来；如果是指引或理由，承办人就看不到它',
      en: 'the text cannot be read; a guidance or a reason would be lost to the case officer',
    },
    bad: 'guidance: @法制机构 审核后填写',
    good: "guidance: '@法制机构 审核后填写'",
  },
  'parse/colon-in-text': {
    meaning: {
      zh: '一行里出现了两次「冒号加空格」，分不清哪个是键',
      en: 'a colon and a space stand twice on one line, so it is unclear which is the key',
    },
    consequence: {
      zh: '文字会被从中间切断，后半截变成另一个键',
      en: 'the text would be cut in two and its second half become a key',
    },
    bad: 'ask: 直接经济损失: 是多少？',
    good: "ask: '直接经济损失: 是多少？'",
  },
  'parse/colon-missing': {
    meaning: {
      zh: '这一行没有「键: 」，多半漏了冒号或冒号后的空格',
      en: 'this line has no key; probably the colon, or the space after it, is missing',
    },
    consequence: {
      zh: '它会与下一行连成一段文字，该有的一项就没有了',
      en: 'it would run on into the next line, and the item it was meant to be would be missing',
    },
    bad: 'title 示例办法',
    good: 'title: 示例办法',
  },
  'parse/bracket-missing': {
    meaning: { zh: '括号或引号只写了一半', en: 'a bracket or a quote is opened and not closed' },
    consequence: {
      zh: '后面的内容都会被当成引号之内的文字，其余的条件和结论不复存在',
      en: 'everything after it would count as part of the quoted text, and the remaining conditions and outcomes would be gone',
    },
    bad: 'title: "不予容错',
    good: 'title: "不予容错"',
  },
  'parse/comma-in-braces': {
    meaning: {
      zh: '{ } 之内的文字含有逗号或括号而没有加引号，被断成两段',
      en: 'inside { } a text contains a comma or a bracket without quotes and is broken in two',
    },
    consequence: {
      zh: '前一段少了半句，后一段成了一个没有内容的键，算式或说明都不是所写的意思',
      en: 'the first part lacks its end and the rest becomes a key without content, so the formula is not what was written',
    },
    bad: '人均收入: { cites: 第三条, value: max(家庭月收入, 0元) / 家庭人口 }',
    good: "人均收入: { cites: 第三条, value: 'max(家庭月收入, 0元) / 家庭人口' }",
  },
  'parse/bad-escape': {
    meaning: {
      zh: '双引号里的反斜线后面跟着不认识的字符',
      en: 'inside double quotes a backslash is followed by a character that means nothing',
    },
    consequence: {
      zh: '反斜线会吞掉或换掉后面的字，证据的路径、条文的转述就此走样',
      en: 'the backslash would swallow or replace a character, and a path to evidence or a restated provision would be falsified',
    },
    bad: 'says: "损失数额见附件\\审计报告"',
    good: "says: '损失数额见附件\\审计报告'",
  },
  'parse/bad-key': {
    meaning: {
      zh: '列表、空白或保留的词不能放在冒号前面作键',
      en: 'a list, nothing at all, or a reserved word stands before the colon as a key',
    },
    consequence: {
      zh: '没有名称的一项无法引用，也无法在报告中说明',
      en: 'an item without a proper name can be neither referred to nor shown in the report',
    },
    bad: '[先行先试, 临机处置]: 缺乏经验',
    good: ['先行先试: 缺乏经验', '临机处置: 突发急难'].join('\n'),
  },
  'parse/full-width': {
    meaning: {
      zh: '标点或符号用了全角，语法要的是半角',
      en: 'a full-width sign stands where the grammar wants a half-width one',
    },
    consequence: {
      zh: '全角冒号会使整行变成一段文字，该问的不问、该比的不比',
      en: 'a full-width colon turns the line into mere text, and what should be asked or compared is not',
    },
    bad: 'when: 直接经济损失 ≥ 5000万元',
    good: 'when: 直接经济损失 >= 5000万元',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

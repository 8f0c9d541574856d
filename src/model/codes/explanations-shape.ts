// The shape of a policy or case, its names, dates and citations.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** The shape of a policy or case, its names, dates and citations. */
export const SHAPE_EXPLANATIONS = {
  'parse/other-kind': {
    meaning: {
      zh: '命令要的是办法，给的是案件；或者反过来',
      en: 'the command wants a policy and was given a case, or the other way round',
    },
    consequence: {
      zh: '照另一种文件去读，每一行都像是错的，真正的错误反而看不见',
      en: 'read as the other kind, every line seems wrong, and what is really wrong goes unseen',
    },
    bad: 'caijue decide policies/moushi-rongcuo.yaml',
    good: 'caijue check policies/moushi-rongcuo.yaml',
  },
  'parse/unknown-key': {
    meaning: {
      zh: '这个键不在此处可用的键之列，多半是拼错或放错了层',
      en: 'this key does not belong here; it is probably misspelt or on the wrong level',
    },
    consequence: {
      zh: '若不理会，拼错的 unless 或 prevails_over 就等于没写，例外和优先关系会无声失效',
      en: 'if it were skipped, a misspelt unless or prevails_over would count as absent, and an exception would silently fail',
    },
    bad: 'guidence: 看评估的范围和方法',
    good: 'guidance: 看评估的范围和方法',
  },
  'parse/missing-key': {
    meaning: { zh: '这里必须写明的一项没有写', en: 'something that has to be said here is not said' },
    consequence: {
      zh: '缺的一项只能靠程序猜：问法、依据或标题一旦猜错，结论就没有根据',
      en: 'the program would have to guess it, and a determination on a guess has no basis',
    },
    bad: ['充分评估:', '  ask: 决策前是否作了充分评估？'].join('\n'),
    good: ['充分评估:', '  ask: 决策前是否作了充分评估？', '  type: boolean'].join('\n'),
  },
  'parse/unknown-word': {
    meaning: {
      zh: '这里只能从几个固定的词中选一个，写的不在其中',
      en: 'only certain words are allowed here, and this is not one of them',
    },
    consequence: {
      zh: '例如把 may 写成别的词，“可以”就可能被当成“应当”，有权机关的裁量余地随之消失',
      en: 'with a word other than may, for example, a discretion of the authority might be taken for a duty',
    },
    bad: 'type: booleen',
    good: 'type: boolean',
  },
  'parse/wrong-shape': {
    meaning: {
      zh: '这里应当写列表、文字或下一层的键，写的是另一种',
      en: 'a list, a text or further keys are wanted here, and something else was written',
    },
    consequence: {
      zh: '几个选项会被当成一个，或者整段内容落空',
      en: 'several items would be taken for one, or the whole part would be lost',
    },
    bad: 'choose: 免责、减轻、从轻',
    good: 'choose: [免责, 减轻, 从轻]',
  },
  'parse/nothing-there': {
    meaning: { zh: '写了名目，下面却一项也没有', en: 'the heading is there, and nothing stands under it' },
    consequence: {
      zh: '空的 all 在逻辑上恒为真：一条忘了写完的前提，会让每个人都符合',
      en: 'an empty all is true by logic: a requirement somebody forgot to fill in would be met by everyone',
    },
    bad: 'all: []',
    good: 'all: [not 明令禁止, 直接经济损失 < 5000万元]',
  },
  'parse/not-whole': {
    meaning: { zh: '这里要一个用阿拉伯数字写的整数', en: 'a whole number in digits is wanted here' },
    consequence: {
      zh: '「至少几项」的几不明确，符合条件的人数会因此增减',
      en: 'without a definite number in “at least n”, more or fewer people would qualify',
    },
    bad: ['n: 两', 'of: [先行先试, 临机处置]'].join('\n'),
    good: ['n: 2', 'of: [先行先试, 临机处置]'].join('\n'),
  },
  'parse/one-of': {
    meaning: {
      zh: '几种写法只能选一种，这里写了不止一种，或者一种也没有',
      en: 'exactly one of several ways has to be chosen; here there are more, or none',
    },
    consequence: {
      zh: '不知道以哪一种为准：同一条规则会有两个结果',
      en: 'it is unclear which one counts, and one rule would have two results',
    },
    bad: ['重大损失:', '  cites: 第三条', '  when: 直接经济损失 >= 5000万元', '  value: 直接经济损失'].join('\n'),
    good: ['重大损失:', '  cites: 第三条', '  when: 直接经济损失 >= 5000万元'].join('\n'),
  },
  'parse/article-shape': {
    meaning: {
      zh: '条文已经分款，却又在各款之外写了 says 或 items',
      en: 'the article is divided into paragraphs, yet has says or items outside them',
    },
    consequence: {
      zh: '「第三条第（一）项」不知道指哪一款的第（一）项，引用会指错',
      en: 'a citation of an item would not say of which paragraph, and reasons would cite the wrong one',
    },
    bad: ['says: 重大损失的认定', 'paragraphs:', '  - says: 五千万元以上的，按重大损失认定'].join('\n'),
    good: ['paragraphs:', '  - says: 五千万元以上的，按重大损失认定'].join('\n'),
  },
  'parse/bad-id': {
    meaning: {
      zh: '代号含有斜线、空格等不能用作文件名的字符',
      en: 'the id holds a slash, a space or something else that no file name can have',
    },
    consequence: {
      zh: '认定书以代号命名，存不下来，或者存到别的目录里去',
      en: 'determinations are filed under the id; they could not be saved, or would be saved elsewhere',
    },
    bad: 'id: 某市/容错办法',
    good: 'id: 某市-容错办法',
  },
  'parse/boundary': {
    meaning: {
      zh: '「以上」「以下」之类含不含本数，只能写 includes 或 excludes',
      en: 'whether 以上, 以下 and the like include the number itself is said with includes or excludes',
    },
    consequence: {
      zh: '恰好在界线上的人，是否合格就看这一个字',
      en: 'for those exactly on the line, everything hangs on this word',
    },
    bad: '以下: exclude',
    good: '以下: excludes',
  },
  'parse/citation': {
    meaning: {
      zh: '看不出引用的是哪一条、哪一款、哪一项',
      en: 'it cannot be told which article, paragraph or item is cited',
    },
    consequence: {
      zh: '说理部分写不出准确的依据，当事人无从核对，也无从申辩',
      en: 'the reasons would name no exact provision, so the person concerned could neither check nor contest them',
    },
    bad: 'cites: 七条',
    good: 'cites: 第七条',
  },
  'parse/bad-name': {
    meaning: {
      zh: '名称以数字开头，或者含有空格、标点、全角字母',
      en: 'the name starts with a digit, or holds a space, punctuation or full-width letters',
    },
    consequence: {
      zh: '条件里写到它时会被读成数或算式，例如「3年」是一个期间',
      en: 'in a condition it would be read as a number or a formula: “3年” is a duration',
    },
    bad: '3年内再犯:',
    good: '三年内再犯:',
  },
  'parse/reserved-name': {
    meaning: {
      zh: '这个名称是语言自己的词，例如 待查、是、否、all、not',
      en: 'the name is a word of the language itself, such as 待查, 是, 否, all or not',
    },
    consequence: {
      zh: '写「待查」时分不清是选了这一项，还是事实尚未查明',
      en: '待查 could mean this option or a fact not yet established',
    },
    bad: 'options: [免责, 减轻, 待查]',
    good: 'options: [免责, 减轻, 尚未提出]',
  },
  'parse/name-taken': {
    meaning: {
      zh: '事实、参数、规则和结论中有两处同名',
      en: 'two of the facts, parameters, rules and outcomes share a name',
    },
    consequence: {
      zh: '条件里写到它时不知道是承办人的回答还是推出的结论，两者可以相反',
      en: 'a condition that uses it could mean the answer given or the conclusion drawn, and these may differ',
    },
    bad: '重大损失:',
    good: '按数额认定重大损失:',
  },
  'parse/period-reversed': {
    meaning: { zh: '终止日写在起始日之前', en: 'the last day lies before the first' },
    consequence: {
      zh: '没有一天在施行期间之内，所有案件都无法适用',
      en: 'no day lies within it, so that no case could be decided',
    },
    bad: ['from: 2018-11-01', 'to: 2008-10-31'].join('\n'),
    good: ['from: 2018-11-01', 'to: 2028-10-31'].join('\n'),
  },
  'parse/periods-overlap': {
    meaning: { zh: '后一个值开始时，前一个值还没有终止', en: 'a value starts before the one before it has ended' },
    consequence: {
      zh: '重叠的日子里有两个标准，同一收入的家庭可能一个合格、一个不合格',
      en: 'on the days in between two standards hold, and of two households with one income one may qualify and the other not',
    },
    bad: ['- { from: 2023-09-01, to: 2024-12-31, value: 717元 }', '- { from: 2024-09-01, value: 735元 }'].join('\n'),
    good: ['- { from: 2023-09-01, to: 2024-08-31, value: 717元 }', '- { from: 2024-09-01, value: 735元 }'].join('\n'),
  },
  'parse/same-day-twice': {
    meaning: { zh: '两个值从同一日起施行', en: 'two values start on the same day' },
    consequence: {
      zh: '自该日起适用哪一个数没有答案，认定便取决于谁写在后面',
      en: 'from that day on it would depend on the order of the file which one is applied',
    },
    bad: ['- { from: 2024-09-01, value: 717元 }', '- { from: 2024-09-01, value: 735元 }'].join('\n'),
    good: ['- { from: 2023-09-01, value: 717元 }', '- { from: 2024-09-01, value: 735元 }'].join('\n'),
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

// Findings about the shape of a file, its names, dates and citations.
import type { CodeEntry } from './entry.js';

/** Findings about the shape of a file, its names, dates and citations. */
export const SHAPE_CODES = {
  'parse/other-kind': {
    severity: 'error',
    message: { zh: '这是{is:file}，不是{wanted:file}', en: 'this is {is:file}, not {wanted:file}' },
    help: { zh: '{is:use}；或者换一个文件', en: '{is:use}; or give another file' },
  },
  'parse/unknown-key': {
    severity: 'error',
    message: {
      zh: '没有「{name}」这个键{near?，是否想写「}{near}{near?」}',
      en: 'there is no key `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: {
      zh: '{condition?条件写名称、not 名称或比较式，不写「名称: 是」；}{below?这一项写在 when 之下；}此处可用的键：{allowed}',
      en: '{condition?a condition is a name, not and a name, or a comparison, without a colon; }{below?put it under when; }the keys here are: {allowed}',
    },
  },
  'parse/missing-key': {
    severity: 'error',
    message: { zh: '缺少「{name}」', en: '`{name}` is missing' },
    help: {
      zh: '补上这一项{example?，如 }{example}',
      en: 'add it{example?, as in }{example}',
    },
  },
  'parse/unknown-word': {
    severity: 'error',
    message: {
      zh: '「{name}」不在可选之列{near?，是否想写「}{near}{near?」}',
      en: '`{name}` is not one of the words allowed here{near?, did you mean `}{near}{near?`}',
    },
    help: { zh: '可选：{allowed}', en: 'allowed: {allowed}' },
  },
  'parse/wrong-shape': {
    severity: 'error',
    message: {
      zh: '「{name}」处应为{expected:kind}，写的是{found:kind}',
      en: '`{name}` should be {expected:kind}, this is {found:kind}',
    },
    help: { zh: '看一看缩进；{expected:written}', en: 'check the indentation; {expected:written}' },
    sample: { name: 'choose', expected: 'list', found: 'text' },
  },
  'parse/nothing-there': {
    severity: 'error',
    message: { zh: '「{name}」是空的', en: '`{name}` is empty' },
    help: { zh: '写上内容，或整个删去', en: 'write something, or remove it' },
  },
  'parse/not-whole': {
    severity: 'error',
    message: { zh: '应为不小于零的整数：「{name}」', en: 'a whole number is wanted, not `{name}`' },
    help: { zh: '写阿拉伯数字', en: 'write digits' },
  },
  'parse/one-of': {
    severity: 'error',
    message: { zh: '应恰有其中一项：{allowed}', en: 'exactly one of these is wanted: {allowed}' },
    help: { zh: '留下一项，删去其余', en: 'keep one and remove the others' },
  },
  'parse/article-shape': {
    severity: 'error',
    message: {
      zh: '条文分款后，says 和 items 应写在各款之内',
      en: 'where an article has paragraphs, says and items belong inside them',
    },
    help: { zh: '把它们移入 paragraphs 的相应一款', en: 'move them into the paragraph that they belong to' },
  },
  'parse/bad-id': {
    severity: 'error',
    message: { zh: '不能作为代号：「{name}」', en: '`{name}` cannot be an id' },
    help: {
      zh: '用字母、数字、汉字、点、短横线和下划线，不超过 64 个字符，不以符号开头或以点结尾',
      en: 'use letters, digits, Chinese characters, dot, dash and underscore, at most 64, not starting with a sign nor ending with a dot',
    },
  },
  'parse/boundary': {
    severity: 'error',
    message: {
      zh: '应为「以上」等用语及 includes 或 excludes：「{name}」',
      en: 'write a boundary word such as 以上 with includes or excludes, not `{name}`',
    },
    help: { zh: '可用的词：{allowed}', en: 'the words are: {allowed}' },
  },
  'parse/citation': {
    severity: 'error',
    message: { zh: '看不懂这处引用：「{name}」', en: 'this citation cannot be read: `{name}`' },
    help: {
      zh: '写成 {fix}{fix!第五条第二款第（三）项，或 articles 中的标题，或 《某法》第几条；几处写成列表}',
      en: 'write {fix}{fix!第五条第二款第（三）项, a heading from articles, or 《title》第…条; several as a list}',
    },
  },
  'parse/bad-name': {
    severity: 'error',
    message: { zh: '不能作为名称：「{name}」', en: '`{name}` cannot be a name' },
    help: {
      zh: '用字母、数字、下划线和汉字，不以数字开头，不含空格和标点，不用全角字母',
      en: 'use letters, digits, underscore and Chinese characters, no leading digit, no space or punctuation',
    },
  },
  'parse/reserved-name': {
    severity: 'error',
    message: {
      zh: '「{name}」是语言自身的词，不能作为名称',
      en: '`{name}` is a word of the language and cannot be a name',
    },
    help: { zh: '换一个名称', en: 'choose another name' },
  },
  'parse/name-taken': {
    severity: 'error',
    message: { zh: '「{name}」已用于 {section}', en: '`{name}` is already used under {section}' },
    help: {
      zh: '事实、参数、规则和结论的名称不能重复',
      en: 'facts, parameters, rules and outcomes share one set of names',
    },
  },
  'parse/period-reversed': {
    severity: 'error',
    message: { zh: '终止日早于起始日', en: 'the last day lies before the first' },
    help: { zh: '首尾两日都算在内；检查两个日期', en: 'both days are included; check the two dates' },
  },
  'parse/periods-overlap': {
    severity: 'error',
    message: { zh: '与前一个值的施行期间重叠', en: 'this overlaps with the value before it' },
    help: { zh: '改正前一个值的 to，或删去它', en: 'correct the `to` of the value before, or remove it' },
  },
  'parse/same-day-twice': {
    severity: 'error',
    message: { zh: '两个值从同一日起施行', en: 'two values start on the same day' },
    help: { zh: '只留一个', en: 'keep one' },
  },
} as const satisfies Record<string, CodeEntry>;

// Findings about conditions, expressions and the literals in them.
import type { CodeEntry } from './entry.js';

/** Findings about conditions, expressions and the literals in them. */
export const EXPRESSION_CODES = {
  'parse/unknown-name': {
    severity: 'error',
    message: {
      zh: '没有定义「{name}」{near?，是否想写「}{near}{near?」}',
      en: '`{name}` is not defined{near?, did you mean `}{near}{near?`}',
    },
    help: {
      zh: '{fix?写成 }{fix}{fix!在 facts、rules 或 parameters 中定义它，或改正名称；若是选项，在规则中写 options}',
      en: '{fix?write }{fix}{fix!define it under facts, rules or parameters, or correct the name; if it is an option, declare options on the rule}',
    },
  },
  'parse/outcome-in-condition': {
    severity: 'error',
    message: { zh: '条件中不能使用结论「{name}」', en: 'the outcome `{name}` cannot be used in a condition' },
    help: { zh: '把它的条件写成一条规则，两处引用', en: 'make its condition a rule and use that in both places' },
  },
  'parse/strange-character': {
    severity: 'error',
    message: { zh: '表达式里不能有「{character}」', en: '`{character}` has no place in an expression' },
    help: {
      zh: '{fix?写成 }{fix}{fix!名称只用字母、数字、下划线和汉字；运算用 + - * / 和比较号}',
      en: '{fix?write }{fix}{fix!names are letters, digits, underscore and Chinese characters; operators are + - * / and comparisons}',
    },
  },
  'parse/expected': {
    severity: 'error',
    message: {
      zh: '此处应为「{expected}」{name?，写的是「}{name}{name?」}',
      en: '`{expected}` is wanted here{name?, not `}{name}{name?`}',
    },
    help: {
      zh: '{fix?写成 }{fix}{fix!检查括号和比较号}',
      en: '{fix?write }{fix}{fix!check brackets and comparison signs}',
    },
  },
  'parse/expected-operand': {
    severity: 'error',
    message: { zh: '此处应为名称、数或日期', en: 'a name, number or date is wanted here' },
    help: { zh: '{fix?写成 }{fix}{fix!补上缺少的一项}', en: '{fix?write }{fix}{fix!add what is missing}' },
  },
  'parse/unexpected-word': {
    severity: 'error',
    message: { zh: '多出「{name}」', en: 'the condition is complete before `{name}`' },
    help: {
      zh: '{fix?写成 }{fix}{fix!一个条件只写一个比较；几个条件写在 all 或 any 之下}',
      en: '{fix?write }{fix}{fix!a leaf holds one comparison; put several under all or any}',
    },
  },
  'parse/unknown-function': {
    severity: 'error',
    message: {
      zh: '没有「{name}」这个函数{near?，是否想写「}{near}{near?」}',
      en: 'there is no function `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: { zh: '可用的函数：{allowed}', en: 'the functions are: {allowed}' },
  },
  'parse/argument-count': {
    severity: 'error',
    message: { zh: '{name} 应有 {expected} 个参数', en: '{name} takes {expected} arguments' },
    help: { zh: '补上或删去参数', en: 'add or remove arguments' },
  },
  'parse/argument-type': {
    severity: 'error',
    message: {
      zh: '{name} 不接受{type:type}，应为：{expected:type}',
      en: '{name} does not take {type:type}; it wants: {expected:type}',
    },
    help: { zh: '换一个参数', en: 'use another argument' },
  },
  'parse/not-takes-a-name': {
    severity: 'error',
    message: { zh: 'not 后面只能是一个名称', en: '`not` takes one name' },
    help: { zh: '否定更多内容用 none', en: 'use none to deny more' },
  },
  'parse/not-a-condition': {
    severity: 'error',
    message: { zh: '这不是条件', en: 'this is not a condition' },
    help: {
      zh: '条件是一个名称、not 名称，或一个比较式',
      en: 'a condition is a name, not and a name, or a comparison',
    },
  },
  'parse/not-a-truth': {
    severity: 'error',
    message: {
      zh: '「{name}」是{type:type}，不能单独作为条件',
      en: 'the {type:noun} `{name}` cannot stand alone as a condition',
    },
    help: { zh: '写成比较式，例如 {name} = …', en: 'compare it, as in {name} = …' },
  },
  'parse/not-a-value': {
    severity: 'error',
    message: {
      zh: 'value 应算出数、金额、期间或日期',
      en: 'value should give a number, an amount, a duration or a date',
    },
    help: {
      zh: '真假写在 when 之下，选项写在 cases 或 table 之下',
      en: 'put truths under when and options under cases or table',
    },
  },
  'parse/not-a-quantity': {
    severity: 'error',
    message: { zh: '{type:type}不能参加运算「{operator}」', en: '{type:type} cannot be used with `{operator}`' },
    help: { zh: '日期用 days_between、add_days 等函数', en: 'use days_between, add_days and the like for dates' },
  },
  'parse/truth-compared': {
    severity: 'error',
    message: { zh: '是非不用「{operator}」比较', en: 'a truth is not compared with `{operator}`' },
    help: { zh: '直接写名称，或 not 名称', en: 'write the name, or not and the name' },
  },
  'parse/text-compared': {
    severity: 'error',
    message: { zh: '文字只作说明，不能用于条件', en: 'a text is only shown and cannot be used in a condition' },
    help: { zh: '改用 choice，并列出选项', en: 'make it a choice with options' },
  },
  'parse/choice-compared': {
    severity: 'error',
    message: { zh: '{type:type}不能用「{operator}」比较', en: '{type:type} cannot be compared with `{operator}`' },
    help: { zh: '单选用 = != in，多选用 has 和 count', en: 'use = != in for a choice, has and count for choices' },
  },
  'parse/has-wants-choices': {
    severity: 'error',
    message: { zh: 'has 只用于多选（choices），不用于{type:type}', en: 'has is for choices, not for {type:type}' },
    help: { zh: '单选用 = 或 in', en: 'use = or in for a choice' },
  },
  'parse/type-mismatch': {
    severity: 'error',
    message: {
      zh: '{rows?前后几种情形的值}{sides?两边}类型不同：{left:type}与{right:type}',
      en: '{rows?the values of the rows}{sides?the two sides} differ: {left:type} and {right:type}',
    },
    help: {
      zh: '{rows?各种情形的值应为同一类型、同一单位}{sides?两边应为同一类型，如日期与日期比}',
      en: '{rows?give all rows one type and one unit}{sides?compare like with like, as a date with a date}',
    },
    sample: { sides: 'yes', left: 'date', right: 'duration(日)' },
  },
  'parse/missing-unit': {
    severity: 'error',
    message: { zh: '缺少单位「{unit}」', en: 'the unit `{unit}` is missing' },
    help: { zh: '{fix?写成 }{fix}{fix?；}数后紧跟单位', en: '{fix?write }{fix}{fix?; }the unit follows the digits' },
  },
  'parse/unit-mismatch': {
    severity: 'error',
    message: {
      zh: '单位不合：「{left:unit}」{operator}「{right:unit}」',
      en: 'the units do not fit: `{left:unit}` {operator} `{right:unit}`',
    },
    help: {
      zh: '同单位才能加减和比较；相乘至多一边有单位；日与月不能比较',
      en: 'only equal units add or compare; a product has at most one; days never compare with months',
    },
  },
  'parse/unit-does-not-fit': {
    severity: 'error',
    message: {
      zh: '单位应为「{unit:unit}」，写的是「{found}」',
      en: 'the unit should be `{unit:unit}`, not `{found}`',
    },
    help: { zh: '改正单位；没有单位的数不写单位', en: 'correct the unit; a plain number has none' },
  },
  'parse/unknown-unit': {
    severity: 'error',
    message: {
      zh: '没有「{name}」这个单位{near?，是否应为「}{near}{near?」}',
      en: 'there is no unit `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: {
      zh: '{fix?写成 }{fix}{fix?；}单位由事实的 unit 声明；另有 元、日、月（个月）、年、万、亿、%',
      en: '{fix?write }{fix}{fix?; }a fact declares its unit; besides there are 元 日 月 年 万 亿 %',
    },
  },
  'parse/bad-number': {
    severity: 'error',
    message: { zh: '不是数：「{name}」', en: '`{name}` is not a number' },
    help: {
      zh: '{fix?写成 }{fix}{fix?；}用半角阿拉伯数字，不加千位分隔符，不用科学记数',
      en: '{fix?write }{fix}{fix?; }use plain digits, no grouping and no exponent',
    },
  },
  'parse/bad-date': {
    severity: 'error',
    message: { zh: '不是日期，或没有这一天：「{name}」', en: '`{name}` is not a date, or there is no such day' },
    help: {
      zh: '{fix?写成 }{fix}{fix?；}日期的写法是 YYYY-MM-DD，如 2024-02-29',
      en: '{fix?write }{fix}{fix?; }a date is YYYY-MM-DD, as 2024-02-29',
    },
  },
  'parse/not-yes-or-no': {
    severity: 'error',
    message: { zh: '应为是或否：「{name}」', en: 'yes or no is wanted, not `{name}`' },
    help: {
      zh: '写 是、否、true 或 false；尚未查明写 待查',
      en: 'write 是, 否, true or false; 待查 where it is not established',
    },
  },
  'parse/unknown-option': {
    severity: 'error',
    message: {
      zh: '没有「{name}」这个选项{near?，是否想写「}{near}{near?」}',
      en: 'there is no option `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: { zh: '可选：{allowed}', en: 'the options are: {allowed}' },
  },
  'parse/value-of-wrong-type': {
    severity: 'error',
    message: { zh: '「{name}」的写法不合类型：应为{expected:type}', en: '`{name}` should be {expected:type}' },
    help: { zh: '单选只写一个；多选写成列表', en: 'a choice is one; choices are a list' },
  },
} as const satisfies Record<string, CodeEntry>;

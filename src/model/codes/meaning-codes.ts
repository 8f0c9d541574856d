// Findings about what the parts of a policy mean together.
import type { CodeEntry } from './entry.js';

/** Findings about what the parts of a policy mean together. */
export const MEANING_CODES = {
  'parse/at-least-range': {
    severity: 'error',
    message: { zh: 'at_least 的 n 为 {n}，所列共 {of} 项', en: 'at_least asks for {n}, and {of} are listed' },
    help: { zh: 'n 应在 1 与项数之间', en: 'n lies between 1 and the number listed' },
  },
  'parse/otherwise-last': {
    severity: 'error',
    message: { zh: 'otherwise 应在最后一行', en: 'the otherwise row should be the last' },
    help: { zh: '移到最后；只能有一个', en: 'move it to the end; there is only one' },
  },
  'parse/otherwise-missing': {
    severity: 'error',
    message: { zh: '有 applies_when，缺少 otherwise', en: 'applies_when needs an otherwise' },
    help: { zh: '写明不适用时视为何值', en: 'say what holds where the question does not apply' },
  },
  'parse/otherwise-alone': {
    severity: 'error',
    message: { zh: '有 otherwise，缺少 applies_when', en: 'otherwise needs an applies_when' },
    help: { zh: '写明何时要问，或删去 otherwise', en: 'say when the question applies, or remove it' },
  },
  'parse/otherwise-twice': {
    severity: 'error',
    message: { zh: '只能有一个 otherwise 结论：「{name}」', en: 'there is more than one otherwise outcome: `{name}`' },
    help: { zh: '其余结论写明条件', en: 'give the others a condition' },
  },
  'parse/unless-without-when': {
    severity: 'error',
    message: { zh: 'unless 要与 when 同用', en: 'unless goes with when' },
    help: { zh: '写明 when，或把例外写进各行的条件', en: 'add a when, or put the exception into the rows' },
  },
  'parse/row-width': {
    severity: 'error',
    message: {
      zh: '这一行有 {found} 格，表头有 {expected} 列',
      en: 'cells in this row: {found}, columns: {expected}',
    },
    help: { zh: '补上缺少的格；不限的写 -', en: 'add the missing cells; - stands for any' },
  },
  'parse/options-missing': {
    severity: 'error',
    message: { zh: 'choice 和 choices 要列出 options', en: 'a choice needs options' },
    help: { zh: '在 options: 之下列出选项', en: 'list the options under options:' },
  },
  'parse/options-not-here': {
    severity: 'error',
    message: { zh: '此处不能有 options', en: 'options do not belong here' },
    help: {
      zh: 'options 用于 choice、choices，以及 cases 和 table 的规则',
      en: 'they belong to a choice, choices, or a rule with cases or table',
    },
  },
  'parse/whole-not-here': {
    severity: 'error',
    message: {
      zh: 'whole 只用于 number 和 duration 的事实',
      en: '`whole` belongs to facts of type number or duration',
    },
    help: { zh: '删去 whole', en: 'remove `whole`' },
  },
  'parse/not-a-whole-number': {
    severity: 'error',
    message: { zh: '「{name}」只取整数', en: '`{name}` takes whole numbers only' },
    help: {
      zh: '写整数；这一项在办法中写明只取整数（whole）',
      en: 'write a whole number; the policy says so of this fact (`whole`)',
    },
  },
  'parse/limit-not-here': {
    severity: 'error',
    message: { zh: '{name} 只用于数、金额、期间和日期', en: '{name} is for numbers, amounts, durations and dates' },
    help: { zh: '删去它', en: 'remove it' },
  },
  'parse/limits-crossed': {
    severity: 'error',
    message: { zh: 'max 小于 min', en: 'max is smaller than min' },
    help: { zh: '改正两个限值', en: 'correct the two limits' },
  },
  'parse/bad-unit': {
    severity: 'error',
    message: { zh: '不能作为单位：「{name}」', en: '`{name}` cannot be a unit' },
    help: {
      zh: '金额用 type: money，期间用 type: duration；其他单位用文字，不含数字开头和 万、亿',
      en: 'use type: money or duration for those; other units are words',
    },
  },
  'parse/unit-not-here': {
    severity: 'error',
    message: { zh: '{type:type}不写 unit', en: '{type:type} has no unit' },
    help: { zh: '只有 number 和 duration 写 unit', en: 'only number and duration declare one' },
  },
  'parse/duration-unit': {
    severity: 'error',
    message: { zh: 'duration 要写 unit: 日 或 unit: 月', en: 'a duration declares unit: 日 or unit: 月' },
    help: { zh: '按日计的写 日，按月或按年计的写 月', en: '日 where days are counted, 月 where months or years are' },
  },
  'parse/circular': {
    severity: 'error',
    message: { zh: '循环定义：{path}', en: 'defined in a circle: {path}' },
    help: {
      zh: '规则之间、事实与 applies_when 之间不能绕回自身',
      en: 'rules, and facts through applies_when, cannot lead back to themselves',
    },
  },
  'parse/prevails-in-circle': {
    severity: 'error',
    message: { zh: '优先关系绕成一圈：{path}', en: 'prevailing goes in a circle: {path}' },
    help: { zh: '写明哪一个最终优先', en: 'say which one prevails in the end' },
  },
  'parse/unknown-outcome': {
    severity: 'error',
    message: {
      zh: '没有结论「{name}」{near?，是否想写「}{near}{near?」}',
      en: 'there is no outcome `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: { zh: '结论有：{allowed}', en: 'the outcomes are: {allowed}' },
  },
  'parse/advice-decides': {
    severity: 'error',
    message: {
      zh: '「{name}」用了只供参考的「{culprit}」',
      en: '`{name}` uses `{culprit}`, which only advises',
    },
    help: {
      zh: '参考只进报告，不参与认定；要参与认定的，删去 advises，并写明依据',
      en: 'advice goes into the report and decides nothing; if it should decide, remove advises and cite the provision',
    },
  },
  'parse/party-in-case-fact': {
    severity: 'error',
    message: {
      zh: '全案的事实「{name}」不能取决于当事人的「{culprit}」',
      en: "the case fact `{name}` cannot hang on the party's `{culprit}`",
    },
    help: { zh: '把它也改为 per: party，或换一个条件', en: 'make it per: party as well, or use another condition' },
  },
  'parse/not-silenceable': {
    severity: 'error',
    message: { zh: '「{name}」不能免提醒', en: '`{name}` cannot be silenced' },
    help: {
      zh: '只有检查（check/…）的提醒可以写明理由免去；错误要改正',
      en: 'only warnings of the checks (check/…) can be, with a reason; errors have to be mended',
    },
  },
} as const satisfies Record<string, CodeEntry>;

// Findings of the checks: what is wrong with a policy although every file of it can be read.
import type { CodeEntry } from './entry.js';

/** Findings of the checks. */
export const CHECK_CODES = {
  'check/conflict': {
    severity: 'error',
    message: {
      zh: '两个结论可以同时成立，且未规定何者优先：「{left}」「{right}」{possible?（可能；未能找出具体案件）}',
      en: 'two outcomes can stand together and nothing says which prevails: `{left}` and `{right}`{possible? (possibly: no concrete case was found)}',
    },
    help: {
      zh: '用 prevails_over 写明优先关系并引用条款，或者收窄其中一个 when',
      en: 'write prevails_over with the provision that says so, or narrow one of the conditions',
    },
  },
  'check/table-overlap': {
    severity: 'error',
    message: {
      zh: '「{name}」的第 {left} 行和第 {right} 行可以同时适用{possible?（可能；未能找出具体案件）}',
      en: 'rows {left} and {right} of `{name}` can apply together{possible? (possibly: no concrete case was found)}',
    },
    help: {
      zh: '收窄其中一行；条文规定先后的，写 hit: first',
      en: 'narrow one of them; where the provision orders the rows, write hit: first',
    },
  },
  'check/table-gap': {
    severity: 'error',
    message: {
      zh: '「{name}」有案件不落入任何一行{possible?（可能；未能找出具体案件）}',
      en: 'some case falls into no row of `{name}`{possible? (possibly: no concrete case was found)}',
    },
    help: { zh: '补上缺少的一行，或加一行全为 - 的', en: 'add the row, or a last one of - cells' },
  },
  'check/cases-overlap': {
    severity: 'error',
    message: {
      zh: '「{name}」的第 {left} 种和第 {right} 种情形可以同时成立{possible?（可能；未能找出具体案件）}',
      en: 'cases {left} and {right} of `{name}` can hold together{possible? (possibly: no concrete case was found)}',
    },
    help: { zh: '收窄其中一个 when', en: 'narrow one of the conditions' },
  },
  'check/cases-gap': {
    severity: 'error',
    message: {
      zh: '「{name}」有案件不落入任何一种情形{possible?（可能；未能找出具体案件）}',
      en: 'some case falls into none of the cases of `{name}`{possible? (possibly: no concrete case was found)}',
    },
    help: { zh: '补上缺少的情形，或加 otherwise', en: 'add the case, or an otherwise' },
  },
  'check/dangling-citation': {
    severity: 'error',
    message: { zh: '所引的「{name}」不在 articles 中', en: 'the provision `{name}` is not among the articles' },
    help: {
      zh: '补上该条款的转述，或改正引用；他处的规定写《名称》',
      en: 'restate it there, or correct the citation; other documents are cited by their title in 《》',
    },
  },
  'check/gap': {
    severity: 'warning',
    message: {
      zh: '有案件不落入任何结论（灰色地带）{possible?（可能；未能找出具体案件）}',
      en: 'some case reaches no outcome (a grey area){possible? (possibly: no concrete case was found)}',
    },
    help: {
      zh: '补上结论，或者用 otherwise 写明其余怎样处理；办法本身未规定的，保留此项并说明',
      en: 'add an outcome, or say with otherwise what happens to the rest; where the policy itself is silent, keep this and say so',
    },
  },
  'check/unreachable-outcome': {
    severity: 'warning',
    message: { zh: '没有案件能得出结论「{name}」：{how:how}', en: 'no case comes to the outcome `{name}`: {how:how}' },
    help: { zh: '检查条件和优先关系', en: 'check its condition and what prevails over it' },
  },
  'check/dead-rule': {
    severity: 'warning',
    message: { zh: '规则「{name}」{how:dead}', en: 'the rule `{name}` {how:dead}' },
    help: { zh: '检查条件；不起作用的删去', en: 'check its condition; remove it if it does nothing' },
  },
  'check/unused-fact': {
    severity: 'warning',
    message: { zh: '事实「{name}」没有被任何条件使用', en: 'the fact `{name}` is used by no condition' },
    help: { zh: '用上它，或不再询问', en: 'use it, or stop asking for it' },
  },
  'check/never-decisive': {
    severity: 'warning',
    message: {
      zh: '事实「{name}」虽被询问，却改变不了任何结论',
      en: 'the fact `{name}` is asked and can change no outcome',
    },
    help: {
      zh: '检查使用它的条件；确实不影响的不再询问',
      en: 'check the conditions that use it; stop asking if it truly changes nothing',
    },
  },
  'check/redundant-condition': {
    severity: 'warning',
    message: {
      zh: '删去条件「{name}」，没有任何案件的结论会改变',
      en: 'without the condition `{name}` no case comes out otherwise',
    },
    help: {
      zh: '检查是否写重，或者另一处条件写错',
      en: 'check whether it is said twice, or whether another condition is wrong',
    },
  },
  'check/dead-option': {
    severity: 'warning',
    message: {
      zh: '规则「{name}」的结果「{option}」在任何案件中都不会出现',
      en: 'the result `{option}` of the rule `{name}` never occurs',
    },
    help: { zh: '检查各行，或删去这一项', en: 'check the rows, or remove it' },
  },
  'check/shadowed-row': {
    severity: 'warning',
    message: { zh: '「{name}」的第 {n} 行永远不会适用', en: 'row {n} of `{name}` never applies' },
    help: { zh: '检查各行的次序和界线', en: 'check the order and the limits of the rows' },
  },
  'check/parameter-hole': {
    severity: 'warning',
    message: {
      zh: '参数「{name}」在 {day} 没有值，而办法在施行',
      en: 'the parameter `{name}` has no value on {day}, when the policy is in force',
    },
    help: { zh: '补上这一日起的值', en: 'add the value from that day on' },
  },
  'check/uncovered-article': {
    severity: 'warning',
    message: { zh: '「{name}」没有被引用，也没有注明不参与认定', en: '`{name}` is neither cited nor set aside' },
    help: { zh: '引用它，或写 aside 及原因', en: 'cite it, or set it aside with the reason' },
  },
  'check/boundary-word': {
    severity: 'warning',
    message: {
      zh: '条文说「{said}」，这里写「{name}」：正好是这个数时，结果与条文相反',
      en: 'the provision says `{said}`, and this says `{name}`: exactly that number comes out the other way',
    },
    help: {
      zh: '以上、以下、以内、届满包括本数，不满、超过、以外不包括（民法典第一千二百五十九条）；办法另有规定的，写 boundary 并引用条款',
      en: 'above, below and within (以上、以下、以内、届满) include the number; under, over and beyond (不满、超过、以外) do not (Civil Code 1259); where the policy says otherwise, write boundary with the provision',
    },
  },
  'check/bare-judgement': {
    severity: 'warning',
    message: { zh: '裁量判断「{name}」没有写明怎样判断', en: 'the judgement `{name}` has no guidance' },
    help: { zh: '写 guidance；来源没有说明的，照实写明', en: 'write guidance; where the source gives none, say so' },
  },
  'check/uncited-outcome': {
    severity: 'warning',
    message: { zh: '结论「{name}」没有引用条款', en: 'the outcome `{name}` cites no provision' },
    help: { zh: '写明 cites', en: 'cite the provision' },
  },
  'check/needless-silence': {
    severity: 'warning',
    message: {
      zh: '没有可免的提醒：{silenced}{name?（}{name}{part? / }{part}{name?）}',
      en: 'there is no such warning to silence: {silenced}{name? (}{name}{part? / }{part}{name?)}',
    },
    help: {
      zh: '删去它；或者核对 at（事实、规则、结论、参数或条款的名称）和 part（其中的条件、选项或行号）',
      en: 'remove it; or check at (the name of a fact, rule, outcome, parameter or provision) and part (a condition, option or row in it)',
    },
  },
  'check/broad-silence': {
    severity: 'warning',
    message: {
      zh: '一个理由不能免去几处提醒：{silenced}（{name}）',
      en: 'one reason cannot silence several warnings: {silenced} ({name})',
    },
    help: { zh: '逐处写明 part：{parts}', en: 'name the part of each: {parts}' },
  },
  'check/too-large': {
    severity: 'warning',
    message: {
      zh: '办法的案件种类太多（判定图超过 {size} 个节点，最多处在「{name}」），冲突、空白和不起作用之处未能证明',
      en: 'the policy has too many kinds of cases (its diagram passes {size} nodes, most of them at `{name}`): conflicts, gaps and dead parts could not be checked',
    },
    help: {
      zh: '把互不相干的部分拆成几份办法；同一批事实被两种分组各算一遍的，把其中一种合并成一个事实来问',
      en: 'split what does not belong together into several policies; where facts are counted in two groupings at once, ask for one of them as a single fact',
    },
  },
} as const satisfies Record<string, CodeEntry>;

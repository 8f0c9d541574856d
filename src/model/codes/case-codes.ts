// Findings about a case, read against its policy or determined by it.
import type { CodeEntry } from './entry.js';

/** Findings about a case, read against its policy or determined by it. */
export const CASE_CODES = {
  'case/missing-policy': {
    severity: 'error',
    message: { zh: '案件没有写明适用哪个办法', en: 'the case does not say which policy applies' },
    help: {
      zh: '在 case 之下写 policy: 代号或路径，或者用 --policy 指定',
      en: 'write policy: under case, or use --policy',
    },
  },
  'case/unknown-policy': {
    severity: 'error',
    message: {
      zh: '找不到办法「{name}」{near?，是否想写「}{near}{near?」}',
      en: 'the policy `{name}` is not found{near?, did you mean `}{near}{near?`}',
    },
    help: {
      zh: '写自带办法的代号（caijue interview 可列出），或相对于案件文件的路径',
      en: 'give the id of a shipped policy (caijue interview lists them), or a path relative to the case file',
    },
  },
  'case/policy-at-fault': {
    severity: 'error',
    message: {
      zh: '所适用的办法「{name}」有错误，无法认定',
      en: 'the policy `{name}` has errors, so there is no determination',
    },
    help: { zh: '先改正办法文件', en: 'correct the policy file first' },
  },
  'case/no-version': {
    severity: 'error',
    message: { zh: '「{name}」在 {day} 没有施行中的版本', en: 'no version of `{name}` is in force on {day}' },
    help: {
      zh: '检查日期；参照适用的写 applied_by_analogy',
      en: 'check the date; write applied_by_analogy where it is applied by analogy',
    },
  },
  'case/several-versions': {
    severity: 'error',
    message: {
      zh: '「{name}」在 {day} 有几个版本同时施行：{files}',
      en: 'several versions of `{name}` are in force on {day}: {files}',
    },
    help: { zh: '改正各版本的 in_force', en: 'correct their in_force' },
  },
  'case/which-version': {
    severity: 'error',
    message: {
      zh: '案件没有日期，「{name}」有几个版本，无法选定',
      en: 'the case has no date and `{name}` has several versions',
    },
    help: { zh: '写明 happened_on 或 as_of', en: 'write happened_on or as_of' },
  },
  'case/not-in-force': {
    severity: 'error',
    message: {
      zh: '{day} 不在办法的施行期间（{from}{from? 起}{to?至 }{to}）之内',
      en: "{day} lies outside the policy's time in force (from {from}{from!the beginning} {to?until }{to}{to!on})",
    },
    help: {
      zh: '检查日期；参照适用的在案件中写 applied_by_analogy 及理由',
      en: 'check the date; write applied_by_analogy with a reason where it is applied by analogy',
    },
  },
  'case/parameter-hole': {
    severity: 'error',
    message: { zh: '参数「{name}」在 {day} 没有值', en: 'the parameter `{name}` has no value on {day}' },
    help: { zh: '在办法的 parameters 中补上这一日的值', en: "add the value for that day to the policy's parameters" },
  },
  'case/set-aside-beside-value': {
    severity: 'error',
    message: {
      zh: '事实「{name}」既有 value 又有 set_aside，不知道哪一个算数',
      en: 'the fact `{name}` has both a value and set_aside: it is not clear which counts',
    },
    help: {
      zh: '只留一个：算数的写在 value，保留而不计入的写在 set_aside（value 写待查）',
      en: 'keep one: what counts under value, what is kept without counting under set_aside (with value 待查)',
    },
  },
  'case/not-editable': {
    severity: 'error',
    message: {
      zh: '这种写法的案件文件不能逐项改写：{name}；原文件未动',
      en: 'a case file of this form cannot be edited item by item: {name}; it is untouched',
    },
    help: {
      zh: '把该处改写成一行一项的形式（键、冒号、空格、值），或者手工填写',
      en: 'write that part one item a line (key, colon, space, value), or fill it in by hand',
    },
  },
  'case/unknown-fact': {
    severity: 'error',
    message: {
      zh: '办法中没有事实「{name}」{near?，是否想写「}{near}{near?」}',
      en: 'the policy has no fact `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: { zh: '改正名称，或删去', en: 'correct the name, or remove it' },
  },
  'case/party-fact-elsewhere': {
    severity: 'error',
    message: {
      zh: '「{name}」是当事人的事实，应写在各当事人之下',
      en: "`{name}` is a party's fact and stands under each party",
    },
    help: { zh: '移到 parties 中相应当事人的 facts 之下', en: 'move it under the facts of the party' },
  },
  'case/case-fact-under-party': {
    severity: 'error',
    message: {
      zh: '「{name}」是全案的事实，不写在当事人之下',
      en: '`{name}` is a fact of the case and does not stand under a party',
    },
    help: { zh: '移到最外层的 facts 之下', en: 'move it under the outer facts' },
  },
  'case/below-minimum': {
    severity: 'error',
    message: { zh: '「{name}」低于办法规定的下限', en: "`{name}` lies below the policy's minimum" },
    help: { zh: '检查数值和单位', en: 'check the value and its unit' },
  },
  'case/above-maximum': {
    severity: 'error',
    message: { zh: '「{name}」高于办法规定的上限', en: "`{name}` lies above the policy's maximum" },
    help: { zh: '检查数值和单位', en: 'check the value and its unit' },
  },
  'case/party-without-name': {
    severity: 'error',
    message: { zh: '当事人没有姓名或名称', en: 'a party has no name' },
    help: {
      zh: '补上 name；需要隐名的写 黄某 之类',
      en: 'add name:; write 黄某 or the like to keep it anonymous',
    },
  },
  'case/duplicate-party': {
    severity: 'error',
    message: { zh: '当事人重名：「{name}」', en: 'two parties are named `{name}`' },
    help: { zh: '加以区分，如 李某甲、李某乙', en: 'tell them apart' },
  },
  'case/unknown-party': {
    severity: 'error',
    message: {
      zh: '案件中没有当事人「{name}」{near?，是否想写「}{near}{near?」}',
      en: 'the case has no party `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: {
      zh: '与 parties 中的姓名一致；没有当事人的用案件编号',
      en: 'use a name from parties, or the case id where there are none',
    },
  },
  'case/not-applicable': {
    severity: 'error',
    message: { zh: '「{name}」在本案不适用，却写了值', en: '`{name}` does not apply here, yet has a value' },
    help: {
      zh: '按其他事实，这一问题不应回答（此时视为 {otherwise}）；删去它，或检查其他事实',
      en: 'by the other facts the question does not arise (it counts as {otherwise}); remove it, or check the other facts',
    },
  },
  'case/impossible': {
    severity: 'error',
    message: {
      zh: '所述事实不可能同时存在{facts?（}{facts}{facts?）}：{reason}',
      en: 'what is stated cannot be{facts? (}{facts}{facts?)}: {reason}',
    },
    help: { zh: '核对这些事实', en: 'check these facts' },
  },
  'case/unknown-outcome': {
    severity: 'warning',
    message: {
      zh: '记录的结论「{name}」不在所适用的办法之中{near?，是否想写「}{near}{near?」}',
      en: 'the recorded outcome `{name}` is not one of this policy{near?, did you mean `}{near}{near?`}',
    },
    help: { zh: '照录即可；比较时按不同处理', en: 'it may stay; comparison treats it as different' },
  },
  'case/unknown-choice': {
    severity: 'warning',
    message: { zh: '「{outcome}」之下没有可选的「{name}」', en: '`{name}` is not among the choices of `{outcome}`' },
    help: { zh: '检查 choose 所列各项', en: 'check what choose lists' },
  },
  'case/one-choice': {
    severity: 'warning',
    message: {
      zh: '「{outcome}」只能选择一项，记录了 {found} 项',
      en: '`{outcome}` leaves one choice, and {found} are recorded',
    },
    help: {
      zh: '留下所选的一项；条文许可合并使用的，在办法中写 choose_several',
      en: 'keep the one chosen; where the provision allows several, the policy says choose_several',
    },
  },
  'case/bad-digest': {
    severity: 'warning',
    message: { zh: '不是 SHA-256 摘要：「{name}」', en: '`{name}` is not a SHA-256 digest' },
    help: { zh: '应为 64 位十六进制数', en: 'it has 64 hexadecimal digits' },
  },
  'evaluate/undefined': {
    severity: 'error',
    message: { zh: '「{name}」在本案算不出：{why:undefined}', en: '`{name}` cannot be computed here: {why:undefined}' },
    help: {
      zh: '检查相关事实；若办法未规定此种情形，补上规定',
      en: 'check the facts it rests on; if the policy does not provide for this, it needs a provision',
    },
  },
} as const satisfies Record<string, CodeEntry>;

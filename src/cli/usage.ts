// The words of help and of usage errors, in both languages.
import type { CommanderError } from 'commander';
import type { Language } from '../model/language.js';

/** Help texts. Examples come first, because they are what people read. */
export const USAGE = {
  zh: {
    usage: '用法：',
    options: '选项：',
    commands: '命令：',
    arguments: '参数：',
    examples: '例子：',
    about: '裁决：读政策、判案件、写理由。工具的结论是草稿，由人签批。',
    lang: '消息和报告的语言：zh（默认）或 en',
    version: '显示版本',
    help: '显示帮助',
    interview: '问询：只问还能改变结论的事实，每答一问即存盘，最后写出报告',
    onePolicy: '办法的代号或路径',
    case: '案件文件：没有则新建，已有则接着问',
    outDir: '报告（和新的案件文件）写入的目录',
    answers: '不用终端，从这个案件文件取回答；没有 --case 和 --out 时什么也不写',
    plain: '只用文字行，供读屏软件使用',
    decide: '认定案件，不提问；缺什么列什么',
    batch: '批量复核案件：与记录相比，或与另一版办法相比',
    paths: '案件文件、目录或通配符，可以几个',
    against: '与这个办法（代号或路径）相比：谁的结论会变',
    batchFormat: '输出格式：text（默认）、json、ndjson、csv、md、junit',
    batchOut: '每案一份报告和一份索引，写进这个目录；写明 --format 时为结果文件',
    failOnChange: '结论有变化时以退出码 1 结束',
    coverage: '列出没有案件检验到的规则、条件、选项、行和结论',
    minCoverage: '任一办法检验到的百分数（向下取整）低于此数时以退出码 1 结束',
    audit: '列出同案不同判、接近界线的数、各项事实起决定作用的比例',
    margin: '--audit 中离界线多近算接近（默认 5%）',
    maxChanges: '有变化的人数超过此数时以退出码 1 结束',
    check: '检查办法：写法，以及逐一证明的冲突、空白和无用的条件',
    policies: '办法文件、目录或带引号的通配符，可以几个；- 为标准输入',
    checkFormat: '输出格式：text（默认）、json、sarif、junit 或 github',
    denyWarnings: '有提醒也以退出码 1 结束',
    witness: '把每个例证写成这一目录下的案件文件',
    init: '写出示例办法、示例案件、CI 工作流和 pre-commit 示例；已有的文件不动',
    dir: '写到哪个目录（默认为当前目录）',
    schema: '显示 JSON Schema',
    explain: '解释一个诊断代码（不带代码则列出全部），或者一个案件为何是这一结论、怎样才会是别的结论',
    cases: '案件文件，可以几个；- 为标准输入',
<<<<<<< HEAD
    kind: 'policy、part、case、determination 或 diagnostics',
    code: '诊断代码，如 parse/unknown-name；或者案件文件',
    towards: '只说明怎样得出这一结论（名称或标题）',
    party: '只说明这一当事人',
=======
    kind: 'policy、part、case、determination、batch 或 diagnostics',
    code: '诊断代码，如 parse/unknown-name',
>>>>>>> c9b5c27 (batch --audit, published schema, goldens of every format)
    policy: '改用这个办法（代号或路径），不问其施行期间',
    format: '输出格式：md（默认）或 json',
    json: '同 --format json',
    out: '写入文件；几个案件时写入目录',
    record: '把认定写进案件文件（已有记录的不覆盖）',
    by: '记录中的决定机关或人员',
    on: '记录中的日期 YYYY-MM-DD（默认为当日）',
    exitCode: '未能认定或缺少证据、理由时，退出码为 3',
  },
  en: {
    usage: 'Usage:',
    options: 'Options:',
    commands: 'Commands:',
    arguments: 'Arguments:',
    examples: 'Examples:',
    about: 'caijue: reads policies, determines cases, writes the reasons. What it says is a draft for people to sign.',
    lang: 'language of messages and reports: zh (default) or en',
    version: 'print the version',
    help: 'print help',
    interview: 'ask only what can still change the outcome, save every answer at once, write the report at the end',
    onePolicy: 'id or path of a policy',
    case: 'the case file: made if it is not there, resumed if it is',
    outDir: 'folder for the report (and for a new case file)',
    answers: 'without a terminal, take the answers from this case file; without --case and --out nothing is written',
    plain: 'lines only, for screen readers',
    decide: 'determine cases without asking; what is missing is listed',
    batch: 'judge many cases again: against their records, or against another version of the policy',
    paths: 'case files, folders or globs, one or several',
    against: 'compare with this policy (id or path): whose outcome changes',
    batchFormat: 'output format: text (default), json, ndjson, csv, md or junit',
    batchOut: 'write a report for each case and an index to this folder; with --format, the results to this file',
    failOnChange: 'exit with 1 where an outcome changes',
    coverage: 'list the rules, conditions, options, rows and outcomes that no case exercised',
    minCoverage: 'exit with 1 where less than this percentage of a policy (rounded down) is exercised',
    audit: 'list like cases with unlike records, values near a threshold, and how often each fact decides',
    margin: 'with --audit, how near a threshold is near (default 5%)',
    maxChanges: 'exit with 1 where more outcomes change than this',
    check: 'check policies: their form, and by proof conflicts, gaps and conditions that do nothing',
    policies: 'policy files, folders or quoted patterns, one or several; - is standard input',
    checkFormat: 'output format: text (default), json, sarif, junit or github',
    denyWarnings: 'exit with 1 on warnings too',
    witness: 'write every witness as a case file into this folder',
    init: 'make a sample policy and case, a CI workflow and a pre-commit sample; nothing is overwritten',
    dir: 'the folder to make them in (default: this one)',
    schema: 'print a JSON Schema',
    explain:
      'explain a diagnostic code (without one, list them all), or why a case came out as it did and what would change it',
    cases: 'case files, one or several; - is standard input',
<<<<<<< HEAD
    kind: 'policy, part, case, determination or diagnostics',
    code: 'a diagnostic code, such as parse/unknown-name; or a case file',
    towards: 'tell only what would lead to this outcome (its name or title)',
    party: 'explain this party only',
=======
    kind: 'policy, part, case, determination, batch or diagnostics',
    code: 'a diagnostic code, such as parse/unknown-name',
>>>>>>> c9b5c27 (batch --audit, published schema, goldens of every format)
    policy: 'apply this policy (id or path) instead, whatever its time in force',
    format: 'output format: md (default) or json',
    json: 'same as --format json',
    out: 'write to this file; to this folder for several cases',
    record: 'write the determination into the case file (never over an existing one)',
    by: 'who decided, for the record',
    on: 'the date of the record, YYYY-MM-DD (default: today)',
    exitCode: 'exit with 3 where a case is undetermined or unsupported',
  },
} as const;

/** A text of the help. */
export type UsageText = keyof (typeof USAGE)['zh'];

/** Says a usage error in the user's language, with the near word if the library found one. */
export function usageError(error: CommanderError, language: Language): string {
  const [, name = ''] = /'([^']*)'/u.exec(error.message) ?? [];
  const [, near = ''] = /Did you mean (?:one of )?([^?]*)\?/u.exec(error.message) ?? [];
  if (language === 'en') return error.message.replace(/^error: /u, '');
  const hint = near === '' ? '' : `，是否想写「${near}」`;
  const says: Readonly<Record<string, string>> = {
    'commander.unknownOption': `没有选项「${name}」${hint}`,
    'commander.unknownCommand': `没有命令「${name}」${hint}`,
    'commander.missingArgument': `缺少参数「${name}」`,
    'commander.optionMissingArgument': `选项「${name}」缺少值`,
    'commander.excessArguments': '参数太多',
    'commander.invalidArgument': `值不可用：${error.message.replace(/^error: /u, '')}`,
  };
  return says[error.code] ?? error.message;
}

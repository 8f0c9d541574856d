// Findings about files and commands.
import type { CodeEntry } from './entry.js';

/** Findings about files and commands. */
export const CLI_CODES = {
  'cli/not-found': {
    severity: 'error',
    message: {
      zh: '没有这个文件：{name}{near?，是否想写办法「}{near}{near?」}',
      en: 'there is no such file: {name}{near?, did you mean the policy `}{near}{near?`}',
    },
    help: { zh: '检查路径', en: 'check the path' },
  },
  'cli/unknown-policy': {
    severity: 'error',
    message: {
      zh: '没有代号是「{name}」的办法{near?，是否想写「}{near}{near?」}',
      en: 'no policy has the id `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: {
      zh: '写自带办法的代号（caijue interview 可列出），或办法文件的路径',
      en: 'give the id of a shipped policy (caijue interview lists them), or the path of a policy file',
    },
  },
  'cli/not-a-file': {
    severity: 'error',
    message: { zh: '不是普通文件：{name}', en: 'this is not a regular file: {name}' },
    help: {
      zh: '给出文件的路径；一个目录的案件用 caijue batch 认定',
      en: 'give the path of a file; caijue batch judges the cases of a folder',
    },
  },
  'cli/not-readable': {
    severity: 'error',
    message: { zh: '无法读取：{name}（{why}）', en: 'cannot read {name} ({why})' },
    help: { zh: '检查权限和磁盘', en: 'check permissions and the disk' },
  },
  'cli/no-match': {
    severity: 'error',
    message: { zh: '没有找到文件：{name}', en: 'no files found: {name}' },
    help: {
      zh: '检查目录和通配符；目录之下取 .yaml 和 .yml，不进入以点开头的目录和 node_modules；通配符要加引号',
      en: 'check the folder or pattern; of a folder .yaml and .yml files are taken, except below dot folders and node_modules; quote patterns',
    },
  },
  'cli/link-not-followed': {
    severity: 'warning',
    message: {
      zh: '链接指向目录之外，没有跟随：{name}',
      en: 'a link that leads out of its folder was not followed: {name}',
    },
    help: { zh: '要检查它所指的文件，直接给出那个路径', en: 'to check what it leads to, give that path itself' },
  },
  'cli/not-written': {
    severity: 'error',
    message: {
      zh: '无法写入：{name}（{why}）；原文件未动',
      en: 'cannot write {name} ({why}); the old file is untouched',
    },
    help: { zh: '检查权限、磁盘空间和目录是否存在', en: 'check permissions, disk space and whether the folder exists' },
  },
  'cli/already-there': {
    severity: 'error',
    message: { zh: '已有这一文件，未动：{name}', en: 'this file is there already and was left alone: {name}' },
    help: {
      zh: '要重新写出，先移走它，或者换一个目录',
      en: 'to make it anew, move it away first, or use another folder',
    },
  },
  'cli/not-ours': {
    severity: 'error',
    message: {
      zh: '这一文件不是原样的例证，未予覆盖：{name}',
      en: 'this file is no witness as it was written, and was not overwritten: {name}',
    },
    help: { zh: '移走它，或者换一个目录', en: 'move it away, or use another folder' },
  },
  'cli/already-recorded': {
    severity: 'error',
    message: {
      zh: '案件已记录过认定，不予覆盖',
      en: 'the case already has a recorded determination; it is not overwritten',
    },
    help: {
      zh: '要重新记录，先删去 determination 一节（版本库会保存旧记录）',
      en: 'to record anew, remove the determination section first (your version control keeps the old one)',
    },
  },
  'cli/nothing-to-record': {
    severity: 'error',
    message: {
      zh: '没有可记录的认定：当事人「{name}」的状态为 {status:status}',
      en: 'there is no determination to record: `{name}` is {status:status}',
    },
    help: { zh: '补齐事实后再记录', en: 'establish the missing facts first' },
  },
  'cli/record-shape': {
    severity: 'error',
    message: {
      zh: '这种写法的案件文件不能写入记录：{name}',
      en: 'a determination cannot be recorded in a file of this form: {name}',
    },
    help: {
      zh: '案件文件应为 YAML，各节从行首写起（不是 JSON，也不写成 { }）；可改用手工记录',
      en: 'the case file should be YAML with its sections at the start of the line (no JSON, no braces); or record it by hand',
    },
  },
  'cli/changed-meanwhile': {
    severity: 'error',
    message: {
      zh: '文件在读取之后被别人改动，未予覆盖：{name}',
      en: 'the file changed after it was read and was not overwritten: {name}',
    },
    help: { zh: '重新运行', en: 'run the command again' },
  },
  'cli/locked': {
    severity: 'error',
    message: { zh: '文件正被另一程序使用：{name}', en: 'another program is using {name}' },
    help: { zh: '稍后重试；若确无其他程序，删去 {lock}', en: 'try again later; if there is none, remove {lock}' },
  },
  'cli/no-terminal': {
    severity: 'error',
    message: {
      zh: '问询需要终端，标准输入和输出都应是终端',
      en: 'an interview needs a terminal for standard input and output',
    },
    help: {
      zh: '不提问的认定用 caijue decide；从文件取回答用 --answers 文件',
      en: 'use caijue decide to determine without asking, or --answers FILE to take the answers from a file',
    },
  },
  'cli/other-policy': {
    severity: 'error',
    message: {
      zh: '案件写的办法是「{found}」，问询的是「{policy}」：{name}',
      en: 'the case names the policy `{found}`, and the interview is under `{policy}`: {name}',
    },
    help: {
      zh: '问询案件所写的办法，或者换一个案件文件',
      en: "interview under the case's own policy, or give another case file",
    },
  },
  'cli/unknown-code': {
    severity: 'error',
    message: {
      zh: '没有诊断代码「{name}」{near?，是否想写「}{near}{near?」}',
      en: 'there is no diagnostic code `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: { zh: 'caijue explain 不带参数可列出全部代码', en: 'caijue explain alone lists all codes' },
  },
  'cli/unknown-outcome': {
    severity: 'error',
    message: {
      zh: '办法没有结论「{name}」{near?，是否想写「}{near}{near?」}',
      en: 'the policy has no outcome `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: { zh: '写结论的名称或者标题', en: 'give an outcome by its name or its title' },
  },
  'cli/unknown-party': {
    severity: 'error',
    message: {
      zh: '案件没有当事人「{name}」{near?，是否想写「}{near}{near?」}',
      en: 'the case has no party `{name}`{near?, did you mean `}{near}{near?`}',
    },
    help: {
      zh: '写案件中当事人的姓名；没有列当事人的案件，以案件编号为当事人',
      en: 'give a party by the name in the case; a case without parties has one, named by its id',
    },
  },
  'cli/same-output': {
    severity: 'error',
    message: { zh: '两个案件会写到同一个文件：{name}', en: 'two cases would be written to the same file: {name}' },
    help: { zh: '改正案件编号，使其不同', en: 'give the cases different ids' },
  },
  'cli/internal': {
    severity: 'error',
    message: { zh: '程序内部错误：{why}', en: 'internal error: {why}' },
    help: {
      zh: '这是程序的缺陷，请附上输入文件报告',
      en: 'this is a defect of the program; please report it with the input',
    },
  },
} as const satisfies Record<string, CodeEntry>;

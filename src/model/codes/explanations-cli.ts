// Files and commands. The fragments are command lines: what was run, and what to run.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** Files and commands. The fragments are command lines: what was run, and what to run. */
export const CLI_EXPLANATIONS = {
  'cli/not-found': {
    meaning: { zh: '按所给的路径没有文件', en: 'there is no file at the path given' },
    consequence: {
      zh: '要认定的案件没有读到；批量时漏掉一个人不易察觉',
      en: 'the case was not read; in a batch the missing person is easily overlooked',
    },
    bad: 'caijue decide anjian/2026-017.yaml',
    good: 'caijue decide cases/2026-017.yaml',
  },
  'cli/not-a-file': {
    meaning: { zh: '给出的是目录或设备，不是一个文件', en: 'what was given is a folder or a device, not a file' },
    consequence: {
      zh: '没有可读的案件；整个目录用 batch',
      en: 'there is no case to read; use batch for a whole folder',
    },
    bad: 'caijue decide cases',
    good: 'caijue batch cases',
  },
  'cli/not-readable': {
    meaning: {
      zh: '文件存在，但系统不让读，或者读到一半出错',
      en: 'the file is there, but the system does not let us read it, or reading failed midway',
    },
    consequence: { zh: '只读到一半的案件不能用来认定', en: 'a case read halfway must not be decided' },
    bad: 'caijue decide /mnt/share/2026-017.yaml',
    good: 'cp /mnt/share/2026-017.yaml cases/; caijue decide cases/2026-017.yaml',
  },
  'cli/already-there': {
    meaning: { zh: '要写出的示例文件已经存在', en: 'a sample that was to be made exists already' },
    consequence: {
      zh: '若被示例覆盖，单位自己写好的办法就丢了，案件会照示例认定',
      en: "a sample over it would lose the office's own policy, and cases would be determined by the sample",
    },
    bad: 'caijue init .',
    good: 'caijue init new-folder',
  },
  'cli/not-ours': {
    meaning: {
      zh: '例证要写的位置已有文件，它不是程序写的，或者写后有人改过',
      en: 'where a witness is to be written stands a file that somebody else wrote, or changed since',
    },
    consequence: {
      zh: '真实案件的事实和证据若被例证盖掉，当事人的材料就没有了',
      en: 'a real case overwritten by a made-up one would take the evidence of a real person with it',
    },
    bad: 'caijue check policies --witness cases',
    good: 'caijue check policies --witness witnesses',
  },
  'cli/no-match': {
    meaning: {
      zh: '所给的目录或通配符之下，一个文件也没有',
      en: 'the folder or pattern that was given holds no file at all',
    },
    consequence: {
      zh: '写错一个字母，流水线便什么也没有检查，却一路放行',
      en: 'with one letter wrong a pipeline would check nothing and let everything pass',
    },
    bad: "caijue check 'polices/*.yaml'",
    good: "caijue check 'policies/*.yaml'",
  },
  'cli/link-not-followed': {
    meaning: {
      zh: '目录中的符号链接指向目录之外（或者指向不存在的文件），所指的没有检查',
      en: 'a symbolic link in the folder leads out of it, or nowhere; what it leads to was not checked',
    },
    consequence: {
      zh: '以为整个目录都检查过了，实际施行的那一份却没有',
      en: 'one believes that the whole folder was checked, and the version in force was not',
    },
    bad: 'caijue check policies',
    good: 'caijue check policies /srv/shared/policies/shili.yaml',
  },
  'cli/not-written': {
    meaning: {
      zh: '结果没有写进文件，原来的文件没有改动',
      en: 'the result was not written; the old file is as it was',
    },
    consequence: {
      zh: '这次认定没有留下记录，需要重新运行',
      en: 'there is no record of this determination; the command has to be run again',
    },
    bad: 'caijue decide cases/2026-017.yaml --out /readonly/report.md',
    good: 'caijue decide cases/2026-017.yaml --out reports/2026-017.md',
  },
  'cli/already-recorded': {
    meaning: { zh: '案件里已经有一次记录下来的认定', en: 'the case already holds a recorded determination' },
    consequence: {
      zh: '覆盖会抹去当时的结论和理由，日后无法说明为什么改变',
      en: 'overwriting would erase what was decided and why, and nobody could explain the change',
    },
    bad: 'caijue decide cases/2026-017.yaml --record',
    good: 'caijue decide cases/2026-017.yaml',
  },
  'cli/nothing-to-record': {
    meaning: {
      zh: '案件还没有结论：事实不全、有冲突、属于空白或者有误',
      en: 'the case has no outcome yet: facts are missing, outcomes conflict, none holds, or it is in error',
    },
    consequence: {
      zh: '把待定的案件记成已决，当事人会承担没有作出过的决定',
      en: 'recording an open case as decided would bind somebody to a decision that was never made',
    },
    bad: 'caijue decide cases/2026-017.yaml --record',
    good: 'caijue interview moushi-rongcuo --case cases/2026-017.yaml',
  },
  'cli/record-shape': {
    meaning: {
      zh: '案件文件是 JSON 或写成了一行，程序无法只添加记录而不动其余文字',
      en: 'the case file is JSON or in braces, and a record cannot be added without rewriting the rest',
    },
    consequence: {
      zh: '整个重写会丢掉承办人的注释和排列，也看不出改了什么',
      en: "rewriting it would lose the officer's comments and order, and nobody could see what changed",
    },
    bad: 'caijue decide cases/2026-017.json --record',
    good: 'caijue decide cases/2026-017.yaml --record',
  },
  'cli/changed-meanwhile': {
    meaning: {
      zh: '文件在读取之后、写回之前被人改过',
      en: 'somebody changed the file after it was read and before it was written back',
    },
    consequence: {
      zh: '写回会丢掉对方补充的事实，而且认定依据的是旧内容；重新运行即可',
      en: 'writing would lose what they added, and the determination rests on the old content; run it again',
    },
    bad: 'caijue decide cases/2026-017.yaml --record',
    good: 'caijue decide cases/2026-017.yaml --record',
  },
  'cli/locked': {
    meaning: {
      zh: '另一个窗口或另一个人正在处理同一个案件',
      en: 'another window, or somebody else, is working on the same case',
    },
    consequence: {
      zh: '两个人同时改，后存的会盖掉先存的',
      en: 'of two people working at once, the later save would erase the earlier',
    },
    bad: 'caijue interview moushi-rongcuo --case cases/2026-017.yaml',
    good: 'caijue interview moushi-rongcuo --case cases/2026-018.yaml',
  },
  'cli/no-terminal': {
    meaning: {
      zh: '问询要有人坐在终端前回答；管道、定时任务里没有人',
      en: 'an interview needs somebody at a terminal; in a pipe or a scheduled job nobody is there',
    },
    consequence: {
      zh: '照样运行，管道里的文字会被当成回答',
      en: 'whatever comes through the pipe would be taken for answers',
    },
    bad: 'echo 是 | caijue interview moushi-rongcuo',
    good: 'caijue interview moushi-rongcuo --answers answers.yaml',
  },
  'cli/other-policy': {
    meaning: {
      zh: '案件文件写明适用一个办法，命令给的是另一个',
      en: 'the case file names one policy, the command another',
    },
    consequence: {
      zh: '按一个办法问，按另一个办法认定，答非所问',
      en: 'questions of one policy would be answered and the case determined by another',
    },
    bad: 'caijue interview shigu-dengji --case rongcuo.yaml',
    good: 'caijue interview moushi-rongcuo --case rongcuo.yaml',
  },
  'cli/unknown-code': {
    meaning: { zh: '没有这个诊断代码', en: 'there is no diagnostic with this code' },
    consequence: {
      zh: '得不到说明；caijue explain 不带参数可以列出全部',
      en: 'nothing can be explained; caijue explain alone lists them all',
    },
    bad: 'caijue explain parse/unknown-nmae',
    good: 'caijue explain parse/unknown-name',
  },
  'cli/unknown-policy': {
    meaning: { zh: '命令行上的代号不是自带办法的代号', en: 'what the command names is not the id of a shipped policy' },
    consequence: {
      zh: '一个案件也没有读；写错一个字母而恰好指到别的办法，后果更重',
      en: 'no case was read; worse if a slip happens to name another policy',
    },
    bad: 'caijue decide case.yaml --policy moushi-rongcou',
    good: 'caijue decide case.yaml --policy moushi-rongcuo',
  },
  'cli/unknown-outcome': {
    meaning: { zh: '办法没有这个名称或者标题的结论', en: 'no outcome of the policy has this name or title' },
    consequence: {
      zh: '不能说明怎样才会得出它；不猜是哪一个',
      en: 'what would lead to it cannot be told; the tool does not guess which one was meant',
    },
    bad: 'caijue explain case.yaml 容措',
    good: 'caijue explain case.yaml 容错',
  },
  'cli/unknown-party': {
    meaning: { zh: '案件没有这个当事人', en: 'the case names no such party' },
    consequence: {
      zh: '不说明任何人的结论，以免把一个人的结论当作另一个人的',
      en: "nobody's outcome is explained, so that one person's is not taken for another's",
    },
    bad: 'caijue explain case.yaml --party 黄谋',
    good: 'caijue explain case.yaml --party 黄某',
  },
  'cli/same-output': {
    meaning: {
      zh: '两个案件编号相同，报告会写进同一个文件',
      en: 'two cases have the same id, and their reports would go into one file',
    },
    consequence: {
      zh: '后写的会盖掉先写的，一个人的认定书就此不见',
      en: "the second would erase the first, and somebody's determination would be gone",
    },
    bad: 'caijue decide a/2026-017.yaml b/2026-017.yaml --out reports',
    good: 'caijue decide a/2026-017.yaml b/2026-018.yaml --out reports',
  },
  'cli/internal': {
    meaning: {
      zh: '程序遇到了自己没有料到的情况；不是您的文件有错',
      en: 'the program met a situation it did not foresee; your file is not to blame',
    },
    consequence: {
      zh: '本次没有作出认定；连同版本号和输入文件报告即可',
      en: 'nothing was determined; report it with the version and the input',
    },
    bad: 'caijue decide cases/2026-017.yaml',
    good: 'caijue --version',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

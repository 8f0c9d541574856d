// Why a file as a whole is refused: size, encoding, what it may not hold.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** Why a file as a whole is refused: size, encoding, what it may not hold. */
export const FILE_EXPLANATIONS = {
  'parse/too-large': {
    meaning: {
      zh: '文件比一份办法或一个案件应有的大得多（办法上限 1 MiB，案件上限 256 KiB）',
      en: 'the file is far larger than a policy or a case should be (1 MiB for a policy, 256 KiB for a case)',
    },
    consequence: {
      zh: '通常是把附件或导出的数据误当成办法或案件；照读会拖住整批案件，真正的内容也难以核对',
      en: 'usually an attachment or an export was taken for it; reading it would hold up the whole batch, and nobody could proofread it',
    },
    bad: '附件一: 会议录音整理稿全文……',
    good: '第四条: 决策经民主集中制程序',
  },
  'parse/too-many-parts': {
    meaning: {
      zh: '键、值和标点合计超过四十万个，读到此处停止',
      en: 'there are more than 400,000 keys, values and signs; reading stopped',
    },
    consequence: {
      zh: '后面的内容没有读到；只凭前一半认定，可能漏掉例外和负面情形',
      en: 'what follows was not read; a determination from the first part could miss the exceptions',
    },
    bad: 'choose: [免责, 减轻, 从轻, 免责, 减轻, 从轻, ……]',
    good: 'choose: [免责, 减轻, 从轻]',
  },
  'parse/too-deep': {
    meaning: {
      zh: '条件、列表或括号一层套一层，超过了限度',
      en: 'conditions, lists or brackets are nested beyond the limit',
    },
    consequence: {
      zh: '这样的条件没有人能对照条文核对，写错一层就可能改变结论',
      en: 'nobody can proofread such a condition against the provision, and one misplaced level may change the outcome',
    },
    bad: 'when: ((((((((((直接经济损失 + 间接损失)))))))))) >= 5000万元',
    good: 'when: 损失合计 >= 5000万元',
  },
  'parse/encoding': {
    meaning: {
      zh: '文件不是 UTF-8 文字，多半由旧版编辑器存成了 GBK 或 UTF-16',
      en: 'the file is not UTF-8 text; an older editor probably saved it as GBK or UTF-16',
    },
    consequence: {
      zh: '硬读会变成乱码：姓名、事实和条款名称都可能张冠李戴',
      en: 'read regardless it would turn into garbage: names of people, facts and provisions could be mistaken for one another',
    },
    bad: '另存为 → 编码：ANSI',
    good: '另存为 → 编码：UTF-8',
  },
  'parse/unseen-character': {
    meaning: {
      zh: '文件里有屏幕上看不见的字符，或者会颠倒显示顺序的字符',
      en: 'the file holds a character that cannot be seen, or that reorders what is seen',
    },
    consequence: {
      zh: '读的人看到的与程序读到的不一致：屏幕上写着「是」，读入的可能是另一个名称',
      en: 'the reader and the program would see different texts: a name that looks right may be another one',
    },
    bad: '主动挽回<U+200B>: 是',
    good: '主动挽回: 是',
  },
  'parse/anchor': {
    meaning: {
      zh: '文字以 & 或 * 开头，这在 YAML 里是“锚点”和“引用”',
      en: 'a text starts with & or *, which YAML takes for an anchor or an alias',
    },
    consequence: {
      zh: '引用会把别处的内容悄悄搬过来，改一处而动多处；审阅的人看不到条件的全貌',
      en: 'an alias silently brings in content from elsewhere, so that one edit changes several conditions and no reviewer sees the whole',
    },
    bad: 'says: *本条所称损失不含间接损失',
    good: "says: '*本条所称损失不含间接损失'",
  },
  'parse/tag': {
    meaning: { zh: '文字以 ! 开头，这在 YAML 里是“标签”', en: 'a text starts with !, which YAML takes for a tag' },
    consequence: {
      zh: '标签会改变后面文字的含义，或者使「!注意」几个字无声消失',
      en: 'a tag alters how the text after it is read, or swallows the word itself',
    },
    bad: 'says: !注意 损失数额以审计结论为准',
    good: "says: '!注意 损失数额以审计结论为准'",
  },
  'parse/directive': {
    meaning: {
      zh: '行首是 % ，这在 YAML 里是给程序的指令',
      en: 'a line starts with %, which YAML takes for a directive',
    },
    consequence: {
      zh: '指令能换一套读法，例如把「否」以外的 no、off 也读成否；同一文件在两处会有两种意思',
      en: 'a directive can change how the whole file is read, so that the same file means two things in two places',
    },
    bad: ['%YAML 1.1', '---'].join('\n'),
    good: '---',
  },
  'parse/many-documents': {
    meaning: {
      zh: '用 --- 隔开的几份内容放在同一个文件里',
      en: 'several documents stand in one file, separated by ---',
    },
    consequence: {
      zh: '只会读到第一份；后面的案件不会被认定，后面的修订不会生效，而且没有人察觉',
      en: 'only the first would be read: later cases would go undecided, or a later amendment unheeded, and nobody would notice',
    },
    bad: [
      'outcomes:',
      '  不予容错: { title: 不予容错, cites: 第七条, when: 明令禁止 }',
      '---',
      'policy: { id: shili, title: 修订版 }',
    ].join('\n'),
    good: ['outcomes:', '  不予容错: { title: 不予容错, cites: 第七条, when: 明令禁止 }'].join('\n'),
  },
  'parse/empty': {
    meaning: { zh: '文件里没有内容，或者只有注释', en: 'the file has no content, or only comments' },
    consequence: {
      zh: '没有可以认定的案件，也没有可以适用的办法；空文件常常是没有存盘',
      en: 'there is nothing to decide and nothing to apply; an empty file is often one that was never saved',
    },
    bad: '# 尚未起草',
    good: ['policy:', '  id: shili', '  title: 示例办法'].join('\n'),
  },
  'parse/not-a-map': {
    meaning: {
      zh: '最外层写成了列表或一段文字，而不是「键: 值」',
      en: 'the outermost level is a list or a text instead of keys with values',
    },
    consequence: {
      zh: '分不清哪里是事实、哪里是结论，整个文件无从适用',
      en: 'facts and outcomes cannot be told apart, so the whole file cannot be applied',
    },
    bad: ['- 示例办法', '- 第三条'].join('\n'),
    good: ['policy:', '  id: shili', '  title: 示例办法'].join('\n'),
  },
  'parse/duplicate-key': {
    meaning: { zh: '同一个名称写了两次', en: 'the same name stands twice at one place' },
    consequence: {
      zh: '只能留下一个，另一个会无声消失：当事人可能因为没有读到的那个条件而得到相反的结论',
      en: 'one of the two would silently vanish, and somebody could get the opposite outcome for a condition that was never read',
    },
    bad: ['when: 明令禁止', 'when: 直接经济损失 >= 5000万元'].join('\n'),
    good: ['when:', '  any: [明令禁止, 直接经济损失 >= 5000万元]'].join('\n'),
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

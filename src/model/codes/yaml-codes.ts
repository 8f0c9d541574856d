// Findings about a file as a text: size, encoding, YAML.
import type { CodeEntry } from './entry.js';

/** Findings about a file as a text: size, encoding, YAML. */
export const YAML_CODES = {
  'parse/too-large': {
    severity: 'error',
    message: {
      zh: '文件过大：{size} 字节，上限 {limit} 字节',
      en: 'the file is too large: {size} bytes, the limit is {limit}',
    },
    help: { zh: '拆成几个文件，或删去不相干的内容', en: 'split it, or remove what does not belong in it' },
  },
  'parse/too-many-parts': {
    severity: 'error',
    message: { zh: '文件的成分过多，读到此处为止', en: 'the file has too many parts; reading stopped here' },
    help: { zh: '拆成几个文件', en: 'split it into several files' },
  },
  'parse/too-deep': {
    severity: 'error',
    message: { zh: '嵌套过深', en: 'the nesting is too deep' },
    help: { zh: '把内层写成单独的规则，再引用它的名称', en: 'make the inner part a rule of its own and use its name' },
  },
  'parse/encoding': {
    severity: 'error',
    message: { zh: '文件不是 UTF-8 编码（像是 {encoding}）', en: 'the file is not UTF-8 (it looks like {encoding})' },
    help: { zh: '用编辑器另存为 UTF-8', en: 'save it as UTF-8' },
  },
  'parse/unseen-character': {
    severity: 'error',
    message: {
      zh: '有看不见或改变显示顺序的字符 {character}',
      en: 'there is an invisible or reordering character {character}',
    },
    help: {
      zh: '删去它；常见于从网页或文字处理软件粘贴',
      en: 'delete it; it often comes from pasting out of a web page or a word processor',
    },
  },
  'parse/anchor': {
    severity: 'error',
    message: { zh: '不使用锚点和引用（& 和 *）', en: 'anchors and aliases (& and *) are not used' },
    help: {
      zh: '把内容完整写出；以 & 或 * 开头的文字请加引号',
      en: 'write the content out; quote a text that starts with & or *',
    },
  },
  'parse/tag': {
    severity: 'error',
    message: { zh: '不使用标签（!）', en: 'tags (!) are not used' },
    help: { zh: '删去标签；以 ! 开头的文字请加引号', en: 'remove the tag; quote a text that starts with !' },
  },
  'parse/directive': {
    severity: 'error',
    message: { zh: '不使用 % 指令', en: '% directives are not used' },
    help: { zh: '删去这一行；以 % 开头的文字请加引号', en: 'remove the line; quote a text that starts with %' },
  },
  'parse/many-documents': {
    severity: 'error',
    message: { zh: '一个文件里只能有一份文档', en: 'a file holds exactly one document' },
    help: {
      zh: '删去多余的 ---，或把 --- 之后的内容移到另一个文件',
      en: 'remove the extra ---, or move what follows it to another file',
    },
  },
  'parse/empty': {
    severity: 'error',
    message: { zh: '文件是空的', en: 'the file is empty' },
    help: {
      zh: '写入内容，或用 caijue schema 看应有的结构',
      en: 'write its content; caijue schema prints the structure',
    },
  },
  'parse/not-a-map': {
    severity: 'error',
    message: { zh: '文件的最外层应为「键: 值」', en: 'the file should be a map of keys and values' },
    help: { zh: '从 policy: 或 case: 开始写', en: 'start with policy: or case:' },
  },
  'parse/syntax': {
    severity: 'error',
    message: { zh: '此处不合 YAML 的写法', en: 'this is not well-formed YAML' },
    help: {
      zh: '检查缩进、冒号后的空格、各项之间的逗号和引号是否成对',
      en: 'check the indentation, the space after a colon, the commas between items, and the quotes',
    },
  },
  'parse/tab-indent': {
    severity: 'error',
    message: { zh: '缩进用了制表符', en: 'a tab is used to indent' },
    help: { zh: '用空格缩进', en: 'indent with spaces' },
  },
  'parse/bad-indent': {
    severity: 'error',
    message: { zh: '缩进与同级不一致', en: 'the indentation differs from its neighbours' },
    help: { zh: '与同级的键左边对齐', en: 'align it with the keys beside it' },
  },
  'parse/dash-space': {
    severity: 'error',
    message: { zh: '短横线后缺少空格', en: 'a space is missing after the dash' },
    help: { zh: '列表的每一项写成「- 内容」', en: 'write each item of a list as “- item”' },
  },
  'parse/quote-needed': {
    severity: 'error',
    message: { zh: '文字不能以此字符开头：{name}', en: 'a text cannot start with this character: {name}' },
    help: { zh: '给整段文字加上引号', en: 'put the whole text in quotes' },
  },
  'parse/colon-in-text': {
    severity: 'error',
    message: { zh: '一行里有两个「键: 值」', en: 'there are two keys on one line' },
    help: {
      zh: '文字里含有「: 」时，给整段文字加引号；{ } 之内各项之间要有逗号',
      en: 'quote a text that contains a colon and a space; in braces a comma stands between the items',
    },
  },
  'parse/colon-missing': {
    severity: 'error',
    message: { zh: '这一行缺少冒号，或冒号后缺少空格', en: 'a colon is missing here, or the space after it' },
    help: { zh: '写成「键: 值」', en: 'write key: value' },
  },
  'parse/bracket-missing': {
    severity: 'error',
    message: { zh: '括号或引号没有成对', en: 'a bracket or quote has no partner' },
    help: { zh: '补上缺少的一半', en: 'add the missing half' },
  },
  'parse/comma-in-braces': {
    severity: 'error',
    message: { zh: '此处的{sign:sign}把文字断开了', en: '{sign:sign} breaks this text in two' },
    help: {
      zh: '{ } 之内含有 , [ ] { } 的文字要加引号',
      en: 'inside { } a text that contains , [ ] { } needs quotes',
    },
  },
  'parse/bad-escape': {
    severity: 'error',
    message: { zh: '双引号里的转义不正确', en: 'the escape in double quotes is wrong' },
    help: { zh: '改用单引号，或改正反斜线', en: 'use single quotes, or correct the backslash' },
  },
  'parse/bad-key': {
    severity: 'error',
    message: { zh: '不能作为键：{name}', en: 'this cannot be a key: {name}' },
    help: { zh: '键是一段不空的文字', en: 'a key is a non-empty text' },
  },
  'parse/duplicate-key': {
    severity: 'error',
    message: { zh: '重复：「{name}」', en: '`{name}` stands here twice' },
    help: { zh: '只留一个；全角与半角算作相同', en: 'keep one; full-width and half-width count as the same' },
  },
  'parse/full-width': {
    severity: 'error',
    message: { zh: '此处应为半角：「{character}」', en: 'a half-width sign is wanted in place of `{character}`' },
    help: {
      zh: '{mark?改为}{mark:sign}{instead?改为「}{instead}{instead?」}',
      en: '{mark?write }{mark:sign}{instead?write `}{instead}{instead?`}',
    },
    sample: { character: '≥', instead: '>=' },
  },
} as const satisfies Record<string, CodeEntry>;

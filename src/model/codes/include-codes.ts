// Findings about the files that a policy includes.
import type { CodeEntry } from './entry.js';

/** Findings about the files that a policy includes. */
export const INCLUDE_CODES = {
  'parse/include-path': {
    severity: 'error',
    message: { zh: '不能纳入「{name}」', en: 'cannot include `{name}`' },
    help: {
      zh: '写相对路径，用 / 分隔，只能在本文件所在的文件夹之内，扩展名为 .yaml、.yml 或 .json',
      en: 'a relative path with /, of a .yaml, .yml or .json file below the folder of this one',
    },
  },
  'parse/include-missing': {
    severity: 'error',
    message: {
      zh: '读不到纳入的文件「{name}」：{why:unread}',
      en: 'cannot read the included file `{name}`: {why:unread}',
    },
    help: {
      zh: '核对路径：相对于写 include 的文件；链接不被跟随',
      en: 'check the path: it is taken from the file that includes; links are not followed',
    },
  },
  'parse/include-circle': {
    severity: 'error',
    message: { zh: '文件互相纳入：{path}', en: 'files include each other: {path}' },
    help: { zh: '删去其中一处 include', en: 'remove one of these includes' },
  },
  'parse/include-limit': {
    severity: 'error',
    message: {
      zh: '纳入的文件太多或者层次太深，到「{name}」为止',
      en: 'too many included files, or too deep, at `{name}`',
    },
    help: {
      zh: '一份办法至多纳入 32 个文件，层层纳入至多 8 层',
      en: 'a policy includes at most 32 files, at most 8 deep',
    },
  },
  'parse/include-collision': {
    severity: 'error',
    message: {
      zh: '「{name}」在 {file} 第 {line} 行已有定义',
      en: '`{name}` is already defined in {file}, line {line}',
    },
    help: {
      zh: '改其中一个的名称；纳入的名称不能覆盖',
      en: 'rename one of them; an included name cannot be overridden',
    },
  },
  'parse/not-a-part': {
    severity: 'error',
    message: { zh: '「{name}」不是共用部分', en: '`{name}` is not a part' },
    help: {
      zh: '被纳入的文件以 part: 开头，不能是办法或者案件',
      en: 'an included file has a part: head; a policy or a case cannot be included',
    },
  },
  'parse/part-alone': {
    severity: 'error',
    message: { zh: '这是共用部分，不是办法', en: 'this is a part, not a policy' },
    help: { zh: '在办法里用 include 纳入它', en: 'name it under include: in a policy' },
  },
} as const satisfies Record<string, CodeEntry>;

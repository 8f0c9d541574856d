// Findings about a batch as a whole, and about files below a folder.
import type { CodeEntry } from './entry.js';

/** Findings about a batch as a whole, and about files below a folder. */
export const BATCH_CODES = {
  'batch/not-a-case': {
    severity: 'error',
    message: { zh: '这不是案件文件：{name}', en: 'this is not a case file: {name}' },
    help: {
      zh: '移出案件目录，或者写进 .caijueignore',
      en: 'move it out of the folder of cases, or name it in .caijueignore',
    },
  },
  'batch/link-outside': {
    severity: 'error',
    message: {
      zh: '链接指向所给目录之外，没有读取：{name}',
      en: 'the link leads out of the folder that was given and was not followed: {name}',
    },
    help: {
      zh: '把案件文件放进目录，或者在命令里直接写它的路径',
      en: 'put the case file into the folder, or name its own path in the command',
    },
  },
  'batch/duplicate-id': {
    severity: 'error',
    message: {
      zh: '案件编号「{id}」已见于 {other}',
      en: 'the case id `{id}` is already that of {other}',
    },
    help: {
      zh: '一案一号：改正编号，或者删去重复的文件',
      en: 'one case, one id: correct the id or remove the duplicate',
    },
  },
  'batch/thread-lost': {
    severity: 'warning',
    message: {
      zh: '一个线程中断了（{why}），它的案件由主线程重新认定，结果不受影响',
      en: 'a thread ended ({why}); its cases were judged again in the main thread, and the results are the same',
    },
    help: {
      zh: '多半是内存不足：用 --jobs 1 不另起线程',
      en: 'most likely there was not enough memory: with --jobs 1 no threads are started',
    },
  },
  'batch/nothing-determined': {
    severity: 'error',
    message: { zh: '没有一名当事人得到认定', en: 'nobody was determined' },
    help: {
      zh: '检查路径：目录之下应有案件文件（.yaml、.yml、.json）',
      en: 'check the path: case files (.yaml, .yml, .json) should lie below it',
    },
  },
  'batch/too-many-changes': {
    severity: 'error',
    message: {
      zh: '{found} 名当事人的结论有变化，允许 {most} 名',
      en: 'the answer changes for {found} parties; {most} are allowed',
    },
    help: {
      zh: '逐一核对有变化的案件；确应如此的，在案件的记录里用 differs 说明',
      en: 'look at each changed case; where it is right, say so in its record with differs',
    },
  },
  'batch/coverage-too-low': {
    severity: 'error',
    message: {
      zh: '案件只检验了「{name}」的 {found}%，要求 {least}%',
      en: 'the cases exercise {found}% of `{name}`; {least}% are required',
    },
    help: {
      zh: '用 --coverage 查看没有检验到的部分，补上案件',
      en: 'see with --coverage what was not exercised, and add cases',
    },
  },
} as const satisfies Record<string, CodeEntry>;

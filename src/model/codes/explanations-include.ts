// The files that a policy includes.
import type { Explanation } from './entry.js';
import type { Code } from './index.js';

/** The files that a policy includes. */
export const INCLUDE_EXPLANATIONS = {
  'parse/include-path': {
    meaning: {
      zh: '纳入的路径是绝对路径，或者走出了本文件所在的文件夹，或者不是 YAML、JSON 文件',
      en: 'the path is absolute, leaves the folder of the file, or is not that of a YAML or JSON file',
    },
    consequence: {
      zh: '换一台机器，同一份办法会读到别的内容，或者把不相干的文件显示出来',
      en: 'on another machine the same policy would say something else, or show lines of an unrelated file',
    },
    bad: 'include: ../parts/liukan.yaml',
    good: 'include: parts/liukan.yaml',
  },
  'parse/include-missing': {
    meaning: { zh: '纳入的文件不存在或者读不出来', en: 'the included file is not there or cannot be read' },
    consequence: {
      zh: '办法缺了一部分事实和规则，照样认定就会漏掉它们',
      en: 'part of the facts and rules would be lacking, and cases would be determined without them',
    },
    bad: 'include: parts/liukann.yaml',
    good: 'include: parts/liukan.yaml',
  },
  'parse/include-circle': {
    meaning: { zh: '一个文件经由纳入又回到自己', en: 'a file includes itself, directly or through others' },
    consequence: {
      zh: '没有哪个文件可以先读，办法永远读不完',
      en: 'no file could be read first, and reading would never end',
    },
    bad: 'include: policy.yaml',
    good: 'include: parts/liukan.yaml',
  },
  'parse/include-limit': {
    meaning: {
      zh: '一份办法纳入的文件超过 32 个，或者层层纳入超过 8 层',
      en: 'a policy includes more than 32 files, or through more than 8 steps',
    },
    consequence: {
      zh: '核对的人已无法说清办法到底由哪些文字组成',
      en: 'whoever verifies it could no longer say of which texts the policy consists',
    },
    bad: '- p33.yaml',
    good: 'include: parts/liukan.yaml',
  },
  'parse/include-collision': {
    meaning: {
      zh: '两个文件定义了同一个名称或者同一条文',
      en: 'two files define the same name or the same article',
    },
    consequence: {
      zh: '以哪一个为准无从判断，默默取其一，结论就可能相反',
      en: 'nothing says which of them counts, and taking either silently could turn the answer round',
    },
    bad: '  问题性质: { ask: 失误的性质有多严重？, type: boolean, cites: 第七条 }',
    good: '  性质严重: { ask: 失误的性质有多严重？, type: boolean, cites: 第七条 }',
  },
  'parse/not-a-part': {
    meaning: {
      zh: '纳入的文件没有 part 这个开头，是办法、案件或者别的东西',
      en: 'the file has no part: head and is something else',
    },
    consequence: {
      zh: '别的办法的结论和施行日期会混进来',
      en: 'the outcomes and dates of another policy would come in',
    },
    bad: 'include: parts/banfa.yaml',
    good: 'include: parts/liukan.yaml',
  },
  'parse/part-alone': {
    meaning: {
      zh: '共用部分只有条文、事实和规则，没有结论，单独不能认定案件',
      en: 'a part has provisions, facts and rules but no outcomes; it decides nothing by itself',
    },
    consequence: { zh: '没有结论可得', en: 'there would be no outcome to reach' },
    bad: 'part:',
    good: 'include: parts/liukan.yaml',
  },
} as const satisfies Readonly<Partial<Record<Code, Explanation>>>;

// Batches. The fragments are command lines: what was run, and what to run.
import type { Explanation } from './entry.js';
import type { BATCH_CODES } from './batch-codes.js';

/** Batches. The fragments are command lines: what was run, and what to run. */
export const BATCH_EXPLANATIONS = {
  'batch/not-a-case': {
    meaning: {
      zh: '目录里的这个 YAML 或 JSON 文件没有 case 一节，也不是办法',
      en: 'this YAML or JSON file in the folder has no section `case`, and is no policy either',
    },
    consequence: {
      zh: '它若本是案件而写坏了，就有一个人被悄悄漏掉',
      en: 'if it was meant to be a case, somebody would be left out without a word',
    },
    bad: 'caijue batch cases',
    good: "echo 'package.json' >> cases/.caijueignore; caijue batch cases",
  },
  'batch/link-outside': {
    meaning: {
      zh: '目录里有一个链接，指向目录以外的文件或目录',
      en: 'a link in the folder leads to a file or folder outside of it',
    },
    consequence: {
      zh: '跟着走就会读到没有交给工具的文件，结果也随别处的改动而变',
      en: 'following it would read files that were not given, and the result would change with what lies elsewhere',
    },
    bad: 'ln -s /srv/other/2026-017.yaml cases/; caijue batch cases',
    good: 'caijue batch cases /srv/other/2026-017.yaml',
  },
  'batch/duplicate-id': {
    meaning: { zh: '两个文件写着同一个案件编号', en: 'two files bear the same case id' },
    consequence: {
      zh: '说到这个编号时不知道是哪一个；同一案件可能算了两次',
      en: 'nobody knows which of them the id means, and one case may be counted twice',
    },
    bad: 'cp cases/a.yaml cases/b.yaml; caijue batch cases',
    good: 'rm cases/b.yaml; caijue batch cases',
  },
  'batch/thread-lost': {
    meaning: {
      zh: '大批案件由几个线程同时认定，其中一个中途结束了，或者没能启动',
      en: 'several threads judge a large batch side by side, and one of them ended early or could not start',
    },
    consequence: {
      zh: '它手上的案件由主线程重新认定，一件不少，只是慢一些',
      en: 'the cases that it had at hand are judged again in the main thread; none is lost, it only takes longer',
    },
    bad: 'caijue batch cases --jobs 64',
    good: 'caijue batch cases --jobs 1',
  },
  'batch/nothing-determined': {
    meaning: {
      zh: '所给路径之下没有案件，或者没有一名当事人得出结论',
      en: 'there are no cases below the paths, or none of them came to an outcome',
    },
    consequence: {
      zh: '路径写错时，空无一物的通过会被当成一切正常',
      en: 'with a mistyped path, an empty run would pass for a good one',
    },
    bad: 'caijue batch case',
    good: 'caijue batch cases',
  },
  'batch/too-many-changes': {
    meaning: {
      zh: '结论与记录不同，或者新旧办法给出的结论不同，人数超过 --max-changes（--fail-on-change 为 0）',
      en: 'more outcomes differ from the record, or between the two policies, than --max-changes allows (--fail-on-change: none)',
    },
    consequence: {
      zh: '改动会悄悄改变已经决定的案件',
      en: 'the change would alter decided cases without anybody looking',
    },
    bad: 'caijue batch cases --against old.yaml --fail-on-change',
    good: 'caijue batch cases --against old.yaml --max-changes 3',
  },
  'batch/coverage-too-low': {
    meaning: {
      zh: '办法里的规则、条件、选项、表格的行和结论，有的从未被案件检验到；百分数向下取整',
      en: 'some rules, conditions, options, rows or outcomes were never exercised by a case; the percentage is rounded down',
    },
    consequence: {
      zh: '没有案件检验的条文，写错了也看不出来',
      en: 'a mistake in what no case exercises goes unseen',
    },
    bad: 'caijue batch cases --min-coverage 90',
    good: 'caijue batch cases --coverage',
  },
} as const satisfies Readonly<Record<keyof typeof BATCH_CODES, Explanation>>;

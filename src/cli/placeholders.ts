// In: an option or argument as the table of verbs writes it. Out: the same with the word for its value in the user's language.
import type { Language } from '../model/language.js';

const CHINESE: Readonly<Record<string, string>> = {
  case: '案件',
  path: '路径',
  policy: '办法',
  format: '格式',
  name: '名称',
  date: '日期',
  n: '数',
  percent: '百分数',
  share: '百分比',
  file: '文件',
  dir: '目录',
  folder: '目录',
  kind: '种类',
  'code-or-case': '代码或案件',
  outcome: '结论',
  lang: '语言',
};

/** `<案件...>` for `<case...>`. */
export function inWords(written: string, language: Language): string {
  if (language === 'en') return written;
  return written.replace(/([<[])([a-z-]+)/u, (whole, open: string, word: string) => {
    const said = CHINESE[word];
    return said === undefined ? whole : open + said;
  });
}

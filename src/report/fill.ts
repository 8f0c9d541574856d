// In: a template and words. Out: the sentence in one language. Words that are kinds of things are translated, others are the user's own.
import type { Bilingual, Language } from '../model/language.js';

/** Kinds of things that a message names: shapes, signs, statuses, reasons why a value is undefined. */
const KINDS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  kind: {
    text: { zh: '一段文字', en: 'a text' },
    list: { zh: '列表', en: 'a list' },
    map: { zh: '一组键和值', en: 'a map of keys and values' },
    condition: { zh: '一个条件', en: 'one condition' },
  },
  written: {
    text: { zh: '写成一段文字', en: 'write one text' },
    list: {
      zh: '写成列表，如 [甲, 乙]，或者每项一行、以「- 」开头',
      en: 'write a list, as [甲, 乙], or a line with “- ” for each item',
    },
    map: { zh: '下面写「键: 值」', en: 'write key: value below it' },
    condition: {
      zh: '几个条件写在 all（都具备）、any（具备其一）或 none（都不具备）之下',
      en: 'put several conditions under all, any or none',
    },
  },
  sign: {
    comma: { zh: '逗号', en: 'a comma' },
    bracket: { zh: '括号', en: 'a bracket' },
    ': ': { zh: '半角冒号加一个空格', en: 'a colon and a space' },
    ', ': { zh: '半角逗号加一个空格', en: 'a comma and a space' },
    ' ': { zh: '半角空格', en: 'an ordinary space' },
  },
  unread: {
    'cli/not-found': { zh: '没有这个文件', en: 'there is no such file' },
    'cli/not-a-file': { zh: '不是普通文件', en: 'not a regular file' },
    'cli/not-readable': { zh: '没有读取的权限或者读取出错', en: 'no permission, or reading failed' },
    'parse/too-large': { zh: '文件太大', en: 'it is too large' },
    none: { zh: '此处不能读别的文件', en: 'no other file can be read here' },
  },
  file: {
    policy: { zh: '办法', en: 'a policy' },
    part: { zh: '共用部分', en: 'a part of policies' },
    case: { zh: '案件', en: 'a case' },
  },
  use: {
    policy: { zh: '办法用 caijue check 检查', en: 'a policy is checked with caijue check' },
    part: { zh: '共用部分用 caijue check 检查', en: 'a part is checked with caijue check' },
    case: { zh: '案件用 caijue decide 认定', en: 'a case is determined with caijue decide' },
  },
  unit: { none: { zh: '无单位', en: 'no unit' } },
  status: {
    determined: { zh: '已可认定', en: 'determined' },
    pending: { zh: '待定', en: 'pending' },
    conflict: { zh: '结论冲突', en: 'in conflict' },
    gap: { zh: '无规定可循', en: 'in a gap' },
    error: { zh: '有错误', en: 'in error' },
  },
  how: {
    'never-met': { zh: '条件永远不会满足', en: 'its condition is never met' },
    'always-overridden': { zh: '凡成立时都有别的结论优先', en: 'whenever it holds another prevails' },
    'never-answered': { zh: '凡成立时案件都有无法计算之处', en: 'whenever it holds something else is undefined' },
  },
  dead: {
    never: { zh: '永远不成立', en: 'is never true' },
    always: { zh: '永远成立', en: 'is always true' },
    indecisive: {
      zh: '有时成立，有时不成立，却改变不了任何案件的结论',
      en: 'is true in some cases and false in others, and changes no outcome',
    },
    idle: { zh: '没有被任何地方使用', en: 'is used nowhere' },
  },
  related: {
    'other-outcome': { zh: '另一结论', en: 'the other outcome' },
    'prevailing-outcome': { zh: '优先的结论', en: 'an outcome that prevails' },
    'other-row': { zh: '另一行', en: 'the other row' },
    provision: { zh: '所引的条文', en: 'the provision cited' },
    silenced: { zh: '所免的提醒', en: 'a warning that it silences' },
  },
  undefined: {
    'division-by-zero': { zh: '除数为零', en: 'the divisor is zero' },
    'too-many-digits': { zh: '数字超过 200 位', en: 'the number has more than 200 digits' },
    'dates-reversed': { zh: '前一日期晚于后一日期', en: 'the first date is after the second' },
    'not-a-day': { zh: '所加不是整数，或超出公元 1 至 9999 年', en: 'not a whole number, or outside the years 1–9999' },
    'no-row': { zh: '没有一行适用', en: 'no row applies' },
    'several-rows': { zh: '有几行同时适用', en: 'several rows apply' },
  },
};

/** The types of the language, and what a function takes, as nouns; English ones with their article. */
const TYPES: Readonly<Record<string, Bilingual>> = {
  boolean: { zh: '是非', en: 'a truth' },
  choice: { zh: '单选', en: 'a choice' },
  choices: { zh: '多选', en: 'a multiple choice' },
  number: { zh: '数', en: 'a number' },
  money: { zh: '金额', en: 'an amount' },
  date: { zh: '日期', en: 'a date' },
  duration: { zh: '期间', en: 'a duration' },
  text: { zh: '文字', en: 'a text' },
  'date date': { zh: '两个日期', en: 'two dates' },
  'date 日': { zh: '一个日期和一个日数', en: 'a date and a number of days' },
  'date 月': { zh: '一个日期和一个月数', en: 'a date and a number of months' },
  'number date': { zh: '数、金额、期间或日期', en: 'numbers, amounts, durations or dates' },
};

/** A type such as `duration(日)` in words: 期间（日）, a duration (日); as a bare noun without the article. */
function typeWords(type: string, language: Language, bare: boolean): string {
  const [, kind, unit] = /^([^(]*)(?:\((.*)\))?$/su.exec(type) ?? [];
  const words = TYPES[kind ?? '']?.[language] ?? kind ?? type;
  const noun = bare && language === 'en' ? words.replace(/^an? /u, '') : words;
  if (unit === undefined) return noun;
  return language === 'zh' ? `${noun}（${unit}）` : `${noun} (${unit})`;
}

/** Fills `{word}`, `{word:kind}`, `{word?text}` (the text only where the word is not empty) and `{word!text}` (only where it is). */
export function fill(template: string, words: Readonly<Record<string, string>>, language: Language): string {
  return template.replace(/\{(\w+)(?:([?!:])([^{}]*))?\}/gu, (_, name: string, sign?: string, rest?: string) => {
    const word = words[name] ?? '';
    if (sign === '?' || sign === '!') return (word === '') === (sign === '!') ? (rest ?? '') : '';
    if (rest === 'type' || rest === 'noun') return typeWords(word, language, rest === 'noun');
    return sign === ':' ? (KINDS[rest ?? '']?.[word]?.[language] ?? word) : word;
  });
}

/** A template with sample words or, without them, each of its words shown by its own name, as 〈unit〉 or <unit>; what stands only without a word stands. */
export function unfilled(template: string, language: Language, sample?: Readonly<Record<string, string>>): string {
  if (sample) return fill(template, sample, language);
  const named = [...template.matchAll(/\{(\w+)(?::\w+)?\}/gu)].map(([, name]) => name!);
  const names = named.filter((name) => !template.includes(`{${name}!`));
  const shown = names.map((name) => [name, language === 'zh' ? `〈${name}〉` : `<${name}>`] as const);
  return fill(template, Object.fromEntries(shown), language);
}

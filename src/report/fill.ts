// In: a template and words. Out: the sentence in one language. Words that are kinds of things are translated, others are the user's own.
import type { Language } from '../model/language.js';

/** Kinds of things that a message names: shapes, statuses, reasons why a value is undefined. */
const KINDS: Readonly<Record<string, Readonly<Record<string, { readonly zh: string; readonly en: string }>>>> = {
  kind: {
    text: { zh: '一段文字', en: 'a text' },
    list: { zh: '列表', en: 'a list' },
    map: { zh: '一组键和值', en: 'a map of keys and values' },
  },
  status: {
    determined: { zh: '已可认定', en: 'determined' },
    pending: { zh: '待定', en: 'pending' },
    conflict: { zh: '结论冲突', en: 'in conflict' },
    gap: { zh: '无规定可循', en: 'in a gap' },
    error: { zh: '有错误', en: 'in error' },
  },
  undefined: {
    'division-by-zero': { zh: '除数为零', en: 'the divisor is zero' },
    'dates-reversed': { zh: '前一日期晚于后一日期', en: 'the first date is after the second' },
    'not-a-day': { zh: '所加不是整数，或超出公元 1 至 9999 年', en: 'not a whole number, or outside the years 1–9999' },
    'no-row': { zh: '没有一行适用', en: 'no row applies' },
    'several-rows': { zh: '有几行同时适用', en: 'several rows apply' },
  },
};

/** Fills `{word}`, `{word:kind}` and `{word?text}` (the text only where the word is not empty). */
export function fill(template: string, words: Readonly<Record<string, string>>, language: Language): string {
  return template.replace(/\{(\w+)(?:([?:])([^{}]*))?\}/gu, (_, name: string, sign?: string, rest?: string) => {
    const word = words[name] ?? '';
    if (sign === '?') return word === '' ? '' : (rest ?? '');
    return sign === ':' ? (KINDS[rest ?? '']?.[word]?.[language] ?? word) : word;
  });
}

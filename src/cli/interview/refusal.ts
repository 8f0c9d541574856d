// In: why a typed answer is refused. Out: the sentence that says so, with what to do.
import { diagnose } from '../../model/diagnostic.js';
import type { Language } from '../../model/language.js';
import { START } from '../../model/source.js';
import type { ReadLiteral } from '../../parse/words/literal.js';
import { helpOf, messageOf } from '../../report/diagnostic-text.js';

/** The message and the help of a refused answer. */
export function refusal({ code, words }: ReadLiteral & { ok: false }, language: Language): string {
  const diagnostic = diagnose(code, { name: '', lines: [], digest: '' }, START, words);
  const stop = language === 'zh' ? '。' : '. ';
  return `${messageOf(diagnostic, language)}${stop}${helpOf(diagnostic, language)}`;
}

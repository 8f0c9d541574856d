// In: why a typed answer is refused. Out: the sentence that says so, with what to do.
import { diagnose } from '../../model/diagnostic.js';
import type { Language } from '../../model/language.js';
import type { Fact } from '../../model/policy.js';
import { START } from '../../model/source.js';
import type { ReadLiteral } from '../../parse/words/literal.js';
import { helpOf, messageOf } from '../../report/diagnostic-text.js';
import { limitsText } from './question-text.js';
import type { Say, Word } from './words.js';

/** The message and the help of a refused answer. */
export function refusal({ code, words }: ReadLiteral & { ok: false }, language: Language): string {
  const diagnostic = diagnose(code, { name: '', lines: [], digest: '' }, START, words);
  const stop = language === 'zh' ? '。' : '. ';
  return `${messageOf(diagnostic, language)}${stop}${helpOf(diagnostic, language)}`;
}

/** What an officer does about a refused answer. The messages of the codes speak to whoever writes a file or a policy. */
const ANSWERS: Readonly<Partial<Record<string, Word>>> = {
  'parse/bad-number': 'badNumber',
  'parse/not-a-whole-number': 'wholeOnly',
  'parse/unknown-unit': 'otherUnit',
  'parse/unit-does-not-fit': 'otherUnit',
  'parse/missing-unit': 'monthsOrYears',
  'case/below-minimum': 'outside',
  'case/above-maximum': 'outside',
  'parse/bad-date': 'badDay',
};

/** Why the answer to a question is refused, in the words of whoever was asked. */
export function answerRefusal(
  text: string,
  read: ReadLiteral & { ok: false },
  fact: Fact,
  say: Say,
  language: Language,
): string {
  if (text.trim() === '') return say('needsAnswer');
  const unit = fact.type.kind === 'quantity' ? fact.type.unit : null;
  const word = ANSWERS[read.code];
  if (word === undefined) return refusal(read, language);
  const ofUnit = word === 'otherUnit' || (word === 'monthsOrYears' && unit !== '月');
  const told = !ofUnit ? word : unit === null ? 'noUnit' : 'otherUnit';
  return say(told, { text: text.trim(), unit: unit ?? '', limits: limitsText(fact, say) });
}

// In: a code. Out: its SARIF rule: what it means, what follows from it, a wrong and a right example.
import { CODES, type Code } from '../../model/codes/index.js';
import { EXPLANATIONS } from '../../model/codes/explanations.js';
import type { Language } from '../../model/language.js';
import { unfilled } from '../fill.js';

const WORDS = { zh: { bad: '错误的写法', good: '正确的写法' }, en: { bad: 'wrong', good: 'right' } } as const;

/** The rule of a code. Its id is the code, which keeps its meaning for good. */
export function ruleOf(code: Code, language: Language): object {
  const { severity, message, help, sample } = CODES[code];
  const { meaning, consequence, bad, good } = EXPLANATIONS[code];
  const words = WORDS[language];
  const advice = unfilled(help[language], language, sample);
  const fenced = (text: string): string => `\`\`\`yaml\n${text}\n\`\`\``;
  return {
    id: code,
    shortDescription: { text: unfilled(message[language], language, sample) },
    fullDescription: { text: `${meaning[language]}\n${consequence[language]}` },
    help: {
      text: [advice, `${words.bad}:`, bad, `${words.good}:`, good].join('\n'),
      markdown: [advice, `${words.bad}:`, fenced(bad), `${words.good}:`, fenced(good)].join('\n\n'),
    },
    defaultConfiguration: { level: severity },
  };
}

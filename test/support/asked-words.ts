// What the message and the help of a finding ask for and the finding does not bring: a hole in what a person would read.
import { CODES } from '../../src/model/codes/index.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';

/** The words that are lacking, in any language; a word written `{name?…}` or `{name!…}` may be. */
export function lackingWords({ code, words }: Diagnostic): readonly string[] {
  const { message, help } = CODES[code];
  return [message.zh, message.en, help.zh, help.en].flatMap((template) => {
    const optional = new Set([...template.matchAll(/\{(\w+)[?!]/gu)].map(([, name]) => name));
    const asked = [...template.matchAll(/\{(\w+)(?::\w+)?\}/gu)].map(([, name]) => name!);
    return asked.filter((name) => !optional.has(name) && !words[name]);
  });
}

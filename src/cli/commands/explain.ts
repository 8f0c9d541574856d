// `caijue explain CODE`: what a diagnostic means, what follows from it, a bad and a good example. Alone: the list of codes.
import { CODES, type Code } from '../../model/codes/index.js';
import { EXPLANATIONS } from '../../model/codes/explanations.js';
import { nearest } from '../../parse/nearest.js';
import { unfilled } from '../../report/fill.js';
import { aboutFile } from '../read-file.js';
import { exitCodeOf, tell, type ExitCode, type Session } from '../session.js';

const WORDS = {
  zh: { meaning: '含义', consequence: '后果', bad: '错误的写法', good: '正确的写法', help: '建议' },
  en: { meaning: 'meaning', consequence: 'what follows', bad: 'wrong', good: 'right', help: 'help' },
} as const;

/** Whether a word is a case file and not a code: it ends as one, is standard input, or is there. */
export function isCase(about: string, { host }: Session): boolean {
  if (about === '-' || /\.(?:ya?ml|json)$/u.test(about)) return true;
  if (Object.hasOwn(CODES, about)) return false;
  try {
    return host.fs.statSync(about).isFile();
  } catch {
    return false;
  }
}

/** Prints what a code means; without a code, all codes with their messages. */
export function explain(code: string | undefined, session: Session): ExitCode {
  const { host, language } = session;
  const message = (known: Code): string => unfilled(CODES[known].message[language], language, CODES[known].sample);
  if (code === undefined) {
    const codes = Object.keys(CODES) as Code[];
    host.out(`${codes.map((known) => `${known.padEnd(32)} ${message(known)}`).join('\n')}\n`);
    return 0;
  }
  if (!Object.hasOwn(CODES, code)) {
    const { diagnostics } = aboutFile('cli/unknown-code', 'caijue explain', {
      name: code,
      near: Object.keys(CODES).find((known) => known.endsWith(`/${code}`)) ?? nearest(code, Object.keys(CODES)),
    });
    tell(session, diagnostics);
    return exitCodeOf(diagnostics);
  }
  host.out(text(code as Code, session));
  return 0;
}

function text(code: Code, { language }: Session): string {
  const words = WORDS[language];
  const { meaning, consequence, bad, good } = EXPLANATIONS[code];
  const { message, help, sample } = CODES[code];
  const indented = (lines: string): string =>
    lines
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n');
  return [
    `${code}: ${unfilled(message[language], language, sample)}`,
    '',
    `${words.meaning}: ${meaning[language]}`,
    `${words.consequence}: ${consequence[language]}`,
    `${words.help}: ${unfilled(help[language], language, sample)}`,
    '',
    `${words.bad}:`,
    indented(bad),
    `${words.good}:`,
    indented(good),
    '',
  ].join('\n');
}

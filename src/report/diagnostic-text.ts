// In: diagnostics. Out: what a person reads: place, code, message, the underlined line and the help.

import { CODES } from '../model/codes/index.js';
import type { Diagnostic, Related } from '../model/diagnostic.js';
import type { Language } from '../model/language.js';
import type { Place } from '../model/source.js';
import { fill } from './fill.js';
import { PLAIN, type Paint } from './paint.js';
import { printable } from './printable.js';
import { widthOf } from './width.js';

/** The message of a diagnostic, in one language. */
export function messageOf({ code, words }: Diagnostic, language: Language): string {
  return printable(fill(CODES[code].message[language], shortened(words), language));
}

/** The help of a diagnostic, in one language. */
export function helpOf({ code, words }: Diagnostic, language: Language): string {
  return printable(fill(CODES[code].help[language], shortened(words), language));
}

/** A word of a message is quoted up to this length: a hostile one can be as long as its file. */
const LONGEST = 500;

function shortened(words: Diagnostic['words']): Diagnostic['words'] {
  const short = (word: string): string =>
    word.length > LONGEST ? `${word.slice(0, LONGEST).replace(/\p{Surrogate}$/u, '')}…` : word;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, short(word)]));
}

const SEVERITY = { zh: { error: '错误', warning: '提醒' }, en: { error: 'error', warning: 'warning' } } as const;

/** One diagnostic as several lines, without a closing line break. */
export function diagnosticText(diagnostic: Diagnostic, language: Language, paint: Paint = PLAIN): string {
  const { code, place } = diagnostic;
  const { severity } = CODES[code];
  const head = `${whereOf(place)} ${paint[severity](SEVERITY[language][severity])} ${code} ${messageOf(diagnostic, language)}`;
  const help = `   ${language === 'zh' ? '建议: ' : 'help: '}${helpOf(diagnostic, language)}`;
  const witness = witnessOf(diagnostic, language);
  const below = [...(witness === undefined ? [] : [witness]), ...seeAlso(diagnostic, language)];
  return [head, ...frame(diagnostic, paint), ...below.map((line) => `   ${line}`), help].join('\n');
}

/** A place as tools print it: `file:line:column`. */
export function whereOf({ file, line, column }: Place): string {
  return `${printable(file)}:${String(line)}:${String(column)}`;
}

/** What a place that a finding also concerns is to it, in words. */
export function relatedOf({ as }: Related, language: Language): string {
  return fill('{as:related}', { as }, language);
}

function seeAlso({ related = [] }: Diagnostic, language: Language): string[] {
  const label = language === 'zh' ? '另见: ' : 'see: ';
  return related.map((one) => `${label}${whereOf(one.place)} ${relatedOf(one, language)}`);
}

/** The case that shows a finding: the facts that make it so, and that the others are free. */
export function witnessOf({ witness }: Diagnostic, language: Language): string | undefined {
  if (!witness) return undefined;
  const facts = witness.decisive.map(({ name, value }) => `${name} = ${value}`);
  const day = witness.asOf === undefined ? [] : [`as_of = ${witness.asOf}`];
  const rest = witness.free.length > 0 ? [language === 'zh' ? '其余不限' : 'the rest is free'] : [];
  const label = language === 'zh' ? '例证: ' : 'witness: ';
  return `${label}${printable([...facts, ...day, ...rest].join(language === 'zh' ? '，' : ', '))}`;
}

/** How many columns of the line the frame shows. */
const WIDEST = 120;

/** The line with carets under the stretch at fault; widths are those of a terminal, where a Chinese character takes two. */
function frame({ place, code }: Diagnostic, paint: Paint): string[] {
  if (place.text === '') return [];
  const from = place.column - 1;
  // Two units at most make a character: more of a very long line than is shown need not be taken apart.
  const characters = [...place.text.slice(0, 2 * (from + WIDEST + 1))];
  const to = place.endLine > place.line ? characters.length : Math.max(place.endColumn - 1, from + 1);
  const skipped = Math.max(0, from - 40);
  const shown = (a: number, b: number): string => printable(characters.slice(a, b).join('').replaceAll('\t', ' '));
  const before = (skipped > 0 ? '…' : '') + shown(skipped, from);
  const line = before + shown(from, skipped + WIDEST) + (characters.length > skipped + WIDEST ? '…' : '');
  const carets = '^'.repeat(Math.max(1, widthOf(shown(from, Math.min(to, skipped + WIDEST)))));
  const number = String(place.line).padStart(5);
  const gutter = ' '.repeat(number.length);
  const painted = paint[CODES[code].severity](carets);
  return [
    `${paint.faint(`${number} |`)} ${line}`,
    `${paint.faint(`${gutter} |`)} ${' '.repeat(widthOf(before))}${painted}`,
  ];
}

// In: the errors of the YAML library. Out: diagnostics in the user's words, one for each mistake.
import type { YAMLError } from 'yaml';
import type { Code } from '../../model/codes/index.js';
import { diagnose, type Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import type { Locate } from './locate.js';
import { badIndent, endOfLine, mistakeOf, signOnLine, type Composed, type Mistake } from './mistake.js';

/** Mistakes that stay inside one text: what follows them is read as it was meant. */
const LOCAL: readonly Code[] = ['parse/quote-needed', 'parse/bad-escape'];

/** Mistakes that are told on every line where they are made, though not what else follows from them. */
const BY_LINE: readonly Code[] = ['parse/tab-indent', 'parse/colon-missing', 'parse/colon-in-text'];

/** How many errors are looked at: a file that is no YAML at all has as many as it has words. */
const MOST = 50;

/** Translates the errors of a document. After a mistake that confuses its structure the library misreads what follows. */
export function syntaxDiagnostics(
  errors: readonly YAMLError[],
  composed: Composed,
  source: Source,
  locate: Locate,
): Diagnostic[] {
  const mistakes = mistakesOf(errors.slice(0, MOST), composed).sort((a, b) => a.from - b.from);
  const first = mistakes.find(({ code }) => !LOCAL.includes(code));
  const told = mistakes.filter((mistake) => !first || mistake === first || isTold(mistake, first));
  const found = told.map(({ code, from, to, words }) => diagnose(code, source, locate(from, to), { ...words }));
  return found.filter(({ place }, i) => found[i - 1]?.place.line !== place.line);
}

/** Whether a mistake is told beside the first one that confuses the structure. */
function isTold(mistake: Mistake, first: Mistake): boolean {
  if (LOCAL.includes(mistake.code)) return mistake.from <= first.from;
  return mistake.code === first.code && BY_LINE.includes(first.code);
}

/**
 * What the errors come to. Where a quote is open, or a bracket breaks a text off, no bracket around it seems to end. A key
 * that spans lines and follows another key is a later key, indented too deep; in braces a comma is missing
 * before it.
 */
function mistakesOf(errors: readonly YAMLError[], composed: Composed): Mistake[] {
  const raised = new Set(errors.map(({ code, pos }) => `${code} ${pos[0]}`));
  const inner = errors.some(({ message }) => /closing|^Unexpected flow-\S+-start at node end/u.test(message));
  return errors.flatMap((error) => {
    if (inner && error.message.includes('end with')) return [];
    const [from, to] = error.pos;
    const also = (code: YAMLError['code']): boolean => raised.has(`${code} ${from}`);
    if (error.code !== 'MULTILINE_IMPLICIT_KEY') {
      const follows = error.code === 'BLOCK_AS_IMPLICIT_KEY' || error.code === 'BLOCK_IN_FLOW';
      return follows && also('MULTILINE_IMPLICIT_KEY') ? [] : [mistakeOf(error, composed)];
    }
    const { text } = composed;
    const sign = signOnLine(from, text, false);
    if (sign) return [sign];
    if (also('BLOCK_AS_IMPLICIT_KEY')) return [badIndent(text.lastIndexOf('\n', to - 1) + 1, composed)];
    if (also('BLOCK_IN_FLOW') && text[from] !== '-') return [{ code: 'parse/syntax', from, to: endOfLine(text, from) }];
    return [mistakeOf(error, composed)];
  });
}

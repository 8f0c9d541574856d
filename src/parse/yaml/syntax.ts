// In: an error of the YAML library. Out: a diagnostic in the user's words, with the trap named where we know it.
import type { YAMLError } from 'yaml';
import type { Code } from '../../model/codes/index.js';
import { diagnose, type Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import type { Locate } from './locate.js';

/** The kinds of error that have a message of their own; all others are `parse/syntax`. */
const KNOWN: Readonly<Partial<Record<YAMLError['code'], Code>>> = {
  TAB_AS_INDENT: 'parse/tab-indent',
  BAD_INDENT: 'parse/bad-indent',
  MULTIPLE_DOCS: 'parse/many-documents',
  BAD_SCALAR_START: 'parse/quote-needed',
  BLOCK_AS_IMPLICIT_KEY: 'parse/colon-in-text',
  MULTILINE_IMPLICIT_KEY: 'parse/colon-missing',
  MISSING_CHAR: 'parse/bracket-missing',
  NON_STRING_KEY: 'parse/bad-key',
  BAD_DQ_ESCAPE: 'parse/bad-escape',
  RESOURCE_EXHAUSTION: 'parse/too-deep',
};

/** Translates one library error; a full-width colon or space on its line is the likeliest cause and is named first. */
export function syntaxDiagnostic(error: YAMLError, source: Source, text: string, locate: Locate): Diagnostic {
  const [from, to] = error.pos;
  const span = locate(from, Math.max(to, from + 1));
  const line = source.lines[span.line - 1] ?? '';
  const fullWidth = /[：］［，｛｝\u3000]/u.exec(line);
  const suspicious = ['MULTILINE_IMPLICIT_KEY', 'BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'];
  if (fullWidth && suspicious.includes(error.code)) {
    const at = spanOfMatch(line, fullWidth, span.line);
    return diagnose('parse/full-width', source, at, { character: fullWidth[0], instead: HALF_WIDTH[fullWidth[0]]! });
  }
  return diagnose(KNOWN[error.code] ?? 'parse/syntax', source, span, { name: text.slice(from, to).slice(0, 40) });
}

/** Full-width punctuation and what the grammar wants in its place. */
export const HALF_WIDTH: Readonly<Record<string, string>> = {
  '：': ': ',
  '，': ', ',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '\u3000': ' ',
  '（': '(',
  '）': ')',
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '×': '*',
  '÷': '/',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '％': '%',
  '、': ', ',
};

function spanOfMatch(line: string, match: RegExpExecArray, number: number): ReturnType<Locate> {
  const column = [...line.slice(0, match.index)].length + 1;
  return { line: number, column, endLine: number, endColumn: column + 1 };
}

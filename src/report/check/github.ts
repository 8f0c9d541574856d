// In: a run of `check`. Out: workflow commands that GitHub shows as annotations, and the summary. It shows ten errors and ten warnings of a step.
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Language } from '../../model/language.js';
import { helpOf, messageOf, witnessOf } from '../diagnostic-text.js';
import { printable } from '../printable.js';
import { isError, toldIn, type CheckReport } from './examined.js';
import { summary } from './text.js';

/** One annotation a finding. */
export function checkGithub(report: CheckReport): string {
  return `${[...toldIn(report).map((finding) => annotation(finding, report.language)), summary(report)].join('\n')}\n`;
}

/** Columns are given only where the stretch stays on its line; GitHub ignores the whole place otherwise. */
function annotation(finding: Diagnostic, language: Language): string {
  const { code, place } = finding;
  const inLine = place.endLine === place.line;
  const properties = {
    file: printable(place.file),
    line: String(place.line),
    endLine: String(place.endLine),
    ...(inLine ? { col: String(place.column), endColumn: String(Math.max(place.column, place.endColumn - 1)) } : {}),
    title: code,
  };
  const shown = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  const words = [messageOf(finding, language), witnessOf(finding, language), helpOf(finding, language)];
  const message = data(words.filter((line) => line !== undefined).join('\n'));
  return `::${isError(finding) ? 'error' : 'warning'} ${shown.join(',')}::${message}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

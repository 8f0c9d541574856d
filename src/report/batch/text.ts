// Results for the terminal: a line for every party that changed, then tables of counts, aligned by the width of Chinese characters.
import { isChange, type FileResult, type PartyResult } from '../../model/batch.js';
import { printable } from '../printable.js';
import { widthOf } from '../width.js';
import { reportSections } from './report-sections.js';
import type { BatchReporter, BatchSetting } from './reporter.js';
import type { Section } from './sections.js';
import { wordsIn, type Words } from './words.js';

/** Lines of changed parties come as they are found; the rest at the end. */
export function textReporter({ language, index }: BatchSetting): BatchReporter {
  const words = wordsIn(language);
  const where =
    index === undefined ? '' : `\n${words.say('index')}${language === 'zh' ? '：' : ': '}${printable(index)}\n`;
  return {
    open: '',
    file: (result) =>
      result.parties
        .filter(isChange)
        .map((party) => `${printable(changeLine(result, party, words))}\n`)
        .join(''),
    close: (summary) => reportSections(summary, words).map(sectionText).join('\n') + where,
  };
}

/** `file party: recorded 「甲」 → 乙 (because …)`. */
function changeLine({ file }: FileResult, party: PartyResult, words: Words): string {
  const { say, answer, grounds, list, clauses, language } = words;
  const { before, recorded, because, missing } = party;
  const from = before ? answer(before) : `${say('recorded')} ${recorded ?? ''}`;
  const lacking = missing.length > 0 ? `${say('missing')} ${list(missing)}` : '';
  const why = clauses([because.length > 0 ? `${say('because')} ${grounds(because)}` : '', lacking]);
  const colon = language === 'zh' ? '：' : ': ';
  const tail = why === '' ? '' : language === 'zh' ? `（${why}）` : ` (${why})`;
  return `${file} ${party.party}${colon}${from} → ${answer(party)}${tail}`;
}

function sectionText({ title, lines, table }: Section): string {
  const rows = table ? aligned(table.rows) : [];
  return [title, ...[...lines.map(printable), ...rows].map((line) => `  ${line}`), ''].join('\n');
}

/** Columns of one width; those of numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map((row) => row.map(printable));
  const columns = (shown[0] ?? []).map((_, i) => ({
    width: Math.max(...shown.map((row) => widthOf(row[i]!))),
    isNumber: shown.length > 1 && shown.slice(1).every((row) => /^[\d,.%]*$/u.test(row[i]!)),
  }));
  return shown.map((row) =>
    row
      .map((cell, i) => {
        const { width, isNumber } = columns[i]!;
        const space = ' '.repeat(width - widthOf(cell));
        return isNumber ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

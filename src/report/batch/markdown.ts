// Results as Markdown: the sections, then a table of every party. Text enters as text nodes only.
import type { RootContent } from 'mdast';
import { isChange, type FileResult, type PartyResult } from '../../model/batch.js';
import { messageOf } from '../diagnostic-text.js';
import { rowText, type Cell } from '../markdown/row.js';
import { heading, item, list, paragraph, print, strong, table } from '../markdown/tree.js';
import { reportSections } from './report-sections.js';
import type { BatchReporter, BatchSetting } from './reporter.js';
import type { Section } from './sections.js';
import { wordsIn, type Words } from './words.js';

/** The sections stand first, so the rows of the table are kept until the end. */
export function markdownReporter(setting: BatchSetting): BatchReporter {
  const words = wordsIn(setting.language);
  return {
    open: '',
    file: (result) => rowsOf(result, setting, words).map(rowText).join(''),
    head: (summary) =>
      print([
        heading(1, words.say('title')),
        ...reportSections(summary, words).flatMap(sectionNodes),
        heading(2, words.say('results')),
        table([columns(words, setting)]),
      ]),
    close: () => '',
  };
}

function sectionNodes({ title, lines, table: own }: Section): RootContent[] {
  const items = lines.length > 0 ? [list(lines.map((line) => item(paragraph(line))))] : [];
  return [heading(2, title), ...items, ...(own ? [table(own.rows)] : [])];
}

function columns({ say }: Words, { reportOf }: BatchSetting): string[] {
  const own = [say('file'), say('party'), say('outcome'), say('recorded'), say('change'), say('because')];
  return reportOf ? [...own, say('report')] : own;
}

function rowsOf(result: FileResult, setting: BatchSetting, words: Words): (readonly Cell[])[] {
  const { file, parties, diagnostics } = result;
  const said = diagnostics.map((diagnostic) => `${diagnostic.code} ${messageOf(diagnostic, setting.language)}`);
  const link = setting.reportOf ? [linkTo(setting.reportOf(result))] : [];
  if (parties.length === 0) {
    return [
      [
        file,
        result.case ?? '',
        words.answer({ status: 'error', outcome: null }),
        '',
        words.change('error'),
        words.clauses(said),
        ...link,
      ],
    ];
  }
  return parties.map((party) => {
    const marked = isChange(party) ? [strong(changeWords(party, words))] : words.change(party.change);
    return [file, party.party, words.answer(party), party.recorded ?? '', marked, whyOf(party, said, words), ...link];
  });
}

/** Where two versions are compared, what the one made of what the other said. */
function changeWords({ before, ...party }: PartyResult, { answer, change }: Words): string {
  return before ? `${answer(before)} → ${answer(party)}` : change(party.change);
}

function whyOf(
  { because, missing }: PartyResult,
  said: readonly string[],
  { grounds, list: joined, say, clauses }: Words,
): string {
  const lacking = missing.length > 0 ? [`${say('missing')} ${joined(missing)}`] : [];
  return clauses([grounds(because), ...lacking, ...said]);
}

function linkTo(path: string | undefined): Cell {
  if (path === undefined) return '';
  const url = path.split('/').map(encodeURIComponent).join('/');
  return [{ type: 'link', url, children: [{ type: 'text', value: path }] }];
}

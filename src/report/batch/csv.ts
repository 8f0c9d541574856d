// Results as CSV (RFC 4180) for spreadsheets: a byte-order mark so that Chinese is read, every field quoted, no field a formula.
import type { FileResult } from '../../model/batch.js';
import { messageOf } from '../diagnostic-text.js';
import { printable } from '../printable.js';
import type { BatchReporter, BatchSetting } from './reporter.js';
import { wordsIn } from './words.js';

const COLUMNS = ['file', 'case', 'party', 'policy', 'status', 'outcome', 'recorded', 'change', 'because', 'missing'];
const BEFORE = ['before_status', 'before_outcome'];

/** One row a party; a file that gave no result has a row of its own. `compares` adds what the older policy says. */
export function csvReporter(setting: BatchSetting, compares: boolean): BatchReporter {
  return {
    open: `\uFEFF${row([...COLUMNS, ...(compares ? BEFORE : []), 'diagnostics'])}`,
    file: (result) => rowsOf(result, setting, compares),
    close: () => '',
  };
}

function rowsOf(
  { file, case: id, policy, parties, diagnostics }: FileResult,
  setting: BatchSetting,
  compares: boolean,
): string {
  const { grounds, list } = wordsIn(setting.language);
  const said = diagnostics
    .map((diagnostic) => `${diagnostic.code} ${messageOf(diagnostic, setting.language)}`)
    .join('; ');
  const head = (party: string): string[] => [file, id ?? '', party, policy ?? ''];
  if (parties.length === 0) {
    return row([...head(''), 'error', '', '', 'error', '', '', ...(compares ? ['', ''] : []), said]);
  }
  return parties
    .map(({ party, status, outcome, recorded, change, because, missing, before }) => {
      const answer = [status, outcome ?? '', recorded ?? '', change, grounds(because), list(missing)];
      const older = compares ? [before?.status ?? '', before?.outcome ?? ''] : [];
      return row([...head(party), ...answer, ...older, said]);
    })
    .join('');
}

function row(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

/** What a spreadsheet would take for a formula, after spaces of any kind and in full-width signs as well. */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠]/u;

/** One line, quoted; an apostrophe before what would be a formula. */
function field(text: string): string {
  const line = printable(text).replaceAll(/[\t\n]/gu, ' ');
  const safe = FORMULA.test(line) ? `'${line}` : line;
  return `"${safe.replaceAll('"', '""')}"`;
}

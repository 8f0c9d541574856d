// Results as CSV (RFC 4180) for spreadsheets: a byte-order mark so that Chinese is read, every field quoted, no field a formula.
import type { FileResult } from '../../model/batch.js';
import { messageOf } from '../diagnostic-text.js';
import { printable } from '../printable.js';
import type { BatchReporter, BatchSetting } from './reporter.js';
import { wordsIn } from './words.js';

const COLUMNS = {
  zh: ['文件', '案件编号', '当事人', '办法', '状态', '结论', '记录', '变化', '依据', '待查'],
  en: ['file', 'case', 'party', 'policy', 'status', 'outcome', 'recorded', 'change', 'because', 'missing'],
} as const;
const BEFORE = { zh: ['旧版状态', '旧版结论'], en: ['before_status', 'before_outcome'] } as const;
const LAST = { zh: '提示', en: 'diagnostics' } as const;

/** One row a party; a file that gave no result has a row of its own. `compares` adds what the older policy says. A program asks for English. */
export function csvReporter(setting: BatchSetting, compares: boolean): BatchReporter {
  const { language } = setting;
  return {
    open: `\uFEFF${row([...COLUMNS[language], ...(compares ? BEFORE[language] : []), LAST[language]])}`,
    file: (result) => rowsOf(result, setting, compares),
    close: () => '',
  };
}

function rowsOf(
  { file, case: id, policy, parties, diagnostics }: FileResult,
  setting: BatchSetting,
  compares: boolean,
): string {
  const words = wordsIn(setting.language);
  const { grounds, list, clauses, status: state, change: kind } = words;
  const said = clauses(
    diagnostics.map((diagnostic) => `${diagnostic.code} ${messageOf(diagnostic, setting.language)}`),
  );
  const head = (party: string): string[] => [file, id ?? '', party, policy ?? ''];
  if (parties.length === 0) {
    return row([...head(''), state('error'), '', '', kind('error'), '', '', ...(compares ? ['', ''] : []), said]);
  }
  return parties
    .map(({ party, status, outcome, recorded, change, because, missing, before }) => {
      const answer = [state(status), outcome ?? '', recorded ?? '', kind(change), grounds(because), list(missing)];
      const older = compares ? [before ? state(before.status) : '', before?.outcome ?? ''] : [];
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

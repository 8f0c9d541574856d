// In: a run of `check`. Out: what a person reads: each finding with its frame, and one line that counts them.
import { diagnosticText } from '../diagnostic-text.js';
import type { Paint } from '../paint.js';
import { isError, toldIn, type CheckReport } from './examined.js';

/** The findings of all files, then the summary. */
export function checkText(report: CheckReport, paint?: Paint): string {
  const texts = toldIn(report).map((finding) => diagnosticText(finding, report.language, paint));
  return `${[...texts, summary(report)].join('\n')}\n`;
}

/** How many policies and parts, errors, warnings and silences; and how many witnesses were written. */
export function summary(report: CheckReport): string {
  const { files, language, witnesses } = report;
  const told = toldIn(report);
  const wrong = told.filter(isError).length;
  const parts = files.filter(({ isPart }) => isPart).length;
  const quiet = files.reduce((sum, { silenced }) => sum + silenced.length, 0);
  const n = [files.length - parts, parts, wrong, told.length - wrong, quiet, witnesses ?? 0].map(String);
  if (language === 'zh') {
    const [also, written] = [
      parts > 0 ? `、${n[1]!} 份共用部分` : '',
      witnesses === undefined ? '' : `，写出例证 ${n[5]!} 件`,
    ];
    return `${n[0]!} 份办法${also}：错误 ${n[2]!} 处，提醒 ${n[3]!} 处，写明理由免提醒 ${n[4]!} 处${written}`;
  }
  const of = (i: number, one: string, several: string): string => `${n[i]!} ${n[i] === '1' ? one : several}`;
  const [also, written] = [
    parts > 0 ? ` and ${of(1, 'part', 'parts')}` : '',
    witnesses === undefined ? '' : `, ${of(5, 'witness', 'witnesses')} written`,
  ];
  const found = [of(2, 'error', 'errors'), of(3, 'warning', 'warnings'), `${n[4]!} silenced with a reason`];
  return `${of(0, 'policy', 'policies')}${also}: ${found.join(', ')}${written}`;
}

// In: what a batch adds up to. Out: sections of lines and tables, which the text and the Markdown report print each in its way.
import type { BatchSummary } from '../../model/batch.js';
import { CHANGES, type Change } from '../../model/change.js';
import type { Words } from './words.js';

/** A table; its first row is the head. Columns of numbers stand on the right. */
export interface SectionTable {
  readonly rows: readonly (readonly string[])[];
}

/** A titled part of a report. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: SectionTable;
}

/** Counts, by change and by outcome; then what was at fault or left out. */
export function summarySections(summary: BatchSummary, words: Words): Section[] {
  return [overview(summary, words), changes(summary, words), outcomes(summary, words), ...troubles(summary, words)];
}

function overview({ files, parties, faulty, lost, uncompared }: BatchSummary, { say, language }: Words): Section {
  const colon = language === 'zh' ? '：' : ': ';
  const line = (label: Parameters<typeof say>[0], n: number): string => `${say(label)}${colon}${String(n)}`;
  const lines = [line('files', files), line('parties', parties)];
  if (faulty > 0) lines.push(line('faulty', faulty));
  if (lost > 0) lines.push(line('lost', lost));
  if (uncompared !== undefined && uncompared > 0) lines.push(line('uncompared', uncompared));
  return { title: say('overview'), lines };
}

/** Files without a result count as errors here, so the counts can be more than the parties; it says so. */
function changes(summary: BatchSummary, { say, change }: Words): Section {
  const label = (kind: Change): string => (kind === 'error' && summary.faulty > 0 ? say('withFiles') : change(kind));
  const rows = CHANGES.filter((kind) => summary.changes[kind] > 0).map((kind) => [
    label(kind),
    String(summary.changes[kind]),
  ]);
  return {
    title: say(summary.comparisons ? 'changesAfter' : 'changes'),
    lines: [],
    table: { rows: [[say('change'), say('parties')], ...rows] },
  };
}

function outcomes({ policies }: BatchSummary, { say, answer }: Words): Section {
  const rows = told(policies).flatMap(({ policy, outcomes: counts }) =>
    counts.map((count) => [policy, answer(count), String(count.parties)]),
  );
  const head = [say('policy'), say('outcome'), say('parties')];
  return { title: say('outcomes'), lines: [], table: { rows: [head, ...rows] } };
}

/** Parts of a report by what their policies are called: where several versions of one were applied, with the first digits of their digests. */
export function told<T extends { readonly policy: string; readonly digest: string }>(
  parts: readonly T[],
): readonly T[] {
  return parts.map((part) => {
    const isAlone = parts.every(({ policy, digest }) => policy !== part.policy || digest === part.digest);
    return isAlone ? part : { ...part, policy: `${part.policy} ${part.digest.slice(0, DIGITS)}` };
  });
}

/** `sha256:` and eight digits. */
const DIGITS = 15;

/** How many names a list shows. */
export const MOST_NAMED = 100;

function troubles({ faulty, faultyFiles, skipped }: BatchSummary, { say, language }: Words): Section[] {
  const colon = language === 'zh' ? '：' : ': ';
  const left = skipped.map(({ file, why }) => `${file}${colon}${say(`skipped-${why}`)}`);
  return [
    { title: say('faultyFiles'), lines: shortened(faultyFiles, faulty, say('more')) },
    { title: say('skipped'), lines: shortened(left, left.length, say('more')) },
  ].filter(({ lines }) => lines.length > 0);
}

/** The first of a list, and how many more there are. */
export function shortened(lines: readonly string[], all: number, more: string): string[] {
  const told = lines.slice(0, MOST_NAMED);
  return all > told.length ? [...told, more.replace('{n}', String(all - told.length))] : told;
}

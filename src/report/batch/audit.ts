// What an auditor looks at first: like cases with unlike records, values near a threshold, and how often each fact decided.
import type { LikeCase, NearThreshold, PolicyAudit, UnlikeRecords } from '../../model/batch.js';
import { readable } from '../markdown/wording.js';
import { MOST_NAMED, told, type Section } from './sections.js';
import type { Words } from './words.js';

/** Three sections a policy; what was not found is said. */
export function auditSections(audit: readonly PolicyAudit[], words: Words): Section[] {
  return told(audit).flatMap((own) => [unlikeSection(own, words), nearSection(own, words), factSection(own, words)]);
}

function titled(label: string, policy: string, { language }: Words): string {
  return label + (language === 'zh' ? '：' : ': ') + policy;
}

function limited(
  rows: readonly (readonly string[])[],
  all: number,
  head: readonly string[],
  words: Words,
): Omit<Section, 'title'> {
  if (rows.length === 0) return { lines: [words.say('none')] };
  const told = rows.slice(0, MOST_NAMED);
  const more = all - told.length;
  return {
    lines: more > 0 ? [words.say('more').replace('{n}', String(more))] : [],
    table: { rows: [head, ...told] },
  };
}

function unlikeSection({ policy, unlike }: PolicyAudit, words: Words): Section {
  const { say, grounds, list } = words;
  const rows = unlike.flatMap(({ outcome, because, records, cases }: UnlikeRecords, i) =>
    records.map(({ recorded, parties }) => {
      const own = cases.filter((one) => one.recorded === recorded).map((one) => caseWords(one, words));
      const more = parties - own.length;
      if (more > 0) own.push(say('moreParties').replace('{n}', String(more)));
      return [String(i + 1), recorded, String(parties), outcome, grounds(because), list(own)];
    }),
  );
  // The widest column stands last, so that the others are read also where lines are broken.
  const head = [say('group'), say('recorded'), say('parties'), say('outcome'), say('because'), say('case')];
  return { title: titled(say('unlike'), policy, words), ...limited(rows, rows.length, head, words) };
}

/** A case by file and party; where the body said why it decided otherwise than the rules, that it did. */
function caseWords({ file, party, declared }: LikeCase, { say, language }: Words): string {
  const mark = language === 'zh' ? `（${say('declared')}）` : ` (${say('declared')})`;
  return `${file} ${party}${declared === true ? mark : ''}`;
}

function nearSection({ policy, near, nearCount, margin }: PolicyAudit, words: Words): Section {
  const { say } = words;
  const rows = near.map(({ file, party, leaf, value, threshold, off }: NearThreshold) => [
    file,
    party,
    leaf,
    readable(value),
    readable(threshold),
    off,
  ]);
  const head = [say('file'), say('party'), say('text'), say('value'), say('threshold'), say('off')];
  const title = titled(say('near').replace('{margin}', margin), policy, words);
  return { title, ...limited(rows, nearCount, head, words) };
}

/** Facts in the order in which they decide the fewest: a question that never decides is a burden. */
function factSection({ policy, facts, determined }: PolicyAudit, words: Words): Section {
  const { say } = words;
  const sorted = [...facts].sort((a, b) => a.decisive - b.decisive);
  const share = (n: number): string => (determined === 0 ? '' : `${String(Math.floor((100 * n) / determined))}%`);
  const rows = sorted.map(({ fact, decisive }) => [fact, String(decisive), share(decisive)]);
  const head = [say('kind-fact'), say('parties'), say('share')];
  return {
    title: titled(say('decisive').replace('{n}', String(determined)), policy, words),
    ...limited(rows, rows.length, head, words),
  };
}

// What a newer version of a policy changes: the flip table, what differs between the versions, and whose answer changes by which words.
import { EFFECTS, isFlipped, type Comparison, type FlippedParty, type VersionChange } from '../../model/batch.js';
import { MOST_NAMED, type Section } from './sections.js';
import type { Words } from './words.js';

/** Four sections for each pair of versions. */
export function comparisonSections(comparisons: readonly Comparison[], words: Words): Section[] {
  return comparisons.flatMap((comparison) => [
    overview(comparison, words),
    flipTable(comparison, words),
    versionTable(comparison, words),
    ...(comparison.parties.length > 0 ? [partyTable(comparison, words)] : []),
  ]);
}

function overview(comparison: Comparison, words: Words): Section {
  const { say, list, language } = words;
  const { policy, before, after, order, compared, flipped, facts, parties } = comparison;
  const colon = language === 'zh' ? '：' : ': ';
  const named = (label: Parameters<typeof say>[0], names: readonly string[]): string[] =>
    names.length > 0 ? [say(label) + colon + list(names)] : [];
  return {
    title: `${say('comparison')}${colon}${policy}`,
    lines: [
      `${say('before')}${colon}${before.file} ${before.digest}`,
      `${say('after')}${colon}${after.file} ${after.digest}`,
      `${say('compared')}${colon}${String(compared)}`,
      `${say('flipped')}${colon}${String(flipped)}`,
      ...named('effects', order.length > 0 && parties.length === flipped ? effects(comparison, words) : []),
      order.length > 0 ? say('order') + colon + order.join(' < ') : say('noOrder'),
      ...named('onlyBefore', facts.onlyBefore),
      ...named('onlyAfter', facts.onlyAfter),
      ...named('retyped', facts.retyped),
    ],
  };
}

/** How many answers change which way, the worst first: `更重 2`. */
function effects({ parties }: Comparison, { effect }: Words): string[] {
  return EFFECTS.flatMap((kind) => {
    const n = parties.filter((party) => party.effect === kind).length;
    return n === 0 ? [] : [`${effect(kind)} ${String(n)}`];
  });
}

function flipTable({ flips }: Comparison, { say, answer }: Words): Section {
  const rows = flips.map(({ before, after, parties }) => [
    answer(before),
    answer(after),
    isFlipped(before, after) ? '' : say('unchanged'),
    String(parties),
  ]);
  const head = [say('before'), say('after'), '', say('parties')];
  return { title: say('flips'), lines: [], table: { rows: [head, ...rows] } };
}

function versionTable({ changes }: Comparison, { say }: Words): Section {
  const row = ({ kind, name, cites, before, after, mattered, at }: VersionChange): string[] => [
    say(`kind-${kind}`),
    name,
    cites,
    before ?? say('absent'),
    after ?? say('absent'),
    mattered === 0 ? say('never') : String(mattered),
    at,
  ];
  const head = [say('kind'), say('name'), say('cites'), say('before'), say('after'), say('mattered'), say('place')];
  const rows = changes.map(row);
  return {
    title: say('versionChanges'),
    lines: rows.length === 0 ? [say('noVersionChanges')] : [],
    ...(rows.length > 0 ? { table: { rows: [head, ...rows] } } : {}),
  };
}

function partyTable({ parties, flipped, changes }: Comparison, words: Words): Section {
  const { say, answer, effect, grounds } = words;
  const row = (party: FlippedParty): string[] => [
    party.file,
    party.party,
    effect(party.effect),
    answer(party.before),
    answer(party.after),
    whyOf(party, changes, words),
    [party.grounds.before, party.grounds.after]
      .map(grounds)
      .filter((text) => text !== '')
      .join(' → '),
  ];
  const head = [say('file'), say('party'), say('effect'), say('before'), say('after'), say('words'), say('because')];
  const told = parties.slice(0, MOST_NAMED);
  return {
    title: say('flippedParties'),
    lines: flipped > told.length ? [say('more').replace('{n}', String(flipped - told.length))] : [],
    table: { rows: [head, ...told.map(row)] },
  };
}

/** The changed definitions that made the difference, with their words before and after. */
function whyOf({ because }: FlippedParty, changes: readonly VersionChange[], { say, language }: Words): string {
  if (because.length === 0) return say('unexplained');
  const told = changes.filter(({ kind, name }) => because.includes(`${kind} ${name}`));
  const one = ({ name, cites, before, after }: VersionChange): string => {
    const provision = cites === '' ? '' : language === 'zh' ? `（${cites}）` : ` (${cites})`;
    return `${name}${provision} ${before ?? say('absent')} ⇒ ${after ?? say('absent')}`;
  };
  return told.map(one).join(language === 'zh' ? '；' : '; ');
}

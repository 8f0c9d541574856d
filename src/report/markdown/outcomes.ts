// Outcomes not reached and why, computed values, what is lacking, what is open, and what is left to the body.
import type { RootContent } from 'mdast';
import type { PartyDetermination, Unsupported } from '../../model/determination.js';
import type { ReportInput } from '../input.js';
import type { Label, Say } from './labels.js';
import { item, list, paragraph, strong, table, type Inline } from './tree.js';
import { joined, readable, stepWords } from './wording.js';

/** Runs a section for every party; with several parties each line says whose it is. */
function perParty(
  { determination, language }: ReportInput,
  lines: (party: PartyDetermination) => readonly (readonly Inline[])[],
  none: string,
): RootContent[] {
  const several = determination.parties.length > 1;
  const items = determination.parties.flatMap((party) =>
    lines(party).map((line) =>
      item(paragraph(...(several ? [strong(party.name), language === 'zh' ? '：' : ': '] : []), ...line)),
    ),
  );
  return [items.length > 0 ? list(items) : paragraph(none)];
}

/** Why each other outcome does not stand. */
export function notReached(input: ReportInput, say: Say): RootContent[] {
  const { policy, language } = input;
  const title = (name: string): string => `「${policy.outcomes.get(name)!.title}」`;
  const line = (party: PartyDetermination): Inline[][] => [
    ...(party.status === 'error' ? [[say('noneReached')]] : []),
    ...party.excluded.map(({ outcome, how, by, because }) => {
      const facts = because.map((name) => `${name} = ${factText(party, name)}`);
      const others = joined(by.map(title), language);
      const why =
        how === 'settled'
          ? say('everyWay')
          : how === 'overridden'
            ? say('overridden') + others
            : by.length > 0
              ? say('otherwiseFalse') + others
              : say('becauseFacts') + joined(facts, language);
      return [strong(title(outcome)), language === 'zh' ? '：' : ': ', why];
    }),
    ...party.open.map((outcome) => [strong(title(outcome)), language === 'zh' ? '：' : ': ', say('stillOpen')]),
  ];
  return perParty(input, line, say('nothingNotReached'));
}

function factText(party: PartyDetermination, name: string): string {
  const leaf = party.trail.flatMap(({ because }) => because).find(({ facts }) => Object.hasOwn(facts, name));
  return readable(leaf?.facts[name] ?? (Object.hasOwn(party.known, name) ? party.known[name]! : ''));
}

/** The deciding rules that give a value, with what they were computed from. Empty where the policy has none. */
export function computed(input: ReportInput, say: Say): RootContent[] {
  const { determination, language } = input;
  const several = determination.parties.length > 1;
  const rows = determination.parties.flatMap((party) =>
    party.trail
      .filter(({ truth, advises }) => truth === null && !advises)
      .map((step) => {
        const from = [...new Map(step.because.flatMap(({ facts }) => Object.entries(facts)))];
        const used = from.map(([name, value]) => `${name} = ${readable(value)}`);
        const own = [step.name, stepWords(step, say), joined(step.cites, language), joined(used, language)];
        return several ? [party.name, ...own] : own;
      }),
  );
  const head = [say('name'), say('value'), say('cites'), say('from')];
  return rows.length > 0 ? [table([several ? [say('party'), ...head] : head, ...rows])] : [];
}

const LACKS: Readonly<Record<Unsupported['lacks'], Label>> = {
  evidence: 'lacksEvidence',
  reason: 'lacksReason',
  'choice-reason': 'lacksChoice',
};

/** What a provision asks for and the file lacks. */
export function lacking(input: ReportInput, say: Say): RootContent[] {
  const colon = input.language === 'zh' ? '：' : ': ';
  const line = (party: PartyDetermination): Inline[][] =>
    party.unsupported.map(({ name, lacks }) => [name, colon + say(LACKS[lacks])]);
  return perParty(input, line, say('allSupported'));
}

/** Unknown facts, parted by whether they still matter. */
export function stillOpen(input: ReportInput, say: Say): RootContent[] {
  const { language, determination } = input;
  const colon = language === 'zh' ? '：' : ': ';
  const named = (label: Label, names: readonly string[]): Inline[][] =>
    names.length > 0 ? [[strong(say(label)), colon + joined(names, language)]] : [];
  const line = (party: PartyDetermination): Inline[][] => [
    ...(party.status === 'error' ? [[say('notYetSaid')]] : []),
    ...named('missing', party.missing),
    ...named('immaterial', party.immaterial),
  ];
  const pending = determination.parties.some(({ missing }) => missing.length > 0);
  return [...perParty(input, line, say('allKnown')), ...(pending ? [paragraph(say('caution'))] : [])];
}

/** 应当 or 可以, what is to be chosen, and which facts are discretionary findings. */
export function discretion(input: ReportInput, say: Say): RootContent[] {
  const { policy, language } = input;
  const judgements = [...policy.facts.values()].filter(({ nature }) => nature === 'judgement').map(({ name }) => name);
  const line = (party: PartyDetermination): Inline[][] => {
    const outcome = party.outcome === null ? undefined : policy.outcomes.get(party.outcome);
    if (!outcome) return [];
    const choice = say(outcome.chooseSeveral ? 'chooseSeveral' : 'chooseOne') + joined(outcome.choose, language);
    return [[modality(party, input, say)], ...(outcome.choose.length > 0 ? [[choice]] : [])];
  };
  const told = perParty(input, line, '').filter((node) => node.type !== 'paragraph');
  const judged = judgements.length > 0 ? [paragraph(say('judgements') + joined(judgements, language))] : [];
  return [...told, ...judged];
}

function modality(party: PartyDetermination, { policy, language }: ReportInput, say: Say): string {
  const declined = party.ifDeclined;
  if (!declined) return say('shallDecide');
  if (declined.status === 'pending') return say('mayDecide') + say('declinedOpen');
  const titles = declined.standing.map((name) => `「${policy.outcomes.get(name)!.title}」`);
  if (titles.length === 0) return say('mayDecide') + say('declinedNone');
  return say('mayDecide') + say('declinedOutcome') + joined(titles, language);
}

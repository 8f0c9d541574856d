// The table of facts, the rule trail, the recorded determination, the digests, and the space for signatures.
import type { BlockContent, RootContent } from 'mdast';
import { changeOf } from '../../model/change.js';
import type { PartyDetermination, TrailStep } from '../../model/determination.js';
import type { Fact } from '../../model/policy.js';
import { placeName } from '../../model/source.js';
import type { ReportInput } from '../input.js';
import type { Say } from './labels.js';
import { leafWords, statedFact } from './reasons.js';
import { code, item, list, paragraph, strong, table, type Inline } from './tree.js';
import { joined, readable, stepWords, supportOf } from './wording.js';

/** Every fact of the policy: what was found and on what, in the policy's order. */
export function factTable(input: ReportInput, say: Say): RootContent[] {
  const { policy, determination, kase } = input;
  const several = kase.parties.length > 0;
  const rows = [...policy.facts.values()].flatMap((fact) => {
    const parties = fact.per === 'party' ? determination.parties : determination.parties.slice(0, 1);
    return parties.map((party) => {
      const stated = statedFact(party.name, fact.name, input);
      const whose = several ? [fact.per === 'party' ? party.name : say('wholeCase')] : [];
      return [fact.name, ...whose, finding(fact, party, say), stated ? supportOf(stated, say, input.language) : ''];
    });
  });
  const head = [say('fact'), ...(several ? [say('party')] : []), say('finding'), say('evidenceAndReason')];
  return [table([head, ...rows])];
}

function finding(fact: Fact, party: PartyDetermination, say: Say): string {
  const value = Object.hasOwn(party.known, fact.name) ? party.known[fact.name] : undefined;
  const only = Object.hasOwn(party.ifApplicable, fact.name) ? party.ifApplicable[fact.name] : undefined;
  if (only !== undefined) return say('ifApplicable').replace('{value}', () => readable(only));
  if (value === undefined) return say('unknown');
  return party.notApplicable.includes(fact.name) ? say('notApplicable') + readable(value) : readable(value);
}

/** The trail as a nested list, each step with its place in the policy. */
export function trail(input: ReportInput, say: Say): RootContent[] {
  return steps(input, say, ({ advises }) => !advises);
}

/** What rules that only advise came to. Empty where the policy has none. */
export function advice(input: ReportInput, say: Say): RootContent[] {
  const told = steps(input, say, ({ advises }) => advises === true);
  return told.length > 0 ? [paragraph(say('adviceOnly')), ...told] : [];
}

function steps(input: ReportInput, say: Say, of: (step: TrailStep) => boolean): RootContent[] {
  const { parties } = input.determination;
  return parties.flatMap((party) => {
    const own = party.trail
      .filter(of)
      .map((step) => item(stepLine(step, input, say), ...leaves(party, step, input, say)));
    return own.length > 0 ? [...(parties.length > 1 ? [paragraph(strong(party.name))] : []), list(own)] : [];
  });
}

function stepLine(step: TrailStep, { policy, language }: ReportInput, say: Say): ReturnType<typeof paragraph> {
  const name = step.kind === 'outcome' ? `「${policy.outcomes.get(step.name)!.title}」` : step.name;
  const cites = step.cites.length > 0 ? ` 〔${joined(step.cites, language)}〕` : '';
  const row = step.row === null ? '' : ` ${say('row').replace('{n}', String(step.row))}`;
  return paragraph(strong(name), `${cites} ${stepWords(step, say)}${row} `, code(placeName(policy.id, step.at)));
}

function leaves(party: PartyDetermination, step: TrailStep, input: ReportInput, say: Say): BlockContent[] {
  const { id } = input.policy;
  const items = step.because.map((leaf) =>
    item(paragraph(`${leafWords(party, leaf, input, say)} `, code(placeName(id, leaf.at)))),
  );
  return items.length > 0 ? [list(items)] : [];
}

/** What was recorded when the case was closed, beside what the rules say now. Empty where nothing was recorded. */
export function recorded(input: ReportInput, say: Say): RootContent[] {
  const record = input.kase.recorded;
  if (!record) return [];
  const head = [say('party'), say('recordedOutcome'), say('computedOutcome'), '', say('note')];
  const rows = input.determination.parties.flatMap((party) => {
    const own = record.parties.get(party.name);
    if (!own) return [];
    const derived = party.outcome ?? say(party.status === 'determined' ? 'unknown' : party.status);
    const change = changeOf(party, own);
    const verdict = say(change === 'same' || change === 'declared' ? change : 'different');
    const chosen = own.choice.length > 0 ? `${say('choice')} ${joined(own.choice, input.language)}` : undefined;
    const words = [chosen, own.reason, own.differs?.reason, own.note].filter((part) => part !== undefined);
    return [[party.name, own.outcome, derived, verdict, words.join('；')]];
  });
  const about = [record.decidedOn, record.decidedBy, record.origin, record.note].filter((part) => part !== undefined);
  return [table([head, ...rows]), ...(about.length > 0 ? [paragraph(about.join('；'))] : [])];
}

/** Digests, the engine, and the command that derives the same again. */
export function verification({ policy, kase, engine, command }: ReportInput, say: Say): RootContent[] {
  const line = (label: string, ...parts: readonly Inline[]): ReturnType<typeof item> =>
    item(paragraph(strong(label), ' ', ...parts));
  return [
    list([
      line(say('policyDigest'), policy.id, ' ', code(policy.source.digest)),
      ...policy.parts.map(({ path, digest }) => line(say('partDigest'), path ?? '', ' ', code(digest))),
      line(say('caseDigest'), kase.head.id, ' ', code(kase.source.digest)),
      line(say('engine'), engine),
      line(say('command'), code(command)),
    ]),
  ];
}

/** Empty fields: who approves, signs and dates is for people to fill in. */
export function signatures(say: Say): RootContent[] {
  const rows = [say('officer'), say('reviewer'), say('head')].map((role) => [role, '', '', '']);
  return [table([[say('role'), say('opinion'), say('signed'), say('date')], ...rows]), paragraph(strong(say('draft')))];
}

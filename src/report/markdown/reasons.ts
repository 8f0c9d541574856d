// The reasons, provision by provision: what it provides, what was found, on which facts and evidence.
import type { BlockContent, ListItem, RootContent } from 'mdast';
import type { StatedFact } from '../../model/case.js';
import type { DecidingLeaf, PartyDetermination, TrailStep } from '../../model/determination.js';
import { partyNames } from '../../model/order.js';
import { namesInOutcome } from '../../model/walk.js';
import type { ReportInput } from '../input.js';
import type { Say } from './labels.js';
import { heading, item, list, paragraph, strong } from './tree.js';
import { gistOf, joined, readable, stepWords, supportOf, truthWords } from './wording.js';

/** Reasons for the whole case once, then for each party what depends on it. */
export function reasons(input: ReportInput, say: Say): RootContent[] {
  const { policy, determination, kase } = input;
  const personal = partyNames(policy);
  const dependsOnParty = (step: TrailStep): boolean => {
    if (step.kind === 'rule') return personal.has(step.name);
    return [...namesInOutcome(policy.outcomes.get(step.name)!)].some((ref) => personal.has(ref.name));
  };
  const [first] = determination.parties;
  if (!first) return [];
  if (kase.parties.length <= 1) return stepsOf(first, first.trail, input, say, 3);
  const shared = first.trail.filter((step) => !dependsOnParty(step));
  const each = determination.parties.flatMap((party) => [
    heading(3, party.name),
    ...stepsOf(party, party.trail.filter(dependsOnParty), input, say, 4),
  ]);
  return [heading(3, say('wholeCase')), ...stepsOf(first, shared, input, say, 4), ...each];
}

function stepsOf(
  party: PartyDetermination,
  steps: readonly TrailStep[],
  input: ReportInput,
  say: Say,
  depth: 3 | 4,
): RootContent[] {
  const told = steps.filter(({ kind, truth, advises }) => !advises && (kind === 'rule' || truth !== false));
  return told.flatMap((step) => {
    const title = step.kind === 'outcome' ? input.policy.outcomes.get(step.name)!.title : step.name;
    const colon = input.language === 'zh' ? '：' : ': ';
    const head = `${joined(step.cites, input.language)}\u3000${title}${colon}${stepWords(step, say)}`.trim();
    return [heading(depth, head), list(stepItems(party, step, input, say))];
  });
}

function stepItems(party: PartyDetermination, step: TrailStep, input: ReportInput, say: Say): ListItem[] {
  const { policy, language } = input;
  const colon = language === 'zh' ? '：' : ': ';
  const citations = (step.kind === 'rule' ? policy.rules : policy.outcomes).get(step.name)?.cites ?? [];
  const gists = citations.map((citation) => gistOf(citation, policy) ?? say('notGiven'));
  const row = step.row === null ? '' : say('rowAside').replace('{n}', String(step.row));
  return [
    ...(gists.length > 0 ? [item(paragraph(strong(say('gist')), colon + gists.join('；')))] : []),
    item(paragraph(strong(say('found')), colon + stepWords(step, say) + row)),
    item(paragraph(strong(say('on')), colon.trimEnd()), ...grounds(party, step, input, say)),
  ];
}

function grounds(party: PartyDetermination, step: TrailStep, input: ReportInput, say: Say): BlockContent[] {
  const items = step.because.map((leaf) =>
    item(paragraph(leafWords(party, leaf, input, say)), ...evidence(party, leaf, input, say)),
  );
  return items.length > 0 ? [list(items)] : [];
}

/** A leaf: `name = value` where it is only a name, else its text, the values of the names in it, and whether it holds. */
export function leafWords(
  party: PartyDetermination,
  leaf: DecidingLeaf,
  { language }: Pick<ReportInput, 'language'>,
  say: Say,
): string {
  const values = Object.entries(leaf.facts).map(([name, value]) => {
    const counted = party.notApplicable.includes(name);
    const only = Object.hasOwn(party.ifApplicable, name) ? party.ifApplicable[name] : undefined;
    if (only !== undefined) return `${name} = ${say('ifApplicable').replace('{value}', () => readable(only))}`;
    return `${name} = ${counted ? `${readable(value)}（${say('notApplicable')}${readable(value)}）` : readable(value)}`;
  });
  const names = Object.keys(leaf.facts);
  if (names.length === 1 && (leaf.leaf === names[0] || leaf.leaf === `not ${names[0]!}`)) return values[0]!;
  const truth = leaf.truth === null ? '' : ` — ${truthWords(leaf.truth, say)}`;
  const known = language === 'zh' ? `（${joined(values, language)}）` : ` (${joined(values, language)})`;
  return leaf.leaf + (values.length > 0 ? known : '') + truth;
}

/** The question and the support of every stated fact that a leaf reads. */
function evidence(party: PartyDetermination, leaf: DecidingLeaf, input: ReportInput, say: Say): BlockContent[] {
  const items = Object.keys(leaf.facts).flatMap((name) => {
    const fact = statedFact(party.name, name, input);
    const definition = input.policy.facts.get(name);
    if (!definition || !fact) return [];
    return [item(paragraph(`${definition.ask} ${supportOf(fact, say, input.language)}`.trim()))];
  });
  return items.length > 0 ? [list(items)] : [];
}

/** A fact as stated for a party, or for the whole case. */
export function statedFact(party: string, name: string, { kase }: ReportInput): StatedFact | undefined {
  const own = kase.parties.find((candidate) => candidate.name === party)?.facts.get(name);
  return own ?? kase.facts.get(name);
}

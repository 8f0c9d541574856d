// In: a question. Out: what is shown of it: group, provision, question, guidance, kind of fact; and why it is asked.
import type { Question } from '../../interview/interview.js';
import type { Why } from '../../interview/why.js';
import { constantText } from '../../model/constant.js';
import type { Fact } from '../../model/policy.js';
import { gistOf } from '../../report/markdown/wording.js';
import type { Stage } from './stage.js';
import { factOf } from './stage.js';
import type { Say } from './words.js';

/** The block above a prompt. `head` says how far along the interview is, or that an answer is being edited. */
export function questionText(question: Question, { table }: Stage, head: string, say: Say): string {
  const fact = factOf(table, question);
  const whose = [question.party, fact.group].filter((part) => part !== null && part !== undefined);
  const gists = fact.cites.map((citation) => {
    const gist = gistOf(citation, table.policy);
    return gist === undefined ? citation.text : citation.text + say('colon') + gist;
  });
  const guidance = fact.guidance === undefined ? [] : [say('guidance') + fact.guidance];
  return [
    `── ${[...whose, head].join(' · ')}`,
    ...gists,
    fact.ask,
    ...guidance,
    ...optionsText(fact, say),
    kindText(fact, say),
  ].join('\n');
}

/** What the options mean, where the policy says it. */
function optionsText({ options }: Fact, say: Say): string[] {
  return options.flatMap(({ name, says }) =>
    says === undefined || says === name ? [] : [`・${name}${say('colon')}${says}`],
  );
}

function kindText(fact: Fact, say: Say): string {
  const more = [
    kindOf(fact, say),
    limitsText(fact, say),
    fact.nature === 'judgement' ? say('judgement') : '',
    fact.evidence === 'required' ? say('needsEvidence') : '',
  ];
  const text = more.filter((part) => part !== '').join(say('semicolon'));
  return say('bracketed', { text }).trim();
}

function kindOf({ type, whole }: Fact, say: Say): string {
  if (type.kind !== 'quantity') return say(type.kind);
  if (type.unit === '元') return say('money');
  return say(whole ? 'whole' : 'number') + (type.unit === null ? '' : say('unit', { unit: type.unit }));
}

/** The limits of a fact's values in words; nothing where it has none. */
export function limitsText({ min, max }: Fact, say: Say): string {
  const [from, to] = [min && constantText(min), max && constantText(max)];
  if (from !== undefined && to !== undefined) return say('limits', { from, to });
  if (from !== undefined) return say('atLeast', { from });
  return to === undefined ? '' : say('atMostValue', { to });
}

/** Which rules and outcomes hang on a question, and what each answer would lead to. */
export function whyText({ rules, outcomes, answers }: Why, { table }: Stage, say: Say): string {
  const title = (name: string): string => table.policy.outcomes.get(name)?.title ?? name;
  const citing = (name: string): string => {
    const cites = table.policy.rules.get(name)?.cites.map(({ text }) => text) ?? [];
    return cites.length > 0 ? `${name}〔${cites.join('、')}〕` : name;
  };
  if (outcomes.length === 0) return say('whyNothing');
  const effects = answers.map(({ answer, leadsTo, settles }) => {
    const names = leadsTo.length > 0 ? leadsTo.map((name) => `「${title(name)}」`).join('') : say('gapOutcome');
    return say(settles ? 'whySettles' : 'whyAnswer', { answer, outcomes: names });
  });
  return [
    ...(rules.length > 0 ? [say('whyRules') + rules.map(citing).join('、')] : []),
    say('whyOutcomes') + outcomes.map((name) => `「${title(name)}」`).join(''),
    ...effects,
  ].join('\n');
}

// check/boundary-word: whether a number itself falls on the side where the cited provision puts it: 五千万元以上 includes it, 不满五千万元 does not.
import type { Citation, Item } from '../../model/citation.js';
import type { Expression, Leaf } from '../../model/expression.js';
import type { Outcome, Policy, Rule } from '../../model/policy.js';
import type { Fraction } from '../../model/quantity.js';
import type { Span } from '../../model/source.js';
import { leavesOf } from '../../model/walk.js';
import { AMOUNT, readAmount } from '../amounts.js';
import type { Finding } from '../context.js';

/** Words that cut at a number: whether they look upwards, and whether they include the number (民法典 1259). */
const WORDS: Readonly<Record<string, { readonly up: boolean; readonly includes: boolean }>> = {
  以上: { up: true, includes: true },
  届满: { up: true, includes: true },
  以下: { up: false, includes: true },
  以内: { up: false, includes: true },
  不满: { up: false, includes: false },
  不足: { up: false, includes: false },
  超过: { up: true, includes: false },
  以外: { up: true, includes: false },
};

const SAID = new RegExp(
  `(?<number>${AMOUNT})(?<unit>\\p{L}{0,3}?)(?<after>以上|以下|以内|以外|届满)|(?<before>不满|不足|超过)(?<amount>${AMOUNT})(?<of>\\p{L}{0,3})`,
  'gu',
);

/** 年 and ages count as twelve months each; other names of units. */
const UNITS: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  天: ['日', 1],
  个月: ['月', 1],
  年: ['月', 12],
  周岁: ['月', 12],
  岁: ['月', 12],
};

/** A number that a text cuts at: `upper` where the number belongs to the upper side. */
interface Cut {
  readonly text: string;
  readonly value: Fraction;
  readonly unit: string;
  readonly upper: boolean;
  /** Where the provision stands that says so. */
  readonly at: Span;
}

/** A comparison that puts a number on the other side than every provision that its rule or outcome cites. */
export function boundaryWord(policy: Policy): Finding[] {
  return [...policy.rules.values(), ...policy.outcomes.values()].flatMap((owner) => {
    const cuts = owner.cites.flatMap((citation) =>
      textsOf(policy, citation).flatMap((text) => cutsIn(policy, citation.article, text)),
    );
    return leavesIn(owner).flatMap((leaf) => contradictions(owner.name, leaf, cuts));
  });
}

function leavesIn(owner: Rule | Outcome): Leaf[] {
  const { conclusion } = 'conclusion' in owner ? owner : { conclusion: { kind: 'when' as const, ...owner } };
  if (conclusion.kind === 'value') return [];
  const conditions =
    conclusion.kind === 'rows' ? conclusion.rows.map(({ when }) => when) : [conclusion.when, conclusion.unless];
  return conditions.flatMap((condition) => (condition ? [...leavesOf(condition)] : []));
}

/** What the policy restates of a cited provision: the cited part, with the sentence that leads into it. */
function textsOf(policy: Policy, { document, article, paragraph, item }: Citation): string[] {
  const own = document === undefined ? (policy.articles.get(article)?.paragraphs ?? []) : [];
  const cited = paragraph === undefined ? own : own.slice(paragraph - 1, paragraph);
  return cited.flatMap(({ says, items }) => [
    says ?? '',
    ...items.filter(({ number }) => item === undefined || number === item).flatMap(allTexts),
  ]);
}

function allTexts({ says, items }: Item): string[] {
  return [says, ...items.flatMap(allTexts)];
}

function cutsIn({ boundary, articles }: Policy, article: string, text: string): Cut[] {
  return [...text.matchAll(SAID)].flatMap(({ 0: said, groups = {} }) => {
    const word = groups['after'] ?? groups['before']!;
    const amount = readAmount(groups['number'] ?? groups['amount']!);
    if (!amount) return [];
    const written = groups['unit'] ?? groups['of']!;
    const known = Object.keys(UNITS).find((unit) => written.startsWith(unit));
    const [unit, times] = known === undefined ? ([written, 1] as const) : UNITS[known]!;
    const { up, includes } = WORDS[word]!;
    const own = boundary?.words.find((one) => one.word === word)?.includes ?? includes;
    return [{ text: said, value: amount.mul(times), unit, upper: up === own, at: articles.get(article)!.at }];
  });
}

/** What a comparison with a number says, if the provisions name that number and none of them says so. */
function contradictions(owner: string, { test, text, at }: Leaf, cuts: readonly Cut[]): Finding[] {
  if (test.kind !== 'compare' || test.operator === '=' || test.operator === '!=') return [];
  const [left, right] = [numberOf(test.left), numberOf(test.right)];
  const number = right ?? left;
  if (!number || (left && right)) return [];
  const upper = right ? ['>=', '<'].includes(test.operator) : ['<=', '>'].includes(test.operator);
  const same = cuts.filter(
    ({ value, unit }) => value.equals(number.value) && (number.unit === null || unit.startsWith(number.unit)),
  );
  const [first] = same;
  if (!first || same.some((cut) => cut.upper === upper)) return [];
  const subject = { at: owner, part: text };
  const related = [{ as: 'provision' as const, at: first.at }];
  return [{ code: 'check/boundary-word', subject, at, words: { name: text, said: first.text }, related }];
}

function numberOf(expression: Expression): { readonly value: Fraction; readonly unit: string | null } | undefined {
  return expression.kind === 'constant' && expression.value.kind === 'quantity' ? expression.value : undefined;
}

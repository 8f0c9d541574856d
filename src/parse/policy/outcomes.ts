// In: the `outcomes` and `impossible` of a policy. Out: what the authority decides, and what cannot occur.
import type { Citation } from '../../model/citation.js';
import type { Impossible, Outcome } from '../../model/policy.js';
import { nearest } from '../nearest.js';
import { report } from '../words/context.js';
import { child, entriesOf, itemsOf, keySpan, requiredText, textAt, type Scalar, type Tree } from '../yaml/tree.js';
import { citationsIn, readCitations } from './citations.js';
import { readCondition } from './conditions.js';
import type { Draft } from './draft.js';

/** Reads all outcomes; those with findings are left out. */
export function readOutcomes(draft: Draft): Map<string, Outcome> {
  const entries = entriesOf(child(draft.tree, 'outcomes'));
  if (entries.length === 0) report(draft, 'parse/nothing-there', keySpan(draft.tree, 'outcomes'), { name: 'outcomes' });
  const fallback = entries.filter(({ value }) => child(value, 'otherwise'));
  for (const extra of fallback.slice(1)) report(draft, 'parse/otherwise-twice', extra.key.at, { name: extra.key.text });
  const outcomes = entries.flatMap(({ key, value }) => {
    const outcome = readOutcome(key, value, draft);
    return outcome ? [[key.text, outcome] as const] : [];
  });
  return new Map(outcomes);
}

function readOutcome(key: Scalar, node: Tree, draft: Draft): Outcome | undefined {
  const [condition, fallback, exception] = [child(node, 'when'), child(node, 'otherwise'), child(node, 'unless')];
  if ((condition === undefined) === (fallback === undefined)) {
    return report(draft, 'parse/one-of', key.at, { allowed: 'when otherwise' });
  }
  if (exception && !condition) return report(draft, 'parse/unless-without-when', exception.at);
  const [when, unless] = [readCondition(condition, draft), readCondition(exception, draft)];
  if ((condition && !when) || (exception && !unless)) return undefined;
  const [one, several] = [child(node, 'choose'), child(node, 'choose_several')];
  if (one && several) report(draft, 'parse/one-of', key.at, { allowed: 'choose choose_several' });
  return {
    name: key.text,
    title: requiredText(node, 'title'),
    cites: readCitations(node, draft.articles, draft),
    ...(when ? { when } : {}),
    ...(unless ? { unless } : {}),
    prevailsOver: readPrevails(key.text, node, draft),
    modality: textAt(node, 'modality') === 'may' ? 'may' : 'shall',
    choose: readChoose(one ?? several, draft),
    chooseSeveral: several !== undefined,
    states: readStates(node, draft),
    at: key.at,
  };
}

function readChoose(tree: Tree | undefined, draft: Draft): string[] {
  const items = itemsOf(tree) as readonly Scalar[];
  const names = items.map(({ text }) => text);
  items.forEach(({ text, at }, i) => {
    if (names.indexOf(text) < i) report(draft, 'parse/duplicate-key', at, { name: text });
  });
  return names;
}

/** Outcomes in an order that decides nothing; each once. */
export function readMildestFirst(tree: Tree | undefined, draft: Draft): string[] {
  const known = draft.scope.outcomes;
  for (const item of itemsOf(tree) as readonly Scalar[]) {
    if (known.has(item.text)) continue;
    const words = { name: item.text, near: nearest(item.text, known), allowed: [...known].join(' ') };
    report(draft, 'parse/unknown-outcome', item.at, words);
  }
  return readChoose(tree, draft);
}

function readPrevails(name: string, node: Tree, draft: Draft): Outcome['prevailsOver'] {
  const tree = child(node, 'prevails_over');
  if (!tree) return [];
  const all = [...draft.scope.outcomes].filter((other) => other !== name);
  if (tree.kind === 'text' && tree.text === 'all') return all.map((outcome) => ({ outcome, cites: [] }));
  const named: { key: Scalar; cites: Citation[] }[] =
    tree.kind === 'map'
      ? entriesOf(tree).map(({ key, value }) => ({ key, cites: citationsIn(value, draft.articles, draft) }))
      : itemsOf(tree).map((item) => ({ key: item as Scalar, cites: [] }));
  return named.flatMap(({ key, cites }) => {
    if (all.includes(key.text)) return [{ outcome: key.text, cites }];
    report(draft, 'parse/unknown-outcome', key.at, {
      name: key.text,
      near: nearest(key.text, all),
      allowed: all.join(' '),
    });
    return [];
  });
}

function readStates(node: Tree, draft: Draft): string[] {
  return itemsOf(child(node, 'states')).flatMap((item) => {
    const name = (item as Scalar).text;
    const named = draft.scope.names.get(name);
    if (named) return [name];
    report(draft, 'parse/unknown-name', item.at, { name, near: nearest(name, draft.scope.names.keys()) });
    return [];
  });
}

/** Reads the declared impossible combinations. */
export function readImpossible(draft: Draft): Impossible[] {
  return itemsOf(child(draft.tree, 'impossible')).flatMap((node) => {
    const when = readCondition(child(node, 'when'), draft);
    const cites = readCitations(node, draft.articles, draft);
    return when ? [{ when, reason: requiredText(node, 'reason'), cites, at: node.at }] : [];
  });
}

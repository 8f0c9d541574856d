// In: an opened case and two versions of its policy. Out: the case in the words of one of them, without what only the other knows.
import type { Policy } from '../../model/policy.js';
import { itemsOf, textAt, type Mapping, type Tree } from '../yaml/tree.js';
import type { OpenedCase } from './open-case.js';

/** Leaves out facts, recorded outcomes and choices that `own` does not know and `other` does. What neither knows stays, as the mistake it is. */
export function inWordsOf(opened: OpenedCase, own: Policy, other: Policy): OpenedCase {
  const foreign = (name: string): boolean => !own.facts.has(name) && other.facts.has(name);
  const withoutFacts = (tree: Tree): Tree => replaced(tree, 'facts', (facts) => without(facts, foreign));
  const parties = (tree: Tree): Tree =>
    tree.kind === 'list' ? { ...tree, items: tree.items.map(withoutFacts) } : withoutFacts(tree);
  const recorded = (tree: Tree): Tree => replaced(tree, 'parties', (all) => recordedIn(all, own, other));
  const steps = [
    withoutFacts,
    (tree: Tree) => replaced(tree, 'parties', parties),
    (tree: Tree) => replaced(tree, 'determination', recorded),
  ];
  return { ...opened, tree: steps.reduce<Tree>((tree, step) => step(tree), opened.tree) as Mapping };
}

/** The record, without the parties whose outcome is of the other version, and without choices that are. */
function recordedIn(tree: Tree, own: Policy, other: Policy): Tree {
  const isForeign = (outcome: string | undefined): boolean =>
    outcome !== undefined && !own.outcomes.has(outcome) && other.outcomes.has(outcome);
  const known = without(tree, (_, party) => isForeign(textAt(party, 'outcome')));
  return each(known, (party) => {
    const outcome = textAt(party, 'outcome') ?? '';
    const stale = (choice: Tree): boolean =>
      itemsOf(choice).some((item) => item.kind === 'text' && !own.outcomes.get(outcome)?.choose.includes(item.text));
    return without(party, (key, value) => {
      if (key === 'choice') return stale(value) && other.outcomes.has(outcome);
      return key === 'differs' && isForeign(textAt(value, 'expected'));
    });
  });
}

function without(tree: Tree, leaves: (key: string, value: Tree) => boolean): Tree {
  if (tree.kind !== 'map') return tree;
  return { ...tree, entries: new Map([...tree.entries].filter(([key, { value }]) => !leaves(key, value))) };
}

function replaced(tree: Tree, key: string, make: (value: Tree) => Tree): Tree {
  return each(tree, make, (name) => name === key);
}

function each(tree: Tree, make: (value: Tree) => Tree, isMeant: (key: string) => boolean = () => true): Tree {
  if (tree.kind !== 'map') return tree;
  const entries = [...tree.entries].map(
    ([key, entry]) => [key, isMeant(key) ? { ...entry, value: make(entry.value) } : entry] as const,
  );
  return { ...tree, entries: new Map(entries) };
}

// check/redundant-condition: a part of `all`, `any` or `none` whose removal changes no answer and no stated value.
import { without } from '../../diagram/influence.js';
import type { Diagram } from '../../diagram/store.js';
import type { Condition } from '../../model/expression.js';
import type { Outcome, Rule } from '../../model/policy.js';
import type { Checked, Finding } from '../context.js';

/** The first such part of each group of conditions; taking it out may make others count. */
export function redundantCondition(checked: Checked): Finding[] {
  const { policy, diagrams, influences } = checked;
  const { table } = diagrams;
  return [...policy.rules.values(), ...policy.outcomes.values()].flatMap((owner) => {
    const root = 'conclusion' in owner ? table.rules.get(owner.name)! : table.outcomes.get(owner.name)!.holds;
    const changes = (other: Diagram): boolean => influences.changes(root, other);
    const found = conditionsOf(owner).flatMap((condition) => redundantIn({ checked, owner, root, changes }, condition));
    influences.rest();
    return found;
  });
}

function conditionsOf(owner: Rule | Outcome): Condition[] {
  const { when, unless } = 'conclusion' in owner ? { when: undefined, unless: undefined, ...owner.conclusion } : owner;
  return [when, unless].filter((part) => part !== undefined);
}

/** A rule or an outcome, its node, and whether another truth in its place would change anything. */
interface Owned {
  readonly checked: Checked;
  readonly owner: Rule | Outcome;
  readonly root: number;
  readonly changes: (other: Diagram) => boolean;
}

function redundantIn(owned: Owned, condition: Condition): Finding[] {
  if (condition.kind === 'leaf') return [];
  const counted = condition.kind === 'at_least' || condition.of.length < 2;
  const idle = counted ? undefined : condition.of.find((_, i) => changesNothing(owned, condition, i));
  if (!idle) return condition.of.flatMap((part) => redundantIn(owned, part));
  const text = idle.kind === 'leaf' ? idle.text : idle.kind;
  const subject = { at: owned.owner.name, part: text };
  return [{ code: 'check/redundant-condition', subject, at: idle.at, words: { name: text } }];
}

function changesNothing({ checked: { diagrams }, root, changes }: Owned, condition: Condition, part: number): boolean {
  return !changes(without(diagrams, root, diagrams.table.nodeOf.get(condition)!, part));
}

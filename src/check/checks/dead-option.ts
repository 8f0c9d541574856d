// check/dead-option: an option that a rule declares and no case gives.
import { terminalsOf } from '../../diagram/walk.js';
import type { Rule } from '../../model/policy.js';
import type { Checked, Finding } from '../context.js';

/** The options of rules that never come out. */
export function deadOption(checked: Checked): Finding[] {
  return [...checked.policy.rules.values()].flatMap((rule) => {
    const { name, type, at } = rule;
    if (type.kind !== 'choice') return [];
    const given = givenOptions(checked, rule);
    const dead = type.options.filter((_, i) => !given.includes(i));
    return dead.map((option) => ({
      code: 'check/dead-option' as const,
      subject: { at: name, part: option },
      at,
      words: { name, option },
    }));
  });
}

function givenOptions({ diagrams }: Checked, { name }: Rule): number[] {
  const inside = diagrams.store.combine(
    'inside',
    [diagrams.of[diagrams.table.rules.get(name)!]!, diagrams.space],
    ([value, space]) => -1 - (space === 1 ? value! : 2),
  );
  const values = [...terminalsOf(diagrams.store, inside)].filter((index) => index > 2);
  return values.map((index) => diagrams.termOf(index).constant.valueOf());
}

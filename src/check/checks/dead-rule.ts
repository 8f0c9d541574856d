// check/dead-rule: a rule that is never true, always true, or used nowhere.
import { usesIn } from '../uses.js';
import { isFalse, isTrue, never, type Checked, type Finding } from '../context.js';

/** A rule that decides nothing, and in which way. */
export function deadRule(checked: Checked): Finding[] {
  const uses = usesIn(checked.policy);
  return [...checked.policy.rules.values()].flatMap((rule): Finding[] => {
    const node = checked.diagrams.table.rules.get(rule.name)!;
    const truth = rule.type.kind === 'boolean';
    const how =
      truth && never(checked, isTrue(checked, node))
        ? 'never'
        : truth && never(checked, isFalse(checked, node))
          ? 'always'
          : !uses.has(rule.name)
            ? 'idle'
            : undefined;
    if (how === undefined) return [];
    return [{ code: 'check/dead-rule', subject: { at: rule.name }, at: rule.at, words: { name: rule.name, how } }];
  });
}

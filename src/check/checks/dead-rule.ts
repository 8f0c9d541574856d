// check/dead-rule: a rule that is never true, always true, used nowhere, or true and false without ever deciding anything.
import { Op } from '../../compile/table.js';
import { truthDiagram } from '../../diagram/truths.js';
import type { Rule } from '../../model/policy.js';
import { usesIn } from '../uses.js';
import { isFalse, isTrue, never, type Checked, type Finding } from '../context.js';

/** A rule that decides nothing, and in which way. */
export function deadRule(checked: Checked): Finding[] {
  const { rules } = checked.policy;
  const uses = usesIn(checked.policy);
  return [...rules.values()].flatMap((rule): Finding[] => {
    const how =
      constantly(checked, rule) ?? (!uses.has(rule.name) ? 'idle' : decides(checked, rule) ? undefined : 'indecisive');
    if (how === undefined) return [];
    return [{ code: 'check/dead-rule', subject: { at: rule.name }, at: rule.at, words: { name: rule.name, how } }];
  });
}

function constantly(checked: Checked, { name, type }: Rule): 'never' | 'always' | undefined {
  if (type.kind !== 'boolean') return undefined;
  const node = checked.diagrams.table.rules.get(name)!;
  if (never(checked, isTrue(checked, node))) return 'never';
  return never(checked, isFalse(checked, node)) ? 'always' : undefined;
}

/** Whether some case would come out otherwise if a rule said the opposite in it; of a rule with a value that is not asked. */
function decides({ diagrams: { store, table, of }, influences }: Checked, { name, type }: Rule): boolean {
  const node = table.rules.get(name)!;
  if (type.kind !== 'boolean' || influences.seen(node)) return true;
  const found = influences.changes(node, truthDiagram(store, Op.Not, [of[node]!], 0));
  influences.rest();
  return found;
}

// In: what is stated, and on what. Out: what a provision asks for and the file lacks. It never changes a value.
import type { Case, StatedFact } from '../model/case.js';
import type { Unsupported } from '../model/determination.js';
import { FALSE, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';

/** Required evidence that is missing, judgements without a reason, and a recorded choice without one. */
export function unsupported(
  table: Table,
  cells: Cells,
  kase: Case,
  party: string,
  facts: Iterable<StatedFact>,
): Unsupported[] {
  const found: Unsupported[] = [];
  for (const { name, value, evidence, reason } of facts) {
    const fact = table.policy.facts.get(name);
    const applies = table.applies.get(name);
    if (!fact || value === null || (applies !== undefined && cells.state[applies] === FALSE)) continue;
    if (fact.evidence === 'required' && evidence.length === 0) found.push({ name, lacks: 'evidence' });
    if (fact.nature === 'judgement' && reason === undefined) found.push({ name, lacks: 'reason' });
  }
  const recorded = kase.recorded?.parties.get(party);
  if (recorded && recorded.choice.length > 0 && recorded.reason === undefined) {
    found.push({ name: recorded.outcome, lacks: 'choice-reason' });
  }
  return found;
}

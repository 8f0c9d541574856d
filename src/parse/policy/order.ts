// In: facts, rules and outcomes. Out: findings about what may not go in a circle, and case facts that hang on a party.
import { partyNames, postOrder, readsOf, type Definitions } from '../../model/order.js';
import type { Outcome } from '../../model/policy.js';
import { namesInFact } from '../../model/walk.js';
import { report, type Findings } from '../words/context.js';

interface Parts extends Definitions {
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** Reports every circle among rules and facts once, with the path around it; and circles of prevailing. */
export function checkCircles(parts: Parts, findings: Findings): void {
  const reads = postOrder([...parts.facts.keys(), ...parts.rules.keys()], (name) =>
    readsOf(name, parts).map((ref) => ref.name),
  );
  for (const path of reads.circles) {
    const { at } = (parts.rules.get(path[0]!) ?? parts.facts.get(path[0]!))!;
    report(findings, 'parse/circular', at, { name: path[0]!, path: path.join(' → ') });
  }
  const prevails = postOrder(parts.outcomes.keys(), (name) =>
    (parts.outcomes.get(name)?.prevailsOver ?? []).map(({ outcome }) => outcome),
  );
  for (const path of prevails.circles) {
    const words = { name: path[0]!, path: path.join(' → ') };
    report(findings, 'parse/prevails-in-circle', parts.outcomes.get(path[0]!)!.at, words);
  }
}

/** Reports case facts whose `applies_when` hangs on a party fact, directly or through rules and other facts. */
export function checkParties(parts: Parts, findings: Findings): void {
  const personal = partyNames(parts);
  for (const fact of parts.facts.values()) {
    const culprit = [...namesInFact(fact)].find((ref) => personal.has(ref.name));
    if (fact.per === 'case' && culprit) {
      report(findings, 'parse/party-in-case-fact', fact.appliesWhen!.at, { name: fact.name, culprit: culprit.name });
    }
  }
}

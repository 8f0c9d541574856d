// In: facts, rules and outcomes. Out: findings about what may not go in a circle, case facts that hang on a party, and advice that decides.
import { partyNames, postOrder, readsOf, type Definitions } from '../../model/order.js';
import type { Reference } from '../../model/expression.js';
import type { Impossible, Outcome } from '../../model/policy.js';
import type { Span } from '../../model/source.js';
import { namesInCondition, namesInConclusion, namesInFact, namesInOutcome } from '../../model/walk.js';
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

/** Reports whatever decides, or is asked, by a rule that only advises. */
export function checkAdvice(parts: Parts, impossible: readonly Impossible[], findings: Findings): void {
  const deciding = [...parts.rules.values()].filter(({ advises }) => !advises);
  const readers: readonly (readonly [string, Span, Iterable<Reference>])[] = [
    ...deciding.map((rule) => [rule.name, rule.at, namesInConclusion(rule.conclusion)] as const),
    ...[...parts.facts.values()].map((fact) => [fact.name, fact.at, namesInFact(fact)] as const),
    ...[...parts.outcomes.values()].map((outcome) => [outcome.name, outcome.at, namesInOutcome(outcome)] as const),
    ...impossible.map(({ when, at }) => ['impossible', at, namesInCondition(when)] as const),
  ];
  for (const [name, at, refs] of readers) {
    const culprit = [...refs].find((ref) => parts.rules.get(ref.name)?.advises);
    if (culprit) report(findings, 'parse/advice-decides', at, { name, culprit: culprit.name });
  }
  for (const { states, at, name } of parts.outcomes.values()) {
    const culprit = states.find((stated) => parts.rules.get(stated)?.advises);
    if (culprit !== undefined) report(findings, 'parse/advice-decides', at, { name, culprit });
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

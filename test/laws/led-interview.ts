// In: a policy and somebody who answers. Out: the interview from the first question to the last, with where it stood at each.
import { buildDiagrams, compile, openCase, readCase, readPolicy } from '../../src/index.js';
import type { Table } from '../../src/compile/table.js';
import type { Diagrams } from '../../src/diagram/build.js';
import type { Case, StatedFact } from '../../src/model/case.js';
import { readsOf } from '../../src/model/order.js';
import type { Constant } from '../../src/model/expression.js';
import { progressOf, type InterviewOptions, type Progress, type Question } from '../../src/interview/interview.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A policy with its diagrams; none where they are too large. */
export function prepared(policyText: string): { readonly table: Table; readonly diagrams: Diagrams | undefined } {
  const policy = readPolicy(bytes(policyText), 'policy.yaml');
  if (!policy.ok) throw new Error(policyText);
  const table = compile(policy.value);
  const diagrams = buildDiagrams(table, 300_000);
  return { table, diagrams: 'tooLarge' in diagrams ? undefined : diagrams };
}

/** A case as it is read. */
export function caseUnder(table: Table, caseText: string): Case {
  const opened = openCase(bytes(caseText), 'case.yaml');
  const kase = opened.ok ? readCase(opened.value, table.policy) : opened;
  if (!kase.ok) throw new Error(`${caseText}\n${JSON.stringify(kase.diagnostics)}`);
  return kase.value;
}

/** A case with one more answer; null is 待查. */
export function answered(kase: Case, { fact, party }: Question, value: Constant | null): Case {
  const stated: StatedFact = { name: fact, value, evidence: [], at: kase.head.at };
  if (party === null) return { ...kase, facts: new Map([...kase.facts, [fact, stated]]) };
  const parties = kase.parties.map((one) =>
    one.name === party ? { ...one, facts: new Map([...one.facts, [fact, stated]]) } : one,
  );
  return { ...kase, parties };
}

/** One step: what was known, and what the interview said of it. */
export interface Step {
  readonly kase: Case;
  readonly progress: Progress;
}

/** Leads an interview to its end. The last step has no next question. */
export function led(
  table: Table,
  start: Case,
  answer: (question: Question) => Constant | null,
  options: InterviewOptions,
): readonly Step[] {
  const steps: Step[] = [];
  for (let kase = start; ;) {
    const progress = progressOf(table, kase, options);
    steps.push({ kase, progress });
    const { next } = progress;
    if (!next) return steps;
    if (steps.length > 1000) throw new Error('the interview does not end');
    kase = answered(kase, next, answer(next));
  }
}

/** Everything that a fact's condition rests on. */
export function behind(table: Table, fact: string): ReadonlySet<string> {
  const found = new Set(readsOf(fact, table.policy).map(({ name }) => name));
  for (const name of found) for (const ref of readsOf(name, table.policy)) found.add(ref.name);
  return found;
}

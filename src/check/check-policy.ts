// In: a policy. Out: everything that the checks find, in reading order. One check never keeps another from running.
import { compile } from '../compile/compile.js';
import { buildDiagrams, busiestFact, LIMIT, type NoDiagrams } from '../diagram/build.js';
import type { Code } from '../model/codes/index.js';
import { diagnose, type Diagnostic } from '../model/diagnostic.js';
import { withoutAdvice, type Policy } from '../model/policy.js';
import { placeOf } from '../model/source.js';
import { bareJudgement } from './checks/bare-judgement.js';
import { boundaryWord } from './checks/boundary-word.js';
import { casesGap } from './checks/cases-gap.js';
import { casesOverlap } from './checks/cases-overlap.js';
import { conflict } from './checks/conflict.js';
import { danglingCitation } from './checks/dangling-citation.js';
import { deadOption } from './checks/dead-option.js';
import { deadRule } from './checks/dead-rule.js';
import { gap } from './checks/gap.js';
import { neverDecisive } from './checks/never-decisive.js';
import { parameterHole } from './checks/parameter-hole.js';
import { redundantCondition } from './checks/redundant-condition.js';
import { shadowedRow } from './checks/shadowed-row.js';
import { tableGap } from './checks/table-gap.js';
import { tableOverlap } from './checks/table-overlap.js';
import { uncitedOutcome } from './checks/uncited-outcome.js';
import { uncoveredArticle } from './checks/uncovered-article.js';
import { unreachableOutcome } from './checks/unreachable-outcome.js';
import { unusedFact } from './checks/unused-fact.js';
import { makeChecked, type Checked, type Finding, type Proving, type Reading } from './context.js';
import { withSilences, type Examination } from './silences.js';

/** The checks that read the policy, each under the code that it reports. */
const READING = {
  'check/unused-fact': unusedFact,
  'check/dangling-citation': danglingCitation,
  'check/uncovered-article': uncoveredArticle,
  'check/bare-judgement': bareJudgement,
  'check/uncited-outcome': uncitedOutcome,
  'check/parameter-hole': parameterHole,
  'check/boundary-word': boundaryWord,
} as const satisfies Partial<Record<Code, Reading>>;

/** The checks that look at all of its cases. */
const PROVING = {
  'check/conflict': conflict,
  'check/gap': gap,
  'check/unreachable-outcome': unreachableOutcome,
  'check/dead-rule': deadRule,
  'check/never-decisive': neverDecisive,
  'check/redundant-condition': redundantCondition,
  'check/cases-overlap': casesOverlap,
  'check/table-overlap': tableOverlap,
  'check/cases-gap': casesGap,
  'check/table-gap': tableGap,
  'check/shadowed-row': shadowedRow,
  'check/dead-option': deadOption,
} as const satisfies Partial<Record<Code, Proving>>;

/** Checks a policy by reading and by proof. A policy whose diagram is too large is told so, with what could still be checked. */
export function examine(policy: Policy, limit = LIMIT): Examination {
  const deciding = withoutAdvice(policy);
  const diagrams = buildDiagrams(compile(deciding), limit);
  const read = Object.values(READING).flatMap((check) => check(policy));
  const proved = 'tooLarge' in diagrams ? [] : provedIn(makeChecked(deciding, diagrams));
  // The checks build diagrams too: once the store is full, what they found means nothing.
  if (!('tooLarge' in diagrams) && !diagrams.store.full()) return withSilences(policy, placed(policy, read, proved));
  const large = tooLarge(policy, 'tooLarge' in diagrams ? diagrams : { tooLarge: limit, fact: busiestFact(diagrams) });
  return withSilences(policy, placed(policy, [large], read), new Set(Object.keys(PROVING) as Code[]));
}

/** A policy that is too large to prove: how large, and the fact that most of it hangs on. */
function tooLarge({ facts, outcomes }: Policy, { tooLarge: size, fact = '' }: NoDiagrams): Finding {
  const at = facts.get(fact)?.at ?? [...outcomes.values()][0]!.at;
  return { code: 'check/too-large', subject: {}, at, words: { size: String(size), name: fact } };
}

function provedIn(checked: Checked): Finding[] {
  return Object.values(PROVING).flatMap((check) => check(checked));
}

/** What an examination tells: errors, and the warnings that the policy does not silence. */
export function checkPolicy(policy: Policy, limit = LIMIT): readonly Diagnostic[] {
  return examine(policy, limit).told;
}

function placed(policy: Policy, ...findings: readonly (readonly Finding[])[]): Diagnostic[] {
  return findings.flat().map(({ code, at, words, witness, subject, related = [] }) => ({
    ...diagnose(code, policy.source, at, { ...words }),
    subject,
    related: related.map((other) => ({ as: other.as, place: placeOf(policy.source, other.at) })),
    ...(witness ? { witness } : {}),
  }));
}

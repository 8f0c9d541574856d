// In: a policy. Out: everything that the checks find, in reading order. One check never keeps another from running.
import { compile } from '../compile/compile.js';
import { buildDiagrams, LIMIT } from '../diagram/build.js';
import { diagnose, inReadingOrder, type Diagnostic } from '../model/diagnostic.js';
import type { Policy } from '../model/policy.js';
import { boundaryWord } from './boundary-words.js';
import type { Checked, Finding } from './context.js';
import { conflict, gap, unreachableOutcome } from './outcomes.js';
import { bareJudgement, danglingCitation, parameterHole, uncitedOutcome, uncoveredArticle } from './provisions.js';
import { deadRule, neverDecisive, redundantCondition, unusedFact } from './rules.js';
import { deadOption, rowGap, rowOverlap, shadowedRow } from './tables.js';

/** The checks that read the policy, and those that look at all of its cases. */
const READING = [
  unusedFact,
  danglingCitation,
  uncoveredArticle,
  bareJudgement,
  uncitedOutcome,
  parameterHole,
  boundaryWord,
];
const PROVING = [
  conflict,
  gap,
  unreachableOutcome,
  deadRule,
  neverDecisive,
  redundantCondition,
  rowOverlap,
  rowGap,
  shadowedRow,
  deadOption,
];

/** Checks a policy by reading and by proof. A policy whose diagram is too large is told so, with what could still be checked. */
export function checkPolicy(policy: Policy, limit = LIMIT): Diagnostic[] {
  const diagrams = buildDiagrams(compile(policy), limit);
  const place = ({ code, at, words, witness }: Finding): Diagnostic => ({
    ...diagnose(code, policy.source, at, { ...words }),
    ...(witness ? { witness } : {}),
  });
  const read = READING.flatMap((check) => check({ policy } as Checked)).map(place);
  const proved = 'tooLarge' in diagrams ? [] : PROVING.flatMap((check) => check({ policy, diagrams }));
  // The checks build diagrams too: once the store is full, what they found means nothing.
  if (!('tooLarge' in diagrams) && !diagrams.store.full()) return inReadingOrder([...read, ...proved.map(place)]);
  const large = diagnose('check/too-large', policy.source, [...policy.outcomes.values()][0]!.at);
  return inReadingOrder([large, ...read]);
}

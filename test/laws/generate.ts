import fc from 'fast-check';
import { draftCase } from './generate-case.js';
import { draftPolicy } from './generate-policy.js';
import { Random } from './generate-random.js';
import type { Style } from './generate-rules.js';
import { writeYaml } from './generate-yaml.js';

export interface Pair {
  readonly policyText: string;
  readonly caseText: string;
}

const FULL: Style = { arithmetic: true, sloppy: true };

/** One policy and one case under it; the same numbers give the same pair. */
export function generatePair(seed: number, size: number, small = false, style: Style = FULL): Pair {
  const random = new Random(seed);
  const draft = draftPolicy(random, size, style);
  const file = draftCase(random, draft, small);
  return { policyText: `${writeYaml(draft.tree, random)}\n`, caseText: `${writeYaml(file, random)}\n` };
}

/** fast-check reports the seed and shrinks the size: smaller policies from the same seed. */
function arbitrary(largest: number, small: boolean, style: Style): fc.Arbitrary<Pair> {
  const seed = fc.noShrink(fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 })));
  const size = fc.noBias(fc.integer({ min: 1, max: largest }));
  return fc.tuple(seed, size).map(([from, of]) => generatePair(from, of, small, style));
}

/** Valid policies of every kind, and cases for them. */
export const pairs = (style: Style = FULL): fc.Arbitrary<Pair> => arbitrary(8, false, style);

/** At most four unknown facts at a time, and fewer than 2,000 completions. */
export const smallPairs = (style: Style = FULL): fc.Arbitrary<Pair> => arbitrary(6, true, style);

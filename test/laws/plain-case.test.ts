// Law: a case that is read quickly, into numbers, has the values that the whole loader's case has, at every node; or it is left to the loader.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../src/index.js';
import { corpus } from '../fuzz/corpus.js';
import { edited, type Edit } from '../fuzz/inputs.js';
import { caseInput, lineInput } from '../fuzz/plain-case-inputs.js';
import { LINES, tryPlainCase } from '../fuzz/plain-case-trial.js';
import { ROOT } from '../support/host.js';
import { runs } from '../support/runs.js';
import { pairs } from './generate.js';

const { cases } = corpus(ROOT);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const number = fc.nat(0x7fffffff);
const edits: fc.Arbitrary<Edit[]> = fc.array(fc.record({ kind: number, at: number, to: number, token: number }), {
  minLength: 1,
  maxLength: 3,
});

describe('the quick reading of cases', () => {
  test('takes every sound case that is shipped', () => {
    // The last of the corpus leaves a value out between two commas.
    const tried = cases.slice(0, -1).map(({ text, policy }) => tryPlainCase(bytes(text), policy));
    expect(tried.filter((result) => result === 'declined')).toEqual([]);
    expect(tried.filter((result) => result === 'accepted').length).toBeGreaterThan(55);
  });

  test('takes most generated cases, and gives the values that the loader gives, 1500 times', () => {
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const law = fc.property(pairs(), ({ policyText, caseText }) => {
      const policy = readPolicy(bytes(policyText), 'p');
      if (!policy.ok) throw new Error('the policy is refused');
      seen[tryPlainCase(bytes(caseText), policy.value)] += 1;
    });
    fc.assert(law, { numRuns: runs(1500, 20) });
    expect(seen.accepted).toBeGreaterThan(runs(500, 6));
    expect(seen.declined).toBeLessThan(seen.accepted / 2);
  }, 240_000);

  test('gives the values that the loader gives for cases with slips, or leaves them to it, 6000 times', () => {
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const choices = fc.array(number, { minLength: 400, maxLength: 400 });
    const law = fc.property(fc.nat(cases.length - 1), choices, (i, numbers) => {
      let at = 0;
      const { policy } = cases[i]!;
      const text = caseInput(policy, (below) => numbers[at++ % numbers.length]! % below);
      seen[tryPlainCase(bytes(text), policy)] += 1;
    });
    fc.assert(law, { numRuns: runs(6000, 300) });
    expect(seen.accepted).toBeGreaterThan(runs(1200, 40));
    expect(seen.declined).toBeLessThan(seen.accepted / 2);
  }, 240_000);

  test('gives the values that the loader gives for lines that programs write, sound, with slips and tampered with, 9000 times', () => {
    const choices = fc.array(number, { minLength: 400, maxLength: 400 });
    const read = (most: number, tampered: boolean): number => {
      const seen = { accepted: 0, declined: 0, refused: 0 };
      const law = fc.property(fc.nat(cases.length - 1), choices, edits, (i, numbers, changes) => {
        let at = 0;
        const { policy } = cases[i]!;
        const line = lineInput(policy, (below) => numbers[at++ % numbers.length]! % below);
        seen[tryPlainCase(bytes(tampered ? edited(line, changes.slice(0, 1)) : line), policy)] += 1;
      });
      LINES.taken = 0;
      fc.assert(law, { numRuns: most });
      console.log(`${tampered ? 'tampered' : 'written'} lines: ${LINES.taken} taken, ${JSON.stringify(seen)}`);
      expect(LINES.taken).toBeGreaterThan(seen.accepted * 0.6);
      return seen.accepted;
    };
    expect(read(runs(3000, 150), false)).toBeGreaterThan(runs(900, 30));
    expect(read(runs(6000, 200), true)).toBeGreaterThan(runs(500, 8));
  }, 240_000);

  test('never takes a line in which a value stands before its value, 3000 times', () => {
    const choices = fc.array(number, { minLength: 400, maxLength: 400 });
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const broken = fc.constantFrom(
      ...['""', '"一"', '"是"', 'null', '5', '["一"'].map((word) => (value: string) => `${word}{"value":${value}}`),
      (value: string) => `{"value":${value},"evidence":""["一"]}`,
      (value: string) => `""[${value}]`,
    );
    const law = fc.property(fc.nat(cases.length - 1), choices, number, broken, (i, numbers, place, breaking) => {
      let at = 0;
      const { policy } = cases[i]!;
      const line = lineInput(policy, (below) => numbers[at++ % numbers.length]! % below);
      const values = [...line.matchAll(/(?<=": ?)(?:"[^"]*"|\[[^\]]*\]|\d+)(?=[,}])/gu)];
      const { index, 0: value } = values[place % values.length]!;
      const text = line.slice(0, index) + breaking(value) + line.slice(index + value.length);
      seen[tryPlainCase(bytes(text), policy)] += 1;
    });
    fc.assert(law, { numRuns: runs(3000, 150) });
    expect(seen).toEqual({ accepted: 0, declined: 0, refused: runs(3000, 150) });
  }, 240_000);

  test('never takes a tampered case for what the loader does not, 10000 times', () => {
    const seen = { accepted: 0, declined: 0, refused: 0 };
    const law = fc.property(fc.nat(cases.length - 1), edits, number, (i, changes, flip) => {
      const { text, policy } = cases[i]!;
      const file = bytes(edited(text, changes));
      if (flip % 10 === 0) file[flip % Math.max(file.length, 1)] = flip % 256;
      seen[tryPlainCase(file, policy)] += 1;
    });
    fc.assert(law, { numRuns: runs(10_000, 300) });
    expect(seen.accepted).toBeGreaterThan(runs(1000, 25));
    expect(seen.declined).toBeLessThan(seen.accepted / 3);
  }, 240_000);
});

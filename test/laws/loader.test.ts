// Law: whatever bytes come, the loader refuses with an error or accepts what a plain reading finds; it throws nothing and hangs nowhere.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpus } from '../fuzz/corpus.js';
import { edited, TOKENS, type Edit } from '../fuzz/inputs.js';
import { plainQuantity } from '../fuzz/oracle.js';
import { tryCase, tryPolicy } from '../fuzz/trial.js';
import { ROOT } from '../support/host.js';
import { runs } from '../support/runs.js';

const { policies, cases } = corpus(ROOT);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const number = fc.nat(0x7fffffff);
const edits: fc.Arbitrary<Edit[]> = fc.array(fc.record({ kind: number, at: number, to: number, token: number }), {
  minLength: 1,
  maxLength: 5,
});

/** How long one file may take: a guard against hanging, generous because the machine may be busy. */
const MOST_MS = 5000;

function timely<T>(work: () => T): T {
  const start = performance.now();
  const result = work();
  if (performance.now() - start > MOST_MS) throw new Error(`took ${String(Math.round(performance.now() - start))} ms`);
  return result;
}

describe('the loader', () => {
  test('reads good cases as a plain reading does, and reports them', () => {
    for (const { text, policy } of cases) expect(tryCase(bytes(text), policy, true)).toBe('accepted');
    for (const text of policies) expect(tryPolicy(bytes(text), true)).toBe('accepted');
  });

  test('survives any bytes, 3000 times', () => {
    const [{ policy }] = cases as [(typeof cases)[number]];
    const either = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map(bytes),
      fc.array(fc.constantFrom(...TOKENS), { maxLength: 30 }).map((tokens) => bytes(tokens.join(''))),
    );
    const law = fc.property(either, (file) => {
      timely(() => tryCase(file, policy, true));
      timely(() => tryPolicy(file, true));
    });
    fc.assert(law, { numRuns: runs(3000) });
  }, 120_000);

  test('accepts of a case that was tampered with only what it says, 6000 times', () => {
    const seen = { refused: 0, accepted: 0 };
    let tried = 0;
    const law = fc.property(fc.nat(cases.length - 1), edits, (i, changes) => {
      const { text, policy } = cases[i]!;
      const file = bytes(edited(text, changes));
      seen[timely(() => tryCase(file, policy, tried++ % 20 === 0))] += 1;
    });
    fc.assert(law, { numRuns: runs(6000, 300) });
    // Else the law would say little.
    expect(Math.min(seen.refused, seen.accepted)).toBeGreaterThan(runs(600, 15));
  }, 180_000);

  test('survives policies that were tampered with, 1500 times', () => {
    const law = fc.property(fc.nat(policies.length - 1), edits, fc.boolean(), (i, changes, deep) => {
      timely(() => tryPolicy(bytes(edited(policies[i]!, changes)), deep));
    });
    fc.assert(law, { numRuns: runs(1500) });
  }, 180_000);

  test('is judged by a reading that reads numbers rightly', () => {
    const read = ['1.10元', '0.5亿元', '-0', '10%', '2年', '1万亿元'].map(plainQuantity);
    expect(read).toEqual(['11/10 元', '50000000/1 元', '0/1 ', '1/10 ', '24/1 月', '1000000000000/1 元']);
  });
});

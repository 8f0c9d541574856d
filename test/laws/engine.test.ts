// Law: engine and reference agree on every generated policy and case, rule by rule; both read the same text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, determine, openCase, readCase, readPolicy } from '../../src/index.js';
import type { PartyDetermination, TrailStep } from '../../src/model/determination.js';
import { referenceDetermine, type ReferenceParty } from '../reference/index.js';
import { runs } from '../support/runs.js';
import { distribution, printDistribution } from './distribution.js';
import { generatePair, pairs, smallPairs, type Pair } from './generate.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Determines a pair with the engine; a diagnostic of policy or case file is a defect of the generator and fails the test. */
export function engineDetermine({ policyText, caseText }: Pair): readonly PartyDetermination[] {
  const policy = readPolicy(bytes(policyText), 'policy.yaml');
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics, null, 1) + policyText);
  const opened = openCase(bytes(caseText), 'case.yaml');
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 1) + caseText);
  const read = readCase(opened.value, policy.value);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics, null, 1) + caseText);
  return determine(compile(policy.value), read.value).parties;
}

/** What a rule came to, as the reference writes it: fractions instead of decimals with units. */
function valueOf(step: TrailStep): string {
  if (step.truth !== null) return String(step.truth);
  return step.value ?? 'unknown';
}

function settledStanding({ status, standing }: { status: string; standing: readonly string[] }): readonly string[] {
  return status === 'determined' || status === 'conflict' ? standing : [];
}

function rulesOf(party: PartyDetermination, reference: ReferenceParty): Record<string, string> {
  const steps = party.trail.filter(({ kind, name }) => kind === 'rule' && Object.hasOwn(reference.rules, name));
  return Object.fromEntries(steps.map((step) => [step.name, canonical(valueOf(step))]));
}

/** `50000000元`, `2.5`, `7/3个月` and fractions without unit all become one exact fraction text. */
function canonical(value: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:\/(\d+))?(?![-\d])/u.exec(value);
  if (!match || /^\d{4}-\d{2}-\d{2}$/u.test(value)) return value;
  const [, sign, whole, decimals = '', below = '1'] = match as unknown as [string, string, string, string?, string?];
  let top = BigInt(whole + decimals);
  let bottom = BigInt(below) * 10n ** BigInt(decimals.length);
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const common = gcd(top, bottom);
  top /= common;
  bottom /= common;
  return `${top === 0n ? '' : sign}${top.toString()}${bottom === 1n ? '' : `/${bottom.toString()}`}`;
}

function compare(pair: Pair): void {
  const reference = referenceDetermine(pair.policyText, pair.caseText, 'kleene');
  const engine = engineDetermine(pair);
  const view = engine.map((party, i) => ({
    name: party.name,
    status: party.status,
    standing: settledStanding(party),
    rules: rulesOf(party, reference[i]!),
  }));
  const wanted = reference.map((party) => ({
    name: party.name,
    status: party.status,
    standing: settledStanding(party),
    rules: Object.fromEntries(Object.entries(party.rules).map(([name, value]) => [name, canonical(value)])),
  }));
  expect(view).toEqual(wanted);
}

describe('engine and reference', () => {
  test(
    'agree on 10,000 generated pairs, in status, standing outcomes and the value of every rule',
    { timeout: 240_000 },
    () => {
      const seed = 20_261_120;
      const told: Pair[] = [];
      for (let i = 0; i < runs(10_000); i++) {
        const pair = generatePair(seed + i, i % 12);
        if (i % 5 === 0) told.push(pair);
        try {
          compare(pair);
        } catch (error) {
          throw new Error(`pair ${String(i)}\n${pair.policyText}\n---\n${pair.caseText}`, { cause: error });
        }
      }
      console.log(printDistribution(distribution(told)));
    },
  );

  test('agree on pairs that fast-check draws and shrinks', () => {
    fc.assert(fc.property(pairs(), compare), { numRuns: runs(500) });
  });

  test('what the engine settles, every completion of the unknown facts agrees with', () => {
    fc.assert(
      fc.property(smallPairs(), (pair) => {
        const exact = referenceDetermine(pair.policyText, pair.caseText, 'exact');
        engineDetermine(pair).forEach((party, i) => {
          const other = exact[i]!;
          const contradicted = other.status === 'error' && /applies_when|impossible/u.test(pair.policyText);
          if (party.status === 'pending' || contradicted) return;
          expect({ status: other.status, standing: settledStanding(other) }).toEqual({
            status: party.status,
            standing: settledStanding(party),
          });
        });
      }),
      { numRuns: runs(500) },
    );
  });
});

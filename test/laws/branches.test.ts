// Law: the branch that is read off the numbers of a case is the one that exact fractions give, for every variable of generated policies.
import { describe, expect, test } from 'vitest';
import { buildDiagrams, compile, openCase, readCase, readPolicy } from '../../src/index.js';
import { quantityIn, UNDEFINED, UNKNOWN, type Cells } from '../../src/compile/cells.js';
import type { Diagrams } from '../../src/diagram/build.js';
import { slotsOf } from '../../src/diagram/terms.js';
import type { Variable } from '../../src/diagram/variables.js';
import { branchOf } from '../../src/diagram/walk.js';
import { branchReaders } from '../../src/evaluate/branches.js';
import { evaluate } from '../../src/evaluate/determine.js';
import { Fraction } from '../../src/model/quantity.js';
import { generatePair } from './generate.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Whether a node holds a day, by what the values say of its type: read from the policy and not from the table. */
function isDay({ table: { policy, slots, asOf } }: Diagrams, slot: number): boolean {
  const own = [...slots].find(([, each]) => each.includes(slot))?.[0];
  return slot === asOf || (own !== undefined && policy.facts.get(own)!.type.kind === 'date');
}

function exactly(diagrams: Diagrams, variable: Variable, cells: Cells): number {
  const read = variable.kind === 'form' ? slotsOf(variable.form) : [variable.slot];
  if (read.some((slot) => cells.state[slot] === UNKNOWN || cells.state[slot] === UNDEFINED)) return -1;
  const index = (slot: number): number => (variable.kind === 'option' ? cells.number[slot]! : cells.state[slot]! / 3);
  const value = (slot: number): Fraction =>
    isDay(diagrams, slot) ? new Fraction(cells.number[slot]!) : quantityIn(cells, slot);
  return branchOf(variable, { index, value }) ?? -1;
}

describe('a branch', () => {
  test('read off numbers is the one that fractions give', { timeout: 120_000 }, () => {
    const seen = { truth: 0, option: 0, form: 0, none: 0 };
    for (let i = 0; i < 1200; i++) {
      const { policyText, caseText } = generatePair(41_000_000 + i, i % 8);
      const policy = readPolicy(bytes(policyText), 'policy.yaml');
      const opened = openCase(bytes(caseText), 'case.yaml');
      if (!policy.ok || !opened.ok) throw new Error(policyText);
      const kase = readCase(opened.value, policy.value);
      if (!kase.ok) throw new Error(caseText);
      const table = compile(policy.value);
      const diagrams = buildDiagrams(table, 100_000);
      if ('tooLarge' in diagrams) continue;
      const readers = branchReaders(diagrams);
      for (const { cells } of evaluate(table, kase.value)) {
        diagrams.variables.list.forEach((variable, at) => {
          if (variable.kind === 'form' && slotsOf(variable.form).some((slot) => diagrams.within.has(slot))) return;
          const branch = exactly(diagrams, variable, cells);
          expect(readers[at]!(cells), `${policyText}\n---\n${caseText}`).toBe(branch);
          seen[branch < 0 ? 'none' : variable.kind] += 1;
        });
      }
    }
    console.log(JSON.stringify(seen));
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });
});

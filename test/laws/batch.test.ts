// Law: a batch says of every party what `decide` says, and what it asks of values alone agrees with what is asked of the case.
import { describe, expect, test } from 'vitest';
import { runCase } from '../../src/batch/case-run.js';
import { judge, openBench } from '../../src/batch/judge.js';
import { buildDiagrams } from '../../src/diagram/build.js';
import { hasFaults } from '../../src/evaluate/faults.js';
import { compile, determine, openCase, readCase, readPolicy } from '../../src/index.js';
import type { Case } from '../../src/model/case.js';
import type { Table } from '../../src/compile/table.js';
import { generatePair, type Pair } from './generate.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function opened({ policyText, caseText }: Pair): { table: Table; kase: Case } {
  const policy = readPolicy(bytes(policyText), 'policy.yaml');
  if (!policy.ok) throw new Error(policyText);
  const head = openCase(bytes(caseText), 'case.yaml');
  const read = head.ok ? readCase(head.value, policy.value) : head;
  if (!read.ok) throw new Error(caseText);
  return { table: compile(policy.value), kase: read.value };
}

describe('a batch', () => {
  test('says of 1,000 generated cases what decide says, with diagrams and without', () => {
    for (let i = 0; i < 1000; i++) {
      const { table, kase } = opened(generatePair(20_261_126 + i, i % 9));
      const built = i % 3 === 0 ? buildDiagrams(table) : undefined;
      const diagrams = () => (built && 'tooLarge' in built ? undefined : built);
      const decided = determine(table, kase, { diagrams });
      const result = judge(openBench(table, diagrams), runCase(table, kase, 'in-force'));
      const view = result.parties.map(({ party, status, outcome, standing, missing }) => [
        party,
        status,
        outcome,
        standing,
        missing,
      ]);
      expect(view).toEqual(
        decided.parties.map(({ name, status, outcome, standing, missing }) => [
          name,
          status,
          outcome,
          standing,
          // The same facts; decide puts the best question first, a batch keeps the policy's order.
          [...table.policy.facts.keys()].filter((name) => missing.includes(name)),
        ]),
      );
      const faults = decided.parties.flatMap(({ diagnostics }) => diagnostics.map((fault) => JSON.stringify(fault)));
      expect(result.diagnostics.map((fault) => JSON.stringify(fault))).toEqual([...new Set(faults)]);
    }
  });

  test('finds by the values alone whether a case has faults', () => {
    let faulty = 0;
    for (let i = 0; i < 1000; i++) {
      const { table, kase } = opened(generatePair(7_000_000 + i, i % 9));
      for (const application of ['in-force', 'outright'] as const) {
        for (const { cells, faults } of runCase(table, kase, application).parties) {
          expect(hasFaults(table, cells, application === 'outright')).toBe(faults.length > 0);
          faulty += faults.length > 0 ? 1 : 0;
        }
      }
    }
    expect(faulty).toBeGreaterThan(50);
  });
});

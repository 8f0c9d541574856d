// Law: what is said of an open case for a batch, by a walk through the diagram, is what the whole inquiry says; in whatever order cases come.
import { describe, expect, test } from 'vitest';
import { buildDiagrams, compile, openCase, readCase, readPolicy } from '../../src/index.js';
import { copyCells, makeCells, UNKNOWN, type Cells } from '../../src/compile/cells.js';
import type { Table } from '../../src/compile/table.js';
import type { Diagrams } from '../../src/diagram/build.js';
import { answerOf, standOf } from '../../src/evaluate/answer.js';
import { settleBriefly } from '../../src/evaluate/brief.js';
import { evaluate } from '../../src/evaluate/determine.js';
import { run } from '../../src/evaluate/run.js';
import { generatePair } from './generate.js';
import { Random } from './generate-random.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** How many cases are made of each generated one, by leaving facts out. */
const CASES = 10;

function opened(seed: number): { table: Table; diagrams: Diagrams | undefined; parties: readonly Cells[] } {
  const { policyText, caseText } = generatePair(seed, seed % 8, false);
  const policy = readPolicy(bytes(policyText), 'policy.yaml');
  const head = openCase(bytes(caseText), 'case.yaml');
  if (!policy.ok || !head.ok) throw new Error(policyText);
  const kase = readCase(head.value, policy.value);
  if (!kase.ok) throw new Error(caseText);
  const table = compile(policy.value);
  const diagrams = buildDiagrams(table, 100_000);
  const parties = evaluate(table, kase.value).map(({ cells }) => cells);
  return { table, diagrams: 'tooLarge' in diagrams ? undefined : diagrams, parties };
}

/** The same party with less known: some facts, sometimes the day. */
function withLess(table: Table, cells: Cells, random: Random): Cells {
  const less = makeCells(table.size);
  copyCells(cells, less);
  const share = random.pick([0, 0.1, 0.2, 0.4, 0.7, 1]);
  for (const slots of table.slots.values()) {
    if (random.chance(share)) for (const slot of slots) less.state[slot] = UNKNOWN;
  }
  if (random.chance(0.1)) for (const slot of [table.asOf, ...table.parameters.values()]) less.state[slot] = UNKNOWN;
  run(table, less);
  return less;
}

describe('the brief answer', () => {
  test('is the whole one, forwards and backwards', { timeout: 240_000 }, () => {
    const seen = { settled: 0, pending: 0, closer: 0, closed: 0 };
    const random = new Random(5);
    for (let i = 0; i < 700; i++) {
      const { table, diagrams, parties } = opened(51_000_000 + i);
      if (!diagrams) continue;
      const cases = parties.flatMap((cells) => Array.from({ length: CASES }, () => withLess(table, cells, random)));
      const whole = cases.map((cells) => answerOf(table, cells, false, () => diagrams));
      const look = (at: number): void => {
        const { stand, settled, missing } = standOf(table, cases[at]!, false, () => diagrams);
        const { status } = whole[at]!.stand;
        expect([stand, settled], String(i)).toEqual([whole[at]!.stand, whole[at]!.settled]);
        expect(missing, String(i)).toEqual(whole[at]!.missing);
        const kind = status === 'pending' ? 'pending' : settled ? 'settled' : 'closed';
        seen[kind] += 1;
        if (kind !== 'closed' && !settleBriefly(diagrams, cases[at]!)) seen.closer += 1;
      };
      cases.forEach((_, at) => look(at));
      cases.forEach((_, at) => look(cases.length - 1 - at));
    }
    console.log(JSON.stringify(seen));
    expect(Math.min(seen.settled, seen.pending, seen.closed)).toBeGreaterThan(300);
    expect(seen.closer).toBeGreaterThan(0);
    expect(seen.closer).toBeLessThan(seen.pending / 10);
  });
});

// Law: with the diagram, what is settled is what every completion of the unknown facts gives, by enumeration.
import { describe, expect, test } from 'vitest';
import { buildDiagrams, compile, determine, openCase, readCase, readPolicy } from '../../src/index.js';
import { FOLLOWED, type Followed } from '../../src/diagram/possible.js';
import type { PartyDetermination } from '../../src/model/determination.js';
import { referenceDetermine } from '../reference/index.js';
import { runs } from '../support/runs.js';
import { generatePair, type Pair } from './generate.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function determined({ policyText, caseText }: Pair, most: Followed): readonly PartyDetermination[] | undefined {
  const policy = readPolicy(bytes(policyText), 'policy.yaml');
  if (!policy.ok) throw new Error(policyText);
  const opened = openCase(bytes(caseText), 'case.yaml');
  const kase = opened.ok ? readCase(opened.value, policy.value) : opened;
  if (!kase.ok) throw new Error(caseText);
  const table = compile(policy.value);
  const diagrams = buildDiagrams(table, 300_000, most);
  if ('tooLarge' in diagrams) return undefined;
  return determine(table, kase.value, { diagrams: () => diagrams }).parties;
}

const answer = ({ status, standing }: { status: string; standing: readonly string[] }): string =>
  status === 'determined' || status === 'conflict' ? `${status} ${standing.join(' ')}` : status;

describe('settling with the diagram', () => {
  test(
    'says what all completions say, never more, and where constants alone are compared never less',
    { timeout: runs(240_000, 240_000) },
    () => {
      let settled = 0;
      let open = 0;
      let less = 0;
      // Parties of whom something is stated while it is open whether its question applies, by how they come out.
      const conditional = { parties: 0, settled: 0, pending: 0 };
      for (let i = 0; i < runs(2500, 500); i++) {
        const plain = i % 2 === 0;
        const pair = generatePair(11_000_000 + i, i % 6, true, { arithmetic: !plain, sloppy: true });
        // Where there is arithmetic, now and then what varies is kept whole.
        const parties = determined(pair, i % 4 === 1 ? { terms: 3, forms: 1 } : FOLLOWED);
        if (!parties) continue;
        const exact = referenceDetermine(pair.policyText, pair.caseText, 'exact');
        parties.forEach((party, k) => {
          const other = exact[k]!;
          const message = `${String(i)}\n${pair.policyText}\n---\n${pair.caseText}`;
          const contradicted = other.status === 'error' && pair.policyText.includes('impossible');
          if (party.settledByCompletions) settled += 1;
          if (Object.keys(party.ifApplicable).length > 0) {
            conditional.parties += 1;
            if (party.status === 'pending') conditional.pending += 1;
            else if (party.settledByCompletions) conditional.settled += 1;
          }
          if (party.status !== 'pending') {
            if (!contradicted) expect(answer(party), message).toBe(answer(other));
          } else if (other.status === 'pending' || other.status === 'error') open += 1;
          else if (plain && /happened_on|as_of/u.test(pair.caseText))
            expect.fail(`pending, yet ${answer(other)}: ${message}`);
          else less += 1;
        });
      }
      console.log(
        `settled by completions ${String(settled)}, open as they should be ${String(open)}, open though all agree ${String(less)}`,
      );
      console.log(`with values whose questions may not apply: ${JSON.stringify(conditional)}`);
      expect(settled).toBeGreaterThan(runs(20));
      expect(Math.min(conditional.settled, conditional.pending / 10)).toBeGreaterThan(runs(10));
    },
  );
});

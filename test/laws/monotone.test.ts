// Laws: knowing more never turns one settled answer into another; the order of the file decides nothing.
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildDiagrams, compile, determine, openCase, readCase, readPolicy } from '../../src/index.js';
import type { PartyDetermination } from '../../src/model/determination.js';
import { generatePair } from './generate.js';
import { Random } from './generate-random.js';

type Tree = Record<string, unknown>;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): Tree => parse(text, { schema: 'failsafe' }) as Tree;
const write = (tree: Tree): string =>
  stringify(tree, { schema: 'failsafe', defaultStringType: 'QUOTE_DOUBLE', aliasDuplicateObjects: false });

function determined(policyText: string, caseText: string, limit = 0): readonly PartyDetermination[] {
  const policy = readPolicy(bytes(policyText), 'policy.yaml');
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics));
  const opened = openCase(bytes(caseText), 'case.yaml');
  const kase = opened.ok ? readCase(opened.value, policy.value) : opened;
  if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
  const table = compile(policy.value);
  const built = limit > 0 ? buildDiagrams(table, limit) : undefined;
  return determine(table, kase.value, built && !('tooLarge' in built) ? { diagrams: () => built } : {}).parties;
}

const settled = (party: PartyDetermination): boolean => ['determined', 'conflict', 'gap'].includes(party.status);
const answer = ({ status, standing }: PartyDetermination): string => `${status} ${[...standing].sort().join(' ')}`;

/** Makes one stated fact unknown, if the case states any: where it can, one that tells whether another question applies. */
function withoutOneFact(caseText: string, conditions: string, random: Random): string {
  const tree = read(caseText);
  const holders = [tree, ...((tree.parties ?? []) as Tree[])].filter(
    (holder) => Object.keys(holder.facts ?? {}).length > 0,
  );
  if (holders.length === 0) return caseText;
  const facts = random.pick(holders).facts as Tree;
  const names = Object.keys(facts);
  const telling = names.filter((name) => conditions.includes(name));
  facts[random.pick(telling.length > 0 && random.chance(0.5) ? telling : names)] = '待查';
  return write(tree);
}

/** The conditions under which questions apply, as text. */
function conditionsIn(policyText: string): string {
  const facts = Object.values((read(policyText)['facts'] ?? {}) as Record<string, Tree>);
  return JSON.stringify(facts.map((fact) => fact['applies_when']));
}

/** Shuffles facts, parameters, rules and outcomes; rows and lists keep their order. */
function shuffled(policyText: string, random: Random): string {
  const tree = read(policyText);
  for (const section of ['facts', 'parameters', 'rules', 'outcomes']) {
    const entries = random.shuffle(Object.entries((tree[section] ?? {}) as Tree));
    if (tree[section] !== undefined) tree[section] = Object.fromEntries(entries);
  }
  return write(Object.fromEntries(Object.entries(tree).reverse()));
}

describe('knowing more', () => {
  test.each([
    ['by what is known alone', 0, 10],
    ['by all completions', 100_000, 6],
  ])('never turns one settled answer into another, only into an error: %s', { timeout: 240_000 }, (_, limit, sizes) => {
    const random = new Random(7);
    const tally = { compared: 0, conditional: 0, errors: 0 };
    for (let i = 0; i < 1500; i++) {
      const { policyText, caseText } = generatePair(5_000_000 + i, i % sizes);
      const more = determined(policyText, caseText, limit);
      const less = determined(policyText, withoutOneFact(caseText, conditionsIn(policyText), random), limit);
      less.forEach((party, k) => {
        const other = more[k]!;
        if (!settled(party)) return;
        if (other.status === 'error') tally.errors += 1;
        else expect(answer(other), `${policyText}\n---\n${caseText}`).toBe(answer(party));
        tally.compared += 1;
        tally.conditional += Object.keys(party.ifApplicable).length > 0 ? 1 : 0;
      });
    }
    console.log(JSON.stringify(tally));
    expect(tally.compared).toBeGreaterThan(600);
    expect(tally.conditional).toBeGreaterThan(60);
  });

  test('a complete case with a day is never pending', { timeout: 120_000 }, () => {
    for (let i = 0; i < 1500; i++) {
      const { policyText, caseText } = generatePair(6_000_000 + i, i % 10);
      if (!/happened_on|as_of/u.test(caseText)) continue;
      for (const party of determined(policyText, caseText)) {
        if (party.missing.length === 0 && party.immaterial.length === 0)
          expect(party.status, policyText + caseText).not.toBe('pending');
        if (party.status === 'pending') expect(party.missing.length, policyText + caseText).toBeGreaterThan(0);
      }
    }
  });
});

describe('the order of the file', () => {
  test('of facts, parameters, rules and outcomes changes no determination', { timeout: 120_000 }, () => {
    const random = new Random(11);
    for (let i = 0; i < 800; i++) {
      const { policyText, caseText } = generatePair(7_000_000 + i, i % 10);
      const other = shuffled(policyText, random);
      expect(determined(other, caseText).map(answer), policyText).toEqual(determined(policyText, caseText).map(answer));
    }
  });
});

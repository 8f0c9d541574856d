// Law: a rule is called indecisive exactly where every complete case comes out the same with the rule forced true and forced false.
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkPolicy } from '../../src/check/check-policy.js';
import { readPolicy, type Policy } from '../../src/index.js';
import type { Policy as Text } from '../reference/files.js';
import { judge } from '../reference/index.js';
import { World } from '../reference/world.js';
import { completeCases } from './complete-cases.js';
import { generatePair } from './generate.js';

/** What counts of a case: its answer, what outcomes state, whether facts apply, and whether it is possible at all. */
function counted(world: World, policy: Policy): string {
  const stated = [...policy.outcomes.values()].flatMap(({ states }) => states).filter((name) => policy.rules.has(name));
  const { facts = {} } = world.given.policy;
  const applies = Object.values(facts).map(({ applies_when: when }) => when === undefined || world.condition(when));
  const impossible = (world.given.policy.impossible ?? []).map((test) => world.holds(test));
  const values = stated.map((name) => String(world.value(name)));
  return JSON.stringify([judge(world), values, applies, impossible]);
}

/** The policy with a rule that is true, or false, in every case. */
function forced(policy: Text, rule: string, truth: boolean): Text {
  return { ...policy, rules: { ...policy.rules, [rule]: { when: truth ? { all: [] } : { any: [] } } } };
}

/** Whether no case that has a truth for the rule comes out otherwise when the rule says the opposite. */
function isIdle(worlds: readonly World[], policyText: string, policy: Policy, rule: string): boolean {
  const text = parse(policyText, { schema: 'failsafe' }) as Text;
  const [yes, no] = [forced(text, rule, true), forced(text, rule, false)];
  return worlds.every((world) => {
    if (typeof world.value(rule) !== 'boolean') return true;
    const [one, other] = [yes, no].map((policyOf) => counted(new World({ ...world.given, policy: policyOf }), policy));
    return one === other;
  });
}

test('indecisive rules are those that brute force finds', () => {
  const seen = { policies: 0, rules: 0, indecisive: 0 };
  for (let seed = 7_000_001; seen.policies < 120; seed++) {
    const { policyText } = generatePair(seed, 2 + (seed % 5), true, { arithmetic: false, sloppy: true });
    const worlds = completeCases(policyText, 400);
    if (!worlds) continue;
    const read = readPolicy(new TextEncoder().encode(policyText), 'p.yaml');
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
    const dead = checkPolicy(read.value).filter(({ code }) => code === 'check/dead-rule');
    const told = dead.filter(({ words }) => words['how'] === 'indecisive').map(({ words }) => words['name']!);
    const others = new Set(
      dead.filter(({ words }) => words['how'] !== 'indecisive').map(({ words }) => words['name']!),
    );
    const rules = [...read.value.rules.values()].filter(
      ({ name, type }) => type.kind === 'boolean' && !others.has(name),
    );
    const wanted = rules.map(({ name }) => name).filter((name) => isIdle(worlds, policyText, read.value, name));
    expect([policyText, told]).toEqual([policyText, wanted]);
    seen.policies += 1;
    seen.rules += rules.length;
    seen.indecisive += told.length;
  }
  console.log(JSON.stringify(seen));
  expect(seen.indecisive).toBeGreaterThan(10);
});

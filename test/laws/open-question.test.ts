// Law: an answer that is given while it is open whether the question of a stated value applies stands however that is answered,
// the value being set aside where it does not apply; and what is missing then can be answered so that the outcome differs.
import { describe, expect, test } from 'vitest';
import { determine } from '../../src/index.js';
import type { Stated } from '../reference/files.js';
import { answer, readIn, textOf, valuesOf, worldOf, type World } from './explain-world.js';
import { Random } from './generate-random.js';

/** How often a case is completed. */
const WAYS = 12;

/** Values for all facts that a case leaves open. */
function completion(world: World, random: Random): Readonly<Record<string, Stated>> {
  const open = Object.entries(world.policy.facts ?? {}).filter(
    ([name, { type }]) => type !== 'text' && !(name in world.facts),
  );
  return Object.fromEntries(open.map(([name]) => [name, random.pick(valuesOf(world, name))]));
}

const SETTLED = ['determined', 'conflict', 'gap'];

function run(arithmetic: boolean, from: number): void {
  const tally = { parties: 0, settled: 0, completed: 0, reversed: 0, pending: 0, impossible: 0 };
  for (let i = 0; i < 1200; i++) {
    const world = worldOf(from + i, 1 + (i % 5), arithmetic);
    const kase = world && readIn(world, world.facts);
    if (!world || !kase) continue;
    const [party] = determine(world.table, kase, { diagrams: () => world.diagrams }).parties;
    if (Object.keys(party!.ifApplicable).length === 0 || party!.status === 'error') continue;
    const random = new Random(i);
    const said = [party!.status, ...party!.standing].join(' ');
    const seen = new Set<string>();
    for (let way = 0; way < WAYS; way++) {
      const { text } = answer(world, { ...world.facts, ...completion(world, random) });
      if (text === 'unreadable') continue;
      if (SETTLED.includes(text.split(' ')[0]!)) seen.add(text);
      const message = `seed ${String(from + i)}\n${world.policyText}\n---\n${textOf(world, world.facts)}`;
      if (!SETTLED.includes(party!.status)) continue;
      if (text.startsWith('error')) expect(world.policyText, message).toContain('impossible');
      else expect(text, message).toBe(said);
      tally.completed += 1;
    }
    tally.parties += 1;
    if (SETTLED.includes(party!.status)) tally.settled += 1;
    else tally.pending += 1;
    if (seen.size > 1) tally.reversed += 1;
    if (seen.size === 0) tally.impossible += 1;
  }
  console.log(`${arithmetic ? 'with' : 'without'} arithmetic: ${JSON.stringify(tally)}`);
  expect(tally.settled).toBeGreaterThan(10);
  expect(tally.reversed).toBeGreaterThan(20);
}

describe('an answer given while it is open whether a question applies', () => {
  test('stands however that is answered where facts are compared with constants', { timeout: 240_000 }, () => {
    run(false, 31_000_000);
  });

  test('stands however that is answered where facts are compared with each other', { timeout: 240_000 }, () => {
    run(true, 32_000_000);
  });
});

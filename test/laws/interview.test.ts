// Laws of the interview, over generated policies and answers: it asks nothing twice, nothing immaterial, and ends where decide ends.
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { determine } from '../../src/index.js';
import type { Table } from '../../src/compile/table.js';
import type { Diagrams } from '../../src/diagram/build.js';
import { readDate } from '../../src/model/calendar.js';
import type { Case } from '../../src/model/case.js';
import type { Constant } from '../../src/model/expression.js';
import { judge } from '../reference/index.js';
import type { Value } from '../reference/values.js';
import type { World } from '../reference/world.js';
import { completeCases } from './complete-cases.js';
import { Random } from './generate-random.js';
import { generatePair } from './generate.js';
import { answered, behind, caseUnder, led, prepared, type Step } from './led-interview.js';

/** A value of the reference evaluator as a case states it. */
function constantOf(table: Table, fact: string, value: Value): Constant {
  const { type } = table.policy.facts.get(fact)!;
  if (type.kind === 'boolean') return { kind: 'boolean', value: value === true };
  if (type.kind === 'choice') return { kind: 'choice', option: value as string };
  if (type.kind === 'choices') return { kind: 'choices', options: value as readonly string[] };
  if (type.kind === 'date') return { kind: 'date', day: readDate(value as string)! };
  if (type.kind === 'quantity') return { kind: 'quantity', value: value as Fraction, unit: type.unit };
  return { kind: 'text', text: value as string };
}

const textOf = (value: Value | undefined): string =>
  value instanceof Fraction ? value.toFraction() : JSON.stringify(value);
const judged = new WeakMap<World, string>();
const answerOf = (world: World): string => {
  const known = judged.get(world);
  if (known !== undefined) return known;
  const { status, standing } = judge(world);
  const answer = [status, ...standing].join(' ');
  judged.set(world, answer);
  return answer;
};

/** The facts that can change the answer by themselves in some complete case that agrees with what is known. */
function deciding(worlds: readonly World[], facts: readonly string[]): readonly string[] {
  return facts.filter((fact) => {
    const seen = new Map<string, string>();
    return worlds.some((world) => {
      const others = facts.filter((name) => name !== fact).map((name) => textOf(world.given.assumed![name]));
      const key = [world.given.day, ...others].join('\n');
      const before = seen.get(key);
      const answer = answerOf(world);
      seen.set(key, answer);
      return before !== undefined && before !== answer;
    });
  });
}

const HEAD = 'case: { id: c, title: t, policy: sheng-cheng, as_of: ';

interface Tally {
  interviews: number;
  /** Of them those that begin with values whose questions may not apply. */
  early: number;
  asked: number;
  facts: number;
  immaterial: number;
  conditions: number;
  most: number;
}

/** Leads one interview with the answers of one complete case, and checks every question against all complete cases. */
function enumerated(policyText: string, random: Random, tally: Tally, exact: boolean): void {
  const all = completeCases(policyText, 600);
  const { table, diagrams } = prepared(policyText);
  if (!all || all.length === 0 || !diagrams) return;
  const truth = random.pick(all);
  const { day, assumed } = truth.given;
  const facts = [...table.policy.facts.keys()].filter((name) => assumed![name] !== undefined);
  const answer = (fact: string): Constant => constantOf(table, fact, assumed![fact]!);
  const early = facts.filter((name) => table.applies.has(name) && random.chance(0.3));
  const start = early.reduce(
    (kase, fact) => answered(kase, { fact, party: null }, answer(fact)),
    caseUnder(table, `${HEAD}${day!} }\n`),
  );
  const steps = led(table, start, ({ fact }) => answer(fact), { diagrams });
  const asked = steps.flatMap(({ progress }) => progress.next?.fact ?? []);
  const message = `${policyText}\n---\n${JSON.stringify(asked)}\n${facts.map((name) => `${name} = ${textOf(assumed![name])}`).join(', ')}`;
  expect(new Set(asked).size, message).toBe(asked.length);
  steps.forEach(({ progress }, i) => {
    expect(progress.atMost, message).toBeGreaterThanOrEqual(steps.length - 1 - i);
    const known = [...early, ...asked.slice(0, i)];
    const worlds = all.filter(
      ({ given }) =>
        given.day === day && known.every((name) => textOf(given.assumed![name]) === textOf(assumed![name])),
    );
    if (progress.next) weigh(table, worlds, facts, progress.next.fact, tally, exact, message);
    else {
      const answers = new Set(worlds.map(answerOf));
      if (exact) expect([...answers], message).toHaveLength(1);
      expect([...answers].includes(answerOf(truth)), message).toBe(true);
    }
  });
  ends(table, diagrams, steps, answerOf(truth), message);
  tally.interviews += 1;
  tally.early += early.length > 0 ? 1 : 0;
  tally.asked += asked.length;
  tally.facts += facts.length;
  tally.most = Math.max(tally.most, asked.length);
}

/** A question decides something by itself, or tells whether one that does applies; where only several together decide, each may be asked. */
function weigh(
  table: Table,
  worlds: readonly World[],
  facts: readonly string[],
  fact: string,
  tally: Tally,
  exact: boolean,
  message: string,
): void {
  const decisive = deciding(worlds, facts);
  if (decisive.includes(fact) || (decisive.length === 0 && new Set(worlds.map(answerOf)).size > 1)) return;
  if (decisive.some((other) => behind(table, other).has(fact))) tally.conditions += 1;
  else if (exact && new Set(worlds.map(answerOf)).size > 1) expect.fail(`${fact} is immaterial\n${message}`);
  else tally.immaterial += 1;
}

/** A case without the values whose questions turned out not to apply. */
function withoutVain(table: Table, kase: Case): Case {
  const [party] = determine(table, kase).parties;
  const vain = party!.diagnostics
    .filter(({ code }) => code === 'case/not-applicable')
    .map(({ words }) => words['name']);
  return { ...kase, facts: new Map([...kase.facts].filter(([name]) => !vain.includes(name))) };
}

/** The last step says what all facts together say. */
function ends(table: Table, diagrams: Diagrams, steps: readonly Step[], answer: string, message: string): void {
  const { kase, progress } = steps.at(-1)!;
  const [party] = determine(table, withoutVain(table, kase), { diagrams: () => diagrams }).parties;
  const own = [party!.status, ...party!.standing].join(' ');
  if (!answer.startsWith('error')) expect(own, message).toBe(answer);
  expect(progress.settled, message).toBe(party!.status !== 'pending');
}

describe('an interview', () => {
  test(
    'asks nothing twice and nothing immaterial, says how far along it is, and ends where all facts together end',
    {
      timeout: 600_000,
    },
    () => {
      for (const arithmetic of [false, true]) {
        const tally: Tally = { interviews: 0, early: 0, asked: 0, facts: 0, immaterial: 0, conditions: 0, most: 0 };
        for (let i = 0; i < 1800; i++) {
          const { policyText } = generatePair(21_000_000 + i, 1 + (i % 7), true, { arithmetic, sloppy: true });
          enumerated(policyText, new Random(i), tally, !arithmetic);
        }
        console.log(arithmetic ? 'with arithmetic' : 'constants alone', JSON.stringify(tally));
        expect(tally.interviews).toBeGreaterThan(900);
        expect(tally.early).toBeGreaterThan(100);
      }
    },
  );
});

// Laws of the interview with parties, arithmetic and 待查: it asks what decide misses, and ends where decide ends.
import { describe, expect, test } from 'vitest';
import { determine } from '../../src/index.js';
import type { Table } from '../../src/compile/table.js';
import type { Diagrams } from '../../src/diagram/build.js';
import type { Case, StatedFact } from '../../src/model/case.js';
import type { PartyDetermination } from '../../src/model/determination.js';
import type { Constant } from '../../src/model/expression.js';
import type { Question } from '../../src/interview/interview.js';
import { answers } from './drawn-answers.js';
import { Random } from './generate-random.js';
import { generatePair } from './generate.js';
import { behind, caseUnder, led, prepared } from './led-interview.js';

describe('an interview', () => {
  test(
    'with parties, arithmetic and 待查 asks what decide misses, and what it marks as immaterial is so together',
    {
      timeout: 240_000,
    },
    () => {
      const tally = { interviews: 0, asked: 0, remaining: 0, settled: 0, awaiting: 0, contradicted: 0, immaterial: 0 };
      for (let i = 0; i < 900; i++) {
        const pair = generatePair(23_000_000 + i, 2 + (i % 9), false, { arithmetic: i % 2 === 0, sloppy: true });
        const random = new Random(i);
        const { table, diagrams } = prepared(pair.policyText);
        const whole = caseUnder(table, pair.caseText);
        const { head, parties } = whole;
        const day =
          head.asOf === undefined && head.happenedOn === undefined && random.chance(0.8) ? { asOf: 19_800 } : {};
        const none = parties.map((party) => ({ ...party, facts: new Map<string, StatedFact>() }));
        const start: Case = {
          ...whole,
          head: { ...head, ...day },
          facts: new Map<string, StatedFact>(),
          parties: none,
        };
        drawnInterview(
          table,
          diagrams,
          start,
          answers(table, whole, random, i % 3 === 0 ? 0.2 : 0),
          tally,
          pair.policyText,
        );
      }
      console.log(JSON.stringify(tally));
      expect(tally.settled).toBeGreaterThan(300);
      expect(tally.awaiting).toBeGreaterThan(20);
      expect(tally.immaterial).toBeGreaterThan(20);
    },
  );
});

type Answering = (question: Question) => Constant | null;

/** Leads an interview to its end and on through all other facts, and compares what decide says at both ends. */
function drawnInterview(
  table: Table,
  diagrams: Diagrams | undefined,
  start: Case,
  answer: Answering,
  tally: Record<string, number>,
  message: string,
): void {
  const options = { ...(diagrams ? { diagrams } : {}), application: 'outright' } as const;
  const decided = (kase: Case): readonly PartyDetermination[] =>
    determine(table, kase, { application: 'outright', diagrams: () => diagrams }).parties;
  const steps = led(table, start, answer, options);
  const { kase, progress } = steps.at(-1)!;
  const further = led(table, kase, answer, { ...options, thorough: true });
  const full = further.at(-1)!.kase;
  const asked = [...steps, ...further].flatMap(({ progress: { next } }) => (next ? [JSON.stringify(next)] : []));
  expect(new Set(asked).size, message).toBe(asked.length);
  for (const step of steps) isMissed(table, step.kase, decided(step.kase), step.progress.next, message);
  tally.interviews! += 1;
  tally.asked! += steps.length - 1;
  tally.remaining! += further.length - 1;
  further.forEach((step, i) => expect(step.progress.atMost, message).toBeGreaterThanOrEqual(further.length - 1 - i));
  const all = decided(full);
  if (all.some(({ status }) => status === 'error')) {
    tally.contradicted! += 1;
    return;
  }
  steps.forEach((step, i) => expect(step.progress.atMost, message).toBeGreaterThanOrEqual(steps.length - 1 - i));
  const shown = ({ status, standing }: PartyDetermination): string => [status, ...standing].join(' ');
  const now = decided(kase);
  expect(progress.settled, message).toBe(now.every(({ status }) => status !== 'pending'));
  if (progress.settled) {
    tally.settled! += 1;
    expect(now.map(shown), message).toEqual(all.map(shown));
  } else if (diagrams) {
    tally.awaiting! += 1;
    expect(progress.awaiting.length > 0 || kase.head.asOf === undefined, message).toBe(true);
  }
  const idle = progress.answers.filter(({ state }) => state === 'immaterial').map(({ question }) => question);
  tally.immaterial! += idle.length;
  expect(decided(without(kase, idle)).map(shown), message).toEqual(now.map(shown));
}

/** Every question is one that decide misses, or tells whether one that it misses applies; or none of these can be asked: they are being looked into, or their conditions are. */
function isMissed(
  table: Table,
  kase: Case,
  parties: readonly PartyDetermination[],
  next: Question | null,
  message: string,
): void {
  if (!next) return;
  const concerned = parties.filter(({ name }) => next.party === null || next.party === name);
  const missing = concerned.flatMap((party) => party.missing);
  const isWaiting = (fact: string): boolean =>
    kase.facts.has(fact) || kase.parties.some(({ facts }) => facts.has(fact)) || table.applies.has(fact);
  const behindMissing = missing.some((name) => name === next.fact || behind(table, name).has(next.fact));
  expect(behindMissing || missing.every(isWaiting), `${next.fact}\n${message}`).toBe(true);
}

function without(kase: Case, questions: readonly Question[]): Case {
  const kept = (facts: Case['facts'], party: string | null): Case['facts'] =>
    new Map([...facts].filter(([fact]) => !questions.some((one) => one.fact === fact && one.party === party)));
  const parties = kase.parties.map((party) => ({ ...party, facts: kept(party.facts, party.name) }));
  return { ...kase, facts: kept(kase.facts, null), parties };
}

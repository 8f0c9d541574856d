// Laws of batches that compare and cover: the flip table is what two runs of `decide` give, taking back all that differs gives the old
// answer, and coverage is what the trail says.
import { describe, expect, test } from 'vitest';
import { runCase } from '../../src/batch/case-run.js';
import { explainer } from '../../src/batch/explain-flip.js';
import { hybridOf, runHybrid } from '../../src/batch/hybrid.js';
import { judge, openBench, type Bench } from '../../src/batch/judge.js';
import { comparisonKeeper } from '../../src/batch/keep-comparison.js';
import { coverageKeeper } from '../../src/batch/keep-coverage.js';
import { differenceGroups } from '../../src/batch/versions.js';
import { hasFaults } from '../../src/evaluate/faults.js';
import { standingIn } from '../../src/evaluate/status.js';
import { compile, determine, openCase, readCase, readPolicy } from '../../src/index.js';
import { isFlipped, type CoveragePoint, type FileResult } from '../../src/model/batch.js';
import type { Case } from '../../src/model/case.js';
import type { PartyDetermination } from '../../src/model/determination.js';
import type { Policy } from '../../src/model/policy.js';
import type { Sitting } from '../../src/batch/keep.js';
import { generatePair } from './generate.js';
import { Random } from './generate-random.js';
import { mutated } from './mutated.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function benchOf(text: string): Bench | undefined {
  const policy = readPolicy(bytes(text), 'policy.yaml');
  return policy.ok ? openBench(compile(policy.value), () => undefined) : undefined;
}

function caseUnder({ table }: Bench, text: string): Case | undefined {
  const opened = openCase(bytes(text), 'case.yaml');
  const read = opened.ok ? readCase(opened.value, table.policy) : opened;
  return read.ok ? read.value : undefined;
}

interface Versions {
  readonly before: Bench;
  readonly after: Bench;
  readonly cases: readonly { readonly old: Case; readonly now: Case }[];
}

function* versions(count: number): Generator<Versions> {
  for (let seed = 1, found = 0; found < count; seed++) {
    const random = new Random(seed);
    const { policyText, caseText } = generatePair(30_000_000 + seed, seed % 8);
    const [before, after] = [benchOf(policyText), benchOf(mutated(policyText, random))];
    if (!before || !after) continue;
    const old = caseUnder(before, caseText);
    const now = caseUnder(after, caseText);
    if (!old || !now) continue;
    found += 1;
    yield { before, after, cases: [{ old, now }] };
  }
}

function sit({ before, after }: Versions, { old, now }: Versions['cases'][number]): [FileResult, Sitting, Sitting] {
  const newer = { bench: after, run: runCase(after.table, now, 'outright') };
  const older = { bench: before, run: runCase(before.table, old, 'outright') };
  return [judge(after, newer.run, older), newer, older];
}

describe('a comparison of two versions', () => {
  test('counts what two runs of decide count, and finds changes for every flip', () => {
    let flipped = 0;
    for (const pair of versions(500)) {
      const keeper = comparisonKeeper(() => () => undefined);
      const naive = new Map<string, number>();
      for (const { old, now } of pair.cases) {
        keeper.see(...sit(pair, { old, now }));
        const first = determine(pair.before.table, old, { application: 'outright' }).parties;
        const second = determine(pair.after.table, now, { application: 'outright' }).parties;
        const words = ({ status, standing }: PartyDetermination): string => [status, ...[...standing].sort()].join(' ');
        first.forEach((party, i) => {
          const key = `${words(party)} → ${words(second[i]!)}`;
          naive.set(key, (naive.get(key) ?? 0) + 1);
        });
      }
      const [comparison] = keeper.tell().comparisons!;
      const words = ({ status, standing }: { status: string; standing: readonly string[] }): string =>
        [status, ...[...standing].sort()].join(' ');
      const table = comparison!.flips.map(({ before, after, parties }) => [
        `${words(before)} → ${words(after)}`,
        parties,
      ]);
      expect(new Map(table as [string, number][])).toEqual(naive);
      flipped += comparison!.flipped;
      for (const party of comparison!.parties) expect(party.because.length).toBeGreaterThan(0);
      if (comparison!.flipped > 0) expect(comparison!.changes.some(({ mattered }) => mattered > 0)).toBe(true);
    }
    expect(flipped).toBeGreaterThan(40);
  });

  test('taking back all that differs gives the old answer, and the changes that are named give it too', () => {
    for (const pair of versions(500)) {
      const { before, after } = pair;
      const units = differenceGroups(before.table.policy, after.table.policy);
      const explain = explainer(before, after, () => () => undefined);
      for (const each of pair.cases) {
        const [result, newer, older] = sit(pair, each);
        result.parties.forEach((party, i) => {
          const compared = { before: older.run.parties[i]!, after: newer.run.parties[i]! };
          const answers = { before: party.before!, after: party };
          const { fewest } = explain.explain({ ...compared, answers });
          for (const chosen of [
            units,
            ...(isFlipped(party.before!, party) ? [fewest.map((unit) => units[unit]!)] : []),
          ]) {
            const policy = hybridOf(before.table.policy, after.table.policy, chosen)!;
            const table = compile(policy);
            const cells = runHybrid(table, {
              before: { table: before.table, cells: compared.before.cells },
              after: { table: after.table, cells: compared.after.cells },
            });
            const { status, standing } = standingIn(table, cells);
            const failed = status === 'error' || hasFaults(table, cells, true);
            const answer = {
              status: failed ? ('error' as const) : status,
              outcome: null,
              standing: failed ? [] : standing,
            };
            expect(isFlipped(answer, party.before!)).toBe(false);
          }
        });
      }
    }
  });

  test('finds no difference between a policy and itself, however its numbers and its order are written', () => {
    for (const { before } of versions(60)) {
      expect(differenceGroups(before.table.policy, before.table.policy)).toEqual([]);
    }
    const text = `
policy: { id: a, title: 甲, completeness: part, source: 虚构 }
articles: { 第一条: 某某 }
facts:
  损失: { ask: 多少？, type: money, cites: 第一条 }
  谋私: { ask: 有无？, type: boolean, cites: 第一条 }
rules: { 重大: { cites: 第一条, when: 损失 >= 5000万元 } }
outcomes: { 甲: { title: 甲, when: { any: [重大, 谋私] } }, 乙: { title: 乙, otherwise: true } }
`;
    const other = text
      .replace('5000万元', '50000000元')
      .replace('有无？', '是否谋取私利？')
      .replace('title: 乙', 'title: 丙');
    expect(differenceGroups(benchOf(text)!.table.policy, benchOf(other)!.table.policy)).toEqual([]);
    const changed = benchOf(text.replace('5000万元', '4000万元'))!;
    expect(differenceGroups(benchOf(text)!.table.policy, changed.table.policy)[0]!.differences).toMatchObject([
      { kind: 'rule', name: '重大', cites: '第一条', before: '损失 >= 5000万元', after: '损失 >= 4000万元' },
    ]);
  });
});

/** Counts again from the trail: from what stands through deciding leaves to rules, by the names that the trail shows. */
function recount(party: PartyDetermination, policy: Policy, seen: Map<string, Set<string>>): void {
  const decisive = new Set<string>();
  const enter = (kind: 'rule' | 'outcome', name: string): void => {
    if (decisive.has(`${kind} ${name}`)) return;
    const step = party.trail.find((own) => own.kind === kind && own.name === name);
    if (!step) return;
    decisive.add(`${kind} ${name}`);
    for (const { facts } of step.because) {
      for (const read of Object.keys(facts)) {
        if (step.kind === 'outcome' && party.trail.some((own) => own.kind === 'outcome' && own.name === read))
          enter('outcome', read);
        enter('rule', read);
      }
    }
  };
  for (const name of party.standing) {
    enter('outcome', name);
    for (const other of policy.outcomes.values()) {
      if (other.prevailsOver.some(({ outcome }) => outcome === name)) enter('outcome', other.name);
    }
  }
  for (const key of decisive) seen.set(key, new Set([...(seen.get(key) ?? []), party.name]));
}

describe('coverage', () => {
  test('counts for rules and outcomes what the trails of all parties say, and what lay on the way to the answer', () => {
    for (let seed = 0; seed < 400; seed++) {
      const { policyText, caseText } = generatePair(40_000_000 + seed, seed % 9);
      if (/applies_when/u.test(policyText)) continue;
      const bench = benchOf(policyText)!;
      const kase = caseUnder(bench, caseText)!;
      const keeper = coverageKeeper();
      const run = runCase(bench.table, kase, 'in-force');
      const result = judge(bench, run);
      keeper.see(result, { bench, run }, undefined);
      const parties = determine(bench.table, kase).parties.filter(({ status }) => status !== 'error');
      const seen = new Map<string, Set<string>>();
      for (const party of parties) recount(party, bench.table.policy, seen);
      const [coverage] = keeper.tell().coverage!;
      for (const point of coverage!.points.filter(({ kind }) => kind === 'rule' || kind === 'outcome')) {
        const steps = parties.map(({ trail }) =>
          trail.find(({ kind, name }) => kind === point.kind && name === point.owner)!,
        );
        const is = (truth: unknown): number => steps.filter((step) => step.truth === truth).length;
        const values = steps.filter(({ truth, value }) => truth === null && value !== null).length;
        const unknown = steps.filter(
          ({ truth, value }) => truth === 'unknown' || (truth === null && value === null),
        ).length;
        const counted = pick(point);
        expect(counted).toEqual([
          is(true) + values,
          is(false),
          unknown,
          seen.get(`${point.kind} ${point.owner}`)?.size ?? 0,
        ]);
      }
      const wanted = coverage!.points.reduce((sum, { lacks }) => sum + lacks.length, coverage!.seen);
      expect(wanted).toBe(coverage!.wanted);
      expect(coverage!.percent).toBe(Math.floor((100 * coverage!.seen) / coverage!.wanted));
    }
  });
});

function pick(point: CoveragePoint): number[] {
  return [point.true, point.false, point.unknown, point.decisive];
}

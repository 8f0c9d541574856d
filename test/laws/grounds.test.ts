// Law: the leaves that a batch names as grounds, with their truths, force what stands, whatever the other leaves are; and what is kept for one party is right for the next.
import { describe, expect, test } from 'vitest';
import { runCase } from '../../src/batch/case-run.js';
import { groundsFinder } from '../../src/batch/grounds.js';
import { judge, openBench } from '../../src/batch/judge.js';
import { buildDiagrams } from '../../src/diagram/build.js';
import { compile, openCase, readCase, readPolicy, type Policy } from '../../src/index.js';
import type { PartyResult } from '../../src/model/batch.js';
import type { Condition } from '../../src/model/expression.js';
import type { Outcome } from '../../src/model/policy.js';
import { leavesOf } from '../../src/model/walk.js';
import { runs } from '../support/runs.js';
import { draftCase } from './generate-case.js';
import { draftPolicy } from './generate-policy.js';
import { Random } from './generate-random.js';
import { writeYaml } from './generate-yaml.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** So many other leaves are tried in every way. */
const MOST_FREE = 10;

type Truths = ReadonlyMap<string, boolean>;

function meets(condition: Condition, truths: Truths): boolean {
  if (condition.kind === 'leaf') return truths.get(condition.text)!;
  const count = condition.of.filter((part) => meets(part, truths)).length;
  if (condition.kind === 'at_least') return count >= condition.n;
  if (condition.kind === 'none') return count === 0;
  return condition.kind === 'all' ? count === condition.of.length : count > 0;
}

const holdsByItself = ({ when, unless }: Outcome, truths: Truths): boolean =>
  when !== undefined && meets(when, truths) && !(unless && meets(unless, truths));

function holds({ outcomes }: Policy, name: string, truths: Truths): boolean {
  const outcome = outcomes.get(name)!;
  if (outcome.when) return holdsByItself(outcome, truths);
  return ![...outcomes.values()].some((other) => holdsByItself(other, truths));
}

/** Every way in which the leaves that are not named may fall, beside those that are; undefined where there are too many. */
function waysBeside({ outcomes }: Policy, told: Truths): readonly Truths[] | undefined {
  const conditions = [...outcomes.values()].flatMap(({ when, unless }) => [when, unless].filter((each) => !!each));
  const all = new Set(conditions.flatMap((condition) => [...leavesOf(condition)].map(({ text }) => text)));
  const free = [...all].filter((text) => !told.has(text));
  if (free.length > MOST_FREE) return undefined;
  return Array.from(
    { length: 2 ** free.length },
    (_, bits) => new Map([...told, ...free.map((text, i) => [text, (bits & (1 << i)) !== 0] as const)]),
  );
}

/** Whether the grounds of a party force what stands: those outcomes that do, or that none holds. Undefined where this is not told, or takes too long. */
function isForced(policy: Policy, { status, standing, because }: PartyResult): boolean | undefined {
  if (status === 'error' || status === 'pending' || because.some(({ truth }) => typeof truth !== 'boolean')) return;
  const ways = waysBeside(policy, new Map(because.map(({ leaf, truth }) => [leaf, truth === true])));
  const told = standing.length > 0 ? standing : [...policy.outcomes.keys()];
  return ways?.every((truths) => told.every((name) => holds(policy, name, truths) === standing.length > 0));
}

describe('the grounds of a batch', () => {
  test('force what stands, and are told of each party as of the first', { timeout: 120_000 }, () => {
    const seen = { forced: 0, many: 0 };
    for (let i = 0; i < runs(250, 20); i++) {
      const random = new Random(61_000_000 + i);
      const draft = draftPolicy(random, 1 + (i % 14), { arithmetic: i % 2 === 0, sloppy: true });
      const read = readPolicy(bytes(`${writeYaml(draft.tree, random)}\n`), 'policy.yaml');
      if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
      const table = compile(read.value);
      const built = buildDiagrams(table, 100_000);
      const bench = openBench(table, () => ('tooLarge' in built ? undefined : built));
      for (let k = 0; k < 20; k++) {
        const opened = openCase(bytes(`${writeYaml(draftCase(random, draft, false), random)}\n`), 'case.yaml');
        const kase = opened.ok ? readCase(opened.value, read.value) : opened;
        if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
        const run = runCase(table, kase.value, 'outright');
        judge(bench, run).parties.forEach((party, at) => {
          const forced = isForced(read.value, party);
          if (forced === undefined) seen.many += 1;
          else expect([forced, JSON.stringify(party)]).toEqual([true, JSON.stringify(party)]);
          if (forced) seen.forced += 1;
          if (party.because.length === 0) return;
          expect(party.because).toEqual(groundsFinder(table)(run.parties[at]!.cells, party.standing));
        });
      }
    }
    console.log(JSON.stringify(seen));
    expect(seen.forced).toBeGreaterThan(runs(1000, 20));
  });
});

// Law: a batch that compares two versions says of a case that is read quickly what it says of the same case read whole.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import nodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sitting } from '../../src/batch/keep.js';
import { caseJudge, type Judged } from '../../src/cli/batch/judge-file.js';
import { policyShelf, type PolicyShelf } from '../../src/cli/policies.js';
import type { Host } from '../../src/cli/host.js';
import type { Session } from '../../src/cli/session.js';
import { PLAIN } from '../../src/report/paint.js';
import { ROOT } from '../support/host.js';
import { runs } from '../support/runs.js';
import { generatePair } from './generate.js';
import { Random } from './generate-random.js';
import { mutated } from './mutated.js';

const folder = mkdtempSync(join(tmpdir(), 'caijue-comparing-'));
const host = { fs: nodeFs, home: ROOT, env: {} } as unknown as Host;
const session: Session = { host, language: 'zh', paint: PLAIN, engine: 'caijue' };

interface Pair {
  readonly policy?: string;
  readonly against: string;
}

/** Judges a file in both ways; a case that is to get a report is read whole. */
function bothWays(path: string, pair: Pair, shelf: PolicyShelf): { readonly quick: Judged; readonly whole: Judged } {
  const judged = [false, true].map((reports) => {
    const own = caseJudge({ ...pair, reports }, shelf, session).file(path);
    if ('why' in own) throw new Error(own.file);
    return own;
  });
  return { quick: judged[0]!, whole: judged[1]! };
}

/** All that a batch keeps of a sitting. */
function viewOf(sitting: Sitting | undefined): unknown {
  return sitting?.run.parties.map(({ name, cells, recorded, faults }) => {
    const { state, number, exact } = cells;
    const record = recorded && [recorded.outcome, recorded.choice ?? [], recorded.reason, recorded.differs];
    return [name, [...state], [...number], exact.map(String), record, faults];
  });
}

/** Whether the quick way took the case and compared it; it fails where the two ways differ. */
function agree(path: string, pair: Pair, shelf = policyShelf(host)): boolean {
  const { quick, whole } = bothWays(path, pair, shelf);
  expect(quick.result).toEqual(whole.result);
  expect([viewOf(quick.now), viewOf(quick.before)]).toEqual([viewOf(whole.now), viewOf(whole.before)]);
  return quick.report === undefined && quick.before !== undefined;
}

describe('a comparison of two versions', () => {
  test('is the same in both ways for every case that is shipped, against a changed version of its policy', () => {
    const names = readdirSync(join(ROOT, 'policies')).filter((name) => name.endsWith('.yaml'));
    const shelf = policyShelf(host);
    let [taken, compared] = [0, 0];
    names.forEach((name, i) => {
      const text = readFileSync(join(ROOT, 'policies', name), 'utf8');
      const cases = join(ROOT, 'cases', /^ {2}id: (\S+)/mu.exec(text)![1]!);
      const against = join(folder, name);
      writeFileSync(
        against,
        mutated(text, new Random(i)).replaceAll(/: parts\//gu, `: ${join(ROOT, 'policies/parts')}/`),
      );
      if (text.includes('\ninclude:') || !nodeFs.existsSync(cases)) return;
      for (const own of readdirSync(cases)) {
        compared += 1;
        taken += agree(join(cases, own), { against }, shelf) ? 1 : 0;
      }
    });
    expect(compared).toBeGreaterThan(100);
    expect(taken).toBeGreaterThan(compared * 0.9);
  });

  test('is the same in both ways for generated cases, 600 times', () => {
    const paths = ['now.yaml', 'old.yaml', 'case.yaml'].map((name) => join(folder, name));
    const [policy, against, path] = paths as [string, string, string];
    let taken = 0;
    for (let seed = 1; seed <= runs(600); seed++) {
      const { policyText, caseText } = generatePair(40_000_000 + seed, seed % 8);
      writeFileSync(policy, policyText);
      writeFileSync(against, mutated(policyText, new Random(seed)));
      writeFileSync(path, caseText);
      taken += agree(path, { policy, against }) ? 1 : 0;
    }
    expect(taken).toBeGreaterThan(runs(600) / 4);
  });

  test('is left to the whole loader where only one version knows what a case states', () => {
    const policy = (
      fact: string,
      outcome: string,
    ): string => `policy: { id: p, title: 试, completeness: full, source: 试 }
articles: { 第一条: 试 }
facts: { 甲: { ask: 甲？, type: boolean, cites: 第一条 }, ${fact}: { ask: 问？, type: boolean, cites: 第一条 } }
outcomes: { 果: { title: 果, when: 甲 }, ${outcome}: { title: 他, otherwise: 是 } }
`;
    const [now, against] = [join(folder, 'n.yaml'), join(folder, 'o.yaml')];
    writeFileSync(now, policy('新', '新果'));
    writeFileSync(against, policy('旧', '旧果'));
    const path = join(folder, 'c.yaml');
    const judged = (facts: string, outcome: string): boolean => {
      writeFileSync(
        path,
        `case: { id: c-1, title: 试 }\nfacts: { ${facts} }\ndetermination: { parties: { c-1: { outcome: ${outcome} } } }\n`,
      );
      return agree(path, { policy: now, against });
    };
    const told = [judged('甲: 是', '果'), judged('甲: 是, 新: 是', '果'), judged('甲: 是, 旧: 否', '果')];
    expect([...told, judged('甲: 否', '旧果'), judged('甲: 否', '新果')]).toEqual([true, false, false, false, false]);
  });
});

// A value stated while it is open whether its question applies: it holds only where the question applies, and elsewhere is set aside.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { progressOf } from '../src/interview/interview.js';
import { caseUnder, prepared } from './laws/led-interview.js';
import { caijue, ROOT } from './support/host.js';
import { partyOf, type Small } from './support/small.js';

process.chdir(ROOT);
const SHIPPED = readFileSync('cases/chongqing-dibao/fenhu-jisuan.yaml', 'utf8');

/** The shipped case of a family that does not farm, with some of its lines written otherwise. */
function written(...changes: readonly (readonly [from: string, to: string])[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'caijue-')), 'an.yaml');
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(from);
    return before.replace(from, to);
  }, SHIPPED);
  writeFileSync(path, text);
  return path;
}

interface Decided {
  readonly parties: readonly {
    readonly status: string;
    readonly outcome: string | null;
    readonly missing: readonly string[];
    readonly immaterial: readonly string[];
    readonly settled_by_completions: boolean;
    readonly if_applicable?: Readonly<Record<string, string>>;
  }[];
}

async function decided(path: string): Promise<Decided['parties'][number]> {
  const { out } = await caijue(['decide', path, '--json']);
  return (JSON.parse(out) as Decided).parties[0]!;
}

const OPEN = ['从事农业生产: 否', '从事农业生产: 待查'] as const;
const INCOME = '  月家庭收入:\n    value: 1500元\n    evidence: [设定]\n';
const FARMING = '  年家庭总收入: 30000元\n  直接生产经营成本: 0元\n';

describe('a stated value whose question may not apply, in a shipped policy', () => {
  test('determines nothing that the other answer to the open question would reverse', async () => {
    expect(await decided(written())).toMatchObject({ status: 'determined', outcome: '符合低保条件' });
    const open = await decided(written(OPEN));
    expect(open).toMatchObject({ status: 'pending', outcome: null, settled_by_completions: false });
    expect(open.missing).toEqual(['从事农业生产', '年家庭总收入', '直接生产经营成本']);
    const farming = written(['从事农业生产: 否', '从事农业生产: 是'], [INCOME, FARMING]);
    expect(await decided(farming)).toMatchObject({ status: 'determined', outcome: '不符合低保条件' });
  });

  test('determines where both answers come to the same', async () => {
    const poor = await decided(written(OPEN, [INCOME, INCOME + FARMING.replace('30000', '100')]));
    expect(poor).toMatchObject({ status: 'determined', outcome: '符合低保条件', settled_by_completions: true });
    expect(poor).toMatchObject({ missing: [], immaterial: ['从事农业生产'] });
    const rich = await decided(written(OPEN, [INCOME, INCOME + FARMING]));
    expect(rich).toMatchObject({ status: 'pending', missing: ['从事农业生产'], immaterial: [] });
  });

  test('is told by report and JSON as what it is, and not as 待查', async () => {
    const path = written(OPEN);
    expect((await decided(path)).if_applicable).toEqual({ 月家庭收入: '1500元' });
    expect((await decided(written())).if_applicable).toBeUndefined();
    const report = (await caijue(['decide', path])).out;
    expect(report).toMatch(/^\| 月家庭收入 \| 1500元（是否适用尚未查明） \| 证据：设定 \|$/mu);
    expect(report).toMatch(/可能改变结论，应当查明\*\*：从事农业生产、/u);
    const english = (await caijue(['decide', path, '--lang', 'en'])).out;
    expect(english).toMatch(/^\| 月家庭收入 \| 1500元 \(whether it applies is not established\) \|/mu);
  });

  test('is an error still where the question is known not to apply', async () => {
    const { code, err } = await caijue(['decide', written(['从事农业生产: 否', '从事农业生产: 是'])]);
    expect(code).toBe(1);
    expect(err).toContain('case/not-applicable');
  });

  test('does not spare the interview the question whether it applies, and counts', () => {
    const { table, diagrams } = prepared(readFileSync('policies/chongqing-dibao.yaml', 'utf8'));
    const kase = caseUnder(table, SHIPPED.replace('  从事农业生产: 否\n', ''));
    const { next, settled, answers, awaiting } = progressOf(table, kase, { diagrams: diagrams! });
    expect([next, settled, awaiting]).toEqual([{ fact: '从事农业生产', party: null }, false, []]);
    expect(answers.find(({ question }) => question.fact === '月家庭收入')!.state).toBe('counts');
    const waiting = caseUnder(table, SHIPPED.replace(...OPEN));
    expect(progressOf(table, waiting, { diagrams: diagrams! })).toMatchObject({
      next: null,
      settled: false,
      awaiting: [{ fact: '从事农业生产', party: null }],
    });
  });

  test('fixes an answer only together with what makes it apply', async () => {
    const { out } = await caijue(['explain', written(), '--json']);
    const [party] = (JSON.parse(out) as { parties: { fixed_by: { name: string }[] }[] }).parties;
    expect(party!.fixed_by.map(({ name }) => name)).toContain('从事农业生产');
  });
});

const GATED = '  丁: { ask: 丁？, type: boolean, applies_when: 甲, otherwise: 否 }\n';
const small = (condition: string, more: Small = {}): Small => ({
  outcomes: { 果: `title: 果, when: ${condition}`, 他: 'title: 他, otherwise: 是' },
  facts: GATED,
  withDiagrams: true,
  ...more,
});
const told = (from: Small, facts: string): unknown => {
  const { status, outcome, missing } = partyOf(from, facts);
  return [status, outcome, missing];
};

describe('a stated value whose question may not apply', () => {
  test('counts as its otherwise in the completions in which the question does not apply', () => {
    expect(told(small('丁'), '丁: 是')).toEqual(['pending', null, ['甲']]);
    expect(told(small('丁'), '丁: 否')).toEqual(['determined', '他', []]);
    expect(told(small('{ any: [丁, { none: [甲] }] }'), '丁: 是')).toEqual(['determined', '果', []]);
  });

  test('leaves its question material where the condition is a fact that hangs on another itself', () => {
    const facts = `${GATED}  戊: { ask: 戊？, type: boolean, applies_when: 丁, otherwise: 是 }\n`;
    expect(told(small('戊', { facts }), '丁: 是, 戊: 否')).toEqual(['pending', null, ['甲']]);
    expect(told(small('戊', { facts }), '甲: 否, 戊: 否')).toMatchObject(['error', null, []]);
  });

  test('says nothing of what may be impossible where it does not apply', () => {
    const more = 'impossible: [{ when: { all: [丁, 乙] }, reason: 不能并存 }]\n';
    expect(told(small('{ all: [甲, 乙] }', { more }), '丁: 是, 乙: 是')).toEqual(['determined', '他', []]);
    expect(told(small('甲', { more }), '丁: 是')).toEqual(['pending', null, ['甲']]);
  });
});

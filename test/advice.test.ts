// Rules that only advise: shown, never deciding, and of no weight in proofs.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../src/check/check-policy.js';
import { buildDiagrams } from '../src/diagram/build.js';
import { compile, determine, openCase, readCase, readPolicy } from '../src/index.js';
import { referenceDetermine } from './reference/index.js';
import { caijue } from './support/host.js';

const FACTORS = ['性质', '情节', '程度', '记录', '纠错', '基层'];
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A policy that decides on one fact and weighs six others, which alone have far more forms than a diagram can follow. */
const POLICY = `policy: { id: p, title: 办法, completeness: part, source: 示例 }
articles: { 第一条: 甲的，容错, 第二条: { says: 可以评分参考 } }
facts:
  甲: { ask: 甲？, type: boolean, cites: 第一条 }
${FACTORS.map((name) => `  ${name}: { ask: ${name}几分？, type: choice, options: [轻, 中, 重], cites: 第二条 }`).join('\n')}
rules:
${FACTORS.map(
  (name, i) => `  ${name}分:
    advises: 是
    cites: 第二条
    cases:
      - { when: ${name} = 轻, value: "0" }
      - { when: ${name} = 中, value: "${String(3 ** i)}" }
      - { otherwise: "${String(2 * 3 ** i)}" }`,
).join('\n')}
  总分: { advises: 是, cites: 第二条, value: ${FACTORS.map((name) => `${name}分`).join(' + ')} }
  偏重: { advises: 是, cites: 第二条, when: { all: [总分 >= 300, 性质 = 重] } }
outcomes:
  容错: { title: 容错, cites: 第一条, when: 甲 }
  不容错: { title: 不容错, cites: 第一条, otherwise: true }
`;

const read = (text = POLICY) => {
  const policy = readPolicy(bytesOf(text), 'p.yaml');
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics));
  return policy.value;
};
const CASE = `case: { id: a, title: 案, policy: p }
facts: { 甲: 是, 性质: 重, 情节: 轻, 程度: 轻, 记录: 轻, 纠错: 轻, 基层: 重 }
`;

describe('a rule that only advises', () => {
  test('is evaluated like any rule, here and in the reference', () => {
    const table = compile(read());
    const opened = openCase(bytesOf(CASE), 'a.yaml');
    if (!opened.ok) throw new Error('a case of the test is faulty');
    const kase = readCase(opened.value, table.policy);
    if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
    const [party] = determine(table, kase.value).parties;
    const told = party!.trail.filter(({ advises }) => advises).map(({ name, value, truth }) => [name, value ?? truth]);
    expect(told).toEqual([
      ['性质分', '2'],
      ['情节分', '0'],
      ['程度分', '0'],
      ['记录分', '0'],
      ['纠错分', '0'],
      ['基层分', '486'],
      ['总分', '488'],
      ['偏重', true],
    ]);
    expect(referenceDetermine(POLICY, CASE, 'kleene')[0]!.rules).toMatchObject({ 总分: '488', 偏重: 'true' });
  });

  test('makes no policy too large to prove, and nothing that only it reads is told as idle', () => {
    expect('tooLarge' in buildDiagrams(compile(read()))).toBe(false);
    expect(checkPolicy(read()).map(({ code, words }) => [code, words])).toEqual([]);
  });

  test('makes the same policy too large, or full of warnings, if it does not only advise', () => {
    const deciding = read(POLICY.replaceAll(/\n {4}advises: 是/gu, '').replaceAll('advises: 是, ', ''));
    expect(checkPolicy(deciding).length).toBeGreaterThan(0);
  });

  test('leaves its facts without weight: unknown, they keep nothing pending', () => {
    const table = compile(read());
    const opened = openCase(bytesOf('case: { id: a, title: 案, policy: p }\nfacts: { 甲: 否 }\n'), 'a.yaml');
    const kase = opened.ok ? readCase(opened.value, table.policy) : opened;
    if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
    const diagrams = buildDiagrams(table);
    if ('tooLarge' in diagrams) throw new Error('too large');
    const [party] = determine(table, kase.value, { diagrams: () => diagrams }).parties;
    expect([party!.status, party!.outcome, party!.missing]).toEqual(['determined', '不容错', []]);
    expect(party!.immaterial).toEqual(FACTORS);
  });

  test.each([
    ['an outcome', 'when: 甲 }', 'when: 偏重 }', '容错'],
    ['another rule', '偏重: { advises: 是,', '轻重: { cites: 第二条, when: 偏重 }\n  偏重: { advises: 是,', '轻重'],
    ['what an outcome states', 'when: 甲 }', 'when: 甲, states: [总分] }', '容错'],
    ['a question', '甲？, type: boolean,', '甲？, type: boolean, applies_when: 偏重, otherwise: 否,', '甲'],
    ['what is impossible', 'outcomes:', 'impossible: [{ when: 偏重, reason: 不会 }]\noutcomes:', 'impossible'],
  ])('cannot be read by %s', (_, from, to, name) => {
    const { diagnostics } = readPolicy(bytesOf(POLICY.replace(from, to)), 'p.yaml');
    expect(diagnostics.map(({ code, words }) => [code, words.name])).toEqual([['parse/advice-decides', name]]);
  });

  test('has a section of its own in the report, and is marked in JSON', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'caijue-advice-'));
    writeFileSync(join(folder, 'p.yaml'), POLICY);
    writeFileSync(join(folder, 'a.yaml'), CASE.replace('policy: p', 'policy: p.yaml'));
    const { out } = await caijue(['decide', join(folder, 'a.yaml')]);
    const [before, after] = out.split(/^## .*参考意见\n/mu);
    expect(after!.split(/^## /mu)[0]).toContain('以下只供参考：不参与认定，也不改变上面的结论。');
    expect(after!.split(/^## /mu)[0]).toContain('**偏重**');
    expect(before).not.toContain('偏重');
    expect(after!.split(/^## .*规则轨迹\n/mu)[1]).not.toContain('偏重');
    const json = await caijue(['decide', join(folder, 'a.yaml'), '--json']);
    const { parties } = JSON.parse(json.out) as { parties: { trail: { rule?: string; advises?: true }[] }[] };
    expect(parties[0]!.trail.filter(({ advises }) => advises).map(({ rule }) => rule)).toHaveLength(8);
  });
});

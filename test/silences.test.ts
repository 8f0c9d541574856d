// Silences: a warning that the policy answers with a reason is not told; nothing else is hushed up with it.
import { describe, expect, test } from 'vitest';
import { examine } from '../src/check/check-policy.js';
import type { Examination } from '../src/check/silences.js';
import { readPolicy } from '../src/index.js';
import { SILENCEABLE } from '../src/model/codes/index.js';

const HEAD = 'policy: { id: p, title: 办法, completeness: full, source: 示例 }\narticles: { 第一条: 规定 }\n';
const BODY = `facts:
  甲: { ask: 问, type: boolean, cites: 第一条 }
  多余: { ask: 问, type: boolean, cites: 第一条 }
rules:
  等级:
    cites: 第一条
    options: [上, 中, 下, 末]
    cases: [{ when: 甲, value: 上 }, { otherwise: 下 }]
outcomes:
  一: { title: 处理, cites: 第一条, when: 等级 = 上 }
  二: { title: 处理, cites: 第一条, when: 甲 }
`;

function examined(silences: readonly string[], limit?: number): Examination {
  const list = silences.map((silence) => `  - { ${silence} }\n`).join('');
  const read = readPolicy(new TextEncoder().encode(`${HEAD}${BODY}silences:\n${list || '  []\n'}`), 'p.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return examine(read.value, limit);
}

const subjects = ({ told }: Examination): readonly string[] =>
  told.map(({ code, subject }) => [code, subject?.at, subject?.part].filter(Boolean).join(' ')).sort();
const reasons = ({ silenced }: Examination): readonly string[] =>
  silenced.map(({ finding, silence }) => `${finding.code} ${finding.subject?.part ?? ''} ${silence.reason}`);

const ALL = [
  'check/conflict 二 一',
  'check/dead-option 等级 中',
  'check/dead-option 等级 末',
  'check/gap',
  'check/unused-fact 多余',
];

describe('a silence', () => {
  test('is needed for every warning of this policy, which is what the other tests rest on', () => {
    expect(subjects(examined([]))).toEqual(ALL);
  });

  test('takes out the one warning that it names, with its reason, and no other', () => {
    const one = examined(['code: check/dead-option, at: 等级, part: 末, reason: 沿用名称']);
    expect(subjects(one)).toEqual(ALL.filter((each) => each !== 'check/dead-option 等级 末'));
    expect(reasons(one)).toEqual(['check/dead-option 末 沿用名称']);
  });

  test('of the whole policy names nothing', () => {
    expect(subjects(examined(['code: check/gap, reason: 办法没有规定']))).not.toContain('check/gap');
    expect(subjects(examined(['code: check/gap, at: 一, reason: 办法没有规定']))).toEqual(
      [...ALL, 'check/needless-silence 一'].sort(),
    );
  });

  test('that meets several warnings is told, although they are silenced', () => {
    const broad = examined(['code: check/dead-option, at: 等级, reason: 沿用名称']);
    expect(subjects(broad)).toContain('check/broad-silence 等级');
    expect(broad.told.find(({ code }) => code === 'check/broad-silence')!.words['parts']).toBe('中 | 末');
    expect(broad.silenced).toHaveLength(2);
  });

  test('that names a part goes before one that does not, wherever they stand', () => {
    const both = examined([
      'code: check/dead-option, at: 等级, reason: 其余',
      'code: check/dead-option, at: 等级, part: 中, reason: 其一',
    ]);
    expect(reasons(both)).toEqual(['check/dead-option 中 其一', 'check/dead-option 末 其余']);
    expect(subjects(both).filter((each) => each.includes('silence'))).toEqual([]);
  });

  test('said twice is needless the second time', () => {
    const twice = examined(['code: check/gap, reason: 甲', 'code: check/gap, reason: 乙']);
    expect(reasons(twice)).toEqual(['check/gap  甲']);
    expect(subjects(twice)).toContain('check/needless-silence');
  });

  test('is not called needless where the policy is too large for the check that it is about', () => {
    const large = examined(['code: check/gap, reason: 甲', 'code: check/bare-judgement, at: 甲, reason: 乙'], 3);
    expect(subjects(large)).toEqual(['check/needless-silence 甲', 'check/too-large', 'check/unused-fact 多余']);
  });

  test('cannot silence a warning about silences', () => {
    expect(SILENCEABLE.filter((code) => code.includes('silence'))).toEqual([]);
    expect(SILENCEABLE).toContain('check/gap');
    expect(SILENCEABLE).not.toContain('check/conflict');
  });
});

describe('a silence that is not one', () => {
  const codes = (silence: string): readonly string[] => {
    const text = `${HEAD}${BODY}silences:\n  - { ${silence} }\n`;
    return readPolicy(new TextEncoder().encode(text), 'p.yaml').diagnostics.map(
      ({ code, words }) => `${code} ${words['near'] ?? words['name']!}`,
    );
  };

  test.each([
    ['code: check/gap', 'parse/missing-key reason'],
    ["code: check/gap, reason: ' '", 'parse/nothing-there reason'],
    ['code: check/gap, reason:', 'parse/nothing-there reason'],
    ['code: check/conflict, at: 二, reason: 甲', 'parse/not-silenceable check/conflict'],
    ['code: parse/empty, reason: 甲', 'parse/not-silenceable parse/empty'],
    ['code: check/needless-silence, reason: 甲', 'parse/not-silenceable check/needless-silence'],
    ['code: check/gab, reason: 甲', 'parse/unknown-word check/gap'],
    ['code: constructor, reason: 甲', 'parse/unknown-word '],
    ['code: check/gap, reasons: 甲', 'parse/unknown-key reason'],
  ])('{ %s } is refused', (silence, code) => {
    expect(codes(silence)).toEqual([code]);
  });
});

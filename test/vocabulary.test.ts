// A case in the words of one of two versions of its policy: what only the other knows is left out, what neither knows stays a mistake.
import { describe, expect, test } from 'vitest';
import { openCase, readCase, readPolicy, type Policy } from '../src/index.js';
import { inWordsOf } from '../src/parse/case/vocabulary.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const policy = (facts: string, outcomes: string): Policy => {
  const text = `policy: { id: p, title: 试, completeness: part, source: 试 }
articles: {}
facts: { 甲: { ask: 问, type: boolean }, ${facts} }
outcomes: { ${outcomes} }
`;
  const read = readPolicy(bytes(text), 'policy.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
};
const fact = (name: string, per = 'case'): string => `${name}: { ask: 问, type: boolean, per: ${per} }`;
const NEW = policy(fact('新'), '果: { title: 果, when: 甲, choose: [轻] }');
const OLD = policy(
  `${fact('旧')}, ${fact('旧己', 'party')}`,
  '果: { title: 果, when: 甲, choose: [轻, 重] }, 旧果: { title: 旧, when: 旧, choose: [免] }',
);

/** What is left of a case in the words of the new version: facts and record, or the codes of its mistakes. */
function left(parties: string, facts: string, record: string): unknown {
  const text = `case: { id: a, title: b, policy: p }\nparties: [${parties}]\nfacts: { ${facts} }\n${record}`;
  const opened = openCase(bytes(text), 'case.yaml');
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
  const read = readCase(inWordsOf(opened.value, NEW, OLD), NEW);
  const codes = read.diagnostics.map(({ code }) => code);
  if (!read.ok) return { codes };
  const { value } = read;
  return {
    ...(codes.length > 0 ? { codes } : {}),
    facts: [...value.facts.keys()],
    own: value.parties.map((party) => [party.name, ...party.facts.keys()]),
    record: [...(value.recorded?.parties ?? [])].map(([name, { outcome, choice, differs }]) => [
      name,
      outcome,
      choice,
      differs && 'expected' in differs ? differs.expected : undefined,
    ]),
  };
}
const determined = (entries: string): string => `determination: { parties: { ${entries} } }\n`;

describe('a case in the words of a version', () => {
  test('is without the facts that only the other version has, of the case and of each party', () => {
    expect(left('{ name: 子, facts: { 旧己: 是 } }, { name: 丑 }', '甲: 是, 旧: 是, 新: 否', '')).toEqual({
      facts: ['甲', '新'],
      own: [['子'], ['丑']],
      record: [],
    });
  });

  test('is without a recorded outcome that only the other version has, and with those of the others', () => {
    expect(
      left(
        '{ name: 子 }, { name: 丑 }',
        '甲: 是',
        determined('子: { outcome: 旧果, choice: 免 }, 丑: { outcome: 果 }'),
      ),
    ).toEqual({
      facts: ['甲'],
      own: [['子'], ['丑']],
      record: [['丑', '果', [], undefined]],
    });
  });

  test('is without a choice that only the other version opens, and with one that both do', () => {
    const record = determined('子: { outcome: 果, choice: 重 }, 丑: { outcome: 果, choice: 轻 }');
    expect(left('{ name: 子 }, { name: 丑 }', '甲: 是', record)).toMatchObject({
      record: [
        ['子', '果', [], undefined],
        ['丑', '果', ['轻'], undefined],
      ],
    });
  });

  test('is without an expectation that only the other version has, and with one that both have', () => {
    const differs = (expected: string): string => `differs: { expected: ${expected}, reason: 由 }`;
    const record = determined(`子: { outcome: 果, ${differs('旧果')} }, 丑: { outcome: 果, ${differs('果')} }`);
    expect(left('{ name: 子 }, { name: 丑 }', '甲: 是', record)).toMatchObject({
      record: [
        ['子', '果', [], undefined],
        ['丑', '果', [], '果'],
      ],
    });
  });

  test.each([
    ['a fact', '甲: 是, 别: 是', '', 'case/unknown-fact'],
    ['an outcome', '甲: 是', determined('子: { outcome: 别 }'), 'case/unknown-outcome'],
    [
      'an expectation',
      '甲: 是',
      determined('子: { outcome: 果, differs: { expected: 别, reason: 由 } }'),
      'case/unknown-outcome',
    ],
  ])('keeps %s that neither version has, as the mistake that it is', (_, facts, record, code) => {
    expect(left('{ name: 子 }', facts, record)).toMatchObject({ codes: [code] });
  });
});

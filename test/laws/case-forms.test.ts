// Cases form by form: what the plain reader takes, with the values that the whole loader gives, and what it leaves.
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../src/model/policy.js';
import { tryPlainCase } from '../fuzz/plain-case-trial.js';
import { casePolicy, DIGEST, fact, facts, HEAD, json, parties, record, tried, type Rows } from './case-texts.js';

const TAKEN: Rows = [
  ['a head alone', HEAD],
  [
    'a head with all that it may have',
    'case:\n  id: an-0001\n  title: 一\n  policy: p\n  happened_on: 2024-05-01\n  as_of: 2024-06-01\n  applied_by_analogy: 参照\n  hypothetical: 设\n  source: 设\n  note: |\n    一\n    二\n',
  ],
  ['days in quotes', 'case: { id: an-0001, title: 一, happened_on: "2024-05-01", as_of: \'2024-06-01\' }\n'],
  ['texts in quotes', 'case: { id: \'an-0001\', title: "一" }\n'],
  ['no facts', `${HEAD}facts: {}\n`],
  [
    'values of all types',
    facts('  金额: 12.5万元\n  日期: 2024-02-29\n  种类: 乙类\n  情节: [一, 三]\n  说明: 一些\n'),
  ],
  ['values in quotes', facts('  金额: "100元"\n  日期: \'2024-02-29\'\n  种类: "乙"\n  情节: ["二"]\n  说明: ""\n')],
  ['months in both words, and years', facts('  时长: 3个月\n')],
  ['months in one word', facts('  时长: 30月\n')],
  ['years', facts('  时长: 2年\n')],
  ['facts in another order, with some left out', facts('  说明: 一\n  时长: 1月\n  种类: 甲\n  金额: 1元\n')],
  ['the least and the most', facts('  金额: 0元\n')],
  ['the most in another unit', facts('  金额: 100万元\n')],
  ['four places', facts('  金额: 0.1234元\n')],
  ['more places than four', facts('  金额: 0.12345元\n')],
  ['eleven digits', facts('  时长: 12345678901月\n')],
  ['twelve digits', facts('  时长: 123456789012月\n')],
  ['one of several options', facts('  情节: 二\n')],
  ['no option', facts('  情节: []\n')],
  ['options in quotes of both kinds', facts('  情节: [\'一\', "二"]\n')],
  ['what is being looked into', facts('  金额: 待查\n  情节: 待查\n  说明: 待查\n  种类:\n')],
  ['nothing written', facts('  金额:\n  情节:\n  种类: ""\n')],
  [
    'JSON, in which null is nothing',
    '{"case":{"id":"an-0001","title":"一","note":null,"policy":null},"facts":{"金额":null,"明知":{"value":"是","reason":null}},"determination":null}',
  ],
  ['JSON after empty lines', json('"说明":null', '\n\n')],
  ['JSON after lines of spaces', json('"说明":null', '  \n \n')],
  ['JSON, in which null is nothing, also where an option is written like it', json('"种类":null,"情节":null')],
  ['JSON, in which null in quotes is a text and an option', json('"说明":"null","种类":"null"')],
  ['JSON, in which null is nothing within a fact', json('"种类":{"value":null,"note":null,"evidence":null}')],
  ['braces below a comment, which are no JSON, so that null is a text', json('"说明":null,"种类":null', '# 注\n')],
  ['null outside JSON, where it is a text and an option', facts('  说明: null\n  种类: null\n')],
  ['null outside JSON as a reason', fact('reason: null, found_by: null, note: null')],
  ['an option with the name of its fact', facts('  种类: 种类\n')],
  ['nothing where an option has the name of its fact', facts('  种类:\n')],
  ['the first day', facts('  日期: 2000-01-01\n')],
  ['the last day', facts('  日期: 2029-12-31\n')],
  ['the least in another unit', facts('  金额: 0万元\n')],
  ['twelve nines', facts('  比例: 999999999999.9999\n')],
  ['texts of spaces', facts('  说明: " "\n  情节: " "\n  种类: " "\n')],
  ['evidence as a note', fact('evidence: 笔录')],
  ['evidence in a list', fact('evidence: [笔录, 证言]')],
  ['evidence in a file', fact(`evidence: { file: a.pdf, sha256: ${DIGEST}, note: 注 }`)],
  ['evidence in files', fact(`evidence: [{ file: a.pdf }, { file: b.pdf, sha256: "sha256:${DIGEST}" }]`)],
  ['a reason, who found it and when', fact('reason: 理, found_by: 某, found_on: 2024-01-01, note: 注')],
  ['a reason of several lines', `${HEAD}facts:\n  明知:\n    value: 是\n    reason: |\n      一\n      二\n`],
  ['a fact without a value', `${HEAD}facts:\n  金额: { reason: 正在查 }\n`],
  [
    'a value that was set aside',
    `${HEAD}facts:\n  金额: { value: 待查, set_aside: 100元 }\n  情节: { set_aside: [一] }\n`,
  ],
  [
    'parties with what is theirs',
    parties(
      '  - { name: 甲某, role: 科长, facts: { 明知: 是 } }\n  - name: 乙某\n    facts:\n      明知: 否\nfacts:\n  金额: 1元\n',
    ),
  ],
  ['parties without facts', parties('  - name: 甲某\n')],
  ['a record', record('outcome: 成, reason: 理, note: 注')],
  [
    'a record of parties',
    parties(
      "  - name: 甲某\n  - name: '乙某'\ndetermination:\n  decided_on: 2024-01-01\n  decided_by: 某\n  policy: p\n  engine: e\n  source: 设\n  note: 注\n  parties:\n    乙某: { outcome: 成, choice: 轻 }\n    甲某: { outcome: 不成, choice: [书面, 口头] }\n",
    ),
  ],
  [
    'a record of some parties',
    parties('  - name: 甲某\n  - name: 乙某\ndetermination:\n  parties:\n    乙某: { outcome: 不成, choice: 口头 }\n'),
  ],
  ['a difference from an outcome', record('outcome: 成, differs: { expected: 不成, reason: 理 }')],
  ['a difference from no outcome', record('outcome: 成, differs: { status: pending, reason: 理 }')],
  [
    'differences from gap and conflict',
    `${parties('  - name: 甲\n  - name: 乙\n')}determination:\n  parties:\n    甲: { outcome: 成, differs: { status: gap, reason: 理 } }\n    乙: { outcome: 成, differs: { status: conflict, reason: 理 } }\n`,
  ],
];

const LEFT: Rows = [
  ['a day with escapes', 'case: { id: an-0001, title: 一, as_of: "2024-\\u0030\\u0031-01" }\n'],
  ['a day of nothing', 'case:\n  id: an-0001\n  title: 一\n  as_of:\n'],
  ['a policy named by spaces', 'case: { id: an-0001, title: 一, policy: " " }\n'],
  ['an analogy of spaces', 'case: { id: an-0001, title: 一, applied_by_analogy: " " }\n'],
  ['an escape in a key', '{"c\\u0061se":{"id":"an-0001","title":"一"}}'],
  ['an escape in the name of a fact', json('"\\u660e知":"是"')],
];

describe('the plain reader takes', () => {
  test.each(TAKEN)('%s', (_, text) => {
    expect(tried(text)).toBe('accepted');
    expect(tried(text.replaceAll('\n', '\r\n'))).toBe('accepted');
  });
});

describe('the plain reader leaves, though it is sound,', () => {
  test.each(LEFT)('%s', (_, text) => {
    expect(tried(text)).toBe('declined');
  });
});

describe('many parties', () => {
  const named = (count: number): string =>
    parties(Array.from({ length: count }, (_, i) => `  - name: n${i}\n`).join(''));

  test('are taken up to five hundred, left above, and refused above a thousand', () => {
    expect([500, 501, 1000, 1001].map((count) => tried(named(count)))).toEqual([
      'accepted',
      'declined',
      'declined',
      'refused',
    ]);
  });
});

describe('under a policy that asks nothing', () => {
  const policy = (): Policy =>
    casePolicy(`policy: { id: p, title: 办法, completeness: part, source: 设定 }
articles: { 第一条: 设定 }
facts: {}
outcomes: { 成: { title: 成, cites: 第一条, otherwise: true } }
`);

  test('a case without facts is taken, and one with any is refused', () => {
    const reading = (text: string): string => tryPlainCase(new TextEncoder().encode(text), policy());
    expect(reading(HEAD)).toBe('accepted');
    expect(reading(`${HEAD}facts: {}\n`)).toBe('accepted');
    expect(reading(`${HEAD}facts: { 明知: 是 }\n`)).toBe('refused');
    expect(reading(json('"明知":"是"'))).toBe('refused');
  });
});

// Cases form by form: what the plain reader takes, with the values that the whole loader gives, and what it leaves, sound or not.
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../src/index.js';
import { tryPlainCase } from '../fuzz/plain-case-trial.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const POLICY = `policy: { id: p, title: 办法, completeness: part, source: 设定 }
articles: { 第一条: 设定 }
facts:
  明知: { ask: 问, type: boolean, per: party, cites: 第一条 }
  金额: { ask: 问, type: money, min: 0元, max: 1000000元, cites: 第一条 }
  时长: { ask: 问, type: duration, unit: 月, cites: 第一条 }
  日期: { ask: 问, type: date, cites: 第一条 }
  种类: { ask: 问, type: choice, options: [甲, 乙类, 乙], cites: 第一条 }
  情节: { ask: 问, type: choices, options: [一, 二, 三], cites: 第一条 }
  说明: { ask: 问, type: text, cites: 第一条 }
outcomes:
  成: { title: 成, cites: 第一条, when: 明知, choose: [轻, 重] }
  不成: { title: 不成, cites: 第一条, otherwise: true, choose_several: [书面, 口头] }
`;

/** The policy read anew: what is kept of one from an earlier case says nothing here. */
function tried(text: string): string {
  const read = readPolicy(bytes(POLICY), 'p');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return tryPlainCase(bytes(text), read.value);
}

const HEAD = 'case: { id: an-0001, title: 一件案子 }\n';
const DIGEST = 'a1'.repeat(32);
const facts = (own: string): string => `${HEAD}facts:\n  明知: 是\n${own}`;
const fact = (own: string): string => `${HEAD}facts:\n  明知: { value: 是, ${own} }\n`;
const parties = (own: string): string => `${HEAD}parties:\n${own}`;
const record = (own: string): string => `${HEAD}determination: { parties: { an-0001: { ${own} } } }\n`;

type Rows = readonly (readonly [name: string, text: string])[];

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
  ['JSON after empty lines', '\n\n{"case":{"id":"an-0001","title":"一","note":null}}\n'],
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

const REFUSED: Rows = [
  ['no case', 'facts: {}\n'],
  ['another key', `${HEAD}other: 1\n`],
  ['a head without id', 'case: { title: 一 }\n'],
  ['a head without title', 'case: { id: an-0001 }\n'],
  ['an id that is none', 'case: { id: -a, title: 一 }\n'],
  ['a title that is a list', 'case: { id: an-0001, title: [一] }\n'],
  ['a day that is none', 'case: { id: an-0001, title: 一, as_of: 2024-02-30 }\n'],
  ['a fact that is none', facts('  没有: 是\n')],
  ['a fact of a party with the case', parties('  - name: 甲某\nfacts:\n  明知: 是\n')],
  ['a fact of the case with a party', parties('  - { name: 甲某, facts: { 金额: 1元 } }\n')],
  ['a list of facts', `${HEAD}facts: [明知]\n`],
  ['a list where one value is wanted', facts('  种类: [甲]\n')],
  ['a map where a value is wanted', facts('  说明: { a: b }\n')],
  ['an option that is none', facts('  种类: 丙\n')],
  ['one of several options that is none', facts('  情节: 四\n')],
  ['options of which one is none', facts('  情节: [一, 四]\n')],
  ['an option twice', facts('  情节: [一, 一]\n')],
  ['a map of options', facts('  情节: { 一: 二 }\n')],
  ['more than the most', facts('  金额: 100.0001万元\n')],
  ['a little more than the most', facts('  金额: 1000000.0001元\n')],
  ['less than the least', facts('  金额: -0.0001元\n')],
  ['a number without its unit', facts('  金额: 100\n')],
  ['a unit without its number', facts('  金额: 元\n')],
  ['a number with a nought before it', facts('  金额: 01元\n')],
  ['a number that ends in a point', facts('  金额: 1.元\n')],
  ['a day with slashes', facts('  日期: 2024/02/28\n')],
  ['a short day', facts('  日期: 2024-2-28\n')],
  ['a day of the year nought', facts('  日期: 0000-01-01\n')],
  ['a day out of the calendar', facts('  日期: 2024-13-01\n')],
  ['a key of a fact that is none', fact('why: 理')],
  ['an empty reason', fact('reason: ""')],
  ['a list of reasons', fact('reason: [理]')],
  ['a day of finding that is none', fact('found_on: 昨天')],
  ['no evidence in a list', fact('evidence: []')],
  ['empty evidence', fact('evidence: ""')],
  ['evidence without a file', fact('evidence: { note: 注 }')],
  ['evidence with a digest that is none', fact('evidence: { file: a.pdf, sha256: a1 }')],
  ['evidence with a longer digest', fact(`evidence: { file: a.pdf, sha256: ${DIGEST}0 }`)],
  ['evidence with an empty note', fact('evidence: { file: a.pdf, note: "" }')],
  ['evidence with another key', fact('evidence: { file: a.pdf, page: 3 }')],
  ['evidence in a list in a list', fact('evidence: [[笔录]]')],
  ['a value that is set aside beside one that counts', fact('set_aside: 否')],
  ['a value set aside that is none', `${HEAD}facts:\n  金额: { set_aside: 很多 }\n`],
  ['null in place of what has to be there, in JSON', '{"case":{"id":"an-0001","title":null}}'],
  ['null outside JSON, as a reason that is none', fact('reason: null, found_on: null')],
  ['no parties in a list', parties('  []\n')],
  ['parties that are no list', parties('  甲某: {}\n')],
  ['a party without a name', parties('  - role: 科长\n')],
  ['a party with an empty name', parties('  - name: ""\n')],
  ['a party with an empty role', parties('  - { name: 甲某, role: "" }\n')],
  ['a name twice', parties('  - name: 甲某\n  - name: 甲某\n')],
  ['a name twice to the eye', parties('  - name: A\n  - name: Ａ\n')],
  ['a key of a party that is none', parties('  - { name: 甲某, age: 3 }\n')],
  ['a record without parties', `${HEAD}determination: { decided_by: 某 }\n`],
  ['a record with another key', `${HEAD}determination: { parties: { an-0001: { outcome: 成 } }, x: y }\n`],
  ['a record of somebody else', `${HEAD}determination: { parties: { 甲某: { outcome: 成 } } }\n`],
  [
    'a record on a day that is none',
    `${HEAD}determination: { decided_on: 昨天, parties: { an-0001: { outcome: 成 } } }\n`,
  ],
  ['a record without an outcome', record('reason: 理')],
  ['an outcome that is none', record('outcome: 没有')],
  ['a choice that is none', record('outcome: 成, choice: 书面')],
  ['several choices where one may be', record('outcome: 成, choice: [轻, 重]')],
  ['an empty reason of a record', record('outcome: 成, reason: ""')],
  ['a list of notes', record('outcome: 成, note: [注]')],
  ['a difference without a reason', record('outcome: 成, differs: { expected: 不成 }')],
  ['a difference from nothing', record('outcome: 成, differs: { reason: 理 }')],
  ['a difference from two things', record('outcome: 成, differs: { expected: 不成, status: gap, reason: 理 }')],
  ['a difference from an outcome that is none', record('outcome: 成, differs: { expected: 没有, reason: 理 }')],
  ['a difference from a status that is none', record('outcome: 成, differs: { status: error, reason: 理 }')],
];

describe('the plain reader takes', () => {
  test.each(TAKEN)('%s', (_, text) => {
    expect(tried(text)).toBe('accepted');
    expect(tried(text.replaceAll('\n', '\r\n'))).toBe('accepted');
  });
});

describe('both readers refuse', () => {
  test.each(REFUSED)('%s', (_, text) => {
    expect(tried(text)).toBe('refused');
  });
});

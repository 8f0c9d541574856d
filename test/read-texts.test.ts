// What the readers make of texts, of quotes, and of nothing: both the same.
import { describe, expect, test } from 'vitest';
import { openCase, readCase, readPolicy, type Policy } from '../src/index.js';
import { constantText } from '../src/model/constant.js';
import { kindOfFile } from '../src/parse/case/kind.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const POLICY = `policy: { id: p, title: 试, completeness: full, source: 试 }
articles: {}
facts: { 数: { ask: 数？, type: number }, 文: { ask: 文？, type: text } }
outcomes: { 果: { title: 果, when: 数 > 1 } }
`;

function policy(): Policy {
  const read = readPolicy(bytes(POLICY), 'policy.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

describe('nothing, null and quotes', () => {
  /** What a case states of its facts, by the plain reader and by the whole one: a tab is no plain YAML. */
  const stated = (file: string): readonly (readonly [string, unknown])[] => {
    const [plain, whole] = [file, file.replace(/: ?/u, ':\t')].map((text) => {
      const opened = openCase(bytes(text), 'case.yaml');
      const read = opened.ok ? readCase(opened.value, policy()) : opened;
      if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
      expect(read.diagnostics).toEqual([]);
      return [...read.value.facts.values()].map(({ name, value }) => [name, value && constantText(value)] as const);
    });
    expect(whole).toEqual(plain);
    return plain!;
  };
  const json = (facts: string): string => `{"case": {"id": "a", "title": "b", "policy": "p"}, "facts": ${facts}}`;
  const yaml = (facts: string): string => `case: { id: a, title: b, policy: p }\nfacts: ${facts}\n`;

  test.each([
    ['null in JSON as not written', json('{"文": null, "数": 3}'), [['数', '3']]],
    ['null in JSON below a line', `\n ${json('{"文": null}')}`, []],
    ['null in quotes in JSON as a text', json('{"文": "null"}'), [['文', 'null']]],
    ['null in YAML as a text', yaml('{ 文: null }'), [['文', 'null']]],
    [
      'nothing in YAML as unknown',
      yaml('{ 文: , 数: }'),
      [
        ['文', null],
        ['数', null],
      ],
    ],
    [
      'nothing below a key in YAML as unknown',
      yaml('\n  文:\n  数:'),
      [
        ['文', null],
        ['数', null],
      ],
    ],
    ['what stands in single quotes', yaml("{ 文: 'it''s' }"), [['文', "it's"]]],
    ['what stands in double quotes', yaml('{ 文: "a\\u0062" }'), [['文', 'ab']]],
    ['what stands on lines', yaml('\n  文: |\n    一\n    二'), [['文', '一\n二\n']]],
    ['what stands on folded lines', yaml('\n  文: >-\n    一\n    二'), [['文', '一 二']]],
  ] as const)('are read: %s', (_, file, facts) => {
    expect(stated(file)).toEqual(facts);
  });
});

test('a record beside rules that gave no outcome is handed on with their status and its reason', () => {
  const text = `case: { id: a, title: b }
determination: { parties: { a: { outcome: 果, differs: { status: gap, reason: 由 } } } }
`;
  const opened = openCase(bytes(text), 'case.yaml');
  const read = opened.ok ? readCase(opened.value, policy()) : opened;
  expect(read.ok && read.value.recorded?.parties.get('a')?.differs).toEqual({ status: 'gap', reason: '由' });
});

describe('a citation is handed on in its official form', () => {
  test.each([
    ['第一条第一款', '第一条', '第一条'],
    ['第一条第2款', '第一条', '第一条第二款'],
    ['第二条第一款', '第二条', '第二条第一款'],
    ['第三条之二', '第3条之二', '第三条之二'],
    ['第九条之一但书', '第九条之一', '第九条之一但书'],
    ['附表第（一）项', '附表', '附表第（一）项'],
    ['附第二款', '附', '附第二款'],
    ['第 一 条', '第一条', '第一条'],
  ])('%s', (written, article, text) => {
    const cited = POLICY.replace(
      'articles: {}',
      'articles: { 第一条: 甲, 第二条: { paragraphs: [{ says: 乙 }, { says: 丙 }] }, 第3条之二: 丁, 附: 戊, 附表: 己 }',
    ).replace('title: 果', `title: 果, cites: ${written}`);
    const read = readPolicy(bytes(cited), 'policy.yaml');
    const cites = read.ok ? read.value.outcomes.get('果')!.cites : [];
    expect(cites.map((cite) => [cite.article, cite.text, cite.proviso])).toEqual([
      [article, text, text.endsWith('但书')],
    ]);
  });
});

describe('a file that is looked at in a folder', () => {
  test.each([
    ['case', 'case: { id: a }\n'],
    ['case', 'case: { id: a }\npolicy: {}\noutcomes: {}\n'],
    ['case', 'case: [\n'],
    ['policy', POLICY],
    ['policy', 'part: { title: a }\nfacts: {}\n'],
    ['other', 'policy: { id: p }\n'],
    ['other', 'outcomes: { 果: { title: 果 } }\n'],
    ['other', 'on: push\n'],
  ])('is taken for a %s: %s', (kind, text) => {
    expect(kindOfFile(bytes(text))).toBe(kind);
  });
});

// What the reader hands on: everything that a file says, under the name that the rest of the program knows.
import { describe, expect, test } from 'vitest';
import { openCase, readCase, readPolicy, type Case, type Policy } from '../src/index.js';
import { readTyped } from '../src/parse/words/typed.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const POLICY = `
policy: { id: p, title: 试办法, completeness: full, source: 试 }
articles:
  第一条: 只有一款
  第二条:
    paragraphs:
      - { says: 首款, items: { 一: 甲项, 二: { says: 乙项, items: { 1: 甲目 } } } }
      - { says: 次款 }
  总则: 没有条号
facts:
  甲: { ask: 甲？, type: boolean, cites: [第一条, 第二条第一款第（二）项第1目, 第二条第二款, 总则, 《另一办法》第三条, 《另一办法》] }
  数: { ask: 数？, type: number, min: 1, max: 9, whole: 是 }
  月: { ask: 月？, type: duration, unit: 月 }
  日: { ask: 日？, type: date, min: 2000-01-01 }
  类: { ask: 类？, type: choice, options: [子, 丑] }
  由: { ask: 由？, type: choices, options: [子, 丑] }
  文: { ask: 文？, type: text }
outcomes:
  果: { title: 果, when: 甲, choose_several: [轻, 重] }
  他: { title: 他, otherwise: 是 }
`;

const CASE = `
case:
  { id: 案, title: 试, policy: p, happened_on: 2024-01-02, as_of: 2024-03-04, applied_by_analogy: 参照, hypothetical: 假设, source: 来处, note: 案注 }
parties:
  - { name: 张三, role: 干部, facts: {} }
facts:
  甲:
    value: 是
    evidence: [书证, { file: a.pdf, sha256: sha256:${'0a'.repeat(32)}, note: 页三 }]
    reason: 理由
    found_by: 某人
    found_on: 2024-05-06
    note: 事注
  数: { set_aside: 7 }
determination:
  policy: sha256:1
  engine: caijue 1
  decided_on: 2024-07-08
  decided_by: 某委
  source: 公报
  note: 认定注
  parties:
    张三: { outcome: 果, choice: [轻, 重], reason: 由, note: 注, differs: { expected: 他, reason: 别 } }
`;

// Read anew in every test, so that a mutation run, which loads this file once, sees what the reader makes of it.
function policy(): Policy {
  const read = readPolicy(bytes(POLICY), 'policy.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

function kase(): Case {
  const opened = openCase(bytes(CASE), 'case.yaml');
  const read = opened.ok ? readCase(opened.value, policy()) : opened;
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  expect(read.diagnostics).toEqual([]);
  return read.value;
}

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'at' || key === 'dayAt' ? undefined : part)));

describe('a case', () => {
  test('is handed on with everything that it says of itself', () => {
    const day = (text: string): number => Date.parse(text) / 86_400_000;
    expect(kase().head).toMatchObject({
      id: '案',
      title: '试',
      policy: 'p',
      happenedOn: day('2024-01-02'),
      asOf: day('2024-03-04'),
      appliedByAnalogy: '参照',
      hypothetical: '假设',
      origin: '来处',
      note: '案注',
    });
    expect(kase().parties.map(({ name, role, facts }) => [name, role, facts.size])).toEqual([['张三', '干部', 0]]);
  });

  test.each([
    ['2024-03-04', CASE],
    ['2024-01-02', CASE.replace(', as_of: 2024-03-04', '')],
    ['id', CASE.replace(', happened_on: 2024-01-02, as_of: 2024-03-04', '')],
  ])('has its day at %s', (day, text) => {
    const opened = openCase(bytes(text), 'case.yaml');
    if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
    const { line, column, endColumn } = opened.value.head.dayAt;
    expect(text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1)).toBe(day);
    expect(opened.value.head.at).toMatchObject({ line: 3, column: 5 });
  });

  test('is handed on with everything that it says of a fact', () => {
    expect(withoutPlaces(kase().facts.get('甲'))).toEqual({
      name: '甲',
      value: { kind: 'boolean', value: true },
      evidence: [{ note: '书证' }, { file: 'a.pdf', sha256: `sha256:${'0a'.repeat(32)}`, note: '页三' }],
      reason: '理由',
      foundBy: '某人',
      foundOn: '2024-05-06',
      note: '事注',
    });
    expect(kase().facts.get('数')).toMatchObject({
      value: null,
      evidence: [],
      setAside: { kind: 'quantity' },
    });
    expect(Object.keys(kase().facts.get('数')!).sort()).toEqual(['at', 'evidence', 'name', 'setAside', 'value']);
  });

  test('is handed on with everything that was recorded', () => {
    const { parties, ...head } = kase().recorded!;
    expect(withoutPlaces(head)).toEqual({
      policyDigest: 'sha256:1',
      engine: 'caijue 1',
      decidedOn: '2024-07-08',
      decidedBy: '某委',
      origin: '公报',
      note: '认定注',
    });
    expect(withoutPlaces([...parties])).toEqual([
      [
        '张三',
        {
          outcome: '果',
          choice: ['轻', '重'],
          reason: '由',
          note: '注',
          differs: { expected: '他', reason: '别' },
        },
      ],
    ]);
  });
});

describe('a citation', () => {
  test('is handed on in its parts and in its official form', () => {
    expect(withoutPlaces(policy().facts.get('甲')!.cites)).toEqual([
      { article: '第一条', proviso: false, text: '第一条' },
      {
        article: '第二条',
        paragraph: 1,
        item: 2,
        subitem: 1,
        proviso: false,
        text: '第二条第一款第（二）项第1目',
      },
      { article: '第二条', paragraph: 2, proviso: false, text: '第二条第二款' },
      { article: '总则', proviso: false, text: '总则' },
      {
        document: '另一办法',
        article: '第三条',
        proviso: false,
        text: '《另一办法》第三条',
      },
      {
        document: '另一办法',
        article: '',
        proviso: false,
        text: '《另一办法》',
      },
    ]);
  });
});

describe('a typed answer that is refused', () => {
  const words = (name: string, text: string): unknown => {
    const read = readTyped(text, policy().facts.get(name)!, policy().units);
    return read.ok ? 'read' : [read.code, read.words];
  };

  test.each([
    ['数', '0', 'case/below-minimum', { name: '数' }],
    ['数', '10', 'case/above-maximum', { name: '数' }],
    ['数', '1.5', 'parse/not-a-whole-number', { name: '数' }],
    ['日', '1999-12-31', 'case/below-minimum', { name: '日' }],
    ['日', '后天', 'parse/bad-date', { name: '后天' }],
    ['日', '2020-13-01', 'parse/bad-date', { name: '2020-13-01' }],
    ['日', '120200101', 'parse/bad-date', { name: '120200101' }],
    ['日', '202001011', 'parse/bad-date', { name: '202001011' }],
    ['由', '子、寅', 'parse/unknown-option', { name: '寅', allowed: '子 丑' }],
    ['由', '、', 'parse/unknown-option', { name: '、', allowed: '子 丑' }],
    ['由', '', 'parse/unknown-option', { name: '' }],
    ['类', '寅', 'parse/unknown-option', { name: '寅', allowed: '子 丑' }],
    ['文', ' ', 'parse/nothing-there', { name: '' }],
    ['文', '甲\u202e乙', 'parse/unseen-character', { character: 'U+202E' }],
  ])('for %s: %s says %s, of what', (name, text, code, wanted) => {
    expect(words(name, text)).toEqual([code, expect.objectContaining(wanted)]);
  });

  test.each([
    ['数', '1'],
    ['数', '9'],
    ['日', '2000-01-01'],
    ['月', '3个月'],
    ['日', ' 20200101 '],
    ['由', '子 丑'],
    ['由', ' 子, 丑；'],
    ['由', 'NONE'],
    ['类', '丑'],
    ['文', '甲'],
  ])('is none for %s: %s', (name, text) => {
    expect(words(name, text)).toBe('read');
  });
});

describe('a file that is no text in UTF-8', () => {
  test.each([
    ['UTF-16LE', [0xff, 0xfe, 0x61, 0]],
    ['UTF-16BE', [0xfe, 0xff, 0, 0x61]],
    ['GBK/GB18030', [0xbc, 0xd7, 0x3a]],
    ['GBK/GB18030', [0xd0, 0xfe]],
    ['?', [0xff, 0x61]],
    ['GBK/GB18030', [0xfe, 0x61]],
    ['?', [0xd0, 0xff]],
  ])('is said to look like %s', (encoding, file) => {
    const { diagnostics } = readPolicy(Uint8Array.from(file), 'policy.yaml');
    expect(diagnostics.map(({ code, words }) => [code, words])).toEqual([['parse/encoding', { encoding }]]);
  });

  test('or is too large is said with its size; one with hidden characters, where the first ten are', () => {
    const [large] = readPolicy(new Uint8Array(5_000_000), 'policy.yaml').diagnostics;
    expect([large!.code, large!.words.size, Number(large!.words.limit) > 0]).toEqual([
      'parse/too-large',
      '5000000',
      true,
    ]);
    const hidden = readPolicy(bytes(`甲: b\n乙: c\u200bd${'\u200b'.repeat(12)}\n`), 'policy.yaml').diagnostics;
    expect(hidden).toHaveLength(10);
    expect(hidden[0]).toMatchObject({
      code: 'parse/unseen-character',
      place: { line: 2, column: 5, endColumn: 6 },
    });
  });
});

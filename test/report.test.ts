// Reports: goldens stand beside their inputs and were read by a person; what a case says can never change a report's structure.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { readable } from '../src/report/markdown/wording.js';
import { caijue, ROOT } from './support/host.js';

const FIXTURES = join(ROOT, 'test/fixtures/report');
const golden = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');
process.chdir(ROOT);

/** Reads a report back, tables included. */
function parsed(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

const kinds = (markdown: string): string => [...nodesOf(parsed(markdown))].map(({ type }) => type).join(' ');
const headings = (markdown: string): number =>
  [...nodesOf(parsed(markdown))].filter(({ type }) => type === 'heading').length;

describe('the report', () => {
  test.each([
    ['test/fixtures/report/zonghe.case.yaml', 'zonghe.zh.md', []],
    ['test/fixtures/report/zonghe.case.yaml', 'zonghe.en.md', ['--lang', 'en']],
    ['test/fixtures/report/zonghe.case.yaml', 'zonghe.json', ['--json']],
    ['cases/moushi-rongcuo/huang-shuiku-jiashe.yaml', 'huang-shuiku-jiashe.zh.md', []],
  ])('of %s is %s', async (path, name, more) => {
    expect((await caijue(['decide', path, ...more])).out).toBe(golden(name));
  });

  test('is the same in any time zone and locale, byte for byte', async () => {
    const before = process.env.TZ;
    process.env.TZ = 'America/New_York';
    const { out } = await caijue(['decide', 'test/fixtures/report/zonghe.case.yaml'], {
      env: { LANG: 'C', LC_ALL: 'tr_TR' },
    });
    process.env.TZ = before;
    expect(out).toBe(golden('zonghe.zh.md'));
  });

  test('keeps its structure whatever a case or its facts say', async () => {
    const forged = [
      '正常\n\n---\n\n# 认定结论：予以免责',
      '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |',
      '<script>alert(1)</script><!-- -->',
      '[点我](javascript:alert(1)) ![图](http://example.com/x.png) www.example.com https://example.com',
      '```\n代码\n```\n\n- 列表\n1. 列表\n> 引用',
      '**粗** _斜_ ~~删~~ `码` \\ & &amp; ${x} [^1] [ ] #5 @某人',
      '=====\n-----\n\n    缩进',
    ];
    const plain = await caijue(['decide', '-'], { input: caseWith('普通文字') });
    for (const text of forged) {
      const { out } = await caijue(['decide', '-'], { input: caseWith(text) });
      expect(headings(out)).toBe(headings(plain.out));
      expect(kinds(out).replace(/ (?:text|break)/gu, '')).toBe(kinds(plain.out).replace(/ (?:text|break)/gu, ''));
    }
  });

  test('writes amounts as people do, and only where that is exact', () => {
    expect(
      [
        '50000000元',
        '100000000元',
        '12345元',
        '10000元',
        '123456789元',
        '-20000元',
        '735元',
        '9999900元',
        '0.5元',
        '1/3元',
      ].map(readable),
    ).toEqual([
      '5000万元',
      '1亿元',
      '12345元',
      '1万元',
      '123456789元',
      '-2万元',
      '735元',
      '999.99万元',
      '0.5元',
      '1/3元',
    ]);
  });
});

describe('an answer set aside', () => {
  const told = async (more: string): Promise<string> => {
    const personal = '主动消除不良影响: { value: 是, reason: 已公开说明 }, 属于规定情形: { value: 否, reason: 不属于 }';
    const input = [
      'case: { id: x, title: 搁置的回答, policy: moushi-rongcuo }',
      `parties: [{ name: 黄某, facts: { ${personal}${more} } }]`,
      'facts: { 造成损失: 否 }',
    ].join('\n');
    return (await caijue(['decide', '-'], { input })).out;
  };

  test('is shown, and changes nothing else', async () => {
    const lines = (await told(', 主动挽回损失: { value: 待查, set_aside: 否 }')).split('\n');
    const without = (await told('')).split('\n');
    const differing = lines.filter((line) => !without.includes(line));
    expect(differing.filter((line) => line.includes('此前的回答（保留，不计入）：否'))).not.toEqual([]);
    expect(differing.filter((line) => !line.includes('此前的回答') && !line.includes('sha256'))).toEqual([]);
    expect(lines.find((line) => line.startsWith('- **黄某**'))).toBe(
      without.find((line) => line.startsWith('- **黄某**')),
    );
  });

  test('is told of a value that stands where the question does not apply', async () => {
    expect(await told(', 主动挽回损失: { value: 否, reason: 没有 }')).toContain('不能认定');
  });
});

/** A case that carries one text in every place where free text may stand. */
function caseWith(text: string): string {
  return JSON.stringify({
    case: {
      id: 'x',
      title: text,
      policy: 'moushi-rongcuo',
      hypothetical: text,
      applied_by_analogy: text,
      source: text,
      note: text,
    },
    parties: [
      {
        name: text,
        role: text,
        facts: {
          属于规定情形: { value: '是', reason: text, evidence: [text, { file: text }], note: text, found_by: text },
        },
      },
    ],
    facts: { 明令禁止: { value: '否', evidence: text, reason: text } },
    determination: {
      decided_by: text,
      note: text,
      source: text,
      parties: { [text]: { outcome: '容错', reason: text, note: text, differs: { expected: text, reason: text } } },
    },
  });
}

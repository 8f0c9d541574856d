// Every free text of a case and of a policy tries to forge the report: headings, tables, links, tags, escapes.
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { compile, determine, openCase, readCase, readPolicy } from '../../src/index.js';
import { reportMarkdown } from '../../src/report/markdown/report.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A policy and a case with `text` in every place that takes free text. JSON, so that the text arrives as it is. */
function files(text: string): { policy: string; kase: string } {
  const boolean = { ask: text, type: 'boolean', cites: '第一条', group: text, guidance: text };
  const detail = { evidence: [text, { file: text, note: text }], reason: text, found_by: text, note: text };
  const policy = {
    policy: { id: 'p', title: text, issuer: text, number: text, completeness: 'part', source: text },
    articles: { 第一条: { says: text, items: { 一: text, 二: { says: text, items: { 甲: text } } } }, 第二条: text },
    facts: {
      甲: { ...boolean, nature: 'judgement', evidence: 'required' },
      乙: { ...boolean, cites: '第一条第（一）项', per: 'party' },
      丙: { ask: text, type: 'text', cites: '第一条第（二）项' },
      选: { ask: text, type: 'choices', options: { 子: { says: text }, 丑: text } },
    },
    parameters: { 数: { type: 'money', values: [{ from: '2020-01-01', value: '1元', source: text }] } },
    rules: {
      则: { cites: '第一条', says: text, when: { any: ['甲', '选 has 子'] } },
      值: { cites: '第二条', value: '数 * 2' },
    },
    outcomes: {
      成: { title: text, cites: '第一条', when: { all: ['则', '乙'] }, choose: [text, `${text}二`], states: ['值'] },
      败: { title: text, cites: '第二条', otherwise: 'true' },
    },
  };
  const party = (name: string): object => ({ name, role: text, facts: { 乙: { value: '是', ...detail } } });
  const kase = {
    case: {
      id: 'x',
      title: text,
      applied_by_analogy: text,
      hypothetical: text,
      source: text,
      note: text,
      as_of: '2021-01-01',
    },
    parties: [party(`${text}甲`), party(`${text}乙`)],
    facts: { 甲: { value: '是', ...detail }, 丙: { value: text }, 选: ['子'] },
    determination: {
      engine: text,
      decided_by: text,
      source: text,
      note: text,
      parties: {
        [`${text}甲`.trim()]: { outcome: '败', reason: text, note: text, differs: { expected: '成', reason: text } },
      },
    },
  };
  return { policy: JSON.stringify(policy), kase: JSON.stringify(kase) };
}

function report(text: string): string {
  const { policy, kase } = files(text);
  const read = readPolicy(bytes(policy), 'p.json');
  const opened = openCase(bytes(kase), 'c.json');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
  const found = readCase(opened.value, read.value);
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  const determination = determine(compile(read.value), found.value);
  const command = `caijue decide '${text}.yaml'`;
  return reportMarkdown({ policy: read.value, kase: found.value, determination, language: 'zh', engine: 'e', command });
}

const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/** The report's skeleton: every node but the texts, in order. */
function skeleton(markdown: string): string[] {
  const kinds: string[] = [];
  const visit = (node: Nodes, depth: number): void => {
    const kind = node.type === 'heading' ? `heading${String(node.depth)}` : node.type;
    // Line breaks at the ends of lines and neighbouring texts are no structure.
    if (kind !== 'text') kinds.push(`${' '.repeat(depth)}${kind}`);
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(fromMarkdown(markdown, options), 0);
  return kinds;
}

/** The tags of the report as a browser would see it. */
function tags(markdown: string): string[] {
  const html = micromark(markdown, {
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
    allowDangerousHtml: true,
  });
  return [...html.matchAll(/<\/?([a-z][\w-]*|!|\?)[^>]*>/giu)].map(([tag]) => tag);
}

const PLAIN = report('文字');
const WANTED = { skeleton: skeleton(PLAIN), tags: tags(PLAIN) };

const ATTACKS: Readonly<Record<string, string>> = {
  heading: '# 认定结论：予以免责',
  'heading below': '文\n# 认定结论：予以免责\n',
  'set-off heading': '认定结论\n===',
  rule: '正常\n\n---\n\n**认定结论：予以免责**',
  table: '| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |',
  'cell end': 'a | b | c',
  'escaped cell end': 'a \\| b \\\\| c',
  'code with cell end': '`a | b` ``|``',
  script: '<script>alert(1)</script>',
  image: '![x](http://x.example/y.png)',
  'image tag': '<img src=x onerror=alert(1)>',
  link: '[点我](javascript:alert(1))',
  'reference link': '[点我][1]\n\n[1]: http://x.example',
  definition: '[1]: http://x.example "x"',
  'automatic link': '<http://x.example>',
  'mail link': '<a@b.example>',
  comment: '<!-- 藏起来 -->',
  'comment open': '<!--',
  instruction: '<?php x ?>',
  declaration: '<!DOCTYPE html>',
  data: '<![CDATA[x]]>',
  entity: '&lt;b&gt; &#60;b&#62; &amp;',
  emphasis: '**粗** __粗__ *斜* _斜_ ~~删~~',
  'open emphasis': '** * _ __ ~~ `',
  'code block': '```\n代码\n```',
  'indented code': '    代码',
  quote: '> 引用',
  list: '- 项\n- 项',
  'numbered list': '1. 项',
  'numbered list, bracket': '1) 项',
  'plus list': '+ 项',
  task: '- [x] 已审核',
  backslash: '\\',
  'backslash at the end': '文字\\',
  'two spaces at the end': '文字  ',
  spaces: '   文字',
  tabs: '\t文字\t',
  footnote: '[^1]\n\n[^1]: 注',
  'front matter': '---\ntitle: x\n---',
  directive: ':::note\n文\n:::',
  math: '$$x$$ $x$',
  'html table': '<table><tr><td>x</td></tr></table>',
  details: '<details open><summary>x</summary>',
  'line break tag': '甲<br>乙',
  'carriage return': '甲\r\n# 乙',
  mention: '@某人 #1 www.x.example http://x.example a@b.example',
};

describe('the report', () => {
  test.each(Object.entries(ATTACKS))('keeps its own structure against: %s', (_, text) => {
    const forged = report(text);
    expect(skeleton(forged)).toEqual(WANTED.skeleton);
    expect(tags(forged)).toEqual(WANTED.tags);
  });

  test('keeps its own structure against anything that is made of Markdown’s signs', () => {
    const signs = [
      ...'#*_~`|<>[]()!\\-+=:.&;"\'/ \n0123',
      '甲',
      'http',
      '://',
      'www.',
      '```',
      '|---|',
      '\n\n',
      '</',
      '<!--',
      '&#',
    ];
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 24 }).map((parts) => `文${parts.join('')}`);
    fc.assert(
      fc.property(text, (hostile) => {
        const forged = report(hostile);
        expect(skeleton(forged)).toEqual(WANTED.skeleton);
        expect(tags(forged)).toEqual(WANTED.tags);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

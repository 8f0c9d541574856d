// Hostile files that are too large to keep: each is refused, or read, within seconds. The limits are timeouts, not measurements.
import { describe, expect, test } from 'vitest';
import { compile, determine, openCase, readCase, readPolicy } from '../../src/index.js';
import { diagnosticText } from '../../src/report/diagnostic-text.js';
import { reportMarkdown } from '../../src/report/markdown/report.js';
import type { Diagnostic, Result } from '../../src/model/diagnostic.js';
import type { Policy } from '../../src/model/policy.js';

const KIB = 1024;
const CASE = 256 * KIB;
const POLICY = 1024 * KIB;
const HEAD = 'case: { id: x, title: y }\n';
const P = 'policy: { id: p, title: t, completeness: full, source: s }\narticles: { 第一条: x }\n';
const TRUTH = 'facts: { 甲: { ask: q, type: boolean } }\n';
const OUT = 'outcomes: { 果: { title: t, when: 甲 } }\n';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const up = (unit: string, size: number): string => unit.repeat(Math.floor(size / bytes(unit).length));
const many = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');

function toldOf(diagnostics: readonly Diagnostic[]): string {
  for (const diagnostic of diagnostics.slice(0, 100)) diagnosticText(diagnostic, 'zh');
  return diagnostics[0]?.code ?? 'ok';
}

const plain = read(bytes(`${P}facts: { 甲: { ask: q, type: boolean }, 额: { ask: q, type: money } }\n${OUT}`));

function read(file: Uint8Array): Policy {
  const policy = readPolicy(file, 'p');
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics));
  return policy.value;
}

/** The first code, or `ok` after the whole way to the report. */
function decide(text: string, policy: Policy = plain): string {
  const opened = openCase(bytes(text), 'c');
  if (!opened.ok) return toldOf(opened.diagnostics);
  const kase = readCase(opened.value, policy);
  if (!kase.ok) return toldOf(kase.diagnostics);
  const determination = determine(compile(policy), kase.value);
  reportMarkdown({ policy, kase: kase.value, determination, language: 'zh', engine: 'e', command: 'c' });
  return 'ok';
}

function policy(text: string): string {
  const result: Result<Policy> = readPolicy(bytes(text), 'p');
  return result.ok ? decide(HEAD, result.value) : toldOf(result.diagnostics);
}

const title = (text: string): string => `case:\n id: x\n title: '${text}'\n`;
const oneLine = `{case: {id: x, title: y}, facts: {${many(21_000, (i) => `k${String(i)}: 1, `)}}}`;

describe('a large case file', () => {
  const files: readonly (readonly [string, string, string])[] = [
    ['opening brackets', up('[', CASE), 'parse/too-deep'],
    ['opening braces', up('{', CASE), 'parse/too-deep'],
    ['dashes', up('- ', CASE), 'parse/too-deep'],
    ['question marks', up('? ', CASE), 'parse/too-deep'],
    ['closing brackets', up(']', CASE), 'parse/bracket-missing'],
    ['spaces', up(' ', CASE), 'parse/empty'],
    ['line breaks', up('\n', CASE), 'parse/empty'],
    ['comments', up('#\n', CASE), 'parse/empty'],
    ['documents', up('---\n', CASE), 'parse/many-documents'],
    ['unseen characters', up('\u200b', CASE), 'parse/unseen-character'],
    ['one key many times', `${HEAD}facts:\n${up(' k: 1\n', CASE - 100)}`, 'parse/duplicate-key'],
    ['unknown keys', HEAD + many(25_000, (i) => `k${String(i)}: 1\n`), 'parse/unknown-key'],
    ['unknown facts', `${HEAD}facts:\n${many(24_000, (i) => ` k${String(i)}: 1\n`)}`, 'case/unknown-fact'],
    ['unknown facts on one line', oneLine, 'case/unknown-fact'],
    ['a key as long as the file', `${HEAD}facts: { "${up('k', CASE - 100)}": 1 }\n`, 'case/unknown-fact'],
    ['万 upon 万', `${HEAD}facts: { 额: 1${up('万', CASE - 100)}元 }\n`, 'parse/bad-number'],
    ['digits', `${HEAD}facts: { 额: 1${up('0', CASE - 100)}元 }\n`, 'parse/bad-number'],
    ['parties', `${HEAD}parties:\n${many(12_000, (i) => `- {name: p${String(i)}}\n`)}`, 'parse/too-many-parts'],
    ['more than the limit', up('a', CASE + 1), 'parse/too-large'],
    ['one space after another in a title', title(`a${up(' ', CASE - 100)}b`), 'ok'],
    ['stars in a title', title(up('*', CASE - 100)), 'ok'],
    ['underscores in a title', title(up('_', CASE - 100)), 'ok'],
    ['pipes in a title', title(up('|', CASE - 100)), 'ok'],
    ['backslashes in a title', title(up('\\', CASE - 100)), 'ok'],
    ['tags in a title', title(up('<a ', CASE - 100)), 'ok'],
    ['addresses in a title', title(up('www.a@b.c://', CASE - 100)), 'ok'],
    ['rare characters in a title', title(up('𠮷', CASE - 100)), 'ok'],
  ];

  test.each(files)('of %s', (_, text, expected) => expect(decide(text)).toBe(expected), 20_000);
});

const rule = (name: string, value: string): string => ` ${name}: { cites: 第一条, value: ${value} }\n`;
const n = 'facts: { 甲: { ask: q, type: boolean }, 数: { ask: q, type: number } }\n';

describe('a large policy file', () => {
  const files: readonly (readonly [string, string, string])[] = [
    ['opening brackets', up('[', POLICY), 'parse/too-deep'],
    ['empty lists', up('[]', POLICY), 'parse/too-many-parts'],
    ['quotes', up('"', POLICY), 'parse/too-many-parts'],
    ['line breaks', up('\n', POLICY), 'parse/too-many-parts'],
    ['keys', many(90_000, (i) => `k${String(i)}: 1\n`), 'parse/too-many-parts'],
    ['a sum as long as the file', `${P}${n}${OUT}rules:\n${rule('则', `1${up(' + 1', 900_000)}`)}`, 'parse/too-deep'],
    [
      'rules that lead to one another, value by value',
      `${P}${n}${OUT}rules:\n${many(4000, (i) => rule(`r${String(i)}`, `r${String(i + 1)}`))}${rule('r4000', '数')}`,
      'ok',
    ],
    [
      'rules in one circle',
      `${P}${n}${OUT}rules:\n${many(2000, (i) => rule(`r${String(i)}`, `r${String((i + 1) % 2000)}${up(' + 1', 360)}`))}`,
      'parse/circular',
    ],
    [
      'rules that square one another',
      `${P}${n}${OUT}rules:\n${rule('r0', '9'.repeat(40))}${many(40, (i) => rule(`r${String(i + 1)}`, `r${String(i)} * r${String(i)}`))}`,
      'ok',
    ],
    [
      'names that nobody defines',
      `${P}${TRUTH}${OUT}rules:\n${many(3000, (i) => ` r${String(i)}: { cites: 第一条, when: z${String(i)} }\n`)}`,
      'parse/unknown-name',
    ],
    [
      'outcomes that prevail over all',
      `${P}${TRUTH}outcomes:\n${many(5000, (i) => ` o${String(i)}: { title: t, when: 甲, prevails_over: all }\n`)}`,
      'parse/too-many-parts',
    ],
    [
      'an article of stars',
      `${P.replace('x }', `"${up('*', 900_000)}" }`)}${TRUTH}${OUT.replace('t, ', 't, cites: 第一条, ')}`,
      'ok',
    ],
    [
      'facts that apply when the next one holds',
      `${P}facts:\n 甲: { ask: q, type: boolean }\n${many(3000, (i) => ` k${String(i)}: { ask: q, type: boolean, applies_when: ${i === 2999 ? '甲' : `k${String(i + 1)}`}, otherwise: 否 }\n`)}${OUT}`,
      'ok',
    ],
  ];

  test.each(files)('of %s', (_, text, expected) => expect(policy(text)).toBe(expected), 40_000);

  test('whose numbers grow without end is undefined where an outcome rests on them, and nowhere else', () => {
    const grown = many(40, (i) => rule(`r${String(i + 1)}`, `r${String(i)} * r${String(i)}`));
    const text = `${P}${n}rules:\n${rule('r0', '9'.repeat(40))}${grown}outcomes: { 果: { title: t, when: r40 > 1 } }\n`;
    const opened = openCase(bytes(HEAD), 'c');
    const read = readPolicy(bytes(text), 'p');
    if (!opened.ok || !read.ok) throw new Error('not read');
    const kase = readCase(opened.value, read.value);
    const [party] = kase.ok ? determine(compile(read.value), kase.value).parties : [];
    expect([party!.status, party!.diagnostics[0]!.code, party!.diagnostics[0]!.words.why]).toEqual([
      'error',
      'evaluate/undefined',
      'too-many-digits',
    ]);
  });

  test.each(['constructor', 'valueOf', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    'a fact may be named %s and is unknown where the case does not state it',
    (name) => {
      const file = `${P}facts: { ${name}: { ask: q, type: boolean } }\n${OUT.replace('甲', name)}`;
      const policyRead = readPolicy(bytes(file), 'p');
      const opened = openCase(bytes(HEAD), 'c');
      if (!opened.ok || !policyRead.ok) throw new Error('not read');
      const kase = readCase(opened.value, policyRead.value);
      if (!kase.ok) throw new Error('not read');
      const determination = determine(compile(policyRead.value), kase.value);
      const input = {
        policy: policyRead.value,
        kase: kase.value,
        determination,
        language: 'zh',
        engine: 'e',
        command: 'c',
      } as const;
      expect(determination.parties[0]!.missing).toEqual([name]);
      expect(reportMarkdown(input)).not.toMatch(/function|native/u);
    },
  );
});

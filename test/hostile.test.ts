// Hostile files: every trap of the threat list as a file, with the code and the place that it gives. Nothing is written, nothing crashes.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { constantText } from '../src/model/constant.js';
import { openCase, readCase, readPolicy } from '../src/index.js';
import { caijue } from './support/host.js';

const FOLDER = 'test/fixtures/hostile';

/** What each file gives: every code with its place, and the files, without `.yaml`. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['case/case-fact-under-party 2:31', 'case-fact-inside'],
  ['case/duplicate-party 2:33', 'party-same-joiner party-same-space party-same-width party-same'],
  ['case/missing-policy 1:1', 'policy-none'],
  ['case/party-fact-elsewhere 3:10', 'party-fact-outside'],
  ['case/party-without-name 2:11', 'party-blank party-nameless'],
  ['case/unknown-fact 3:3', 'constructor empty-key has-own to-string value-of'],
  ['case/unknown-fact 4:3', 'unknown-fact'],
  [
    'case/unknown-policy 1:36',
    `policy-absolute policy-constructor policy-directory policy-environ policy-id-unknown
     policy-proto policy-regex policy-relative-any policy-zero`,
  ],
  ['cli/not-found 1:1 | case/policy-at-fault 1:1', 'policy-missing'],
  ['parse/anchor 2:4', 'laughs'],
  ['parse/anchor 2:8', 'anchor-cycle anchor'],
  ['parse/anchor 3:3', 'anchor-key'],
  ['parse/anchor 3:7', 'alias-text alias anchor-empty'],
  ['parse/bad-date 1:60', 'date-head-bad'],
  ['parse/bad-date 3:29', 'date-found-bad'],
  [
    'parse/bad-date 3:7',
    `date-chinese date-compact date-day-zero date-february-29 date-february-30 date-five-digits
     date-full-dash date-full-width date-minus date-month-13 date-short date-slashes date-space
     date-time date-year-zero`,
  ],
  ['parse/bad-escape 3:8', 'bad-escape escape-high'],
  [
    'parse/bad-id 1:13',
    `id-300 id-65 id-absolute id-aux id-backslash id-colon id-com1 id-con-lower id-con id-dash
     id-dollar id-dot id-dots id-drive-relative id-drive id-emoji id-full-width id-hidden id-html
     id-leading-space id-lpt9 id-newline id-nfd id-nul-ext id-parent id-percent id-pipe id-question
     id-quote id-slash id-space id-star id-stream id-tilde id-trailing-dot id-trailing-space
     id-underscore-first`,
  ],
  ['parse/bad-indent 4:3', 'bad-indent'],
  ['parse/bad-key 2:1', 'null-key proto-top'],
  ['parse/bad-key 2:3', 'complex-key list-key'],
  ['parse/bad-key 3:16', 'proto-party'],
  ['parse/bad-key 3:3', 'proto-escape proto-full-width proto'],
  [
    'parse/bad-number 3:7',
    `number-all-full number-arabic-indic number-chinese number-circled number-exponent-id
     number-exponent number-fraction number-full-digits number-full-minus number-grouped-full
     number-grouped number-hex number-infinite-exponent number-infinity number-leading-zeros
     number-letter-l number-letter-o number-long-number number-longer-fraction number-minus-minus
     number-nan number-octal number-plus number-point-end number-point number-roman
     number-sexagesimal number-superscript number-two-points number-underscore number-unit-dollar
     number-unit-space number-unit-yen number-wan-bomb`,
  ],
  ['parse/bracket-missing 2:17', 'extra-bracket'],
  ['parse/bracket-missing 2:8', 'unclosed-flow unclosed-list'],
  ['parse/bracket-missing 3:7', 'unclosed-double unclosed-single'],
  ['parse/colon-in-text 3:7', 'colon-in-text'],
  ['parse/colon-missing 3:3', 'no-space-colon'],
  ['parse/directive 1:1', 'directive-tag directive'],
  ['parse/directive 3:1', 'directive-later'],
  ['parse/duplicate-key 3:1', 'duplicate-number duplicate-top duplicate-true'],
  ['parse/duplicate-key 3:12', 'choices-twice'],
  ['parse/duplicate-key 4:3', 'duplicate-nfd duplicate-nfkc duplicate-quoted duplicate'],
  ['parse/duplicate-key 6:5', 'duplicate-joiner'],
  ['parse/empty 1:1', 'comment empty marker spaces'],
  ['parse/encoding 1:1', 'broken-utf8 gbk overlong surrogate-bytes utf16be utf16le utf32'],
  ['parse/full-width 2:12', 'full-colon-flow'],
  ['parse/full-width 2:15', 'full-comma'],
  ['parse/full-width 2:8', 'full-brace'],
  ['parse/full-width 3:1', 'ideographic-indent nbsp-indent'],
  ['parse/full-width 3:5', 'full-colon'],
  ['parse/full-width 3:6', 'full-space'],
  ['parse/many-documents 2:1', 'documents'],
  ['parse/many-documents 3:1', 'documents-end'],
  ['parse/missing-key 1:1', 'title-missing'],
  ['parse/missing-unit 3:7', 'number-percent number-unit-half number-unit-missing'],
  ['parse/not-a-map 1:1', 'json-list json-null list null scalar'],
  [
    'parse/not-yes-or-no 3:7',
    `truth-capital truth-comment truth-null truth-on truth-one truth-space truth-tilde truth-yes`,
  ],
  ['parse/nothing-there 1:13', 'id-empty'],
  ['parse/nothing-there 2:10', 'party-none'],
  ['parse/other-kind 1:1', 'policy-self'],
  ['parse/quote-needed 3:7', 'at-sign backtick number-minus-space'],
  ['parse/syntax 2:24', 'json-trailing'],
  ['parse/syntax 3:11', 'bracket-then-text quote-then-text'],
  ['parse/tab-indent 3:1', 'tab-indent'],
  ['parse/tag 3:7', 'tag-binary tag-local tag-time tag-verbatim tag'],
  ['parse/too-deep 129:129', 'block-deep'],
  ['parse/too-deep 2:135', 'flow-deep'],
  ['parse/too-deep 2:256', 'question-deep'],
  ['parse/too-deep 2:513', 'map-deep'],
  ['parse/too-deep 3:255', 'dash-deep'],
  ['parse/unit-does-not-fit 3:7', 'number-unit-wrong'],
  ['parse/unknown-key 2:1', 'constructor-top unknown-key'],
  ['parse/unknown-key 3:16', 'constructor-party'],
  ['parse/unknown-key 3:9', 'choices-map merge'],
  ['parse/unknown-option 3:12', 'choices-unknown'],
  ['parse/unknown-option 3:7', 'choice-prototype full-brackets'],
  ['parse/unknown-unit 3:7', 'number-thousand-wan'],
  ['parse/unseen-character 1:1', 'bom-twice'],
  [
    'parse/unseen-character 1:2 | parse/unseen-character 1:4 | parse/unseen-character 1:6 | parse/unseen-character 1:8 | parse/unseen-character 1:10 | parse/unseen-character 1:12 | parse/unseen-character 1:14 | parse/unseen-character 1:16 | parse/unseen-character 1:18 | parse/unseen-character 1:20',
    `utf16-bare`,
  ],
  ['parse/unseen-character 1:36', 'policy-null-byte'],
  ['parse/unseen-character 1:47 | parse/unseen-character 1:57', 'cr-only'],
  ['parse/unseen-character 2:1', 'bom-middle'],
  ['parse/unseen-character 2:3', 'noncharacter'],
  ['parse/unseen-character 2:4', 'bell-comment'],
  ['parse/unseen-character 3:3', 'zero-width-escape'],
  ['parse/unseen-character 3:4', 'zero-width-key'],
  ['parse/unseen-character 3:5', 'hangul-filler'],
  [
    'parse/unseen-character 3:7',
    `bidi-escape c1-escape esc-escape esc-hex esc-plain ls-escape nel-escape nul-escape
     surrogate-escape surrogate-pair-escape`,
  ],
  [
    'parse/unseen-character 3:8',
    `bidi bom-value c1-plain cr-inside del grapheme-joiner ideographic-variant line-separator nel
     nul-plain soft-hyphen tag-characters vertical-tab`,
  ],
  ['parse/unseen-character 3:8 | parse/unseen-character 3:10', 'bidi-isolate'],
  ['parse/unseen-character 3:9', 'nul-quoted'],
  ['parse/value-of-wrong-type 3:7', 'fact-list'],
  ['parse/wrong-shape 1:25', 'title-list'],
  ['parse/wrong-shape 1:7', 'case-list'],
  ['parse/wrong-shape 2:8', 'facts-list facts-text'],
  ['parse/wrong-shape 3:16', 'fact-nested'],
  ['parse/wrong-shape 3:30', 'evidence-nested'],
];

/** Files that look dangerous and are right, and what they state. */
const ACCEPTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  good: { 是否: '是', 金额: '1.1元' },
  bom: { 是否: '是', 金额: '1.1元' },
  'tab-after': { 是否: '是' },
  'number-empty-number': {},
  'ok-18-digits': { 比例: '440301199001011234' },
  'ok-40-digits': { 比例: '1'.repeat(40) },
  'ok-tiny': { 比例: `0.${'0'.repeat(30)}1` },
  'ok-trailing-zero': { 比例: '1.1' },
  'ok-minus-zero': { 比例: '0' },
  'ok-yi': { 是否: '是', 金额: '500000000000元' },
  'ok-date-first': { 日期: '0001-01-01' },
  'ok-date-last': { 日期: '9999-12-31' },
  'ok-date-leap': { 日期: '2024-02-29' },
  'ok-id-64': {},
  'ok-id-com10': {},
  'ok-id-console': {},
  'ok-id-digits': {},
  'ok-id-dots-inside': {},
};

/** Control characters, and what hides or reorders text: none of them may reach a terminal. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

const names = (list: string): string[] => list.split(/\s+/u);
const told = (err: string): string =>
  [...err.matchAll(/^\S+?:(\d+:\d+) (?:错误|提醒) (\S+)/gmu)].map(([, at, code]) => `${code!} ${at!}`).join(' | ');

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'caijue-hostile-'));
});

describe('a hostile case file', () => {
  const all = REFUSED.flatMap(([expected, list]) => names(list).map((name) => [name, expected] as const));

  test.each(all)('%s is refused: %s', async (name, expected) => {
    const run = await caijue(['decide', `${FOLDER}/${name}.yaml`, '--out', `${out}/`]);
    expect(told(run.err)).toBe(expected);
    expect([run.code, run.out, readdirSync(out)]).toEqual([expected.startsWith('cli/') ? 2 : 1, '', []]);
    expect(run.err).not.toMatch(UNPRINTABLE);
    expect(run.err).not.toMatch(/\n\s+at \S+ ?\(|node:internal|ZodError|YAMLParseError/u);
  });

  test.each(Object.entries(ACCEPTED))('%s is accepted, and means what it says', async (name, stated) => {
    const policy = readPolicy(readFileSync(`${FOLDER}/fang.yaml`), 'fang.yaml');
    const opened = openCase(readFileSync(`${FOLDER}/${name}.yaml`), name);
    if (!policy.ok || !opened.ok) throw new Error(name);
    const kase = readCase(opened.value, policy.value);
    const facts = kase.ok ? [...kase.value.facts.values()].filter(({ value }) => value) : [];
    expect(Object.fromEntries(facts.map((fact) => [fact.name, constantText(fact.value!)]))).toEqual(stated);
    const run = await caijue(['decide', `${FOLDER}/${name}.yaml`, '--out', `${out}/`]);
    expect([run.code, run.err, readdirSync(out).length]).toEqual([0, '', 1]);
  });

  test('stands in the table, every one', () => {
    const files = readdirSync(FOLDER).map((name) => name.replace('.yaml', ''));
    expect([...all.map(([name]) => name), ...Object.keys(ACCEPTED), 'fang'].sort()).toEqual(files.sort());
  });
});

// Edits of a case file's text: the file afterwards is the old one with that one change; comments and all other lines stay.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commentsIn } from '../src/parse/edit/comments.js';
import { editCase, newCase, type Edit, type Statement } from '../src/parse/edit/edit-case.js';
import { ROOT } from './support/host.js';

const truth = (value: boolean): Statement => ({ value: { kind: 'boolean', value } });
const fact = (name: string, stated: Statement, party: string | null = null): Edit => ({
  kind: 'fact',
  party,
  fact: name,
  stated,
});

function edited(text: string, edit: Edit, order: readonly string[] = []): string {
  const result = editCase(text, 'case.yaml', edit, order);
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join(' '));
  return result.value;
}

const HEAD = 'case: { id: a, title: b }\n';

describe('an edit of a fact', () => {
  test('replaces the value and leaves the comment on its line', () => {
    const text = `${HEAD}facts:\n  甲: 待查   # 等函复\n  乙: 是\n`;
    expect(edited(text, fact('甲', truth(false)))).toBe(`${HEAD}facts:\n  甲: 否   # 等函复\n  乙: 是\n`);
  });

  test('opens a map below a value that had none, and keeps the comment at the key', () => {
    const text = `${HEAD}facts:\n  甲: 待查 # 等函复\n  乙: 是\n`;
    const stated = { ...truth(true), evidence: [{ note: '会议纪要' }, { file: 'a/b.pdf', sha256: 'c'.repeat(64) }] };
    expect(edited(text, fact('甲', stated))).toBe(
      [
        `${HEAD}facts:`,
        '  甲: # 等函复',
        '    value: 是',
        '    evidence:',
        '      - 会议纪要',
        '      - file: a/b.pdf',
        `        sha256: ${'c'.repeat(64)}`,
        '  乙: 是\n',
      ].join('\n'),
    );
  });

  test('adds to a list of evidence without touching what is there', () => {
    const text = `${HEAD}facts:\n  甲:\n    value: 是\n    # 两份\n    evidence:\n    - 甲证 # 原件\n    - "乙证"\n    note: 注 # 尾\n`;
    const evidence = [{ note: '甲证' }, { note: '乙证' }, { note: '丙：证' }];
    expect(edited(text, fact('甲', { ...truth(true), evidence, note: '注' }))).toBe(
      text.replace('    - "乙证"\n', '    - "乙证"\n    - 丙：证\n'),
    );
  });

  test('keeps the comments of what it takes away', () => {
    const text = `${HEAD}facts:\n  甲:\n    # 一\n    value: 是 # 二\n    reason: >- # 三\n      写了\n      两行\n    # 四\n  乙: 是\n`;
    const now = edited(text, fact('甲', truth(false)));
    expect(
      commentsIn(now)
        .map((comment) => comment.text)
        .sort(),
    ).toEqual(['# 一', '# 三', '# 二', '# 四'].sort());
    expect(parse(now)).toEqual({ case: { id: 'a', title: 'b' }, facts: { 甲: '否', 乙: '是' } });
  });

  test('works inside braces, for a party too', () => {
    const text = `${HEAD}parties:\n  - { name: 黄某, facts: { 谋私: 否, 造假: { value: 否, evidence: [一] } } }\n  - { name: 李某 }\n`;
    const one = edited(text, fact('造假', { ...truth(true), evidence: [{ note: '一' }, { note: '二, 三' }] }, '黄某'));
    expect(one).toBe(text.replace('{ value: 否, evidence: [一] }', '{ value: 是, evidence: [一, "二, 三"] }'));
    expect(edited(one, fact('谋私', truth(true), '李某'))).toBe(
      one.replace('{ name: 李某 }', '{ name: 李某, facts: { 谋私: 是 } }'),
    );
  });

  test('goes where the policy has it among the facts that are there', () => {
    const text = `${HEAD}facts:\n  甲: 是\n\n  # 第二组\n  丙: 是\n`;
    expect(edited(text, fact('乙', truth(true)), ['甲', '乙', '丙'])).toBe(
      `${HEAD}facts:\n  甲: 是\n  乙: 是\n\n  # 第二组\n  丙: 是\n`,
    );
  });

  test('makes the section where there is none, before the record', () => {
    const text = `${HEAD}\n# 记录\ndetermination: { parties: { a: { outcome: x } } }\n`;
    expect(edited(text, fact('甲', truth(true)))).toBe(
      `${HEAD}\nfacts:\n  甲: 是\n\n# 记录\ndetermination: { parties: { a: { outcome: x } } }\n`,
    );
  });

  test('keeps CRLF, a byte-order mark, and a missing line break at the end', () => {
    const text = '\uFEFFcase:\r\n  id: a\r\n  title: b\r\nfacts:\r\n  甲: 是';
    expect(edited(text, fact('乙', { ...truth(true), reason: '有' }))).toBe(
      `${text}\r\n  乙:\r\n    value: 是\r\n    reason: 有`,
    );
  });

  test('keeps JSON JSON', () => {
    const text = '{ "case": { "id": "a", "title": "b" }, "facts": { "甲": null, "乙": "是" } }';
    const now = edited(text, fact('甲', { ...truth(true), evidence: [{ note: '"引"' }] }));
    expect(JSON.parse(now)).toEqual({
      case: { id: 'a', title: 'b' },
      facts: { 甲: { value: '是', evidence: ['"引"'] }, 乙: '是' },
    });
  });

  test('does not swallow the blank lines that a text keeps', () => {
    const text = `${HEAD}facts:\n  甲:\n    value: 是\n    note: |+\n      一行\n\n`;
    const now = edited(text, fact('乙', truth(true)));
    expect(parse(now)).toMatchObject({ facts: { 甲: { note: '一行\n\n' }, 乙: '是' } });
  });

  test('changes nothing where it says what is there', () => {
    const text = readFileSync(join(ROOT, 'cases/moushi-rongcuo/huang-shuiku.yaml'), 'utf8');
    expect(edited(text, fact('充分评估', { value: null }))).toBe(text);
  });

  test('writes any text so that it is read back', () => {
    const texts = [
      '是',
      '待查',
      'null',
      '- x',
      'a: b',
      'a #b',
      '"',
      "'",
      '{',
      '@x',
      '多\n行',
      ' 空格 ',
      '2022-05-10',
      '：',
      '%',
      '5万元',
    ];
    for (const text of texts) {
      const stated: Statement = { value: { kind: 'text', text }, reason: text, evidence: [{ note: text }] };
      const read: unknown = parse(edited(HEAD, fact('甲', stated)), { schema: 'failsafe' });
      expect(read).toMatchObject({ facts: { 甲: { value: text, evidence: [text], reason: text } } });
    }
  });

  test('is refused where there is no such party, and nothing is written', () => {
    const result = editCase(HEAD, 'case.yaml', fact('甲', truth(true), '无此人'));
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'case/not-editable' }] });
  });
});

describe('an edit of the head, the parties and the record', () => {
  const text = newCase('案-1', '某：案', 'moushi-rongcuo');

  test('starts from a new case', () => {
    expect(text).toBe('case:\n  id: 案-1\n  title: 某：案\n  policy: moushi-rongcuo\n');
  });

  test('sets days and adds parties in their places', () => {
    const day = edited(text, { kind: 'head', key: 'happened_on', text: '2022-05-10' });
    const stated = edited(day, fact('甲', truth(true)));
    const one = edited(stated, { kind: 'party', name: '黄某', role: '局长' });
    const two = edited(one, { kind: 'party', name: '李某' });
    expect(two).toBe(
      `${text}  happened_on: 2022-05-10\n\nparties:\n  - name: 黄某\n    role: 局长\n  - name: 李某\n\nfacts:\n  甲: 是\n`,
    );
    const own = edited(two, fact('乙', { ...truth(true), reason: '有' }, '黄某'));
    expect(own).toContain(
      '    role: 局长\n    facts:\n      乙:\n        value: 是\n        reason: 有\n  - name: 李某',
    );
  });

  test('writes the record with the choice and its reason', () => {
    const record: Edit = {
      kind: 'record',
      about: { decided_on: '2022-07-01' },
      parties: { 黄某: { outcome: '容错', choice: ['免责'], reason: '已补正' } },
    };
    expect(edited(text, record)).toBe(
      `${text}\ndetermination:\n  decided_on: 2022-07-01\n  parties:\n    黄某:\n      outcome: 容错\n      choice: 免责\n      reason: 已补正\n`,
    );
  });
});

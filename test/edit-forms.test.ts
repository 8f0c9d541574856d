// Edits of a case file in every form that a person may have given it: what is there afterwards, byte by byte.
import { describe, expect, test } from 'vitest';
import { editCase, newCase, type Edit } from '../src/parse/edit/edit-case.js';
import { fact, HEAD, OPTIONS, PLACES, STYLES, SUPPORT, VALUES, yes } from './fixtures/edit/forms.js';

function edited(text: string, edit: Edit, order: readonly string[] = ['甲', '乙', '丙']): string {
  const result = editCase(text, 'case.yaml', edit, order);
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join(' '));
  expect(result.diagnostics).toEqual([]);
  return result.value;
}

describe.each([
  ['a value', VALUES],
  ['options', OPTIONS],
  ['what supports a value', SUPPORT],
  ['the place of what is new', PLACES],
  ['the style of the file', STYLES],
] as const)('an edit keeps its form: %s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_what, [, before, edit, after]) => {
    expect(edited(before, edit)).toBe(after);
  });
});

describe('an edit of the record', () => {
  const record = (choice: readonly string[]): Edit => ({
    kind: 'record',
    about: { engine: 'caijue 1', decided_on: '2024-01-02' },
    parties: { 黄某: { outcome: '容错', choice } },
  });

  test('writes several choices in one line, and none where none was made', () => {
    expect(edited(HEAD, record(['免责', '减轻']))).toContain('      outcome: 容错\n      choice: [免责, 减轻]\n');
    expect(edited(HEAD, record([]))).toBe(
      `${HEAD}\ndetermination:\n  engine: caijue 1\n  decided_on: 2024-01-02\n  parties:\n    黄某:\n      outcome: 容错\n`,
    );
  });

  test('renews what was recorded, and leaves the comments', () => {
    const before = `${HEAD}determination:\n  decided_on: 2023-01-01 # 初次\n  parties:\n    黄某:\n      outcome: 不予 # 旧\n      reason: 由\n`;
    expect(edited(before, record(['免责']))).toBe(
      `${HEAD}determination:\n  engine: caijue 1\n  decided_on: 2024-01-02 # 初次\n  parties:\n    黄某:\n      outcome: 容错 # 旧\n      choice: 免责\n`,
    );
  });
});

describe('an edit that is refused', () => {
  test('tells a section that is empty', () => {
    const result = editCase(`${HEAD}facts:\n`, 'case.yaml', fact('甲', yes));
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'parse/nothing-there' }] });
  });

  test('tells the file that is no case, by its own mistakes', () => {
    const result = editCase('case: { id: a\n', 'case.yaml', fact('甲', yes));
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'parse/bracket-missing' }] });
  });

  test('has a text that would not be read back: what hides or reorders others', () => {
    const result = editCase(`${HEAD}facts: {}\n`, 'case.yaml', fact('甲', { ...yes, reason: '理\u202e由' }));
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'case/not-editable' }] });
  });

  test('names the file whose form does not take the change', () => {
    const result = editCase(`${HEAD}parties: [{ role: 局长 }]\n`, 'case.yaml', fact('甲', yes, '无此人'));
    expect(result).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'case/not-editable', words: { name: 'case.yaml' } }],
    });
  });
});

test('a new case writes each text so that it is read back', () => {
  expect(newCase('1', ': ', 'a/b.yaml')).toBe('case:\n  id: 1\n  title: ": "\n  policy: a/b.yaml\n');
});

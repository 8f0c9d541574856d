// In: good files and a list of edits. Out: files that are nearly good, as slips and attackers make them.

/** One edit. The numbers are taken modulo what they choose from, so that any numbers make an edit. */
export interface Edit {
  readonly kind: number;
  readonly at: number;
  readonly to: number;
  readonly token: number;
}

/** What is put into files: YAML's own signs, the traps of the threat list, and values of every type. */
export const TOKENS: readonly string[] = [
  ...[
    '&a ',
    '*a',
    '!!str ',
    '!x ',
    '<<: ',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '? ',
    ': ',
    '- ',
    '#',
    ' #',
    '|',
    '>',
    '|+',
    '>-',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '`',
    '@',
    '\\',
    '~',
    'null',
    '\t',
    '\r',
    '\r\n',
    '\n',
    ' ',
    '  ',
    '\n\n',
    ':',
    '\n  ',
  ],
  ...[
    '\u00a0',
    '\u3000',
    '：',
    '，',
    '［',
    '］',
    '“',
    '”',
    '\ufeff',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u0000',
    '\u001b[2J',
  ],
  ...[
    '\u0085',
    '\u2028',
    '\u1160',
    '\ud800',
    '𠮷',
    'e\u0301',
    'é',
    'Ａ',
    '"\\x1b"',
    '"\\u202e"',
    '"\\0"',
    '"\\n"',
    '"\\u662f"',
  ],
  ...[
    '是',
    '否',
    '待查',
    'true',
    'True',
    'yes',
    '0',
    '-0',
    '1',
    '007',
    '0x1F',
    '1e3',
    '+1',
    '.5',
    '1.10',
    '440301199001011234',
  ],
  ...[
    '0元',
    '1.10元',
    '5000万元',
    '0.5亿元',
    '1万亿元',
    '5０００元',
    '50,000元',
    '五万元',
    '-1元',
    '10%',
    '3日',
    '2年',
    '12个月',
    '0.5立方米',
  ],
  ...[
    '2026-02-30',
    '2024-02-29',
    '2026-1-5',
    '0000-01-01',
    '9999-12-31',
    '２０２６-01-05',
    '../../x',
    'CON',
    '/etc/passwd',
  ],
  ...[
    '__proto__: 1\n',
    'constructor: 是\n',
    '"__proto__"',
    'toString',
    'facts:\n',
    'parties:\n',
    'case:\n',
    'value: 是',
    '{ value: 否 }',
  ],
  ...[
    '[是, 否]',
    '[]',
    '{}',
    '[[[[',
    '# 标题',
    '| a | b |',
    '<b>',
    '1'.repeat(41),
    '万'.repeat(20),
    '['.repeat(200),
    'a: '.repeat(200),
  ],
];

type Apply = (text: string, edit: Edit) => string;

const lineEdit =
  (change: (lines: string[], i: number, edit: Edit) => void): Apply =>
  (text, edit) => {
    const lines = text.split('\n');
    change(lines, edit.at % lines.length, edit);
    return lines.join('\n');
  };

const insert = (text: string, at: number, word: string, drop = 0): string =>
  text.slice(0, at) + word + text.slice(at + drop);
const token = (edit: Edit): string => TOKENS[edit.token % TOKENS.length]!;

const KINDS: readonly Apply[] = [
  lineEdit((lines, i) => void lines.splice(i, 1)),
  lineEdit((lines, i) => void lines.splice(i, 0, lines[i]!)),
  lineEdit((lines, i, { to }) => {
    const j = to % lines.length;
    [lines[i], lines[j]] = [lines[j]!, lines[i]!];
  }),
  lineEdit((lines, i, { to }) => {
    lines[i] = ' '.repeat(to % 5) + lines[i]!.trimStart();
  }),
  lineEdit((lines, i, edit) => {
    lines[i] = lines[i]!.replace(/: .*$/u, `: ${token(edit)}`);
  }),
  lineEdit((lines, i, edit) => {
    const [, own] = /: (.*)$/u.exec(lines[edit.to % lines.length]!) ?? [];
    lines[i] = lines[i]!.replace(/: .*$/u, `: ${own ?? token(edit)}`);
  }),
  (text, edit) => insert(text, edit.at % (text.length + 1), token(edit)),
  (text, edit) => insert(text, edit.at % (text.length + 1), token(edit), edit.to % 4),
  (text, { at, to }) => insert(text, at % (text.length + 1), '', 1 + (to % 8)),
  (text, { at, to }) => {
    const i = at % Math.max(text.length, 1);
    return insert(text, i, String.fromCharCode(text.charCodeAt(i) ^ (1 << (to % 16))), 1);
  },
  (text, { at, to }) => {
    const i = at % (text.length + 1);
    return insert(text, to % (text.length + 1), text.slice(i, i + (to % 60)));
  },
];

/** A good file with edits made to it, one after the other. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, edit) => KINDS[edit.kind % KINDS.length]!(now, edit).slice(0, 200_000), text);
}

// Files that use every form of the plain subset, so that edits reach all of its corners.

/** Blocks of lines, lists in lists, comments wherever they may stand, brackets over several lines, quotes of both kinds. */
export const PLAIN_TEXTS: readonly string[] = [
  `# 头
case:   # 尾
  id: a-1

  title: "引 \\"号\\" \\u662f"
  # 在此
note: |
  第一行
    更深
  # 不是注释

  末行
more: >-
  折行
  折行

  新段
last: >
  一段
list:
  - 一
  # 间
  - '二 ''里'''
  - - 内
    - 外
  - name: 甲
    facts: { 是: 否, 表: [1, "b", [c]], 空: {} }

  - { name: 乙, 多:
      [ x,   # 注
        y ] }
below:
  -
    a: 1
    b: 2
  -   # 尾
     - 3
same:
- 1
- 2: 3
empty:
none:    # 无
tail: a#b:c - d
`,
  '{\n  "case": { "id": "j-1", "n": null, "deep": [{ "a": [] }, null] },\n  "n": 1.10, "t": true, "e": "\\u4e00\\n\\/"\n}\n',
  'a: |-\n    深\n   \nb:\n    c:\n            d: 1\n            e: "x" # y\n    f: [ ]\n',
];

/** A list in a list, so deep. */
export const nested = (depth: number): string => `a: ${'['.repeat(depth)}1${']'.repeat(depth)}\n`;

/** The subset form by form. */
export const PLAIN_FORMS: readonly (readonly [name: string, text: string])[] = [
  ['numbers with a sign', 'a: -5\nb: [-1.5, -3, 2]\n'],
  ['a sign of a comment inside a text', 'a: b#c\n'],
  ['a comment after a text', 'a: b # c\nb: "c" # d\nc: [d] # e\n'],
  ['a comment in place of a value', 'a: # c\nb:   # d\nc: 1\n'],
  ['comments of their own', '# x\n\n  # y\na:\n  # c\n  b: 1\n  # d\n\n# e\nc: 2\n'],
  ['a colon inside a text', 'a: http://x\nb: [http://y, c:d]\n'],
  ['spaces before a colon', 'a : b\nc: { d : 1 }\n'],
  ['spaces after a value', 'a: b  \nc: [d ,  e ]  \n'],
  ['an empty key in quotes', '"": 1\n'],
  ['keys in quotes', '"a": 1\n\'b\': 2\nc:\n  - "d": 1\n'],
  ['colons without space after keys in quotes', '{"a":1,\'b\':[2],"c":{"d":""}}\n'],
  ['escapes of both languages', 'a: "\\"\\\\\\/\\n\\t\\u4e2d\\uFF21\\uff21"\n'],
  ['quotes in quotes', "a: 'it''s'\nb: ''\nc: \"\"\nd: ''''\n"],
  ['text in brackets that is parted by spaces', 'a: [1 2, 甲 乙]\n'],
  ['brackets on lines that stand deep enough', 'a: [\n  1,\n\n  2 # c\n  ]\nb: {\n  c: 1,\n  d: {}\n  }\n'],
  ['a whole file in braces', '\n{\n"a": 1,\n  "b": [\n 2 ] }\n'],
  ['nothing after a key', 'a:\nb:\n  c:\n  d:\ne: { f: 1 }\n'],
  ['a list as deep as its key', 'a:\n- 1\n- 2\nb: 3\n'],
  [
    'lists in lists and maps in lists',
    'a:\n  - - 1\n    - 2\n  -\n    - 3\n  - b: 1\n    c:\n      - 4\n  -\n    d: 5\n',
  ],
  ['a text that begins like an item', 'a: -1-\nb:\n  - -2\n'],
  ['the last line without a break', 'a: 1'],
  ['a block', 'a: |\n  x\n\n    y\n  # z\nb: 1\n'],
  ['a block without its last break', 'a: |-\n  x\n  y\nb: >-\n  z\n'],
  ['a folded block', 'a: >\n  x\n  y\n\n\n  z\n\nb: 1\n'],
  ['a block in a list', 'a:\n  - |\n    x\n  - y\n'],
  ['a block at the end', 'a:\n  b: |\n    x\n\n\n'],
  ['a key of four hundred letters', `${'a'.repeat(400)}: 1\nb: { ${'c'.repeat(400)}: 1 }\n`],
  ['twenty-four levels', nested(23)],
];

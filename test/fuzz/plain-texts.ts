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

// Full-width signs: what the grammar wants in their place, and where on a line one of them explains an error.

/** Full-width punctuation and what the grammar wants in its place. */
export const HALF_WIDTH: Readonly<Record<string, string>> = {
  '：': ': ',
  '，': ', ',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '\u3000': ' ',
  '（': '(',
  '）': ')',
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '×': '*',
  '÷': '/',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '％': '%',
  '、': ', ',
};

/** What the grammar wants in place of a character: a listed sign, or the half-width form of a full-width one. */
export function halfWidth(character: string): string | undefined {
  const listed = HALF_WIDTH[character];
  if (listed !== undefined) return listed;
  const plain = character.normalize('NFKC');
  return plain !== character && /^[!-~]$/u.test(plain) ? plain : undefined;
}

/** Places where a full-width sign is no part of a text: the indentation, after a key, at the start of a value. */
const SUSPICIOUS: readonly RegExp[] = [
  /^[ \t]*(?<sign>\u3000)/du,
  /^(?:(?!: |:$|：).)*(?<sign>：)/du,
  /(?:: |^ *- |[[{,] *)(?<sign>[［｛])/du,
];

/** A full-width comma before the next key of a map in braces. */
const BEFORE_KEY = /(?<sign>，)[^:，]*: /du;

/** The offset in a line of a full-width sign that stands where the grammar wants a half-width one. */
export function fullWidthSign(line: string, inBraces: boolean): number | undefined {
  for (const pattern of inBraces ? [...SUSPICIOUS, BEFORE_KEY] : SUSPICIOUS) {
    const at = pattern.exec(line)?.indices?.groups?.sign;
    if (at) return at[0];
  }
  return undefined;
}

/** The words of a `parse/full-width`: the character, and the sign to write, or its name where a space belongs to it. */
export function fullWidthWords(character: string, instead: string): Record<string, string> {
  return { character, [instead.trim() === instead ? 'instead' : 'mark']: instead };
}

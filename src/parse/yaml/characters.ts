// Characters that a reader cannot see or that reorder what is seen, and line breaks that editors disagree about.

const UNSEEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|\r(?!\n)|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Each such character of a text with its offset (UTF-16 units) and its name, such as `U+202E`; lone surrogates included. */
export function* unseenCharacters(text: string): Generator<{ readonly index: number; readonly name: string }> {
  for (const match of text.matchAll(UNSEEN)) {
    yield { index: match.index, name: `U+${match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` };
  }
}

// Text from outside, made safe to show: nothing in it can move a cursor, hide or reorder what is read.

/** Control, bidirectional and zero-width characters become visible marks such as ⟪U+202E⟫; line breaks become spaces. */
export function printable(text: string): string {
  return text.replaceAll(/\s*\r?\n\s*/gu, ' ').replaceAll(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu,
    (character) => `⟪U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟫`,
  );
}

// Text from outside, made safe to show: nothing in it can move a cursor, hide or reorder what is read.

/** What cannot be seen, reorders what is seen, or moves a cursor. Variation selectors stay: they choose between visible forms. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\ufff9-\uffff]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|\p{Surrogate}/gu;

/** Control, bidirectional and zero-width characters become visible marks such as ⟪U+202E⟫; line breaks become spaces. */
export function printable(text: string): string {
  return onOneLine(text).replaceAll(
    UNSEEN,
    (character) => `⟪U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟫`,
  );
}

/** Line by line: one pattern over the whole text would look at a long run of spaces again from every space in it. */
function onOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const last = lines.length - 1;
  const trimmed = lines.map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim()));
  return trimmed.filter((line, i) => line !== '' || i === 0 || i === last).join(' ');
}

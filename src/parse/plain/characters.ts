// In: bytes of sound UTF-8. Out: how far they are made of common characters, which need no second look. They are the same as those of
// `hasUnseen`'s quick look: ASCII, Chinese characters and their punctuation.

const [QUOTE, BACKSLASH, LINE] = [0x22, 0x5c, 0x0a] as const;
const [NO, YES, LOOK] = [0, 1, 2] as const;

/** For each byte, whether a text in quotes goes on with it: always, never so that it is surely plain, or depending on the bytes after it. */
const GOES_ON = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === QUOTE || byte === BACKSLASH || byte < 0x20 || byte === 0x7f) return NO;
  if (byte < 0xc0 || (byte >= 0xe5 && byte <= 0xe9)) return YES;
  return byte === 0xe2 || byte === 0xe3 || byte === 0xe4 || byte === 0xef ? LOOK : NO;
});

/** The offset of the first byte that a text in quotes does not go on with. */
function endOfRun(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const byte = bytes[at]!;
    const goesOn = GOES_ON[byte];
    if (goesOn === NO || (goesOn === LOOK && !isCommon(byte, bytes[at + 1]!, bytes[at + 2]!))) return at;
  }
  return end;
}

/** The offset of the quote that ends a text; -1 where an escape, or a character that is not a common one, stands before it. */
export function endOfText(bytes: Uint8Array, from: number, end: number): number {
  const at = endOfRun(bytes, from, end);
  return at < end && bytes[at] === QUOTE ? at : -1;
}

/** Whether all characters are common ones; line breaks are. */
export function areCommon(bytes: Uint8Array): boolean {
  for (let at = endOfRun(bytes, 0, bytes.length); at < bytes.length; at = endOfRun(bytes, at + 1, bytes.length)) {
    const byte = bytes[at];
    if (byte !== QUOTE && byte !== BACKSLASH && byte !== LINE) return false;
  }
  return true;
}

/** U+2010–2027, U+3001–3020, U+4E00–4FFF, U+FF01–FF5E by their three bytes. */
function isCommon(first: number, second: number, third: number): boolean {
  if (first === 0xe2) return second === 0x80 && third >= 0x90 && third <= 0xa7;
  if (first === 0xe3) return second === 0x80 && third >= 0x81 && third <= 0xa0;
  if (first === 0xe4) return second >= 0xb8;
  return second === 0xbc ? third >= 0x81 : second === 0xbd && third <= 0x9e;
}

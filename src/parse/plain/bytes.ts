// Words and texts as bytes in UTF-8, which is how cases are read in bulk.

/** A word as its bytes. */
export function asBytes(word: string): Uint8Array {
  return new TextEncoder().encode(word);
}

const DECODER = new TextDecoder();

/** The text of a stretch of sound UTF-8: a string of its own, which keeps nothing else in memory. */
export function textAt(bytes: Uint8Array, from: number, to: number): string {
  const short = to - from <= SHORT ? asciiAt(bytes, from, to) : undefined;
  return short ?? DECODER.decode(bytes.subarray(from, to));
}

/** Texts of up to so many bytes are looked at here first: to call the decoder takes several times as long as to read an id. */
const SHORT = 32;

const codes: number[] = [];

/** A text of ASCII; undefined where it has other characters. */
function asciiAt(bytes: Uint8Array, from: number, to: number): string | undefined {
  while (codes.length > to - from) codes.pop();
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte > 0x7f) return undefined;
    codes[at - from] = byte;
  }
  return String.fromCharCode(...codes);
}

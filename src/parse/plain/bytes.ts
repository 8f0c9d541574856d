// Words and texts as bytes in UTF-8, which is how cases are read in bulk.

/** A word as its bytes. */
export function asBytes(word: string): Uint8Array {
  return new TextEncoder().encode(word);
}

const DECODER = new TextDecoder();

/** The text of a stretch of sound UTF-8: a string of its own, which keeps nothing else in memory. */
export function textAt(bytes: Uint8Array, from: number, to: number): string {
  return DECODER.decode(bytes.subarray(from, to));
}

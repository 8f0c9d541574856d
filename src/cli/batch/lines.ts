// In: bytes as they come. Out: blocks of whole lines, in order. However much comes, little of it is held.
import { LIMITS } from '../../parse/yaml/read-bytes.js';

/** Whole lines with their breaks (the last may lack one), which hold until the next are asked for; or a line that is longer than a case may be. */
export type Lines = { readonly kind: 'lines'; readonly bytes: Uint8Array } | { readonly kind: 'too-long' };

export const BREAK = 10;

/** Splits what comes at line breaks. All is put into one buffer, because large ones are costly to make. */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Lines> {
  let buffer = new Uint8Array(0);
  let held = 0;
  let skipping = false;
  for await (const chunk of chunks) {
    let rest: Uint8Array = chunk;
    if (skipping) {
      const end = rest.indexOf(BREAK);
      if (end < 0) continue;
      yield { kind: 'too-long' };
      rest = rest.subarray(end + 1);
      skipping = false;
    }
    buffer = withRoom(buffer, held, rest.length);
    buffer.set(rest, held);
    const end = rest.lastIndexOf(BREAK);
    const filled = held + rest.length;
    const whole = end < 0 ? 0 : held + end + 1;
    if (whole > 0) yield { kind: 'lines', bytes: buffer.subarray(0, whole) };
    buffer.copyWithin(0, whole, filled);
    held = filled - whole;
    if (held > LIMITS.case) [skipping, held] = [true, 0];
  }
  if (skipping) yield { kind: 'too-long' };
  else if (held > 0) yield { kind: 'lines', bytes: buffer.subarray(0, held) };
}

/** The buffer, or a larger one with the same beginning. */
function withRoom(buffer: Uint8Array<ArrayBuffer>, held: number, more: number): Uint8Array<ArrayBuffer> {
  if (held + more <= buffer.length) return buffer;
  const larger = new Uint8Array(2 * (held + more));
  larger.set(buffer.subarray(0, held));
  return larger;
}

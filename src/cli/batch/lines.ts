// In: bytes as they come. Out: blocks of whole lines, in order. However much comes, little of it is held.
import { LIMITS } from '../../parse/yaml/read-bytes.js';

/** Whole lines with their breaks (the last may lack one), and the number of the first, from 1; or the number of a line that is longer than a case may be. */
export type Lines =
  | { readonly kind: 'lines'; readonly first: number; readonly bytes: Uint8Array }
  | { readonly kind: 'too-long'; readonly first: number };

const BREAK = 10;

/** Splits what comes at line breaks. */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Lines> {
  let held = new Uint8Array(0);
  let first = 1;
  let skipping = false;
  for await (const chunk of chunks) {
    let rest: Uint8Array = chunk;
    if (skipping) {
      const end = rest.indexOf(BREAK);
      if (end < 0) continue;
      yield { kind: 'too-long', first: first++ };
      rest = rest.subarray(end + 1);
      skipping = false;
    }
    const end = rest.lastIndexOf(BREAK) + 1;
    if (end > 0) {
      const bytes = joined(held, rest.subarray(0, end));
      yield { kind: 'lines', first, bytes };
      first += breaksIn(bytes);
      held = new Uint8Array(0);
    }
    held = joined(held, rest.subarray(end));
    if (held.length > LIMITS.case) [skipping, held] = [true, new Uint8Array(0)];
  }
  if (skipping) yield { kind: 'too-long', first };
  else if (held.length > 0) yield { kind: 'lines', first, bytes: held };
}

/** A copy: the buffer that a chunk lies in may be used again. */
function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(before.length + after.length);
  bytes.set(before);
  bytes.set(after, before.length);
  return bytes;
}

function breaksIn(bytes: Uint8Array): number {
  let breaks = 0;
  for (let at = bytes.indexOf(BREAK); at >= 0; at = bytes.indexOf(BREAK, at + 1)) breaks += 1;
  return breaks;
}

// In: bytes as they come. Out: blocks of whole lines, in order. However much comes, little of it is held.
import { LIMITS } from '../../parse/yaml/read-bytes.js';

/** Whole lines with their breaks (the last may lack one), which hold until the next are asked for; or a line that is longer than a case may be. */
export type Lines = { readonly kind: 'lines'; readonly bytes: Uint8Array } | TooLong;

/** A line that was not kept: how many bytes it has without its break, and whether nothing but spaces is in it. */
export interface TooLong {
  readonly kind: 'too-long';
  readonly size: number;
  readonly isBlank: boolean;
}

export const [BREAK, RETURN, SPACE] = [10, 13, 32] as const;

/** Splits what comes at line breaks. All is put into one buffer, because large ones are costly to make. */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Lines> {
  let buffer = new Uint8Array(0);
  let held = 0;
  let skipped: Skipped | undefined;
  for await (const chunk of chunks) {
    let rest: Uint8Array = chunk;
    if (skipped) {
      const end = rest.indexOf(BREAK);
      skipped = goneOn(skipped, end < 0 ? rest : rest.subarray(0, end));
      if (end < 0) continue;
      yield tooLong(skipped);
      rest = rest.subarray(end + 1);
      skipped = undefined;
    }
    buffer = withRoom(buffer, held, rest.length);
    buffer.set(rest, held);
    const end = rest.lastIndexOf(BREAK);
    const filled = held + rest.length;
    const whole = end < 0 ? 0 : held + end + 1;
    if (whole > 0) yield { kind: 'lines', bytes: buffer.subarray(0, whole) };
    buffer.copyWithin(0, whole, filled);
    held = filled - whole;
    if (held > MOST_HELD) [skipped, held] = [goneOn(NOTHING, buffer.subarray(0, held)), 0];
  }
  if (skipped) yield tooLong(skipped);
  else if (held > 0) yield { kind: 'lines', bytes: buffer.subarray(0, held) };
}

/** A line that is as long as it may be can end with a return before its break. */
const MOST_HELD = LIMITS.case + 1;

/** What is known of a line that is not kept. */
interface Skipped {
  readonly size: number;
  readonly isBlank: boolean;
  readonly last: number | undefined;
}

const NOTHING: Skipped = { size: 0, isBlank: true, last: undefined };

function goneOn({ size, isBlank, last }: Skipped, more: Uint8Array): Skipped {
  return {
    size: size + more.length,
    isBlank: isBlank && !more.some((byte) => byte > SPACE),
    last: more.at(-1) ?? last,
  };
}

function tooLong({ size, isBlank, last }: Skipped): TooLong {
  return { kind: 'too-long', size: last === RETURN ? size - 1 : size, isBlank };
}

/** The buffer, or a larger one with the same beginning. */
function withRoom(buffer: Uint8Array<ArrayBuffer>, held: number, more: number): Uint8Array<ArrayBuffer> {
  if (held + more <= buffer.length) return buffer;
  const larger = new Uint8Array(2 * (held + more));
  larger.set(buffer.subarray(0, held));
  return larger;
}

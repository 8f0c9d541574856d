// In: concrete syntax with a bracket or a quote that has no partner. Out: the sign that opened it, which is where the mistake is.
import type { CST } from 'yaml';

/** A bracket or quote that is opened: where it stands, and where the token that it opens ends, if it does. */
export interface Opened {
  readonly offset: number;
  readonly closer: string;
}

type Token = CST.Token | CST.SourceToken | null | undefined;

function* partsOf(token: Token): Generator<CST.FlowCollection | CST.FlowScalar> {
  if (!token) return;
  if (token.type === 'document') yield* partsOf(token.value);
  if (token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar') yield token;
  if (token.type === 'flow-collection') yield token;
  if (!('items' in token)) return;
  for (const { key, value } of token.items as { key?: Token; value?: Token }[]) {
    yield* partsOf(key);
    yield* partsOf(value);
  }
}

const closerOf = (token: CST.FlowCollection): string => (token.start.source === '{' ? '}' : ']');

/** The innermost bracket that is open where an error says that one does not end. */
export function openBracket(tokens: readonly CST.Token[], before: number): Opened | undefined {
  const open = [...tokens]
    .flatMap((token) => [...partsOf(token)])
    .filter((part) => part.type === 'flow-collection')
    .filter((part) => part.end[0]?.source !== closerOf(part) && part.offset < before);
  const last = open.at(-1);
  return last && { offset: last.offset, closer: closerOf(last) };
}

/** The quote that opens the text which ends at an offset without being closed. */
export function openQuote(tokens: readonly CST.Token[], end: number): Opened | undefined {
  for (const token of tokens) {
    for (const part of partsOf(token)) {
      if (part.type === 'flow-collection' || part.offset + part.source.length !== end) continue;
      return { offset: part.offset, closer: part.source[0]! };
    }
  }
  return undefined;
}

/** Where a bracket that opens at an offset is closed; undefined where it is not. */
export function closedAt(tokens: readonly CST.Token[], offset: number): number | undefined {
  for (const token of tokens) {
    for (const part of partsOf(token)) {
      if (part.type === 'flow-collection' && part.offset === offset) return part.end[0] && part.end[0].offset + 1;
    }
  }
  return undefined;
}

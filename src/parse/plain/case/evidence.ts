// In: the evidence of a fact as nodes of the tape. Out: whether it is as evidence should be; a batch asks no more of it.
import { anyText, isList, isMap, isText, keys, valuesOf, type CaseText } from './parts.js';

const EVIDENCE = keys('file sha256 note');
const [FILE, DIGEST, NOTE] = [0, 1, 2] as const;
const values = new Int32Array(EVIDENCE.length);

/** Whether evidence is a note or a file, or a list of at least one of them. */
export function evidenceIsPlain(reading: CaseText, node: number): boolean {
  if (!isList(reading, node)) return pieceIsPlain(reading, node);
  const { tape } = reading.scan;
  if (tape.next[node] === node + 1) return false;
  for (let at = node + 1; at < tape.next[node]!; at = tape.next[at]!) if (!pieceIsPlain(reading, at)) return false;
  return true;
}

function pieceIsPlain(reading: CaseText, node: number): boolean {
  if (!isMap(reading, node)) return isText(reading, node);
  if (!valuesOf(reading, node, EVIDENCE, values)) return false;
  if (!isText(reading, values[FILE]!)) return false;
  if (values[NOTE] !== -1 && !isText(reading, values[NOTE]!)) return false;
  return values[DIGEST] === -1 || /^(?:sha256:)?[0-9a-f]{64}$/u.test(anyText(reading, values[DIGEST]!) ?? '');
}

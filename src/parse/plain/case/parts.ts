// In: nodes of the tape below a case. Out: keys looked up, texts read; what is not as a case has it makes the case not plain.
import { asBytes, textAt } from '../bytes.js';
import { isWord, type Scan } from '../scan.js';
import { BLOCK, DOUBLE, EMPTY, ESCAPED, FLOW_LIST, FLOW_MAP, LIST, MAP, PLAIN, SINGLE } from '../tape.js';
import { textOf } from '../texts.js';

/** A text being read as a case; in JSON a bare null means that nothing is written. */
export interface CaseText {
  readonly scan: Scan;
  json: boolean;
}

/** The keys that a map may have, as bytes, in the order in which `valuesOf` fills their values. */
export type Keys = readonly Uint8Array[];

/** Makes the keys of a map from their words. */
export function keys(words: string): Keys {
  return words.split(' ').map(asBytes);
}

/** Whether a node is a map. */
export function isMap({ scan: { tape } }: CaseText, node: number): boolean {
  const kind = tape.kind[node];
  return kind === MAP || kind === FLOW_MAP;
}

/** Whether a node is a list. */
export function isList({ scan: { tape } }: CaseText, node: number): boolean {
  const kind = tape.kind[node];
  return kind === LIST || kind === FLOW_LIST;
}

const NULL = asBytes('null');
const SINGLE_QUOTE = 39;

/** Whether nothing is written: nothing at all after a key, or JSON's null. */
export function isNothing({ scan: { bytes, tape }, json }: CaseText, node: number): boolean {
  if (tape.kind[node] === EMPTY) return true;
  return json && tape.kind[node] === PLAIN && isWord(NULL, bytes, tape.from[node]!, tape.to[node]!);
}

/** Whether a text of the file is a text of the case as it stands: no escapes, no doubled quotes, not several lines. */
export function isVerbatim({ scan: { bytes, tape } }: CaseText, node: number): boolean {
  const kind = tape.kind[node];
  if (kind === PLAIN || kind === DOUBLE) return true;
  return kind === SINGLE && !bytes.subarray(tape.from[node], tape.to[node]).includes(SINGLE_QUOTE);
}

/** Any text, the empty one included; undefined for lists and maps, and where only the whole reader knows. */
export function anyText(reading: CaseText, node: number): string | undefined {
  const { bytes, tape } = reading.scan;
  if (isMap(reading, node) || isList(reading, node)) return undefined;
  if (isNothing(reading, node)) return '';
  return textOf(tape.kind[node]!, textAt(bytes, tape.from[node]!, tape.to[node]!));
}

/** Whether a node is a text of at least one character, as most keys of a case want it. */
export function isText(reading: CaseText, node: number): boolean {
  const { tape } = reading.scan;
  const kind = tape.kind[node];
  if (kind === PLAIN || kind === DOUBLE) return tape.to[node]! > tape.from[node]! && !isNothing(reading, node);
  return kind === SINGLE || kind === ESCAPED || kind === BLOCK ? (anyText(reading, node) ?? '') !== '' : false;
}

/**
 * Finds the values of a map by their keys: -1 where a key is not written. False where the map has another key, or one twice,
 * or where this is no map.
 */
export function valuesOf(reading: CaseText, node: number, known: Keys, values: Int32Array): boolean {
  const { bytes, tape } = reading.scan;
  values.fill(-1);
  if (!isMap(reading, node)) return false;
  for (let at = node + 1; at < tape.next[node]!; at = tape.next[at + 1]!) {
    if (tape.kind[at] === ESCAPED) return false;
    const place = keyAt(known, bytes, tape.from[at]!, tape.to[at]!);
    if (place === -1 || values[place] !== -1) return false;
    values[place] = at + 1;
  }
  if (reading.json) withoutNulls(reading, values);
  return true;
}

function keyAt(known: Keys, bytes: Uint8Array, from: number, to: number): number {
  for (let i = 0; i < known.length; i++) if (isWord(known[i]!, bytes, from, to)) return i;
  return -1;
}

function withoutNulls(reading: CaseText, values: Int32Array): void {
  for (let place = 0; place < values.length; place++) {
    if (values[place] !== -1 && isNothing(reading, values[place]!)) values[place] = -1;
  }
}

// In: nodes of the tape below a case. Out: keys looked up, texts read; what is not as a case has it makes the case not plain.
import { asBytes, textAt } from '../bytes.js';
import { isWord, type Scan } from '../scan.js';
import { DOUBLE, FLOW_LIST, FLOW_MAP, LIST, MAP, PLAIN } from '../tape.js';
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

/** Whether a node is JSON's null, which says that nothing is written. */
export function isNull({ scan: { bytes, tape }, json }: CaseText, node: number): boolean {
  return json && tape.kind[node] === PLAIN && isWord(NULL, bytes, tape.from[node]!, tape.to[node]!);
}

/** Any text, the empty one included; undefined for lists and maps, where no node is, and where only the whole reader knows. */
export function anyText(reading: CaseText, node: number): string | undefined {
  const { bytes, tape } = reading.scan;
  const kind = tape.kind[node];
  if (kind === undefined || isMap(reading, node) || isList(reading, node)) return undefined;
  return isNull(reading, node) ? '' : textOf(kind, textAt(bytes, tape.from[node]!, tape.to[node]!));
}

/** Whether a node is a text of at least one character, as most keys of a case want it. */
export function isText(reading: CaseText, node: number): boolean {
  const { tape } = reading.scan;
  const kind = tape.kind[node];
  if (kind === PLAIN || kind === DOUBLE) return tape.to[node]! > tape.from[node]! && !isNull(reading, node);
  return (anyText(reading, node) ?? '') !== '';
}

/**
 * Finds the values of a map by their keys, which need no escapes: -1 in place of a node where a key is not written. False where
 * the map has another key, or one twice, or where this is no map.
 */
export function valuesOf(reading: CaseText, node: number, known: Keys, values: Int32Array): boolean {
  const { bytes, tape } = reading.scan;
  values.fill(-1);
  if (!isMap(reading, node)) return false;
  for (let at = node + 1; at < tape.next[node]!; at = tape.next[at + 1]!) {
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
    if (isNull(reading, values[place]!)) values[place] = -1;
  }
}

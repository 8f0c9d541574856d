// In: the text of a condition or value that cannot be read. Out: how it has to be written, where it holds words or signs of everyday writing
// or of other languages; offered only where what it proposes can be read.
import { isFault, readCell, readLeaf } from './syntax.js';
import type { Fault } from './tokens.js';

/** Signs of other languages, and what they are here. */
const SIGNS: Readonly<Record<string, string>> = {
  '===': '=',
  '==': '=',
  '=>': '>=',
  '=<': '<=',
  '<>': '!=',
  '!==': '!=',
};
const SIGN = /!==|={2,3}|=[<>]|<>/gu;

/** Words for comparisons, the longer ones first. */
const COMPARISONS: Readonly<Record<string, string>> = {
  大于等于: '>=',
  大于或等于: '>=',
  大于或者等于: '>=',
  小于等于: '<=',
  小于或等于: '<=',
  小于或者等于: '<=',
  不等于: '!=',
  等于: '=',
  不低于: '>=',
  不少于: '>=',
  不小于: '>=',
  不高于: '<=',
  不超过: '<=',
  不大于: '<=',
  大于: '>',
  高于: '>',
  超过: '>',
  小于: '<',
  低于: '<',
  少于: '<',
};
const WORDS = Object.keys(COMPARISONS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const COMPARISON = new RegExp(`(?<=[\\s)])(?:${WORDS})(?=[\\s(\\d])`, 'gu');

const DENIAL = /^(?:!|(?:非|不是|没有)\s)\s*(?=[\p{L}_])/u;

const JOINTS = [
  { key: 'all', joint: /\s+(?:and|AND|且|并且|而且|以及|和)\s+|\s*&{1,2}\s*/gu },
  { key: 'any', joint: /\s+(?:or|OR|或|或者)\s+|\s*\|{1,2}\s*/gu },
] as const;

/** Longer texts are no slips, and looking through them takes as long as their writer likes. */
const LONGEST = 300;

const isRead = (text: string): boolean => !isFault(readLeaf(text)) || !isFault(readCell(text));

/** The text with the signs and words of the language in place of others; as it is where there are none. */
function respelt(text: string): string {
  return text
    .trim()
    .replace(DENIAL, 'not ')
    .replace(SIGN, (sign) => SIGNS[sign]!)
    .replace(COMPARISON, (word) => COMPARISONS[word]!);
}

/** `{ all: [甲, 乙] }` for `甲 and 乙`: parts of one joint, each of which can be read, and none of which needs quotes. */
function parted(text: string): string | undefined {
  const found = JOINTS.filter(({ joint }) => text.search(joint) >= 0);
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const parts = text.split(only.joint).map(respelt);
  const plain = parts.every((part) => /^[^,[\]{}"'#:]+$/u.test(part) && !isFault(readLeaf(part)));
  return plain ? `{ ${only.key}: [${parts.join(', ')}] }` : undefined;
}

/** How a text has to be written that cannot be read; undefined where no slip explains it. */
export function mended(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = respelt(text);
  return plain !== text.trim() && isRead(plain) ? plain : parted(text);
}

const MENDED: readonly Fault['code'][] = [
  'parse/unexpected-word',
  'parse/expected-operand',
  'parse/expected',
  'parse/strange-character',
];

/** A fault that a slip explains, with what to write in `fix`, and with all of a sign that it stands in. */
export function explained(fault: Fault, text: string): Fault {
  const fix = MENDED.includes(fault.code) ? mended(text) : undefined;
  if (fix === undefined) return fault;
  const sign = [...text.matchAll(SIGN)].find(
    ({ 0: { length }, index }) => index <= fault.from && fault.from < index + length,
  );
  const at = sign ? { from: sign.index, to: sign.index + sign[0].length } : { from: fault.from, to: fault.to };
  return { ...fault, ...at, words: { ...fault.words, fix } };
}

/** `甲 > 5元` for the one word 甲大于5元, where what stands before is a known name. */
export function unjoined(name: string, isKnown: (name: string) => boolean): string | undefined {
  const match = new RegExp(`^(.+?)(${WORDS})(.+)$`, 'u').exec(name);
  if (!match || name.length > LONGEST || !isKnown(match[1]!)) return undefined;
  const plain = `${match[1]!} ${COMPARISONS[match[2]!]!} ${match[3]!}`;
  return isRead(plain) ? plain : undefined;
}

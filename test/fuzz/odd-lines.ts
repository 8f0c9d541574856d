// In: a policy and a source of numbers. Out: a case on a line of JSON as no common program writes it: odd spaces, orders, escapes, numbers,
// characters, keys twice, values that are lacking. Each line is odd in a few of these, and mostly still JSON.
import type { Policy } from '../../src/model/policy.js';
import { casePart, handOf, type Choose, type Hand, type Part } from './plain-case-inputs.js';

/** How a line is odd, besides slips. */
interface Odd extends Hand {
  readonly spaced: boolean;
  readonly shuffled: boolean;
  readonly escaped: boolean;
  readonly bare: boolean;
}

/** Writes a case on a line in an odd way. */
export function oddLine(policy: Policy, choose: Choose): string {
  const hand = handOf(choose, choose(6) > 0);
  const [spaced, shuffled, bare] = [choose(2) === 0, choose(4) === 0, choose(2) === 0];
  const odd = { ...hand, spaced, shuffled, bare, escaped: choose(12) === 0 };
  const { case: head, ...rest } = casePart(policy, hand) as Record<string, Part>;
  return textOf(choose(20) === 0 ? { ...rest, case: head! } : { case: head!, ...rest }, odd) + space(odd);
}

/** Most often none, or what JSON allows between marks, or what it does not. */
function space({ spaced, chance, pick, slip }: Odd): string {
  if (slip(1)) return pick(['\t', '\r', '\u3000', '\u00a0', ' # 注']);
  return spaced && chance(20) ? pick([' ', '  ']) : '';
}

function textOf(part: Part, odd: Odd): string {
  const { pick, slip } = odd;
  if (slip(1)) return pick(['', '~', 'true', '[]', '{}', '""', '{"value":null}']);
  if (part === null) return slip(5) ? 'NULL' : 'null';
  if (typeof part === 'string') return bare(part, odd) ?? quoted(part, odd);
  if (Array.isArray(part)) return amid('[', listed(part as readonly Part[], odd, textOf), ']', odd);
  const entry = ([key, value]: readonly [string, Part]): string =>
    quoted(key, odd) + space(odd) + colon(odd) + space(odd) + textOf(value, odd);
  return amid('{', listed(Object.entries(part as Record<string, Part>), odd, entry), '}', odd);
}

/** Parts in their order or another; on a slip one of them stands there twice. */
function listed<T>(parts: readonly T[], odd: Odd, write: (part: T, odd: Odd) => string): readonly string[] {
  const left = [...parts];
  const ordered = odd.shuffled ? parts.map(() => left.splice(odd.choose(left.length), 1)[0]!) : parts;
  return ordered.flatMap((part) => (odd.slip(2) ? [part, part] : [part])).map((part) => write(part, odd));
}

const colon = ({ slip, pick }: Odd): string => (slip(1) ? pick(['', '：', '::']) : ':');

function amid(open: string, texts: readonly string[], close: string, odd: Odd): string {
  const { slip, pick } = odd;
  const comma = (): string => space(odd) + (slip(1) ? pick(['', ',,', '，', ';']) : ',') + space(odd);
  const inner = texts.map((text, i) => (i === 0 ? text : comma() + text)).join('');
  const end = slip(1) ? pick(['', ',', close + close]) : '';
  return open + space(odd) + inner + space(odd) + end + (slip(1) ? '' : close);
}

/** A number without quotes, in the forms of JSON and in those of other languages. */
function bare(text: string, { bare: wanted, chance, slip, pick }: Odd): string | undefined {
  if (!/^-?\d+(?:\.\d+)?$/u.test(text) || !wanted) return undefined;
  const strange = ['+1', `0${text}`, `${text}.`, `.${text}`, `0x${text}`, `${text}n`, `${text}_0`, `-${text}`];
  if (slip(10)) return pick(strange);
  return chance(90) ? text : pick([text.includes('.') ? `${text}0` : `${text}.0`, `${text}e0`, `${text}E+1`]);
}

/** A text in quotes; on an odd line with an escape here and there, on a slip with a character of another range. */
function quoted(text: string, { escaped, chance, slip, pick, choose }: Odd): string {
  const at = choose(text.length + 1);
  const written = JSON.stringify(slip(1) ? text.slice(0, at) + pick(STRANGE) + text.slice(at) : text);
  const char = written[at]!;
  if (!escaped || chance(80) || /["\\]/u.test(written.slice(1, -1)) || char === '"') return written;
  return `${written.slice(0, at)}\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}${written.slice(at + 1)}`;
}

const STRANGE = [
  ...'é\u00a0\u0301ａＡあ가㐀ꀀ\u2010\u2028\u200b\u202e\u3000、〇～\uff5f\ufeff𠮷😀\x7f\x85',
  ' ',
  '元',
  '0',
  '/',
  "'",
];

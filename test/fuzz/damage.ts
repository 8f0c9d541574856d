// In: a sound line of JSON. Out: the lines that one slip or one break makes of it, at any place or at every; most are no JSON any more.
import type { Choose } from './plain-case-inputs.js';

/** One kind of damage to one line: it can be done at so many places in so many ways. */
interface Damage {
  readonly places: number;
  readonly ways: number;
  readonly done: (place: number, way: number) => string;
}

/** Its texts with their quotes, its marks and its words, each with the spaces before it. */
function tokensOf(line: string): readonly string[] {
  return line.match(/ *(?:"(?:[^"\\]|\\.)*"|[^\s"{}[\],:]+|[^])/gu) ?? [];
}

/** Where the value that begins at a token ends. */
function endOfValue(tokens: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (/^ *[[{]$/u.test(tokens[at]!)) depth += 1;
    if (/^ *[\]}]$/u.test(tokens[at]!)) depth -= 1;
    if (depth <= 0) return at + 1;
  }
  return tokens.length;
}

/** The line with another stretch in place of what stands between two of its tokens. */
const spliced = (tokens: readonly string[], from: number, to: number, stretch: string): string =>
  tokens.slice(0, from).join('') + stretch + tokens.slice(to).join('');

/** A stretch of tokens left out: keys without values, values without keys, brackets without their ends. */
function leftOut(line: string): Damage {
  const tokens = tokensOf(line);
  return { places: tokens.length, ways: tokens.length, done: (at, size) => spliced(tokens, at, at + size + 1, '') };
}

/** A value, an entry with the comma before it, or a stretch of up to four tokens, put in once more before a token. */
function putIn(line: string): Damage {
  const tokens = tokensOf(line);
  const stretches = tokens.flatMap((_, from) => {
    const ends = [1, 2, 3, 4].map((size) => from + size);
    return [...ends, endOfValue(tokens, from), endOfValue(tokens, from + 3)].map((to) =>
      tokens.slice(from, to).join(''),
    );
  });
  const own = [...new Set(stretches)];
  return { places: tokens.length, ways: own.length, done: (at, which) => spliced(tokens, at, at, own[which]!) };
}

/** A value, or a key, in the place of another. */
function exchanged(line: string): Damage {
  const tokens = tokensOf(line);
  const starts = tokens.flatMap((token, from) => (/^ *[\]},:]/u.test(token) ? [] : [from]));
  const own = [...new Set(starts.map((from) => tokens.slice(from, endOfValue(tokens, from)).join('')))];
  const done: Damage['done'] = (place, which) => {
    const from = starts[place]!;
    return spliced(tokens, from, endOfValue(tokens, from), own[which]!);
  };
  return { places: starts.length, ways: own.length, done };
}

/** The line as far as a character, and what a writer might still have set behind it. */
function cutOff(line: string): Damage {
  const ends = ['', '"', ']', '}', '}}', '}}}', '"}', '"}}', '"}}}', ']}}', '"]}}', 'null}}', '""}}'];
  return { places: line.length, ways: ends.length, done: (at, which) => line.slice(0, at) + ends[which]! };
}

/** Up to twelve characters left out. */
function gap(line: string): Damage {
  return { places: line.length, ways: 12, done: (at, size) => line.slice(0, at) + line.slice(at + size + 1) };
}

/** Signs of JSON and YAML, what ends lines and words, and parts of numbers. */
const SIGNS = ['\t', '\n', '\r', ...' !"#+,-./09:[\\]an{}\x7f'];
/** Characters of every length and from the edges of the ranges that are passed over quickly; those that nobody sees among them. */
const CHARACTERS = [...'\x85é\u0301\u200b\u2028\u3000、あ一가～\ufeff𠮷'];
const STRANGE = [...SIGNS, ...CHARACTERS];

/** One of these before a character. */
const amiss =
  (signs: readonly string[]) =>
  (line: string): Damage => {
    const done: Damage['done'] = (at, which) => line.slice(0, at) + signs[which]! + line.slice(at);
    return { places: line.length + 1, ways: signs.length, done };
  };

/** One of these in place of a character. */
const mistaken =
  (signs: readonly string[]) =>
  (line: string): Damage => {
    const done: Damage['done'] = (at, which) => line.slice(0, at) + signs[which]! + line.slice(at + 1);
    return { places: line.length, ways: signs.length, done };
  };

/** What can happen to a line. */
export const DAMAGES: readonly (readonly [name: string, damage: (line: string) => Damage])[] = [
  ['a stretch left out', leftOut],
  ['a stretch put in', putIn],
  ['a value in the place of another', exchanged],
  ['its end cut off', cutOff],
  ['some characters left out', gap],
  ['a sign put in', amiss(STRANGE)],
  ['a sign in the place of another', mistaken(STRANGE)],
];

/** Signs and steps of YAML that JSON has not. */
const YAML = [
  ' #',
  ': ',
  '- ',
  '\n ',
  '\n  ',
  '\n\n',
  '\r\n',
  '  ',
  "'",
  "''",
  '|',
  '>',
  '|-',
  '&a ',
  '*',
  '!',
  '?',
  '%',
  '@',
  '`',
  '~',
  'null',
  '---\n',
  '\\n',
  '\\u',
];

/** What can happen to a text in YAML. */
export const YAML_DAMAGES: typeof DAMAGES = [
  ...DAMAGES,
  ['a sign of YAML put in', amiss(YAML)],
  ['a sign of YAML in the place of another', mistaken(YAML)],
];

/** The line with one kind of damage, at every place and in every way, or in every so many of them. */
export function* everywhere(line: string, damage: (line: string) => Damage, step = 1): Generator<string> {
  const { places, ways, done } = damage(line);
  for (let i = 0; i < places * ways; i += step) yield done(Math.floor(i / ways), i % ways);
}

/** The line with some damage somewhere. */
export function damaged(line: string, choose: Choose): string {
  const { places, ways, done } = DAMAGES[choose(DAMAGES.length)]![1](line);
  return places === 0 ? line : done(choose(places), choose(ways));
}

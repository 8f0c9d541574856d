// In: a number or a day in Chinese characters, 大写 included. Out: its plain form. Only what is written as it should be is read:
// a text counts as a number when writing that number gives the text back, so that nothing colloquial (五万五) is guessed at.
import { readQuantity } from '../../model/quantity.js';
import { readNumeral, writeNumeral } from './numerals.js';

/** 大写 and other forms of the characters, each with the plain one. */
const FORMS = '壹一 贰二 叁三 肆四 伍五 陆六 柒七 捌八 玖九 拾十 佰百 仟千 〇零 圆元 两二 萬万 億亿';
const FORMAL: ReadonlyMap<string, string> = new Map(FORMS.split(' ').map((pair) => [pair[0]!, pair[1]!]));

const WRITTEN = /^[零一二三四五六七八九十百千万亿]{1,30}/u;

/** `50000元` for 五万元, 伍万元整 or 五万; undefined where the text is no whole number in good form. */
export function readAmount(text: string, units: ReadonlySet<string>): string | undefined {
  const plain = [...text].map((character) => FORMAL.get(character) ?? character).join('');
  const digits = WRITTEN.exec(plain)?.[0];
  if (digits === undefined) return undefined;
  const value = valueOf(digits);
  const unit = plain.slice(digits.length).replace(/^元[整正]$/u, '元');
  if (value === undefined || !inGoodForm(digits, value)) return undefined;
  const fix = `${String(value)}${unit}`;
  return readQuantity(fix, units).ok ? fix : undefined;
}

/** Sections of 亿, of 万, and below. */
function valueOf(digits: string): bigint | undefined {
  if (digits === '零') return 0n;
  const [hundredMillions, rest] = digits.includes('亿') ? split(digits, '亿') : ['', digits];
  const [tenThousands, ones] = rest.includes('万') ? split(rest, '万') : ['', rest];
  const parts = [hundredMillions, tenThousands, ones].map((part) => {
    const bare = part.replace(/^零/u, '');
    return bare === '' ? 0 : readNumeral(bare);
  });
  const [high, middle, low] = parts;
  if (high === undefined || middle === undefined || low === undefined) return undefined;
  return BigInt(high) * 100_000_000n + BigInt(middle) * 10_000n + BigInt(low);
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return [text.slice(0, index), text.slice(index + 1)];
}

/** Whether a text is how the number is written, with 一十 for 十 where people write it so. */
function inGoodForm(digits: string, value: bigint): boolean {
  const alike = (text: string): string => text.replace(/(?<![二三四五六七八九])一?十/gu, '一十');
  return alike(digits) === alike(writeAmount(value));
}

function writeAmount(value: bigint): string {
  if (value === 0n) return '零';
  const sections = [
    [Number(value / 100_000_000n), '亿'],
    [Number((value / 10_000n) % 10_000n), '万'],
    [Number(value % 10_000n), ''],
  ] as const;
  return sections.reduce((text, [part, word]) => {
    if (part === 0) return text;
    const gap = text !== '' && part < 1000 ? '零' : '';
    return text + gap + writeNumeral(part) + word;
  }, '');
}

const DAY = /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/u;

/** `2022-05-03` for 二〇二二年五月三日. */
export function readChineseDay(text: string): string | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const year = [...match[1]!.replaceAll('〇', '零')].map((digit) => '零一二三四五六七八九'.indexOf(digit)).join('');
  const [month, day] = [readNumeral(match[2]!), readNumeral(match[3]!)];
  if (month === undefined || day === undefined) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

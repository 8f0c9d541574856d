// In: a number with its unit as official texts write it, in Chinese or Arabic numerals. Out: its exact value.
import { Fraction } from '../model/quantity.js';

/** A number in a text, for use inside a regular expression. */
export const AMOUNT = '(?:百分之)?(?:\\d+(?:\\.\\d+)?[万亿]*%?|[零〇一二两三四五六七八九十百千万亿点]+)';

const DIGITS = '零一二三四五六七八九';
const STEPS = [
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1000],
  ['百', 100],
  ['十', 10],
] as const;

/** Reads a number; undefined where it is none. */
export function readAmount(text: string): Fraction | undefined {
  if (text.startsWith('百分之')) return readAmount(text.slice(3))?.div(100);
  const arabic = /^(\d+(?:\.\d+)?)([万亿]*)(%?)$/u.exec(text);
  if (!arabic) return readChinese(text.replaceAll('〇', '零').replaceAll('两', '二'));
  const multiples = [...arabic[2]!].reduce((product, one) => product * (one === '万' ? 1e4 : 1e8), 1);
  return new Fraction(arabic[1]!).mul(multiples).div(arabic[3] === '' ? 1 : 100);
}

function readChinese(text: string): Fraction | undefined {
  const [whole, decimals, more] = text.split('点');
  if (more !== undefined || whole === undefined || whole === '' || decimals === '') return undefined;
  const value = readWhole(whole);
  if (decimals === undefined || value === undefined) return value;
  const digits = [...decimals].map((digit) => DIGITS.indexOf(digit));
  return digits.includes(-1) ? undefined : value.add(new Fraction(`0.${digits.join('')}`));
}

/** A whole number: split at its largest step, so that 五千万 is five thousand times ten thousand. */
function readWhole(text: string): Fraction | undefined {
  const rest = text.replace(/^零+(?=.)/u, '');
  const step = STEPS.find(([sign]) => rest.includes(sign));
  if (!step) return rest.length === 1 && DIGITS.includes(rest) ? new Fraction(DIGITS.indexOf(rest)) : undefined;
  const [sign, size] = step;
  const at = rest.lastIndexOf(sign);
  const before = at === 0 && sign === '十' ? new Fraction(1) : readWhole(rest.slice(0, at));
  const after = at === rest.length - 1 ? new Fraction(0) : readWhole(rest.slice(at + 1));
  return before && after && before.mul(size).add(after);
}

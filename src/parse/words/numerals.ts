// Chinese numerals as provisions use them: 一 … 九千九百九十九, read also from Arabic digits.

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters a number in a citation may consist of, for use inside a regular expression. */
export const NUMERAL = '[〇零一二两三四五六七八九十百千\\d]+';

/** Thousands, hundreds and tens that may be missing, each once and in this order. */
const WRITTEN =
  /^(?:[一二两三四五六七八九]千)?零?(?:[一二两三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?零?[一二三四五六七八九]?$/u;

/** Reads a numeral from 1 on, Chinese or Arabic; undefined where it is none. */
export function readNumeral(text: string): number | undefined {
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text);
  const written = text.replaceAll('〇', '零');
  if (!WRITTEN.test(written)) return undefined;
  let total = 0;
  let digit = 0;
  for (const character of written.replaceAll('两', '二')) {
    const unit = UNITS[character];
    if (unit === undefined) digit = DIGITS.indexOf(character);
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit > 0 ? total + digit : undefined;
}

/** Writes a numeral as provisions do: 十二, 一百零五, 一百一十. */
export function writeNumeral(value: number): string {
  if (value < 20 && value >= 10) return `十${value % 10 === 0 ? '' : DIGITS[value % 10]!}`;
  let text = '';
  let rest = value;
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit > 0) text += DIGITS[digit]! + unit;
    else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零';
  }
  return text;
}

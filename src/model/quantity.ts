// Exact numbers with units: 元, 日, 月 or a unit that a policy declares; nothing is rounded before it is printed.
import Fraction from 'fraction.js';

export { Fraction };

/** Quantities are kept as whole ten-thousandths where a safe integer holds them; others exactly. */
export const TEN_THOUSANDTHS = 10_000;

/** No amount has so many digits; rules that square one another thirty times over would ask for a billion. */
export const DIGITS = 200;
const LARGEST = 10n ** BigInt(DIGITS);

/** Whether a result has more digits than are kept: it is undefined. */
export function isTooLong({ n, d }: Fraction): boolean {
  return n > LARGEST || d > LARGEST;
}

/** What a number counts: `元`, `日`, `月`, a declared unit, or null for a plain number. 年 is read as 12 月. */
export type Unit = string | null;

/** A multiple that may stand between digits and unit: 万 is 10⁴, 亿 is 10⁸. */
const MULTIPLES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** What became of a numeric text: an exact value and its unit, or why it is none. */
export type ReadQuantity =
  | { readonly ok: true; readonly value: Fraction; readonly unit: Unit }
  | { readonly ok: false; readonly why: 'not-a-number' | 'unknown-unit'; readonly suffix: string };

const NUMBER = /^(-?(?:0|[1-9]\d*)(?:\.\d+)?)(.*)$/su;

/** Reads digits, at most three times 万 or 亿, and an optional unit, exactly. `units` are the units that a policy declares. */
export function readQuantity(text: string, units: ReadonlySet<string>): ReadQuantity {
  const match = NUMBER.exec(text);
  if (!match || match[1]!.length > 40 || /^[万亿]{4}/u.test(match[2]!))
    return { ok: false, why: 'not-a-number', suffix: '' };
  const number = new Fraction(match[1]!);
  return withSuffix(number, match[2]!, units);
}

function withSuffix(number: Fraction, suffix: string, units: ReadonlySet<string>): ReadQuantity {
  if (suffix === '') return { ok: true, value: number, unit: null };
  if (suffix === '%') return { ok: true, value: number.div(100), unit: null };
  if (units.has(suffix)) return { ok: true, value: number, unit: suffix };
  const multiple = MULTIPLES[suffix[0]!];
  if (multiple !== undefined) return withSuffix(number.mul(multiple), suffix.slice(1), units);
  if (suffix === '元' || suffix === '日' || suffix === '月') return { ok: true, value: number, unit: suffix };
  if (suffix === '个月') return { ok: true, value: number, unit: '月' };
  if (suffix === '年') return { ok: true, value: number.mul(12), unit: '月' };
  return { ok: false, why: 'unknown-unit', suffix };
}

/** Units that the language itself knows; a policy may not declare them for a plain number. */
export const BUILT_IN_UNITS: readonly string[] = ['元', '日', '月', '年', '个月', '万', '亿', '%'];

/** The exact text of a number: a finite decimal where there is one, else a fraction such as `1000/3`. */
export function exactText(value: Fraction): string {
  let denominator = value.d;
  let places = 0;
  let scale = 1n;
  while (denominator % 2n === 0n || denominator % 5n === 0n) {
    if (denominator % 10n === 0n) denominator /= 10n;
    else denominator /= denominator % 2n === 0n ? 2n : 5n;
    places += 1;
    scale *= 10n;
  }
  const sign = value.s < 0n ? '-' : '';
  if (denominator !== 1n) return `${sign}${value.n}/${value.d}`;
  const digits = ((value.n * scale) / value.d).toString().padStart(places + 1, '0');
  return sign + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

/** The exact text with its unit, as a policy or case would write it: `5000万元` is printed `50000000元`. */
export function quantityText(value: Fraction, unit: Unit): string {
  return exactText(value) + (unit === '月' ? '个月' : (unit ?? ''));
}

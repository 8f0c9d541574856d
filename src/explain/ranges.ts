// In: the pieces of a line that would do, in order. Out: their text, joined where they touch: `>= 3人, < 10人`.
import type { Fraction } from '../model/quantity.js';
import type { Region } from '../diagram/regions.js';

/** A stretch of the line; an absent end is infinite, or the fact's own limit. */
interface Stretch {
  readonly from?: { readonly value: Fraction; readonly included: boolean };
  readonly to?: { readonly value: Fraction; readonly included: boolean };
}

/** The texts of pieces, touching ones joined; none for the whole line. `write` is how the fact's values are written. */
export function rangeTexts(regions: readonly Region[], write: (value: Fraction) => string): string[] {
  const sorted = [...regions].sort((a, b) => a.position - b.position);
  const joined = sorted.reduce<{ readonly last: number; readonly stretch: Stretch }[]>((done, region) => {
    const before = done.at(-1);
    const own = stretchOf(region);
    if (before?.last !== region.position - 1) return [...done, { last: region.position, stretch: own }];
    const { from } = before.stretch;
    const stretch = { ...(from ? { from } : {}), ...(own.to ? { to: own.to } : {}) };
    return [...done.slice(0, -1), { last: region.position, stretch }];
  }, []);
  return joined.map(({ stretch }) => textOf(stretch, write)).filter((text) => text !== '');
}

function stretchOf({ from, to, position }: Region): Stretch {
  const included = position % 2 === 1;
  return { ...(from ? { from: { value: from, included } } : {}), ...(to ? { to: { value: to, included } } : {}) };
}

function textOf({ from, to }: Stretch, write: (value: Fraction) => string): string {
  if (from && to && from.value.equals(to.value)) return `= ${write(from.value)}`;
  const low = from ? [`${from.included ? '>=' : '>'} ${write(from.value)}`] : [];
  const high = to ? [`${to.included ? '<=' : '<'} ${write(to.value)}`] : [];
  return [...low, ...high].join(', ');
}

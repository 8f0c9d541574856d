// In: values near a threshold, party by party. Out: the closest of them, and how many there are.
import type { NearThreshold } from '../model/batch.js';
import { percentText, type Near } from './near.js';

/** How many values near a threshold are kept. */
const MOST_NEAR = 1000;

/** A value near its threshold; how far off it is, as a fraction. */
interface KeptNear {
  readonly told: NearThreshold;
  readonly off: { readonly n: bigint; readonly d: bigint };
}

/** The closest, and how many there were. */
export interface Closest {
  near: KeptNear[];
  nearCount: number;
}

/** Keeps what lies near, by the file and the party that it is of. */
export function seeNear(own: Closest, near: readonly Near[], file: string, party: string): void {
  const told = near.map(({ off, ...words }): KeptNear => {
    return { told: { file, party, ...words, off: percentText(off) }, off: { n: off.n, d: off.d } };
  });
  if (told.length > 0) addNear(own, { near: told, nearCount: told.length });
}

/** Adds what another has kept. Now and then the closest are chosen, and the others forgotten. */
export function addNear(own: Closest, { near, nearCount }: Closest): void {
  own.nearCount += nearCount;
  for (const one of near) own.near.push(one);
  if (own.near.length > 2 * MOST_NEAR) own.near = sorted(own.near);
}

/** What is told in the end. */
export function closestOf({ near }: Closest): NearThreshold[] {
  return sorted(near).map(({ told }) => told);
}

/** The closest first, then by file, party and leaf. */
function sorted(near: readonly KeptNear[]): KeptNear[] {
  const name = ({ told }: KeptNear): string => [told.file, told.party, told.leaf].join('\n');
  const byOff = (a: KeptNear, b: KeptNear): number => {
    const [left, right] = [a.off.n * b.off.d, b.off.n * a.off.d];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  const all = [...near].sort((a, b) => byOff(a, b) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
  return all.slice(0, MOST_NEAR);
}

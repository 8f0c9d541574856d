// In: the text of a policy. Out: another version of it, for laws of what compares two.
import type { Random } from './generate-random.js';

/** Another version of a policy: a few signs of it changed, here and there. */
export function mutated(text: string, random: Random): string {
  const edits: readonly (readonly [RegExp, string])[] = [
    [/\ball:/gu, 'any:'],
    [/\bany:/gu, 'none:'],
    [/ >= /gu, ' > '],
    [/ < /gu, ' <= '],
    [/\bnot /gu, ''],
    [/([1-9])000/gu, '$1100'],
    [/prevails_over: all/gu, 'modality: shall'],
  ];
  let out = text;
  for (let n = random.int(1, 4); n > 0; n--) {
    const [from, to] = random.pick(edits);
    const places = [...out.matchAll(from)];
    if (places.length === 0) continue;
    const { index, 0: sign } = random.pick(places);
    out = out.slice(0, index) + sign.replace(from, to) + out.slice(index + sign.length);
  }
  return out;
}

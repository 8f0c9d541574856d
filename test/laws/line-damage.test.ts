// Law: a line of JSON that is damaged, wherever and however, is left by the reader of lines, or it is still JSON and the whole loader reads it alike.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpus } from '../fuzz/corpus.js';
import { damaged, DAMAGES, everywhere } from '../fuzz/damage.js';
import { oddLine } from '../fuzz/odd-lines.js';
import { tryLine } from '../fuzz/plain-case-trial.js';
import { ROOT } from '../support/host.js';
import { runs } from '../support/runs.js';
import { Random } from './generate-random.js';
import { linePolicy } from '../fuzz/line-policy.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const LINES: readonly (readonly [name: string, line: string])[] = [
  [
    'with values of every type',
    '{"case":{"id":"an-0001","title":"一","policy":"p","happened_on":"2024-02-29","as_of":"2023-05-01","note":"注"},"facts":{"明知":"是","金额":"1.5万元","人数":"12人","件数":90,"比例":1.5,"日期":"2024-02-29","种类":"AB","情节":["三","一"],"说明":"随"}}',
  ],
  [
    'with spaces, and all that may stand with a fact',
    '{ "case" : { "title" : "一" , "id" : "a" , "applied_by_analogy" : "参" } , "facts" : { "明知" : { "value" : "是" , "evidence" : [ "笔" , "证" ] , "reason" : "理" , "found_by" : "某" , "found_on" : "2024-01-01" , "note" : "注" } , "人数" : null , "件数" : 7 } }',
  ],
  [
    'with a record',
    '{"case":{"id":"案一","title":"一"},"determination":{"decided_on":"2024-01-01","decided_by":"某","policy":"p","engine":"e","parties":{"案一":{"choice":["书面","口头"],"reason":"理","outcome":"不成","note":"注"}},"source":"设"},"facts":{"情节":{"value":["一"]},"人数":"","种类":"A"}}',
  ],
];

/** How many of these were taken; each that was is JSON. */
function taken(damaged: Iterable<Uint8Array>): number {
  const policy = linePolicy();
  let count = 0;
  for (const line of damaged) {
    if (!tryLine(line, policy)) continue;
    JSON.parse(new TextDecoder().decode(line));
    count += 1;
  }
  return count;
}

function* all(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield bytes(text);
}

/** Beginnings of characters of every length, bytes that go on with one, and bytes that are never written. */
const BYTES = [0x7f, 0x80, 0x81, 0xa0, 0xbf, 0xc0, 0xc3, 0xe0, 0xe2, 0xe3, 0xe4, 0xe9, 0xed, 0xef, 0xf0, 0xf8, 0xff];

function* withWrongBytes(line: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < line.length; at++) for (const byte of BYTES) yield line.with(at, byte);
}

describe.each(LINES)('a line %s', (_, line) => {
  test('is taken', () => {
    expect(tryLine(bytes(line), linePolicy())).toBe(true);
  });

  test.each(DAMAGES)('is not read otherwise with %s', (_, damage) => {
    expect(taken(all(everywhere(line, damage)))).toBeGreaterThan(0);
  });

  test('is not read otherwise with a wrong byte', () => {
    expect(taken(withWrongBytes(bytes(line)))).toBeGreaterThan(0);
  });
});

describe('lines that are written oddly', () => {
  test('are not read otherwise, 20000 times', () => {
    const { cases } = corpus(ROOT);
    const own = linePolicy();
    const policies = [...cases.map(({ policy }) => policy), ...cases.map(() => own)];
    const seen = { taken: 0, left: 0 };
    const law = fc.property(fc.nat(policies.length - 1), fc.nat(0x7fffffff), fc.nat(3), (which, seed, slips) => {
      const random = new Random(seed);
      const choose = (below: number): number => random.int(0, below - 1);
      let line = oddLine(policies[which]!, choose);
      for (let i = 1; i < slips; i++) line = damaged(line, choose);
      seen[tryLine(bytes(line), policies[which]!) ? 'taken' : 'left'] += 1;
    });
    fc.assert(law, { numRuns: runs(20_000, 300) });
    expect(seen.taken).toBeGreaterThan(runs(800, 6));
  }, 240_000);
});

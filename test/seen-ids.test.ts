// Ids that were seen, in order and out of it: each is told with the file that bore it first.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seenIds } from '../src/cli/batch/seen-ids.js';

/** The answers for ids in a row, the i-th from file `fi`. */
function answers(ids: readonly string[]): readonly (string | undefined)[] {
  const seen = seenIds();
  return ids.map((id, i) => seen.before(id, `f${String(i)}`));
}

describe('ids that were seen', () => {
  test.each([
    ['none twice, in order', ['a', 'b', 'c'], [undefined, undefined, undefined]],
    ['one twice running', ['a', 'a', 'a'], [undefined, 'f0', 'f0']],
    [
      'one that comes again after others',
      ['a', 'b', 'c', 'a', 'd', 'd'],
      [undefined, undefined, undefined, 'f0', undefined, 'f4'],
    ],
    ['out of order', ['b', 'a', 'b', 'a'], [undefined, undefined, 'f0', 'f1']],
  ])('%s', (_, ids, told) => {
    expect(answers(ids)).toEqual(told);
  });

  test('are told with the file that bore them first, in whatever order they come', () => {
    const some = fc.array(fc.oneof(fc.nat(30).map(String), fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 60,
    });
    const law = fc.property(some, fc.boolean(), (drawn, sorted) => {
      const ids = sorted ? [...drawn].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : drawn;
      const first = ids.map((id, i) => (ids.indexOf(id) < i ? `f${String(ids.indexOf(id))}` : undefined));
      expect(answers(ids)).toEqual(first);
    });
    fc.assert(law, { numRuns: 500 });
  });
});

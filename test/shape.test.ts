// The shapes of files: what the reader accepts by the derived schemas is what zod accepts by the definitions.
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DERIVED } from '../src/parse/shape/derived.js';
import { fitsKind } from '../src/parse/shape/fits.js';
import { derivedSchemaOf } from '../src/parse/shape/json-schema.js';
import { SHAPES, type ShapeKind } from '../src/parse/shape/shapes.js';
import { plain, type Entry, type Scalar, type Tree } from '../src/parse/yaml/tree.js';
import { ROOT } from './support/host.js';
import { runs } from './support/runs.js';

const KINDS = ['policy', 'part', 'case'] as const;

/** What a file says, as maps, lists and texts. */
type Said = string | readonly Said[] | ReadonlyMap<string, Said>;

const AT = { from: { offset: 0, line: 1, column: 1 }, to: { offset: 0, line: 1, column: 1 } } as unknown as Tree['at'];
const scalar = (text: string): Scalar => ({ kind: 'text', text, empty: text === '', at: AT, inner: () => AT });

function treeOf(said: Said): Tree {
  if (typeof said === 'string') return scalar(said);
  if (said instanceof Map) {
    const entries = [...(said as ReadonlyMap<string, Said>)].map(
      ([key, value]) => [key, { key: scalar(key), value: treeOf(value), bare: false } satisfies Entry] as const,
    );
    return { kind: 'map', entries: new Map(entries), flow: false, at: AT };
  }
  return { kind: 'list', items: (said as readonly Said[]).map(treeOf), flow: false, at: AT };
}

function saidIn(value: unknown): Said {
  if (Array.isArray(value)) return value.map(saidIn);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : '';
  return new Map(Object.entries(value).map(([key, inner]) => [key, saidIn(inner)]));
}

const under = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(ROOT, folder, name));

const FILES: Readonly<Record<ShapeKind, readonly Said[]>> = {
  policy: under('policies')
    .filter((path) => !path.includes('parts'))
    .map(read),
  part: under('policies/parts').map(read),
  case: under('cases').map(read),
};

function read(path: string): Said {
  return saidIn(parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }));
}

const accepted = (said: Said, kind: ShapeKind): readonly [derived: boolean, defined: boolean] => {
  const tree = treeOf(said);
  return [fitsKind(tree, kind), SHAPES[kind].safeParse(plain(tree)).success];
};

const WORDS = [
  '',
  'all',
  'any',
  'at_least',
  'n',
  'of',
  'when',
  'otherwise',
  'value',
  'says',
  'items',
  'boolean',
  '是',
  'false',
  '007',
  '3',
];
/** Names that objects have of themselves, and ones that other maps know. `__proto__` is no key of a tree: both readers refuse it. */
const OWN_NAMES = ['constructor', 'toString', 'hasOwnProperty', 'policy', 'facts', 'case', 'title', '甲'];

const anything: fc.Arbitrary<Said> = fc.letrec<{ said: Said }>((tie) => ({
  said: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...WORDS),
    fc.array(tie('said'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...WORDS, ...OWN_NAMES), tie('said')), { maxLength: 3 })
      .map((all) => new Map(all)),
  ),
})).said;

/** How many places a value has: itself and those of what is in it. */
function placesIn(said: Said): number {
  const inner = typeof said === 'string' ? [] : [...said.values()];
  return inner.reduce((sum, each) => sum + placesIn(each), 1);
}

type Change = (said: Said) => Said;

/** The value with one of its places changed, counted from the root down. */
function changedAt(said: Said, place: number, change: Change): Said {
  if (place === 0) return change(said);
  if (typeof said === 'string') return said;
  let left = place - 1;
  const inner = (each: Said): Said => {
    const size = placesIn(each);
    const here = left >= 0 && left < size ? changedAt(each, left, change) : each;
    left -= size;
    return here;
  };
  if (!(said instanceof Map)) return (said as readonly Said[]).map(inner);
  return new Map([...(said as ReadonlyMap<string, Said>)].map(([key, value]) => [key, inner(value)]));
}

const entriesOf = (said: Said): [string, Said][] =>
  said instanceof Map ? [...(said as ReadonlyMap<string, Said>)] : [];

const change: fc.Arbitrary<Change> = fc.oneof(
  anything.map((other) => () => other),
  fc.nat().map((at): Change => (said) => {
    const entries = entriesOf(said);
    return entries.length === 0 ? said : new Map(entries.toSpliced(at % entries.length, 1));
  }),
  fc.tuple(fc.constantFrom(...WORDS, ...OWN_NAMES), anything).map(
    ([key, value]): Change =>
      (said) =>
        said instanceof Map ? new Map([...entriesOf(said), [key, value]]) : said,
  ),
  fc.constant<Change>((said) => [said]),
  fc.constant<Change>((said) => (Array.isArray(said) ? ((said as readonly Said[])[0] ?? '') : said)),
);

describe('the schemas that the reader accepts by', () => {
  test.each(KINDS)('are what zod derives from the definitions: %s', (kind) => {
    expect(JSON.parse(DERIVED[kind])).toEqual(derivedSchemaOf(kind));
  });

  test.each(KINDS)('use no word of JSON Schema that the reader does not know: %s', (kind) => {
    const known = [
      '$ref',
      '$defs',
      'anyOf',
      'type',
      'minLength',
      'pattern',
      'enum',
      'minItems',
      'items',
      'properties',
      'required',
      'additionalProperties',
      'propertyNames',
    ];
    const strange = new Set<string>();
    const visit = (schema: object): void => {
      for (const [word, value] of Object.entries(schema) as [string, unknown][]) {
        if (!known.includes(word)) strange.add(word);
        if (word === 'propertyNames') expect(value).toEqual({ type: 'string' });
        else if (word === 'properties' || word === '$defs') Object.values(value as object).forEach(visit);
        else if (word === 'anyOf') (value as object[]).forEach(visit);
        else if (word === 'items' || (word === 'additionalProperties' && value !== false)) visit(value as object);
      }
    };
    visit(JSON.parse(DERIVED[kind]) as object);
    expect([...strange]).toEqual([]);
  });

  test.each(KINDS)('accept every shipped file, as the definitions do: %s', (kind) => {
    expect(FILES[kind].length).toBeGreaterThan(0);
    for (const said of FILES[kind]) expect(accepted(said, kind)).toEqual([true, true]);
  });

  test.each(KINDS)(
    'accept and refuse what the definitions accept and refuse, of files with one to three things changed: %s',
    (kind) => {
      const [small] = [[...FILES[kind]].sort((a, b) => placesIn(a) - placesIn(b)).slice(0, 12)];
      const seen = new Set<boolean>();
      const changes = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 });
      fc.assert(
        fc.property(fc.constantFrom(...small), changes, (file, all) => {
          const said = all.reduce<Said>((now, [place, one]) => changedAt(now, place % placesIn(now), one), file);
          const [derived, defined] = accepted(said, kind);
          seen.add(defined);
          expect(derived).toBe(defined);
        }),
        { numRuns: runs(3000, 200), seed: 20261126 },
      );
      expect([...seen].sort()).toEqual([false, true]);
    },
  );
});

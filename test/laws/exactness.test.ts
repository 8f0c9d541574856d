// Law: scaled integers never differ from fractions. Every node of a computation is compared with fraction.js, and with the
// same computation where every value is kept as a fraction from the start.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBuilder } from '../../src/compile/builder.js';
import {
  copyCells,
  EXACT,
  FALSE,
  KNOWN,
  makeCells,
  putQuantity,
  quantityIn,
  SCALE,
  UNDEFINED,
  UNKNOWN,
  type Cells,
} from '../../src/compile/cells.js';
import { run } from '../../src/evaluate/run.js';
import { Op, type Table } from '../../src/compile/table.js';
import { compile, readPolicy } from '../../src/index.js';
import { Fraction } from '../../src/model/quantity.js';
import { runs } from '../support/runs.js';

/** One operation on earlier values, counted from the first; an index wraps around. */
interface Step {
  readonly op: Op;
  readonly left: number;
  readonly right: number;
}

/** Stated values (null where unknown), computations on values, and comparisons of values. */
interface Program {
  readonly stated: readonly (Fraction | null)[];
  readonly steps: readonly Step[];
  readonly comparisons: readonly Step[];
}

type Value = Fraction | 'unknown' | 'undefined';

/** No engine value has more digits above or below the line. */
const LARGEST = 10n ** 200n;

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

const isFraction = (value: Value): value is Fraction => typeof value !== 'string';

/** Amounts at the edge of what fits, where products, sums and quotients overflow by one. */
const edges = fc
  .record({
    base: fc.constantFrom(SAFE, SAFE / 10_000n, SAFE / 2n, 94_906_265n, 9_490_626_562n),
    by: fc.bigInt(-3n, 3n),
    sign: fc.boolean(),
  })
  .map(({ base, by, sign }) => new Fraction((sign ? -1n : 1n) * (base + by), BigInt(SCALE)));
/**
 * Amounts whose scaled products, near 2^64, are odd multiples of 625 but become multiples of the scale when they are
 * rounded to a double; and dividends that rounding makes multiples of 2^13. An overflow that nobody checks for would
 * pass as an exact result.
 */
const factors = fc
  .oneof(
    fc.bigInt(8n, 12n).map((n) => 625n * (n * 2n ** 20n + 1n)),
    fc.bigInt(2n ** 18n + 2n ** 17n, 2n ** 19n).map((n) => n * 2n ** 13n + 1n),
    fc.bigInt(2n ** 52n, SAFE),
    fc.constant(2n ** 13n),
  )
  .map((n) => new Fraction(n, BigInt(SCALE)));
const whole = fc.integer({ min: -50, max: 50 }).map((n) => new Fraction(n));
const money = fc.bigInt(-(10n ** 14n), 10n ** 14n).map((cents) => new Fraction(cents, 100n));
const decimals = fc
  .record({ digits: fc.bigInt(-(10n ** 22n), 10n ** 22n), places: fc.integer({ min: 0, max: 22 }) })
  .map(({ digits, places }) => new Fraction(digits, 10n ** BigInt(places)));
const ratios = fc
  .record({ n: fc.bigInt(-(10n ** 6n), 10n ** 6n), d: fc.bigInt(1n, 9999n) })
  .map(({ n, d }) => new Fraction(n, d));
const zeros = fc.constantFrom(new Fraction(0), new Fraction('-0'), new Fraction(0, -7));

const statedValues = fc.oneof(
  { arbitrary: edges, weight: 4 },
  { arbitrary: factors, weight: 6 },
  { arbitrary: whole, weight: 4 },
  { arbitrary: money, weight: 3 },
  { arbitrary: decimals, weight: 3 },
  { arbitrary: ratios, weight: 3 },
  { arbitrary: zeros, weight: 1 },
  { arbitrary: fc.constant(null), weight: 1 },
);

const stepsOf = (ops: readonly Op[], maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ op: fc.constantFrom(...ops), left: fc.nat(99), right: fc.nat(99) }), {
    minLength: 1,
    maxLength,
  });

const programs: fc.Arbitrary<Program> = fc.record({
  stated: fc.array(statedValues, { minLength: 1, maxLength: 6 }),
  steps: stepsOf([Op.Add, Op.Subtract, Op.Multiply, Op.Multiply, Op.Divide, Op.Divide, Op.Min, Op.Max], 12),
  comparisons: stepsOf([Op.Less, Op.AtMost, Op.Equal, Op.Unequal], 12),
});

/** What fraction.js makes of an operation. */
function computed(op: Op, a: Value, b: Value): Value {
  if (op === Op.Divide && isFraction(b) && b.n === 0n) return 'undefined';
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  if (a === 'undefined' || b === 'undefined') return 'undefined';
  if (op === Op.Min || op === Op.Max) return (op === Op.Min) === a.compare(b) <= 0 ? a : b;
  const result = op === Op.Add ? a.add(b) : op === Op.Subtract ? a.sub(b) : op === Op.Multiply ? a.mul(b) : a.div(b);
  return result.n > LARGEST || result.d > LARGEST ? 'undefined' : result;
}

function compared(op: Op, a: Value, b: Value): number {
  if (a === 'unknown' || b === 'unknown') return UNKNOWN;
  if (a === 'undefined' || b === 'undefined') return UNDEFINED;
  const order = a.compare(b);
  const holds = op === Op.Less ? order < 0 : op === Op.AtMost ? order <= 0 : (order === 0) === (op === Op.Equal);
  return holds ? KNOWN : FALSE;
}

const POLICY = `policy: { id: t, title: t, completeness: part, source: t }
articles: { 第一条: t }
facts: { a: { ask: a, type: boolean, cites: 第一条 } }
outcomes: { o: { title: o, cites: 第一条, when: a } }`;

const read = readPolicy(new TextEncoder().encode(POLICY), 'policy.yaml');
if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
const frame = compile(read.value);

/** The table of a program: slots for what is stated, then one node a step. */
function tableOf({ stated, steps, comparisons }: Program): Table {
  const builder = makeBuilder();
  stated.forEach(() => builder.slot());
  steps.forEach(({ op, left, right }, i) => {
    const earlier = stated.length + i;
    builder.add(op, [left % earlier, right % earlier]);
  });
  const values = stated.length + steps.length;
  for (const { op, left, right } of comparisons) builder.add(op, [left % values, right % values]);
  return { ...frame, ...builder.finish() };
}

/** Runs a program; `put` decides how what is stated is kept. */
function cellsOf(table: Table, { stated }: Program, put: typeof putQuantity): Cells {
  const cells = makeCells(table.size);
  copyCells(table.blank, cells);
  stated.forEach((value, slot) => {
    if (value) put(cells, slot, value);
  });
  run(table, cells);
  return cells;
}

/** Keeps a value as a fraction although it would fit; zero, by which nothing is divided, has one form only. */
function putFraction(cells: Cells, node: number, value: Fraction): void {
  putQuantity(cells, node, value);
  if (value.n === 0n) return;
  cells.state[node] = EXACT;
  cells.exact[node] = value;
}

function valueIn(cells: Cells, node: number): Value {
  if (cells.state[node] === UNKNOWN) return 'unknown';
  return cells.state[node] === UNDEFINED ? 'undefined' : quantityIn(cells, node);
}

/** The values that fraction.js gives, node by node. */
function expectedValues({ stated, steps }: Program): Value[] {
  const values: Value[] = stated.map((value) => value ?? 'unknown');
  for (const { op, left, right } of steps) {
    const { length } = values;
    values.push(computed(op, values[left % length]!, values[right % length]!));
  }
  return values;
}

const text = (value: Value): string => (isFraction(value) ? value.toFraction() : value);

/** A value has one form: scaled where a safe integer equals it, and never a negative zero. */
function expectOneForm(cells: Cells, node: number, value: Value): void {
  if (!isFraction(value)) return;
  const scaled = value.mul(SCALE);
  const fits = scaled.d === 1n && scaled.n <= SAFE;
  expect(cells.state[node]).toBe(fits ? KNOWN : EXACT);
  if (fits) expect(Object.is(cells.number[node], -0)).toBe(false);
}

describe('exactness', () => {
  test('every computed value and comparison is what fractions give, in both ways of keeping what is stated', () => {
    const met = { scaled: 0, exact: 0, unknown: 0, undefined: 0 };
    const law = (program: Program): void => {
      const table = tableOf(program);
      const values = expectedValues(program);
      const [scaled, fractions] = [cellsOf(table, program, putQuantity), cellsOf(table, program, putFraction)];
      values.forEach((value, node) => {
        expect([text(valueIn(scaled, node)), text(valueIn(fractions, node))]).toEqual([text(value), text(value)]);
        expectOneForm(scaled, node, value);
        met[isFraction(value) ? (scaled.state[node] === KNOWN ? 'scaled' : 'exact') : value] += 1;
      });
      program.comparisons.forEach(({ op, left, right }, i) => {
        const node = values.length + i;
        const wanted = compared(op, values[left % values.length]!, values[right % values.length]!);
        expect([scaled.state[node], fractions.state[node]]).toEqual([wanted, wanted]);
      });
    };
    fc.assert(fc.property(programs, law), { numRuns: runs(6000, 400) });
    // A law that met only one of the two forms would prove nothing.
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(runs(1000, 20));
    console.log(`values met: ${JSON.stringify(met)}`);
  });
});

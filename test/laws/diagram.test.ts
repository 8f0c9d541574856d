// Law: on every complete case the diagram of a node and the evaluator's value of it are the same, node by node.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { copyCells, FALSE, KNOWN, makeCells, putQuantity, UNDEFINED, type Cells } from '../../src/compile/cells.js';
import type { Table } from '../../src/compile/table.js';
import { buildDiagrams, type Diagrams } from '../../src/diagram/build.js';
import { FOLLOWED } from '../../src/diagram/possible.js';
import { isDecimal } from '../../src/diagram/regions.js';
import { terminalIndex, type Diagram } from '../../src/diagram/store.js';
import { branchOf, type SlotValues } from '../../src/diagram/walk.js';
import { valueOfTerm } from '../../src/diagram/terms.js';
import { exactIn } from '../../src/evaluate/branches.js';
import { run } from '../../src/evaluate/run.js';
import { valueOn } from '../../src/evaluate/slots.js';
import { readDate } from '../../src/model/calendar.js';
import { Fraction } from '../../src/model/quantity.js';
import { readPolicy } from '../../src/index.js';
import { generatePair } from './generate.js';
import { runs } from '../support/runs.js';
import { Random } from './generate-random.js';

/** So few forms that whatever varies is kept whole. */
const WHOLE = { terms: 3, forms: 1 };

/** About as large, and as fine, as what a case can state. */
const FAR = ['9'.repeat(40), `-${'9'.repeat(39)}`, `0.${'0'.repeat(37)}7`, '-4000000', '4000000'].map(
  (text) => new Fraction(text),
);

/** Fills every slot of a table at random, near the constants that its policy compares with. */
function completeCells(table: Table, diagrams: Diagrams, random: Random): Cells {
  const cells = makeCells(table.size);
  copyCells(table.blank, cells);
  const cuts = diagrams.variables.list.flatMap((variable) =>
    variable.kind === 'form' ? variable.regions.flatMap(({ from }) => (from && isDecimal(from) ? from : [])) : [],
  );
  // Now and then what a case can just state, so that products have too many digits and sums of days leave the calendar.
  const far = random.chance(0.2);
  const near = (): Fraction =>
    far && random.chance(0.5)
      ? random.pick(FAR)
      : cuts.length === 0
        ? new Fraction(random.int(0, 9))
        : random.pick(cuts).add(new Fraction(random.int(-2, 2), 2));
  for (const [name, slots] of table.slots) {
    const fact = table.policy.facts.get(name)!;
    for (const slot of slots) {
      if (fact.type.kind === 'boolean' || fact.type.kind === 'choices')
        cells.state[slot] = random.chance(0.5) ? KNOWN : FALSE;
      else if (fact.type.kind === 'choice')
        [cells.state[slot], cells.number[slot]] = [KNOWN, random.int(0, fact.type.options.length - 1)];
      else if (fact.type.kind === 'date')
        [cells.state[slot], cells.number[slot]] = [KNOWN, inside(Math.floor(near().valueOf()), fact, far)];
      else if (fact.type.kind === 'quantity') putQuantity(cells, slot, clamp(near(), fact));
    }
  }
  const { from = 18_000, to = 21_000 } = table.policy.inForce;
  const day = random.int(from, to);
  [cells.state[table.asOf], cells.number[table.asOf]] = [KNOWN, day];
  for (const [name, node] of table.parameters) {
    const value = valueOn(table.policy.parameters.get(name)!, day);
    if (value?.kind === 'quantity') putQuantity(cells, node, value.value);
  }
  run(table, cells);
  return cells;
}

type Fact = Table['policy']['facts'] extends ReadonlyMap<string, infer F> ? F : never;

function clamp(near: Fraction, { min, max, whole }: Fact): Fraction {
  const value = whole ? near.floor() : near;
  if (min?.kind === 'quantity' && value.compare(min.value) < 0) return min.value;
  return max?.kind === 'quantity' && value.compare(max.value) > 0 ? max.value : value;
}

function inside(day: number, { min, max }: Fact, far: boolean): number {
  const low = min?.kind === 'date' ? min.day : readDate(far ? '0001-01-01' : '1900-01-01')!;
  const high = max?.kind === 'date' ? max.day : readDate(far ? '9999-12-31' : '2200-01-01')!;
  return Math.min(Math.max(day, low), high);
}

/**
 * The terminals that a diagram has for a complete case. Where a form has no value, any of its branches may be taken: what it has to be
 * defined for was asked already, so all of them lead to the same.
 */
function terminalsFor({ store, variables }: Diagrams, diagram: Diagram, values: SlotValues): ReadonlySet<number> {
  const found = new Set<number>();
  const seen = new Set([diagram]);
  for (const node of seen) {
    if (node < 0) found.add(terminalIndex(node));
    if (node < 0) continue;
    const top = store.top(node);
    const variable = variables.list[top]!;
    const branch = branchOf(variable, values);
    const lost =
      branch === undefined && variable.kind === 'form' && valueOfTerm(variable.form, values.value) === undefined;
    const open = lost ? Array.from({ length: store.arity[top]! }, (_, i) => i) : branch === undefined ? [] : [branch];
    open.forEach((each) => seen.add(store.cofactor(node, top, each)));
  }
  return found;
}

/** How many values were compared, and how many of them the diagram leaves undefined though rows happen to give the same number. */
interface Tally {
  compared: number;
  less: number;
  /** Values that are undefined, and values at which a form lies in no region. */
  undefinedOnes: number;
  none: number;
}

function agree(table: Table, diagrams: Diagrams, cells: Cells, text: string, tally: Tally): void {
  const values: SlotValues = {
    index: (slot) =>
      cells.state[slot] === KNOWN && cells.number[slot] !== 0 ? cells.number[slot]! : truthIndex(table, cells, slot),
    value: (slot) => (cells.state[slot] === UNDEFINED ? undefined : exactIn(table, cells, slot)),
  };
  const holes = [...table.parameters.values()].some((node) => cells.state[node] === 1);
  if (holes) return;
  for (let node = 0; node < table.size; node++) {
    if (isText(table, node)) continue;
    const told = terminalsFor(diagrams, diagrams.of[node]!, values);
    const state = cells.state[node]!;
    const message = `node ${String(node)} op ${String(table.op[node])}\n${text}`;
    expect(told.size, `${message}\n${[...told].join(' ')}`).toBeLessThan(2);
    const [terminal] = told;
    if (terminal === undefined) tally.none += 1;
    if (terminal === undefined) continue;
    tally.compared += 1;
    if (state === UNDEFINED) tally.undefinedOnes += 1;
    if (terminal === 2 && state !== UNDEFINED) tally.less += 1;
    else if (terminal <= 2) expect([FALSE, KNOWN, 2][terminal], message).toBe(state);
    else {
      const wanted = valueOfTerm(diagrams.termOf(terminal), values.value);
      // Options are kept as their index; what nothing asks for is a constant that nothing reads.
      const own = [exactIn(table, cells, node), new Fraction(cells.number[node]!)].map((value) => value.toFraction());
      expect(state < KNOWN ? [undefined, ...own] : own, message).toContain(wanted?.toFraction());
    }
  }
}

function truthIndex(table: Table, cells: Cells, slot: number): number {
  const name = [...table.slots].find(([, slots]) => slots.includes(slot))?.[0];
  const kind = name === undefined ? 'date' : table.policy.facts.get(name)!.type.kind;
  return kind === 'choice' ? cells.number[slot]! : cells.state[slot] === KNOWN ? 1 : 0;
}

function isText(table: Table, slot: number): boolean {
  const name = [...table.slots].find(([, slots]) => slots.includes(slot))?.[0];
  return name !== undefined && table.policy.facts.get(name)!.type.kind === 'text';
}

describe('diagram and evaluator', () => {
  test.each([
    ['followed as far as usual', FOLLOWED, 1500, 100_000],
    ['kept whole where it varies at all', WHOLE, 600, 30_000],
  ])('agree on every node of generated policies, %s', { timeout: runs(240_000, 240_000) }, (_, most, full, least) => {
    const policies = runs(full);
    const random = new Random(3);
    const tally: Tally = { compared: 0, less: 0, undefinedOnes: 0, none: 0 };
    let tooLarge = 0;
    for (let i = 0; i < policies; i++) {
      const { policyText } = generatePair(9_000_000 + i, i % 10);
      const policy = readPolicy(new TextEncoder().encode(policyText), 'policy.yaml');
      if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics));
      const table = compile(policy.value);
      const diagrams = buildDiagrams(table, 200_000, most);
      if ('tooLarge' in diagrams) {
        tooLarge += 1;
        continue;
      }
      for (let k = 0; k < 5; k++) agree(table, diagrams, completeCells(table, diagrams, random), policyText, tally);
    }
    console.log(`${JSON.stringify(tally)}; ${String(tooLarge)} of ${String(policies)} policies too large`);
    expect(tally.compared).toBeGreaterThan(runs(least));
    expect(tally.less).toBeLessThan(tally.compared / 1000);
  });
});

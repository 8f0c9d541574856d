// In: the values of a party's nodes. Out: which branch of each variable of the diagrams they take, read off numbers where these are exact.
import { KNOWN, quantityIn, SCALE, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { Diagrams } from '../diagram/build.js';
import { slotsOf, type ValueAt } from '../diagram/terms.js';
import type { Variable } from '../diagram/variables.js';
import { branchOf } from '../diagram/walk.js';
import { Fraction } from '../model/quantity.js';

/** The branch that some values take; -1 where what the variable hangs on is unknown, or where they lie on none. */
export type ReadBranch = (cells: Cells) => number;

const READERS = new WeakMap<Diagrams, readonly ReadBranch[]>();

/** A reader for each variable: made once for a policy. */
export function branchReaders(diagrams: Diagrams): readonly ReadBranch[] {
  const readers = READERS.get(diagrams) ?? diagrams.variables.list.map((variable) => reader(variable, diagrams.table));
  READERS.set(diagrams, readers);
  return readers;
}

/** The exact value of a known node, a date as its day. */
export function exactIn({ days }: Table, cells: Cells, node: number): Fraction {
  return days.has(node) ? new Fraction(cells.number[node]!) : quantityIn(cells, node);
}

function reader(variable: Variable, table: Table): ReadBranch {
  if (variable.kind === 'form') return formReader(variable, table);
  const { slot, kind } = variable;
  return ({ state, number }) => {
    if (state[slot] === UNKNOWN) return -1;
    return kind === 'option' ? number[slot]! : state[slot] === KNOWN ? 1 : 0;
  };
}

type FormVariable = Variable & { readonly kind: 'form' };

function formReader(variable: FormVariable, table: Table): ReadBranch {
  const slots = slotsOf(variable.form);
  const quick = quickReader(variable, table);
  const exact: ReadBranch = (cells) => {
    const value: ValueAt = (slot) => (cells.state[slot] === UNDEFINED ? undefined : exactIn(table, cells, slot));
    return branchOf(variable, { index: () => 0, value }) ?? -1;
  };
  return (cells) => {
    for (const slot of slots) if (cells.state[slot] === UNKNOWN) return -1;
    return quick?.(cells) ?? exact(cells);
  };
}

/** A sum of whole multiples of nodes, and the line it lies on, in the numbers that the values are kept as. */
interface Scaled {
  readonly nodes: readonly number[];
  readonly times: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly isPoint: readonly boolean[];
}

/** Reads a sum off the numbers that the values are kept as; undefined where these are not exact. */
function quickReader(variable: FormVariable, table: Table): ((cells: Cells) => number | undefined) | undefined {
  const scaled = scaledForm(variable, table);
  if (!scaled) return undefined;
  const { nodes, times, low, high, isPoint } = scaled;
  return ({ state, number }) => {
    let sum = 0;
    for (let i = 0; i < nodes.length; i++) {
      const product = times[i]! * number[nodes[i]!]!;
      sum += product;
      if (state[nodes[i]!] !== KNOWN || !Number.isSafeInteger(product) || !Number.isSafeInteger(sum)) return undefined;
    }
    for (let i = 0; i < low.length; i++) {
      if (isPoint[i] ? sum === low[i] : sum > low[i]! && sum < high[i]!) return i;
    }
    return -1;
  };
}

/** A form that is a sum of whole multiples of amounts, or of days, and whose cuts are whole in their numbers. */
function scaledForm({ form, regions }: FormVariable, { days }: Table): Scaled | undefined {
  const nodes = form.parts.flatMap(({ atom }) => (/^[sn]\d+$/u.test(atom.key) ? atom.slots : []));
  const times = form.parts.map((part) => part.times.valueOf());
  const scale = days.has(nodes[0]!) ? 1 : SCALE;
  const isAlike = nodes.length === times.length && nodes.every((node) => days.has(node) === (scale === 1));
  const ends = regions.flatMap(({ from, to }) => [from, to].flatMap((end) => end?.mul(scale) ?? []));
  const isWhole = ends.every((end) => end.d === 1n && Number.isSafeInteger(end.valueOf()));
  if (!isAlike || !isWhole || !times.every(Number.isSafeInteger)) return undefined;
  if (regions.some(({ position }) => position < 0)) return undefined;
  return {
    nodes,
    times,
    low: regions.map(({ from }) => from?.mul(scale).valueOf() ?? -Infinity),
    high: regions.map(({ to }) => to?.mul(scale).valueOf() ?? Infinity),
    isPoint: regions.map(({ position }) => position % 2 === 1),
  };
}

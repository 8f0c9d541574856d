// In: the values of all nodes. Out: small sets of facts that suffice for a node's value: why an outcome does not stand.
import type { ExcludedOutcome } from '../model/determination.js';
import { copyCells, FALSE, KNOWN, makeCells, type Cells } from '../compile/cells.js';
import { fewest } from './deciding.js';
import { run } from './run.js';
import type { Standing } from './status.js';
import { Op, type Table } from '../compile/table.js';

/** The slots that each fact fills, and back. */
function factOfSlot(table: Table): Map<number, string> {
  return new Map([...table.slots].flatMap(([name, slots]) => slots.map((slot) => [slot, name] as const)));
}

/** Why each outcome that does not stand does not: its condition fails, or another that holds prevails over it. */
export function excludedOutcomes(table: Table, cells: Cells, stand: Standing): ExcludedOutcome[] {
  const reasons = reasonFinder(table, cells);
  return [...table.policy.outcomes.keys()].flatMap((outcome): ExcludedOutcome[] => {
    const { holds, stands } = table.outcomes.get(outcome)!;
    const open = stand.open.includes(outcome) || stand.standing.includes(outcome);
    if (cells.state[stands] !== FALSE) return open ? [] : [{ outcome, how: 'settled', by: [], because: [] }];
    if (cells.state[holds] === FALSE) {
      const by = table.policy.outcomes.get(outcome)!.when ? [] : standing(table, cells);
      return [{ outcome, how: 'false', by, because: reasons(holds) }];
    }
    const by = overriders(table, cells, outcome);
    return [{ outcome, how: 'overridden', by, because: reasons(table.outcomes.get(by[0]!)!.holds) }];
  });
}

function overriders(table: Table, cells: Cells, outcome: string): string[] {
  const over = [...table.policy.outcomes.values()].filter((other) =>
    other.prevailsOver.some((p) => p.outcome === outcome),
  );
  return over.map(({ name }) => name).filter((name) => cells.state[table.outcomes.get(name)!.holds] === KNOWN);
}

function standing(table: Table, cells: Cells): string[] {
  return [...table.outcomes].filter(([, { holds }]) => cells.state[holds] === KNOWN).map(([name]) => name);
}

/** Finds, for a known node, facts that suffice for its value, and drops those that prove unnecessary when left out. */
function reasonFinder(table: Table, cells: Cells): (node: number) => string[] {
  const facts = factOfSlot(table);
  const memo = new Map<number, readonly string[]>();
  for (let node = 0; node < table.size; node++) memo.set(node, reason(table, cells, node, facts, memo));
  return (node) => irreducible(table, cells, node, memo.get(node)!);
}

function reason(
  table: Table,
  cells: Cells,
  node: number,
  facts: ReadonlyMap<number, string>,
  memo: ReadonlyMap<number, readonly string[]>,
): readonly string[] {
  const own = facts.get(node);
  if (own !== undefined) return [own];
  const kids = [...table.kids.subarray(table.first[node], table.first[node + 1])];
  const state = cells.state[node]!;
  const [wanted, needed] = deciders(table, node, state === KNOWN, kids.length);
  const chosen = wanted === undefined ? kids : kids.filter((kid) => cells.state[kid] === wanted);
  const sets = fewest(
    chosen.map((kid) => memo.get(kid) ?? []),
    needed,
  );
  return [...new Set(sets.flat())];
}

/** Which state of the operands decides a truth, and how many of them suffice; for anything else all operands count. */
function deciders(table: Table, node: number, holds: boolean, count: number): [number | undefined, number] {
  switch (table.op[node]) {
    case Op.And:
      return holds ? [KNOWN, count] : [FALSE, 1];
    case Op.Or:
      return holds ? [KNOWN, 1] : [FALSE, count];
    case Op.None:
      return holds ? [FALSE, count] : [KNOWN, 1];
    case Op.AtLeast:
      return holds ? [KNOWN, table.n[node]!] : [FALSE, count - table.n[node]! + 1];
    default:
      return [undefined, count];
  }
}

/** Leaves facts out one by one, last first, as long as the node keeps its value without them. */
function irreducible(table: Table, cells: Cells, node: number, facts: readonly string[]): string[] {
  let kept = [...facts];
  for (const fact of [...facts].reverse()) {
    const fewer = kept.filter((name) => name !== fact);
    if (suffices(table, cells, node, fewer)) kept = fewer;
  }
  const order = [...table.policy.facts.keys()];
  return kept.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** Whether a node has the same known value when only these facts (and the day) are known. */
function suffices(table: Table, cells: Cells, node: number, facts: readonly string[]): boolean {
  const trial = makeCells(table.size);
  copyCells(table.blank, trial);
  const slots = facts.flatMap((name) => table.slots.get(name)!);
  for (const slot of [table.asOf, ...table.parameters.values(), ...slots]) {
    trial.state[slot] = cells.state[slot]!;
    trial.number[slot] = cells.number[slot]!;
    trial.exact[slot] = cells.exact[slot];
  }
  run(table, trial);
  return trial.state[node] === cells.state[node];
}

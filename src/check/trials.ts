// In: the diagrams of a policy. Out: a look at some complete cases, whether the opposite of a rule would change an answer in one of them.
// It only ever says that a rule decides: what it does not see is left to proof.
import { copyCells, FALSE, KNOWN, makeCells, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { Diagrams } from '../diagram/build.js';
import { sample } from '../diagram/regions.js';
import { slotsOfVariable } from '../diagram/order.js';
import { isOneSlot } from '../diagram/terms.js';
import { slotLimits, type Variable } from '../diagram/variables.js';
import { run } from '../evaluate/run.js';
import { evaluateSlots, type SlotCase } from '../evaluate/slot-case.js';
import { isKnown, standingIn } from '../evaluate/status.js';
import type { Fraction } from '../model/quantity.js';

/** How many cases are looked at for each outcome. */
const TRIALS = 32;

/** A number from 0 on, below another. */
type Draw = (below: number) => number;

/** Says of a truth whether some case that was looked at comes out otherwise with its opposite. */
export function trialsOf(diagrams: Diagrams): (node: number) => boolean {
  const { table } = diagrams;
  const cases = [...table.outcomes.values()].flatMap(({ stands }) =>
    Array.from({ length: TRIALS }, (_, i) => evaluateSlots(table, someCase(diagrams, stands, draws(i + 1)))),
  );
  const sound = cases.filter((cells) => isSound(table, cells));
  const trial = makeCells(table.size);
  return (node) => sound.some((cells) => turns(table, cells, node, trial));
}

/** Whether the answer of a case turns when a node says the opposite. */
function turns(table: Table, cells: Cells, node: number, trial: Cells): boolean {
  if (cells.state[node] !== KNOWN && cells.state[node] !== FALSE) return false;
  copyCells(cells, trial);
  trial.state[node] = cells.state[node] === KNOWN ? FALSE : KNOWN;
  run(table, trial, node + 1);
  const [before, after] = [standingIn(table, cells), standingIn(table, trial)];
  return after.open.length === 0 && before.standing.join('\n') !== after.standing.join('\n');
}

/** A case that can be, and has an answer. */
function isSound(table: Table, cells: Cells): boolean {
  const possible = table.impossible.every((node) => cells.state[node] === FALSE);
  return possible && standingIn(table, cells).open.length === 0 && parametersHold(table, cells);
}

function parametersHold(table: Table, cells: Cells): boolean {
  return [...table.parameters.values()].every((node) => isKnown(cells, node));
}

/** A case in which an outcome stays open as long as it can, so that much of what is in it decides; the rest of it is drawn. */
function someCase(diagrams: Diagrams, stands: number, draw: Draw): SlotCase {
  const { table, variables } = diagrams;
  const fixed = longWay(diagrams, stands, draw);
  const index = new Map<number, number>();
  const value = new Map<number, Fraction>();
  variables.list.forEach((variable, i) => {
    if (variable.kind === 'truth') index.set(variable.slot, fixed.get(i) ?? draw(2));
    else if (variable.kind === 'option') index.set(variable.slot, fixed.get(i) ?? draw(variable.options.length));
    else {
      const branch = fixed.get(i) ?? draw(variable.regions.length);
      for (const [slot, exact] of valuesFor(variable, branch, table)) if (!value.has(slot)) value.set(slot, exact);
    }
  });
  return { index, value };
}

/** A way through the diagram of a truth that avoids an end while it can. */
function longWay({ store, of }: Diagrams, truth: number, draw: Draw): ReadonlyMap<number, number> {
  const fixed = new Map<number, number>();
  for (let node = of[truth]!; node >= 0;) {
    const top = store.top(node);
    const branches = Array.from({ length: store.arity[top]! }, (_, i) => i);
    const open = branches.filter((branch) => store.cofactor(node, top, branch) >= 0);
    const chosen = open.length > 0 ? open[draw(open.length)]! : branches[draw(branches.length)]!;
    fixed.set(top, chosen);
    node = store.cofactor(node, top, chosen);
  }
  return fixed;
}

/** A value for each slot of a form: in a region of it where the form is one slot, else whatever the slot allows. */
function* valuesFor(
  variable: Variable & { kind: 'form' },
  branch: number,
  table: Table,
): Generator<readonly [number, Fraction]> {
  const { form, regions, limits } = variable;
  const slots = slotsOfVariable(variable);
  const alone = isOneSlot(form);
  for (const slot of slots) {
    const exact = alone ? sample(regions[branch]!, limits) : sample({ position: 0 }, slotLimits(slot, table));
    if (exact) yield [slot, exact];
  }
}

/** Numbers that look drawn at random and are the same in every run (a linear congruence of Knuth's). */
function draws(seed: number): Draw {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

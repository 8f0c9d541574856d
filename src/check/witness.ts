// In: a claim as a diagram. Out: the smallest complete case that shows it, found, made concrete, and evaluated before anybody sees it.
import type { Diagrams } from '../diagram/build.js';
import { restrict } from '../diagram/answers.js';
import { terminal, type Diagram } from '../diagram/store.js';
import { concretise } from '../diagram/concretise.js';
import { supportOf } from '../diagram/walk.js';
import { slotsOfVariable } from '../diagram/order.js';
import { evaluateSlots, type SlotCase } from '../evaluate/slot-case.js';
import type { Cells } from '../compile/cells.js';

/** A case that shows a claim. `decisive` are the facts that make it so; the others are free. */
export interface Witness {
  readonly decisive: readonly string[];
  readonly shown: SlotCase;
  readonly cells: Cells;
}

/** What looking for a witness comes to: one, none because the claim is never so, or none that could be made concrete. */
export type Sought = Witness | 'never' | 'unconfirmed';

/** Something that may occur in a case. */
export interface Claim {
  /** TRUE where it does. */
  readonly claim: Diagram;
  /** Whether it does in a case that was evaluated. */
  readonly confirm: (cells: Cells) => boolean;
  /** TRUE where it also shows in the answer: the free facts are chosen so, where they can be. */
  readonly showing?: Diagram;
}

/** Looks for a witness of a claim inside the space that the evaluator confirms. */
export function seekWitness(diagrams: Diagrams, { claim, confirm, showing }: Claim): Sought {
  const { store, space, table, variables } = diagrams;
  const inside = store.combine('claim', [claim, space], ([a, b]) => terminal(a === 1 && b === 1 ? 1 : 0));
  if (inside === terminal(0)) return 'never';
  for (const fixed of paths(diagrams, inside)) {
    const whole = showing === undefined ? fixed : extended(diagrams, fixed, showing);
    const found = [whole, fixed].map((path) => made(diagrams, path, confirm)).find((one) => one !== undefined);
    if (!found) continue;
    const slots = new Set([...fixed.keys()].flatMap((at) => slotsOfVariable(variables.list[at]!)));
    const decisive = [...table.slots].filter(([, own]) => own.some((slot) => slots.has(slot))).map(([name]) => name);
    return { decisive, ...found };
  }
  return 'unconfirmed';
}

/** A concrete case on a path, if there is one and the evaluator confirms it. */
function made(
  diagrams: Diagrams,
  path: ReadonlyMap<number, number>,
  confirm: Claim['confirm'],
): Pick<Witness, 'shown' | 'cells'> | undefined {
  const shown = concretise(diagrams, path);
  const cells = shown && evaluateSlots(diagrams.table, shown);
  return shown && cells && confirm(cells) ? { shown, cells } : undefined;
}

/** A path together with decisions that bring the claim to show, where there are any. */
function extended(
  diagrams: Diagrams,
  fixed: ReadonlyMap<number, number>,
  showing: Diagram,
): ReadonlyMap<number, number> {
  const rest = restrict(diagrams.store, showing, fixed);
  return rest === terminal(0) ? fixed : new Map([...fewestVariables(diagrams, rest), ...fixed]);
}

/** Ways to the claim: the one that looks at the fewest variables, made minimal; then others, branch by branch, up to a bound. */
function* paths(diagrams: Diagrams, claim: Diagram): Generator<ReadonlyMap<number, number>> {
  const { store } = diagrams;
  const least = fewestVariables(diagrams, claim);
  yield minimal(diagrams, claim, least);
  let tries = 0;
  for (const variable of supportOf(store, claim)) {
    for (let branch = 0; branch < store.arity[variable]!; branch++) {
      const rest = restrict(store, claim, new Map([[variable, branch]]));
      if (rest === terminal(0) || ++tries > 60) continue;
      yield new Map([...fewestVariables(diagrams, rest), [variable, branch]]);
    }
  }
}

/** A path to TRUE with the fewest decisions. */
function fewestVariables({ store }: Diagrams, claim: Diagram): Map<number, number> {
  const cost = new Map<Diagram, number>([
    [terminal(1), 0],
    [terminal(0), Infinity],
  ]);
  const costOf = (node: Diagram): number => {
    const known = cost.get(node);
    if (known !== undefined) return known;
    const top = store.top(node);
    const least = Math.min(
      ...Array.from({ length: store.arity[top]! }, (_, i) => costOf(store.cofactor(node, top, i))),
    );
    cost.set(node, least + 1);
    return least + 1;
  };
  costOf(claim);
  const path = new Map<number, number>();
  let node = claim;
  while (node >= 0) {
    const top = store.top(node);
    const branches = Array.from({ length: store.arity[top]! }, (_, i) => i);
    const best = branches.reduce((a, b) =>
      costOf(store.cofactor(node, top, b)) < costOf(store.cofactor(node, top, a)) ? b : a,
    );
    path.set(top, best);
    node = store.cofactor(node, top, best);
  }
  return path;
}

/** Leaves decisions out one by one, as long as the claim holds whatever they are. */
function minimal({ store }: Diagrams, claim: Diagram, path: ReadonlyMap<number, number>): Map<number, number> {
  let kept = new Map(path);
  for (const variable of path.keys()) {
    const fewer = new Map([...kept].filter(([other]) => other !== variable));
    if (restrict(store, claim, fewer) === terminal(1)) kept = fewer;
  }
  return kept;
}

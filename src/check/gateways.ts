// In: the diagrams of a policy. Out: nodes through which alone something leads to an answer, so that their truth surely decides some case.
import { ABOVE, dominatorsOf } from '../diagram/dominators.js';
import type { Diagrams } from '../diagram/build.js';
import { slotsOfVariable } from '../diagram/order.js';
import { supportOf, terminalsOf } from '../diagram/walk.js';

/**
 * The nodes that everything passes through from some slot that can change an answer while all else stays. Where such a node is
 * never undefined, two cases that differ in that slot alone and in their answer differ in the truth of the node.
 */
export function gatewaysIn(diagrams: Diagrams, watched: readonly number[]): ReadonlySet<number> {
  const { table } = diagrams;
  const over = dominatorsOf(table, [...watched, ...[...table.outcomes.values()].map(({ stands }) => stands)]);
  const gateways = new Set<number>();
  for (const slot of decidingSlots(diagrams)) {
    for (let node = slot; node !== ABOVE && over[node] !== node; node = over[node]!) gateways.add(node);
  }
  return new Set([...gateways].filter((node) => isTruth(diagrams, node)));
}

/** Slots whose one variable changes an answer and is not tied to others by what is impossible. */
function decidingSlots({ variables, store, answers, space }: Diagrams): number[] {
  const slots = variables.list.map(slotsOfVariable);
  const uses = new Map<number, number>();
  for (const slot of slots.flat()) uses.set(slot, (uses.get(slot) ?? 0) + 1);
  const [deciding, tied] = [supportOf(store, answers.inSpace), supportOf(store, space)];
  return slots.flatMap((own, i) => {
    const alone = own.length === 1 && uses.get(own[0]!) === 1;
    return alone && deciding.has(i) && !tied.has(i) ? own : [];
  });
}

function isTruth({ store, of }: Diagrams, node: number): boolean {
  return [...terminalsOf(store, of[node]!)].every((value) => value === 0 || value === 1);
}

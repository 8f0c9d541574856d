// In: the variables of a policy and the parts that look at them together. Out: orders in which its diagrams may stay small.
import type { Table } from '../compile/table.js';
import { slotsBehind } from './terms.js';
import type { Variable, Variables } from './variables.js';

/** Variables that one part of the policy looks at. */
type Edge = readonly number[];

/** A part that looks at more variables than this says nothing of which belong together. */
const WIDE = 20;

/** Orders to try: as outcomes ask, drawn together from there, drawn together from the order of the file, and the file's own. */
export function ordersOf(table: Table, variables: Variables): readonly (readonly number[])[] {
  const slots = variables.list.map(slotsOfVariable);
  const asked = variables.list.map((_, i) => i);
  const first = slots.map((own) => Math.min(...own));
  const written = [...asked].sort((a, b) => first[a]! - first[b]! || a - b);
  const edges = edgesOf(table, slots);
  return [asked, drawnTogether(asked, edges), drawnTogether(written, edges), written];
}

/** The slots that a variable hangs on in the end. */
export function slotsOfVariable(variable: Variable): readonly number[] {
  return variable.kind === 'form' ? slotsBehind(variable.form) : [variable.slot];
}

/** For each node of the table, the variables of the slots behind it, where these are few. */
function edgesOf(table: Table, slots: readonly (readonly number[])[]): Edge[] {
  const behind: (ReadonlySet<number> | undefined)[] = Array.from({ length: table.size }, () => new Set<number>());
  slots.forEach((own, variable) => own.forEach((slot) => (behind[slot] = new Set([...behind[slot]!, variable]))));
  for (let node = 0; node < table.size; node++) {
    const all = new Set(behind[node]);
    for (let i = table.first[node]!; i < table.first[node + 1]!; i++) {
      const kid = behind[table.kids[i]!];
      if (!kid || all.size > WIDE) behind[node] = undefined;
      else kid.forEach((variable) => all.add(variable));
    }
    if (behind[node]) behind[node] = all.size > WIDE ? undefined : all;
  }
  return behind.flatMap((all) => (all && all.size > 1 ? [[...all]] : []));
}

/** How often the variables are moved to the middle of what they belong to. */
const ROUNDS = 60;

/** An order that draws variables of one part together, from a first one (after Aloul, Markov and Sakallah's FORCE). */
function drawnTogether(first: readonly number[], edges: readonly Edge[]): readonly number[] {
  let order = first;
  let best = { order, span: spanOf(order, edges) };
  for (let round = 0; round < ROUNDS; round++) {
    order = moved(order, edges);
    const span = spanOf(order, edges);
    if (span < best.span) best = { order, span };
  }
  return best.order;
}

function placesIn(order: readonly number[]): Float64Array {
  const places = new Float64Array(order.length);
  order.forEach((variable, i) => (places[variable] = i));
  return places;
}

/** Every variable goes to the mean of the middles of its edges; smaller edges pull more. */
function moved(order: readonly number[], edges: readonly Edge[]): readonly number[] {
  const places = placesIn(order);
  const sum = new Float64Array(order.length);
  const weight = new Float64Array(order.length);
  for (const edge of edges) {
    const middle = edge.reduce((total, variable) => total + places[variable]!, 0) / edge.length;
    const pull = 1 / edge.length;
    for (const variable of edge) {
      sum[variable]! += middle * pull;
      weight[variable]! += pull;
    }
  }
  const target = order.map((variable) =>
    weight[variable]! > 0 ? sum[variable]! / weight[variable]! : places[variable]!,
  );
  return order
    .map((variable, i) => ({ variable, at: target[i]!, i }))
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map(({ variable }) => variable);
}

/** How far apart the variables of the edges lie in all. */
function spanOf(order: readonly number[], edges: readonly Edge[]): number {
  const places = placesIn(order);
  return edges.reduce((total, edge) => {
    let low = Infinity;
    let high = -Infinity;
    for (const variable of edge) {
      low = Math.min(low, places[variable]!);
      high = Math.max(high, places[variable]!);
    }
    return total + high - low;
  }, 0);
}

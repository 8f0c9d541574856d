// Node values as exact text: what the trail, the report and JSON print.
import type { Truth } from '../model/determination.js';
import { dateText } from '../model/calendar.js';
import type { Reference, ValueType } from '../model/expression.js';
import { quantityText } from '../model/quantity.js';
import { FALSE, KNOWN, quantityIn, type Cells } from '../compile/cells.js';
import { isKnown } from './status.js';
import type { Table } from '../compile/table.js';

/** The truth of a node; undefined counts as unknown. */
export function truthOf(cells: Cells, node: number): Truth {
  return truthOfState(cells.state[node]!);
}

/** The truth that a state of a node is. */
export function truthOfState(state: number): Truth {
  return state === KNOWN ? true : state === FALSE ? false : 'unknown';
}

/** How a truth is written in a case file. */
export function truthWord(truth: Truth): string {
  if (truth === 'unknown') return '待查';
  return truth ? '是' : '否';
}

/** The exact text of a node of some type; null where it is unknown. */
export function nodeText(cells: Cells, node: number, type: ValueType): string | null {
  if (!isKnown(cells, node)) return null;
  if (type.kind === 'boolean') return truthWord(truthOf(cells, node));
  if (type.kind === 'date') return dateText(cells.number[node]!);
  if (type.kind === 'choice') return type.options[cells.number[node]!] ?? null;
  return type.kind === 'quantity' ? quantityText(quantityIn(cells, node), type.unit) : null;
}

/** The exact text of what a name stands for in this case; null where it is unknown. */
export function nameText(table: Table, cells: Cells, ref: Reference): string | null {
  const { policy } = table;
  if (ref.to === 'as_of') return nodeText(cells, table.asOf, { kind: 'date' });
  if (ref.to === 'rule') return nodeText(cells, table.rules.get(ref.name)!, policy.rules.get(ref.name)!.type);
  if (ref.to === 'parameter') {
    return nodeText(cells, table.parameters.get(ref.name)!, policy.parameters.get(ref.name)!.type);
  }
  return factText(table, cells, ref.name, table.facts.get(ref.name)!);
}

/** The exact text of what is stated for a fact, whether or not its question applies; null where nothing is. */
export function statedText(table: Table, cells: Cells, name: string): string | null {
  return factText(table, cells, name, table.slots.get(name)!);
}

function factText({ policy }: Table, cells: Cells, name: string, nodes: readonly number[]): string | null {
  const { type } = policy.facts.get(name)!;
  if (type.kind !== 'choices') return nodeText(cells, nodes[0]!, type);
  if (nodes.some((node) => !isKnown(cells, node))) return null;
  const holding = type.options.filter((_, i) => cells.state[nodes[i]!] === KNOWN);
  return holding.length > 0 ? holding.join('、') : '无';
}

// In: what a case states. Out: its values in the slots of a table.
import { lawDay, type CaseHead, type StatedFact } from '../model/case.js';
import type { Parameter } from '../model/policy.js';
import { putConstant } from '../compile/builder.js';
import { FALSE, KNOWN, UNKNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';

/** Puts stated facts into their slots; unknown ones are left unknown. */
export function fillFacts(table: Table, cells: Cells, facts: Iterable<StatedFact>): void {
  for (const { name, value } of facts) {
    const fact = table.policy.facts.get(name);
    if (!fact || value === null) continue;
    const slots = table.slots.get(name)!;
    const options = 'options' in fact.type ? fact.type.options : [];
    if (value.kind !== 'choices') putConstant(cells, slots[0]!, value, options);
    else slots.forEach((slot, i) => (cells.state[slot] = value.options.includes(options[i]!) ? KNOWN : FALSE));
  }
}

/** Puts the day whose law applies, and what the parameters are on it; all unknown where the case has no day. */
export function fillDay(table: Table, cells: Cells, head: CaseHead): void {
  const day = lawDay(head);
  cells.state[table.asOf] = day === undefined ? UNKNOWN : KNOWN;
  if (day === undefined) return;
  cells.number[table.asOf] = day;
  fillParameters(table, cells, day);
}

/** Puts what the parameters are on a day. */
export function fillParameters(table: Table, cells: Cells, day: number): void {
  for (const [name, node] of table.parameters) {
    const value = valueOn(table.policy.parameters.get(name)!, day);
    if (value) putConstant(cells, node, value);
  }
}

/** What a parameter is on a day: the value with the latest `from` that is not later, unless its `to` has passed. */
export function valueOn(parameter: Parameter, day: number): Parameter['values'][number]['value'] | undefined {
  const latest = parameter.values.filter((entry) => entry.from <= day).at(-1);
  return latest && (latest.to === undefined || day <= latest.to) ? latest.value : undefined;
}

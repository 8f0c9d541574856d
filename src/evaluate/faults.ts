// In: a case and the values of all nodes. Out: what makes the case one that has no answer.
import { lawDay, type Case, type StatedFact } from '../model/case.js';
import { dateText } from '../model/calendar.js';
import { constantText } from '../model/constant.js';
import { diagnose, type Diagnostic } from '../model/diagnostic.js';
import type { Condition } from '../model/expression.js';
import { readsOf } from '../model/order.js';
import type { Period, Policy } from '../model/policy.js';
import { placeOf } from '../model/source.js';
import { namesInCondition } from '../model/walk.js';
import { FALSE, KNOWN, UNKNOWN, type Cells } from '../compile/cells.js';
import { undefinedNodes } from './open-facts.js';
import { valueOn } from './slots.js';
import { Op, type Table } from '../compile/table.js';

/** Whether a day lies in a period; open ends reach forever. */
export function contains(period: Period, day: number): boolean {
  return (period.from === undefined || period.from <= day) && (period.to === undefined || day <= period.to);
}

/** Faults of the whole case: a day outside the policy's time, else parameters without a value on it. */
export function dayFaults(table: Table, kase: Case, outOfTimeAllowed: boolean): Diagnostic[] {
  const day = lawDay(kase.head);
  if (day === undefined) return [];
  const { policy } = table;
  const { from, to } = policy.inForce;
  const words = {
    day: dateText(day),
    ...(from === undefined ? {} : { from: dateText(from) }),
    ...(to === undefined ? {} : { to: dateText(to) }),
  };
  const { dayAt } = kase.head;
  if (!contains(policy.inForce, day) && !outOfTimeAllowed) {
    return [diagnose('case/not-in-force', kase.source, dayAt, words)];
  }
  const holes = [...policy.parameters.values()].filter((parameter) => valueOn(parameter, day) === undefined);
  return holes.map(({ name }) => diagnose('case/parameter-hole', kase.source, dayAt, { day: words.day, name }));
}

/** Faults of the facts: a value where the question does not apply, and what the policy declares impossible. */
export function factFaults(table: Table, cells: Cells, kase: Case, facts: readonly StatedFact[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { name, value, at } of facts) {
    const applies = table.applies.get(name);
    if (value === null || applies === undefined || cells.state[applies] !== FALSE) continue;
    const otherwise = constantText(table.policy.facts.get(name)!.otherwise!);
    found.push(diagnose('case/not-applicable', kase.source, at, { name, otherwise }));
  }
  table.impossible.forEach((node, i) => {
    if (cells.state[node] !== KNOWN) return;
    const { reason, when } = table.policy.impossible[i]!;
    const read = factsBehind(when, table.policy);
    const stated = facts.flatMap(({ name, value, at }) =>
      value !== null && read.has(name) ? [{ name, value, at }] : [],
    );
    const words = stated.map(({ name, value }) => `${name} = ${constantText(value)}`).join('、');
    found.push(diagnose('case/impossible', kase.source, stated[0]?.at ?? kase.head.at, { reason, facts: words }));
  });
  return found;
}

/** Whether a case has a fault of either kind: the same questions, asked of the values alone. */
export function hasFaults(table: Table, cells: Cells, outOfTimeAllowed: boolean): boolean {
  if (cells.state[table.asOf] === KNOWN) {
    const day = cells.number[table.asOf]!;
    if (!contains(table.policy.inForce, day) && !outOfTimeAllowed) return true;
    for (const node of table.parameters.values()) if (cells.state[node] === UNKNOWN) return true;
  }
  for (const node of table.impossible) if (cells.state[node] === KNOWN) return true;
  for (const [name, applies] of table.applies) {
    if (cells.state[applies] === FALSE && cells.state[table.slots.get(name)![0]!] !== UNKNOWN) return true;
  }
  return false;
}

/** Every name that a condition rests on, directly or through rules and other facts. */
function factsBehind(condition: Condition, policy: Policy): ReadonlySet<string> {
  const found = new Set([...namesInCondition(condition)].map(({ name }) => name));
  for (const name of found) for (const ref of readsOf(name, policy)) found.add(ref.name);
  return found;
}

/** Where an answer is lacking because a value is undefined; places in the policy. */
export function undefinedFaults(table: Table, cells: Cells): Diagnostic[] {
  return undefinedNodes(table, cells).map((node) => {
    const rule = [...table.policy.rules.values()].find(({ name }) => table.rules.get(name) === node);
    const part = [...table.nodeOf].find(([, own]) => own === node)?.[0];
    const at = rule?.at ?? part?.at ?? [...table.policy.outcomes.values()][0]!.at;
    const line = [...placeOf(table.policy.source, at).text];
    const name = rule?.name ?? line.slice(at.column - 1, at.endColumn - 1).join('');
    return diagnose('evaluate/undefined', table.policy.source, at, { name, why: why(table, cells, node) });
  });
}

function why(table: Table, cells: Cells, node: number): string {
  const op = table.op[node]!;
  const operands = [...table.kids.subarray(table.first[node], table.first[node + 1])];
  if (op === Op.Divide && operands.some((kid) => cells.state[kid] === KNOWN && cells.number[kid] === 0)) {
    return 'division-by-zero';
  }
  if (op === Op.Add || op === Op.Subtract || op === Op.Multiply || op === Op.Divide) return 'too-many-digits';
  if (op === Op.MonthsBetween || op === Op.YearsBetween) return 'dates-reversed';
  if (op === Op.AddDays || op === Op.AddMonths) return 'not-a-day';
  const conditions = operands.filter((_, i) => i % 2 === 0);
  return conditions.some((kid) => cells.state[kid] === KNOWN) ? 'several-rows' : 'no-row';
}

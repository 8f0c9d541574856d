// In: a case and the values of all nodes. Out: what makes the case one that has no answer.
import { lawDay, type Case, type StatedFact } from '../model/case.js';
import { dateText } from '../model/calendar.js';
import { diagnose, type Diagnostic } from '../model/diagnostic.js';
import type { Period } from '../model/policy.js';
import { FALSE, KNOWN, type Cells } from './cells.js';
import { undefinedNodes } from './open-facts.js';
import { constantText } from './show.js';
import { valueOn } from './slots.js';
import { Op, type Table } from './table.js';

/** Whether a day lies in a period; open ends reach forever. */
export function contains(period: Period, day: number): boolean {
  return (period.from === undefined || period.from <= day) && (period.to === undefined || day <= period.to);
}

/** Faults of the whole case: a day outside the policy's time, and parameters without a value on it. */
export function dayFaults(table: Table, kase: Case, outOfTimeAllowed: boolean): Diagnostic[] {
  const day = lawDay(kase.head);
  if (day === undefined) return [];
  const { policy } = table;
  const { from, to } = policy.inForce;
  const words = {
    day: dateText(day),
    period: `${from === undefined ? '' : dateText(from)}–${to === undefined ? '' : dateText(to)}`,
  };
  const outside = contains(policy.inForce, day) || outOfTimeAllowed ? [] : ['case/not-in-force' as const];
  const holes = [...policy.parameters.values()].filter((parameter) => valueOn(parameter, day) === undefined);
  return [
    ...outside.map((code) => diagnose(code, kase.source, kase.head.at, words)),
    ...holes.map(({ name }) => diagnose('case/parameter-hole', kase.source, kase.head.at, { ...words, name })),
  ];
}

/** Faults of the facts: a value where the question does not apply, and what the policy declares impossible. */
export function factFaults(table: Table, cells: Cells, kase: Case, facts: Iterable<StatedFact>): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { name, value, at } of facts) {
    const applies = table.applies.get(name);
    if (value === null || applies === undefined || cells.state[applies] !== FALSE) continue;
    const otherwise = constantText(table.policy.facts.get(name)!.otherwise!);
    found.push(diagnose('case/not-applicable', kase.source, at, { name, otherwise }));
  }
  table.impossible.forEach((node, i) => {
    if (cells.state[node] !== KNOWN) return;
    const { reason } = table.policy.impossible[i]!;
    found.push(diagnose('case/impossible', kase.source, kase.head.at, { reason }));
  });
  return found;
}

/** Where an answer is lacking because a value is undefined; places in the policy. */
export function undefinedFaults(table: Table, cells: Cells): Diagnostic[] {
  return undefinedNodes(table, cells).map((node) => {
    const rule = [...table.policy.rules.values()].find(({ name }) => table.rules.get(name) === node);
    const part = [...table.nodeOf].find(([, own]) => own === node)?.[0];
    const at = rule?.at ?? part?.at ?? [...table.policy.outcomes.values()][0]!.at;
    const line = [...(table.policy.source.lines[at.line - 1] ?? '')];
    const name = rule?.name ?? line.slice(at.column - 1, at.endColumn - 1).join('');
    return diagnose('evaluate/undefined', table.policy.source, at, { name, why: why(table, cells, node) });
  });
}

function why(table: Table, cells: Cells, node: number): string {
  const op = table.op[node]!;
  if (op === Op.Divide) return 'division-by-zero';
  if (op === Op.MonthsBetween || op === Op.YearsBetween) return 'dates-reversed';
  if (op === Op.AddDays || op === Op.AddMonths) return 'not-a-day';
  const conditions = [...table.kids.subarray(table.first[node], table.first[node + 1])].filter((_, i) => i % 2 === 0);
  return conditions.some((kid) => cells.state[kid] === KNOWN) ? 'several-rows' : 'no-row';
}

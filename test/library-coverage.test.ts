// The shipped cases against the shipped policies: between them they reach every outcome and take every rule and every leaf both ways.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FALSE, KNOWN } from '../src/compile/cells.js';
import type { Table } from '../src/compile/table.js';
import { contains } from '../src/evaluate/faults.js';
import { compile, evaluate, openCase, readCase, readPolicy, type Include } from '../src/index.js';
import type { Condition } from '../src/model/expression.js';
import { lawDay } from '../src/model/case.js';
import { ROOT } from './support/host.js';

const bytes = (path: string): Uint8Array => readFileSync(join(ROOT, path));
const included: Include = (path) => ({ ok: true, value: bytes(`policies/${path}`), diagnostics: [] });
const tables = readdirSync(join(ROOT, 'policies'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const policy = readPolicy(bytes(`policies/${name}`), name, included);
    if (!policy.ok) throw new Error(name);
    return { name, table: compile(policy.value), seen: new Map<number, Set<number>>() };
  });

for (const folder of readdirSync(join(ROOT, 'cases'))) {
  for (const name of readdirSync(join(ROOT, 'cases', folder))) {
    const opened = openCase(bytes(`cases/${folder}/${name}`), name);
    if (!opened.ok) throw new Error(name);
    const { head } = opened.value;
    const series = tables.filter(({ table }) => table.policy.id === head.policy);
    const version =
      series.length === 1 ? series[0]! : series.find(({ table }) => contains(table.policy.inForce, lawDay(head)!))!;
    const kase = readCase(opened.value, version.table.policy);
    if (!kase.ok) throw new Error(name);
    for (const { cells } of evaluate(version.table, kase.value)) {
      cells.state.forEach((state, node) => {
        version.seen.set(node, (version.seen.get(node) ?? new Set()).add(state));
      });
    }
  }
}

/** The leaves of what is declared impossible: no case can show them. */
function leavesOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'leaf' ? [condition] : condition.of.flatMap(leavesOf);
}

/** What no case shows, in the drafter's words. */
function unseen(table: Table, seen: ReadonlyMap<number, ReadonlySet<number>>): string[] {
  const lacks = (node: number, what: string): string[] => {
    const states = seen.get(node);
    return [
      ...(states?.has(KNOWN) ? [] : [`${what} is never true`]),
      ...(states?.has(FALSE) ? [] : [`${what} is never false`]),
    ];
  };
  const { policy } = table;
  const outcomes = [...table.outcomes].filter(([, { stands }]) => !seen.get(stands)?.has(KNOWN));
  const rules = [...table.rules].filter(([name]) => policy.rules.get(name)!.type.kind === 'boolean');
  const impossible = new Set(policy.impossible.flatMap(({ when }) => leavesOf(when)));
  const leaves = [...table.nodeOf].flatMap(([part, node]) =>
    'kind' in part && part.kind === 'leaf' && !impossible.has(part) ? [{ part, node }] : [],
  );
  return [
    ...outcomes.map(([name]) => `outcome ${name} never stands`),
    ...rules.flatMap(([name, node]) => lacks(node, `rule ${name}`)),
    ...leaves.flatMap(({ part, node }) => lacks(node, `${part.text} (line ${String(part.at.line)})`)),
  ];
}

describe('the cases of the library', () => {
  test.each(tables)(
    '$name: every outcome stands, every rule and leaf is true in one and false in another',
    ({ table, seen }) => {
      expect([...new Set(unseen(table, seen))]).toEqual([]);
    },
  );
});

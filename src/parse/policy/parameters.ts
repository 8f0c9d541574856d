// In: the `parameters` of a policy. Out: dated values, in the order of their days.
import { readDate } from '../../model/calendar.js';
import type { ValueType } from '../../model/expression.js';
import type { Parameter, Period } from '../../model/policy.js';
import { report, type Findings } from '../words/context.js';
import { plainDate } from '../words/mistaken.js';
import { child, itemsOf, textAt, type Scalar, type Tree } from '../yaml/tree.js';
import type { Draft } from './draft.js';
import { readConstant } from './facts.js';

/** Reads a day under a key; undefined where there is none or, after a finding, where it is no day. */
export function readDay(node: Tree | undefined, key: string, findings: Findings): number | undefined {
  const text = textAt(node, key);
  if (text === undefined) return undefined;
  const day = readDate(text);
  return (
    day ?? report(findings, 'parse/bad-date', child(node, key)!.at, { name: text, fix: plainDate(text.trim()) ?? '' })
  );
}

/** Reads `from` and `to`; reports an end that lies before its beginning. */
export function readPeriod(node: Tree | undefined, findings: Findings): Period {
  const [from, to] = [readDay(node, 'from', findings), readDay(node, 'to', findings)];
  if (from !== undefined && to !== undefined && to < from)
    report(findings, 'parse/period-reversed', child(node, 'to')!.at);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Reads one parameter, given its type; two values from the same day are reported. */
export function readParameter(key: Scalar, node: Tree, type: ValueType, draft: Draft): Parameter {
  const values = itemsOf(child(node, 'values')).flatMap((entry) => {
    const { from, to } = readPeriod(entry, draft);
    const tree = child(entry, 'value');
    const value = tree && readConstant(tree, 'value', type, draft);
    if (from === undefined || !value) return [];
    const source = textAt(entry, 'source');
    return [{ from, ...(to === undefined ? {} : { to }), value, ...(source ? { source } : {}), at: entry.at }];
  });
  values.sort((a, b) => a.from - b.from);
  values.forEach((entry, i) => {
    const before = values[i - 1];
    if (before?.from === entry.from) report(draft, 'parse/same-day-twice', entry.at);
    else if (before?.to !== undefined && before.to >= entry.from) report(draft, 'parse/periods-overlap', entry.at);
  });
  return { name: key.text, type, values, at: key.at };
}

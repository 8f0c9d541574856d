// In: the tree of a condition. Out: the typed condition, or findings.
import type { Condition } from '../../model/expression.js';
import { report, reportFault, type Reading } from '../words/context.js';
import { isFault, readLeaf } from '../words/syntax.js';
import { readTest } from '../words/test.js';
import { brokenItem } from '../yaml/broken.js';
import { child, entriesOf, itemsOf, textAt, type Scalar, type Tree } from '../yaml/tree.js';

/** Reads a condition; undefined after a finding. */
export function readCondition(tree: Tree | undefined, reading: Reading): Condition | undefined {
  if (!tree) return undefined;
  if (tree.kind === 'text') return readLeafText(tree, reading);
  const [only, second] = entriesOf(tree);
  if (!only || second) return report(reading, 'parse/one-of', tree.at, { allowed: 'all any none at_least' });
  const key = only.key.text;
  const list = key === 'at_least' ? child(only.value, 'of') : only.value;
  const broken = list && brokenItem(list);
  if (broken) return report(reading, 'parse/comma-in-braces', broken, { sign: 'comma' });
  const of = itemsOf(list).map((item) => readCondition(item, reading));
  if (!of.every((part) => part !== undefined)) return undefined;
  const at = only.key.at;
  if (key !== 'at_least') return { kind: key as 'all' | 'any' | 'none', of, at };
  const n = Number(textAt(only.value, 'n'));
  if (n < 1 || n > of.length) {
    return report(reading, 'parse/at-least-range', child(only.value, 'n')!.at, { n: String(n), of: String(of.length) });
  }
  return { kind: 'at_least', n, of, at };
}

function readLeafText(scalar: Scalar, reading: Reading): Condition | undefined {
  const syntax = readLeaf(scalar.text);
  if (isFault(syntax)) return reportFault(reading, scalar, syntax);
  const read = readTest(syntax, scalar, reading);
  return read && { kind: 'leaf', text: scalar.text.trim(), negated: read.negated, test: read.test, at: scalar.at };
}

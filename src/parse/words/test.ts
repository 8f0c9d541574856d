// In: the syntax of a leaf. Out: what it tests, typed, or findings.
import type { Expression, Test } from '../../model/expression.js';
import { nearest } from '../nearest.js';
import type { Scalar } from '../yaml/tree.js';
import { report, typeText, type Reading } from './context.js';
import { resolve } from './resolve.js';
import type { CompareSyntax, LeafSyntax, RelationSyntax, Syntax } from './syntax.js';
import { reportDay, reportUnits } from './units.js';

/** A test and whether it is denied (`not`, or 否 in a table cell). */
export interface ReadTest {
  readonly test: Test;
  readonly negated: boolean;
}

/** Types a leaf; undefined after a finding. */
export function readTest(leaf: LeafSyntax, text: Scalar, reading: Reading): ReadTest | undefined {
  if (leaf.kind === 'bare') return bare(leaf, text, reading);
  const left = resolve(leaf.left, text, reading);
  return left && readRelation(left, leaf.relation, text, reading, leaf.left);
}

/** Types what is said of a term; undefined after a finding. `written` is the term, where it stands in the same text. */
export function readRelation(
  left: Expression,
  relation: RelationSyntax,
  text: Scalar,
  reading: Reading,
  written?: Syntax,
): ReadTest | undefined {
  if (relation.kind === 'has') return has(left, relation.right, text, reading);
  if (relation.kind === 'in') return among(left, relation.right, text, reading);
  const { operator } = relation;
  if (left.type.kind === 'choice') return option(left, relation, text, reading);
  if (left.type.kind !== 'quantity' && left.type.kind !== 'date') return notComparable(left, operator, reading);
  const right = resolve(relation.right, text, reading);
  if (!right) return undefined;
  const odd = right.type.kind === 'date' ? written : relation.right;
  if (left.type.kind !== right.type.kind && odd && reportDay(odd, text, reading)) return undefined;
  if (!comparable(left, right, operator, reading)) return undefined;
  return { test: { kind: 'compare', operator, left, right }, negated: false };
}

function bare(leaf: LeafSyntax & { kind: 'bare' }, text: Scalar, reading: Reading): ReadTest | undefined {
  const { operand } = leaf;
  const at = text.inner(operand.from, operand.to);
  if (operand.kind !== 'name')
    return report(reading, leaf.negated ? 'parse/not-takes-a-name' : 'parse/not-a-condition', at);
  const resolved = resolve(operand, text, reading);
  if (resolved?.kind !== 'reference') return undefined;
  if (resolved.type.kind !== 'boolean') {
    return report(reading, 'parse/not-a-truth', at, { name: operand.text, type: typeText(resolved.type) });
  }
  return { test: { kind: 'truth', ref: resolved.ref }, negated: leaf.negated };
}

function has(left: Expression, options: readonly Syntax[], text: Scalar, reading: Reading): ReadTest | undefined {
  if (left.kind !== 'reference' || left.type.kind !== 'choices') {
    return report(reading, 'parse/has-wants-choices', left.at, { type: typeText(left.type) });
  }
  const names = optionNames(options, left.type.options, text, reading);
  return names && { test: { kind: 'has', ref: left.ref, options: names }, negated: false };
}

function among(left: Expression, items: readonly Syntax[], text: Scalar, reading: Reading): ReadTest | undefined {
  if (left.type.kind === 'choice') {
    const options = optionNames(items, left.type.options, text, reading);
    return options && { test: { kind: 'option', negated: false, left, options }, negated: false };
  }
  if (left.type.kind !== 'quantity' && left.type.kind !== 'date') return notComparable(left, 'in', reading);
  const values = items.map((item) => resolve(item, text, reading));
  if (!values.every((value) => value !== undefined)) return undefined;
  const days = left.type.kind === 'date' ? items.filter((_, i) => values[i]!.type.kind !== 'date') : [];
  if (days.some((item) => reportDay(item, text, reading))) return undefined;
  if (values.some((value) => !comparable(left, value, '=', reading))) return undefined;
  return { test: { kind: 'among', left, values }, negated: false };
}

/** The two truths and the ways to write them. */
export const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['true', true],
  ['否', false],
  ['false', false],
]);

function option(left: Expression, relation: CompareSyntax, text: Scalar, reading: Reading): ReadTest | undefined {
  const { operator } = relation;
  if (operator !== '=' && operator !== '!=') return notComparable(left, operator, reading);
  const known = left.type.kind === 'choice' ? left.type.options : [];
  const options = optionNames([relation.right], known, text, reading);
  return options && { test: { kind: 'option', negated: operator === '!=', left, options }, negated: false };
}

function optionNames(
  items: readonly Syntax[],
  known: readonly string[],
  text: Scalar,
  reading: Reading,
): readonly string[] | undefined {
  const before = reading.found.length;
  const names = items.map((item) => {
    const at = text.inner(item.from, item.to);
    const name = item.kind === 'name' ? item.text : '';
    if (!known.includes(name)) {
      const words = { name: text.text.slice(item.from, item.to), near: nearest(name, known), allowed: known.join(' ') };
      report(reading, 'parse/unknown-option', at, words);
    }
    return name;
  });
  return reading.found.length > before ? undefined : names;
}

function notComparable(left: Expression, operator: string, reading: Reading): undefined {
  const words = { type: typeText(left.type), operator };
  if (left.type.kind === 'boolean') return report(reading, 'parse/truth-compared', left.at, words);
  if (left.type.kind === 'text') return report(reading, 'parse/text-compared', left.at, words);
  return report(reading, 'parse/choice-compared', left.at, words);
}

/** Both quantities of one unit, or both dates. */
function comparable(left: Expression, right: Expression, operator: string, reading: Reading): boolean {
  const [a, b] = [left.type, right.type];
  if (a.kind === 'date' && b.kind === 'date') return true;
  if (a.kind !== 'quantity' || b.kind !== 'quantity') {
    report(reading, 'parse/type-mismatch', right.at, { left: typeText(a), right: typeText(b), sides: 'yes' });
    return false;
  }
  if (a.unit !== b.unit) reportUnits([left, right], operator, right.at, reading);
  return a.unit === b.unit;
}

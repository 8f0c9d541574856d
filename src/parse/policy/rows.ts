// In: the `cases` or the `table` of a rule. Out: its rows, each a condition and a value, and the type of the values.
import type { Condition, Expression, Leaf, ValueType } from '../../model/expression.js';
import type { Row } from '../../model/policy.js';
import type { Span } from '../../model/source.js';
import { report, reportFault, sameType, typeText, type Reading } from '../words/context.js';
import { readLiteral } from '../words/literal.js';
import { resolve } from '../words/resolve.js';
import { isFault, readCell, readExpression } from '../words/syntax.js';
import { readRelation, TRUTHS } from '../words/test.js';
import { lacksUnit, reportUnits } from '../words/units.js';
import { brokenItem } from '../yaml/broken.js';
import { child, itemsOf, type Scalar, type Tree } from '../yaml/tree.js';
import { readCondition } from './conditions.js';

/** Reads an expression that stands alone in a scalar. */
export function readValue(tree: Tree | undefined, reading: Reading): Expression | undefined {
  if (tree?.kind !== 'text') return undefined;
  if (tree.text.trim() === '') return report(reading, 'parse/nothing-there', tree.at, { name: 'value' });
  const syntax = readExpression(tree.text);
  return isFault(syntax) ? reportFault(reading, tree, syntax) : resolve(syntax, tree, reading);
}

/** Reads the rows of `cases`; an `otherwise` row has no condition and stands last. */
export function readCases(tree: Tree, options: readonly string[], reading: Reading): Row[] | undefined {
  const items = itemsOf(tree);
  const rows = items.map((item, i) => {
    const otherwise = child(item, 'otherwise');
    if (otherwise && i < items.length - 1) return report(reading, 'parse/otherwise-last', item.at);
    const scalar = (otherwise ?? child(item, 'value')) as Scalar;
    const value = readRowValue(scalar, options, reading);
    const when = otherwise ? undefined : readCondition(child(item, 'when'), reading);
    return value && (otherwise ?? when) ? makeRow(value, scalar.text, item.at, when) : undefined;
  });
  return allRead(rows);
}

/** Reads the rows of a table; a row's condition is all of its cells, `-` cells left out. */
export function readTable(tree: Tree, options: readonly string[], reading: Reading): Row[] | undefined {
  const columns = itemsOf(child(tree, 'columns')).map((column) => readColumn(column as Scalar, reading));
  if (!columns.every((column) => column !== undefined)) return undefined;
  const rows = itemsOf(child(tree, 'rows')).map((row) => {
    const cells = itemsOf(child(row, 'if'));
    const broken = brokenItem(child(row, 'if')!);
    if (broken) return report(reading, 'parse/comma-in-braces', broken, { sign: 'comma' });
    if (cells.length !== columns.length) {
      const words = { found: String(cells.length), expected: String(columns.length) };
      return report(reading, 'parse/row-width', child(row, 'if')!.at, words);
    }
    const scalar = child(row, 'value') as Scalar;
    const value = readRowValue(scalar, options, reading);
    const parts = cells.map((cell, i) => readCellTests(cell as Scalar, columns[i]!, reading));
    if (!value || !parts.every((part) => part !== undefined)) return undefined;
    return makeRow(value, scalar.text, row.at, { kind: 'all', of: parts.flat(), at: row.at });
  });
  return allRead(rows);
}

function makeRow(value: Expression, text: string, at: Span, when: Condition | undefined): Row {
  return when ? { when, value, text, at } : { value, text, at };
}

function allRead(rows: (Row | undefined)[]): Row[] | undefined {
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

/** What the cells of a column say something of, and how it is written. */
interface Column {
  readonly value: Expression;
  readonly text: string;
}

function readColumn(scalar: Scalar, reading: Reading): Column | undefined {
  const value = readValue(scalar, reading);
  return value && { value, text: scalar.text.trim() };
}

function readCellTests(cell: Scalar, { value, text: column }: Column, reading: Reading): Leaf[] | undefined {
  const text = cell.text.trim();
  if (text === '-') return [];
  if (value.type.kind === 'boolean' && value.kind === 'reference') {
    const truth = TRUTHS.get(text);
    if (truth === undefined) return report(reading, 'parse/not-yes-or-no', cell.at, { name: text });
    return [leaf(column, !truth, { kind: 'truth', ref: value.ref }, cell.at)];
  }
  const relations = readCell(cell.text);
  if (isFault(relations)) return reportFault(reading, cell, relations);
  const leaves = relations.map((relation) => {
    const read = readRelation(value, relation, cell, reading);
    const written = `${column} ${cell.text.slice(relation.from, relation.to)}`;
    return read && leaf(written, read.negated, read.test, cell.inner(relation.from, relation.to));
  });
  return leaves.every((part) => part !== undefined) ? leaves : undefined;
}

function leaf(text: string, negated: boolean, test: Leaf['test'], at: Span): Leaf {
  return { kind: 'leaf', text: negated ? `not ${text}` : text, negated, test, at };
}

/** A row's value: an option where the rule declares options, 是 or 否, or an expression. */
function readRowValue(scalar: Scalar, options: readonly string[], reading: Reading): Expression | undefined {
  const { text } = scalar;
  if (text.trim() === '') return readValue(scalar, reading);
  const type: ValueType | undefined =
    options.length > 0 ? { kind: 'choice', options } : TRUTHS.has(text) ? { kind: 'boolean' } : undefined;
  if (!type) return readValue(scalar, reading);
  const literal = readLiteral(text, type, reading.scope.units);
  if (!literal.ok) return report(reading, literal.code, scalar.at, literal.words);
  return { kind: 'constant', value: literal.value, type, at: scalar.at };
}

/** The one type of all rows; reports the first row that differs. */
export function rowsType(rows: readonly Row[], reading: Reading): ValueType | undefined {
  const type = rows[0]!.value.type;
  const odd = rows.find((row) => !sameType(row.value.type, type));
  if (!odd) return type;
  const sides = [odd.value, rows[0]!.value] as const;
  const bare = odd.value.kind === 'constant' && typeText(odd.value.type) === 'number';
  if (bare && lacksUnit(sides)) return reportUnits(sides, '=', odd.value.at, reading);
  const words = { left: typeText(type), right: typeText(odd.value.type), rows: 'yes' };
  return report(reading, 'parse/type-mismatch', odd.value.at, words);
}

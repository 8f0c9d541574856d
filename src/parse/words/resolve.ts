// In: the syntax of an expression and the scope of names. Out: the typed expression, or findings that name the word at fault.
import { readDate } from '../../model/calendar.js';
import type { Expression, FunctionName, ValueType } from '../../model/expression.js';
import { readQuantity, type Unit } from '../../model/quantity.js';
import type { Span } from '../../model/source.js';
import { nearest } from '../nearest.js';
import type { Scalar } from '../yaml/tree.js';
import { MOST_HINTS, report, typeText, type Reading } from './context.js';
import { readAmount } from './chinese-number.js';
import { numberFault } from './literal.js';
import { groupedAt } from './mistaken.js';
import type { Named } from './names.js';
import { unjoined } from './slips.js';
import type { Syntax } from './syntax.js';
import { lacksUnit, reportDay, reportUnits } from './units.js';

const DATE: ValueType = { kind: 'date' };
const quantity = (unit: Unit): ValueType => ({ kind: 'quantity', unit });

/** Resolves an expression; undefined after a finding. `text` is where the syntax was read from. */
export function resolve(syntax: Syntax, text: Scalar, reading: Reading): Expression | undefined {
  const at = text.inner(syntax.from, syntax.to);
  switch (syntax.kind) {
    case 'number':
      return number(syntax, text, reading);
    case 'date': {
      const day = readDate(syntax.text);
      if (day === undefined) return report(reading, 'parse/bad-date', at, { name: syntax.text });
      return { kind: 'constant', value: { kind: 'date', day }, type: DATE, at };
    }
    case 'name': {
      const named = lookUp(syntax.text, at, reading);
      return named && { kind: 'reference', ref: named.ref, type: named.type, at };
    }
    case 'arithmetic':
      return arithmetic(syntax, at, text, reading);
    case 'call': {
      const args = syntax.args.map((arg) => resolve(arg, text, reading));
      if (!args.every((arg) => arg !== undefined)) return undefined;
      const days = DATED.includes(syntax.name) ? syntax.args.filter((_, i) => args[i]!.type.kind !== 'date') : [];
      if (days.some((arg) => reportDay(arg, text, reading))) return undefined;
      return call(syntax.name, args, at, reading);
    }
  }
}

/** Finds what a name refers to; reports an unknown name with the nearest known one, and an outcome used as a name. */
export function lookUp(name: string, at: Span, reading: Reading): Named | undefined {
  const named = reading.scope.names.get(name);
  if (named === 'faulty') return undefined;
  if (named) return named;
  if (reading.scope.outcomes.has(name)) return report(reading, 'parse/outcome-in-condition', at, { name });
  if (reading.found.length >= MOST_HINTS) return report(reading, 'parse/unknown-name', at, { name, near: '' });
  const { names, units } = reading.scope;
  const fix = unjoined(name, (known) => names.get(known) !== undefined) ?? readAmount(name, units) ?? '';
  const near = fix === '' ? nearest(name, names.keys()) : '';
  return report(reading, 'parse/unknown-name', at, { name, near, fix });
}

function number(syntax: Syntax & { text: string }, text: Scalar, reading: Reading): Expression | undefined {
  const { units } = reading.scope;
  const at = text.inner(syntax.from, syntax.to);
  const read = readQuantity(syntax.text, units);
  if (read.ok) {
    const value = { kind: 'quantity', value: read.value, unit: read.unit } as const;
    return { kind: 'constant', value, type: quantity(read.unit), at };
  }
  if (reportDay(syntax, text, reading)) return undefined;
  const grouped = groupedAt(text.text, syntax.from);
  const written = grouped ? text.text.slice(grouped.from, grouped.to) : syntax.text;
  const [code, words] = numberFault(written, grouped ? '' : read.suffix, units);
  return report(reading, code, grouped ? text.inner(grouped.from, grouped.to) : at, words);
}

function arithmetic(
  syntax: Syntax & { kind: 'arithmetic' },
  at: Span,
  text: Scalar,
  reading: Reading,
): Expression | undefined {
  const written = text.text.slice(syntax.from, syntax.to);
  if (/[-/]0/u.test(written) && reportDay(syntax, text, reading)) return undefined;
  const left = resolve(syntax.left, text, reading);
  const right = resolve(syntax.right, text, reading);
  if (!left || !right) return undefined;
  const { operator } = syntax;
  if (left.type.kind !== 'quantity' || right.type.kind !== 'quantity') {
    const culprit = left.type.kind === 'quantity' ? right : left;
    return report(reading, 'parse/not-a-quantity', culprit.at, { type: typeText(culprit.type), operator });
  }
  const unit = unitOf(operator, left.type.unit, right.type.unit);
  if (unit !== undefined) return { kind: 'arithmetic', operator, left, right, type: quantity(unit), at };
  if (operator === '+' || operator === '-') return reportUnits([left, right], operator, at, reading);
  const words = { left: left.type.unit ?? 'none', right: right.type.unit ?? 'none', operator };
  return report(reading, 'parse/unit-mismatch', at, words);
}

/** Sums keep their one unit; a product has at most one; same over same is a plain number. Undefined: not allowed. */
function unitOf(operator: string, left: Unit, right: Unit): Unit | undefined {
  if (operator === '+' || operator === '-') return left === right ? left : undefined;
  if (operator === '*') return left === null || right === null ? (left ?? right) : undefined;
  if (left === right) return null;
  return right === null ? left : undefined;
}

/** What each function takes and gives. `n` is a plain number or the unit beside it. */
const SIGNATURES: Readonly<
  Record<Exclude<FunctionName, 'min' | 'max' | 'count'>, { takes: string; gives: ValueType }>
> = {
  days_between: { takes: 'date date', gives: quantity('日') },
  months_between: { takes: 'date date', gives: quantity('月') },
  years_between: { takes: 'date date', gives: quantity('月') },
  add_days: { takes: 'date 日', gives: DATE },
  add_months: { takes: 'date 月', gives: DATE },
};

/** The functions that take dates. */
const DATED: readonly FunctionName[] = ['days_between', 'months_between', 'years_between', 'add_days', 'add_months'];

function call(name: FunctionName, args: readonly Expression[], at: Span, reading: Reading): Expression | undefined {
  if (name === 'min' || name === 'max') return extreme(name, args, at, reading);
  if (name === 'count') return count(args, at, reading);
  const { takes, gives } = SIGNATURES[name];
  const wanted = takes.split(' ');
  if (args.length !== wanted.length) {
    return report(reading, 'parse/argument-count', at, { name, expected: String(wanted.length) });
  }
  const wrong = args.find((arg, i) => !accepts(wanted[i]!, arg.type));
  if (wrong)
    return report(reading, 'parse/argument-type', wrong.at, { name, type: typeText(wrong.type), expected: takes });
  return { kind: 'call', name, args, type: gives, at };
}

function accepts(wanted: string, type: ValueType): boolean {
  if (wanted === 'date') return type.kind === 'date';
  return type.kind === 'quantity' && (type.unit === null || type.unit === wanted);
}

function extreme(name: 'min' | 'max', args: readonly Expression[], at: Span, reading: Reading): Expression | undefined {
  const { type } = args[0]!;
  const wrong = args.find((arg) => typeText(arg.type) !== typeText(type));
  if (type.kind !== 'quantity' && type.kind !== 'date') {
    return report(reading, 'parse/argument-type', args[0]!.at, { name, type: typeText(type), expected: 'number date' });
  }
  if (wrong && type.kind === 'quantity' && lacksUnit([args[0]!, wrong])) {
    return reportUnits([args[0]!, wrong], name, wrong.at, reading);
  }
  if (wrong) {
    return report(reading, 'parse/argument-type', wrong.at, {
      name,
      type: typeText(wrong.type),
      expected: typeText(type),
    });
  }
  return { kind: 'call', name, args, type, at };
}

function count(args: readonly Expression[], at: Span, reading: Reading): Expression | undefined {
  const [arg] = args;
  if (args.length !== 1) return report(reading, 'parse/argument-count', at, { name: 'count', expected: '1' });
  if (arg?.kind === 'reference' && arg.type.kind === 'choices') {
    return { kind: 'call', name: 'count', args, type: quantity(null), at };
  }
  return report(reading, 'parse/argument-type', arg!.at, {
    name: 'count',
    type: typeText(arg!.type),
    expected: 'choices',
  });
}

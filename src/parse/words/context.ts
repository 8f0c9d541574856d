// What every reader of a policy's texts shares: the source, the scope of names, and the list of findings.
import type { Code } from '../../model/codes/index.js';
import { diagnose, type Diagnostic } from '../../model/diagnostic.js';
import type { ValueType } from '../../model/expression.js';
import type { Source, Span } from '../../model/source.js';
import type { Scalar } from '../yaml/tree.js';
import { likelier } from './mistaken.js';
import type { Scope } from './names.js';
import { explained } from './slips.js';
import type { Fault } from './tokens.js';

/** Collects findings while a source is read. */
export interface Findings {
  readonly source: Source;
  readonly found: Diagnostic[];
}

/** Findings together with the names that expressions may use. */
export interface Reading extends Findings {
  readonly scope: Scope;
}

/** Findings beyond these get no hint: nobody reads that far, and each hint is a look at every name. */
export const MOST_HINTS = 100;

/** Adds a finding. Returns undefined, so that a reader can `return report(...)`. */
export function report(to: Findings, code: Code, at: Span, words: Record<string, string> = {}): undefined {
  to.found.push(diagnose(code, to.source, at, words));
  return undefined;
}

/** Adds a fault found inside a text at the place where it stands in the file; one without width, at the whole text. */
export function reportFault(to: Reading, scalar: Scalar, found: Fault): undefined {
  const fault = explained(likelier(found, scalar.text, to.scope.units), scalar.text);
  const at = scalar.inner(fault.from, fault.to);
  return report(to, fault.code, fault.from === fault.to ? scalar.at : at, { ...fault.words });
}

/** A type in the words of the policy language: `money`, `number(立方米)`, `duration(日)`, `choice`. */
export function typeText(type: ValueType): string {
  if (type.kind !== 'quantity') return type.kind;
  if (type.unit === null) return 'number';
  if (type.unit === '元') return 'money';
  return type.unit === '日' || type.unit === '月' ? `duration(${type.unit})` : `number(${type.unit})`;
}

/** Whether two types are the same, options included. */
export function sameType(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') return a.unit === b.unit;
  if ('options' in a && 'options' in b) return a.kind === b.kind && a.options.join('\n') === b.options.join('\n');
  return a.kind === b.kind;
}

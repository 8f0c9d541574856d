// In: a diagnostic. Out: its JSON, whose keys are the same in both languages. Additive changes only.
import { CODES } from '../model/codes/index.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Language } from '../model/language.js';
import type { Place } from '../model/source.js';
import { helpOf, messageOf, relatedOf } from './diagnostic-text.js';

/** A diagnostic as plain data. */
export function diagnosticJson(diagnostic: Diagnostic, language: Language): object {
  const { code, place, subject, witness, related = [] } = diagnostic;
  return {
    code,
    severity: CODES[code].severity,
    ...placeJson(place),
    message: messageOf(diagnostic, language),
    help: helpOf(diagnostic, language),
    ...(subject ? { subject } : {}),
    ...(witness ? { witness: witnessJson(witness) } : {}),
    ...(related.length > 0
      ? { related: related.map((one) => ({ as: one.as, ...placeJson(one.place), message: relatedOf(one, language) })) }
      : {}),
  };
}

function placeJson({ file, line, column, endLine, endColumn }: Place): object {
  return { file, line, column, endLine, endColumn };
}

function witnessJson({ decisive, free, asOf }: NonNullable<Diagnostic['witness']>): object {
  const facts = (list: typeof decisive): object => Object.fromEntries(list.map(({ name, value }) => [name, value]));
  return { facts: facts(decisive), free: facts(free), ...(asOf === undefined ? {} : { as_of: asOf }) };
}

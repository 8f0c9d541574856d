// The one table of diagnostic codes. A code is `room/slug` and a promise: it keeps its meaning for good.
import { BATCH_CODES } from './batch-codes.js';
import { CASE_CODES } from './case-codes.js';
import { CHECK_CODES } from './check-codes.js';
import { CLI_CODES } from './cli-codes.js';
import { EXPRESSION_CODES } from './expression-codes.js';
import { INCLUDE_CODES } from './include-codes.js';
import { MEANING_CODES } from './meaning-codes.js';
import { SHAPE_CODES } from './shape-codes.js';
import { YAML_CODES } from './yaml-codes.js';
import type { CodeEntry } from './entry.js';

const ALL = {
  ...YAML_CODES,
  ...SHAPE_CODES,
  ...EXPRESSION_CODES,
  ...INCLUDE_CODES,
  ...MEANING_CODES,
  ...CASE_CODES,
  ...CHECK_CODES,
  ...BATCH_CODES,
  ...CLI_CODES,
};

/** A diagnostic code. */
export type Code = keyof typeof ALL;

/** Severity, message and help of every code. */
export const CODES: Readonly<Record<Code, CodeEntry>> = ALL;

/** The warnings that a policy may silence with a reason: those of the checks, but not those about silences. */
export const SILENCEABLE: readonly Code[] = (Object.keys(CHECK_CODES) as Code[]).filter(
  (code) => CODES[code].severity === 'warning' && !code.endsWith('-silence'),
);

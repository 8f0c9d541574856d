// What every report is made from.
import type { Case } from '../model/case.js';
import type { Determination } from '../model/determination.js';
import type { Language } from '../model/language.js';
import type { Policy } from '../model/policy.js';

/** A determined case with all that a report says about it. The engine and the command are texts that the caller knows. */
export interface ReportInput {
  readonly policy: Policy;
  readonly kase: Case;
  readonly determination: Determination;
  readonly language: Language;
  /** Name and version of the tool. */
  readonly engine: string;
  /** The command that makes this determination again. */
  readonly command: string;
}

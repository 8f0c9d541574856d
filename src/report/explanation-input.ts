// What the explanation of a case is written from.
import type { Case } from '../model/case.js';
import type { CaseExplanation } from '../model/case-explanation.js';
import type { Language } from '../model/language.js';
import type { Policy } from '../model/policy.js';

/** An explained case with all that is said about it. */
export interface ExplanationInput {
  readonly policy: Policy;
  readonly kase: Case;
  readonly explanation: CaseExplanation;
  readonly language: Language;
  /** Name and version of the tool. */
  readonly engine: string;
}

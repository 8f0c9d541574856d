// In: a party's values and the diagram of the policy. Out: the exact answer to whether the unknown facts still matter.
import { NO_ANSWER } from '../diagram/answers.js';
import { openAnswers, type InquiryGround, type Inquiry } from '../diagram/inquiry.js';
import { materialFacts } from '../diagram/material.js';
import type { Cells } from '../compile/cells.js';
import { inquire } from './inquire.js';
import { openFacts, type OpenFacts } from './open-facts.js';
import type { Standing } from './status.js';

/** What all completions agree on, and the unknown facts that can still change it; undefined where they do not say. */
export interface Settled extends OpenFacts {
  readonly stand: Standing | undefined;
  /** What is still open; undefined where no completion has an answer, so that Kleene logic alone leads to where the fault shows. */
  readonly inquiry: Inquiry | undefined;
}

/** Looks at every completion of the unknown facts at once. Forms that hang on a known and an unknown fact are taken as free. */
export function settle(ground: InquiryGround, cells: Cells, aside?: ReadonlySet<string>): Settled {
  const { table, diagrams } = ground;
  const inquiry = inquire(ground, cells, aside);
  const { missing, immaterial } = openFacts(table, cells);
  const answers = inquiry ? openAnswers(inquiry) : [];
  if (!inquiry || answers.every((answer) => answer === NO_ANSWER)) {
    return { stand: undefined, inquiry: undefined, missing, immaterial };
  }
  const stand = answers.length === 1 ? standingOf(diagrams.answers.standing(answers[0]!)) : undefined;
  const material = materialFacts(inquiry);
  const unknown = [...table.slots.keys()].filter((name) => missing.includes(name) || immaterial.includes(name));
  return {
    stand,
    inquiry,
    missing: unknown.filter((name) => material.has(name)),
    immaterial: unknown.filter((name) => !material.has(name)),
  };
}

/** Where a case stands that has these outcomes standing, and nothing open. */
export function standingOf(standing: readonly string[]): Standing {
  const status = standing.length === 1 ? 'determined' : standing.length > 1 ? 'conflict' : 'gap';
  return { status, standing, open: [] };
}

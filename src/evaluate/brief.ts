// In: the values of a party that are still open, and the diagrams. Out: what `settle` says of it, without what can be asked next: for many cases.
import { FALSE, UNKNOWN, type Cells } from '../compile/cells.js';
import { NO_ANSWER, NO_CASE } from '../diagram/answers.js';
import type { Diagrams } from '../diagram/build.js';
import { placesIn } from '../diagram/inquiry.js';
import { makeSurveyor, SEVERAL, type Surveyor } from '../diagram/survey.js';
import { branchReaders } from './branches.js';
import { standingOf, type Settled } from './settle.js';

const SURVEYORS = new WeakMap<Diagrams, Surveyor>();

function surveyorOf(diagrams: Diagrams): Surveyor {
  const surveyor = SURVEYORS.get(diagrams) ?? makeSurveyor(diagrams.store, diagrams.answers.inSpace);
  SURVEYORS.set(diagrams, surveyor);
  return surveyor;
}

/** What all completions agree on, and what can still change it; undefined where that takes a closer look. */
export function settleBriefly(diagrams: Diagrams, cells: Cells): Pick<Settled, 'stand' | 'missing'> | undefined {
  const readers = branchReaders(diagrams);
  const { answer, mattering } = surveyorOf(diagrams)((variable) => readers[variable]!(cells));
  if (answer === NO_CASE || answer === NO_ANSWER) return undefined;
  if (answer !== SEVERAL) return { stand: standingOf(diagrams.answers.standing(answer)), missing: [] };
  const telling = mattering();
  if (telling.size === 0) return undefined;
  return { stand: undefined, missing: unknownFacts(diagrams, cells, telling) };
}

/** The unknown facts that some variables hang on and that apply, or may; in the order of the policy. */
function unknownFacts(diagrams: Diagrams, cells: Cells, telling: ReadonlySet<number>): readonly string[] {
  const { slots, applies } = diagrams.table;
  const { factsOf } = placesIn(diagrams);
  const facts = new Set<string>();
  for (const variable of telling) for (const name of factsOf[variable]!) facts.add(name);
  const missing: string[] = [];
  for (const [name, own] of slots) {
    if (!facts.has(name) || !own.some((slot) => cells.state[slot] === UNKNOWN)) continue;
    const condition = applies.get(name);
    if (condition === undefined || cells.state[condition] !== FALSE) missing.push(name);
  }
  return missing;
}

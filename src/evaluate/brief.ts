// In: the values of a party that are still open, and the diagrams. Out: what `settle` says of it, without what can be asked next: for many cases.
import { FALSE, UNKNOWN, type Cells } from '../compile/cells.js';
import { NO_ANSWER, NO_CASE } from '../diagram/answers.js';
import type { Diagrams } from '../diagram/build.js';
import { placesIn } from '../diagram/inquiry.js';
import { makeSurveyor, SEVERAL, type Surveyor } from '../diagram/survey.js';
import { branchReaders, type ReadBranch } from './branches.js';
import { standingOf, type Settled } from './settle.js';

/** What is the same for all cases of a policy. */
interface Prepared {
  readonly survey: Surveyor;
  readonly readers: readonly ReadBranch[];
  /** The facts of the policy, in its order. */
  readonly facts: readonly FactNodes[];
  /** The facts that each variable hangs on, by their place in that order. */
  readonly factsOf: readonly (readonly number[])[];
}

interface FactNodes {
  readonly name: string;
  readonly slots: readonly number[];
  readonly condition: number | undefined;
}

const PREPARED = new WeakMap<Diagrams, Prepared>();

function prepare(diagrams: Diagrams): Prepared {
  const { store, answers, table } = diagrams;
  const names = [...table.slots.keys()];
  return {
    survey: makeSurveyor(store, answers.inSpace),
    readers: branchReaders(diagrams),
    facts: names.map((name) => ({ name, slots: table.slots.get(name)!, condition: table.applies.get(name) })),
    factsOf: placesIn(diagrams).factsOf.map((facts) => facts.map((name) => names.indexOf(name))),
  };
}

/** What all completions agree on, and what can still change it; undefined where that takes a closer look. */
export function settleBriefly(diagrams: Diagrams, cells: Cells): Pick<Settled, 'stand' | 'missing'> | undefined {
  const prepared = PREPARED.get(diagrams) ?? prepare(diagrams);
  PREPARED.set(diagrams, prepared);
  const { answer, mattering } = prepared.survey((variable) => prepared.readers[variable]!(cells));
  if (answer === NO_CASE || answer === NO_ANSWER) return undefined;
  if (answer !== SEVERAL) return { stand: standingOf(diagrams.answers.standing(answer)), missing: [] };
  const telling = mattering();
  if (telling.size === 0) return undefined;
  return { stand: undefined, missing: unknownFacts(prepared, cells, telling) };
}

/** The unknown facts that some variables hang on and that apply, or may; in the order of the policy. */
function unknownFacts({ facts, factsOf }: Prepared, cells: Cells, telling: ReadonlySet<number>): readonly string[] {
  const found: number[] = [];
  for (const variable of telling) {
    for (const fact of factsOf[variable]!)
      if (!found.includes(fact) && isUnknown(facts[fact]!, cells)) found.push(fact);
  }
  return found.sort((a, b) => a - b).map((fact) => facts[fact]!.name);
}

function isUnknown({ slots, condition }: FactNodes, { state }: Cells): boolean {
  if (condition !== undefined && state[condition] === FALSE) return false;
  return slots.some((slot) => state[slot] === UNKNOWN);
}

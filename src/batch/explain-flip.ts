// In: a party whom two versions answer, and the differences between them. Out: the fewest whose reversal gives the old answer back.
import { isFlipped, type Answered } from '../model/batch.js';
import { compile } from '../compile/compile.js';
import { makeCells, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import type { DiagramSource } from '../evaluate/answer.js';
import { hasFaults } from '../evaluate/faults.js';
import type { PartyRun } from './case-run.js';
import { hybridOf, runHybrid } from './hybrid.js';
import { answerUnder, openBench, type Bench } from './judge.js';
import { differenceGroups, type DifferenceGroup } from './versions.js';

/** A party under both versions. */
export interface Compared {
  readonly before: PartyRun;
  readonly after: PartyRun;
  readonly answers: { readonly before: Answered; readonly after: Answered };
}

/** Finds what made a difference to a party; groups by their index. */
export interface Explainer {
  readonly groups: readonly DifferenceGroup[];
  /** The groups that matter by themselves, and the fewest that together give the old answer back (none where it is the same). */
  readonly explain: (compared: Compared) => { readonly alone: readonly number[]; readonly fewest: readonly number[] };
}

/** A hybrid made ready, with a vector that every run of it uses again. */
interface Trial {
  readonly bench: Bench;
  readonly cells: Cells;
}

/** How many hybrids are kept compiled. */
const MOST_KEPT = 400;

/** How many groups there may be for pairs to be tried; past that a set that cannot be made smaller has to do. */
const MOST_PAIRED = 24;

/** Prepares to explain. */
export function explainer(before: Bench, after: Bench, diagramsOf: (table: Table) => DiagramSource): Explainer {
  const groups = differenceGroups(before.table.policy, after.table.policy);
  const kept = new Map<string, Trial | undefined>();
  const trialOf = (chosen: readonly number[]): Trial | undefined => {
    const key = chosen.join();
    if (kept.has(key)) return kept.get(key);
    if (kept.size >= MOST_KEPT) kept.clear();
    const taken = chosen.map((i) => groups[i]!);
    const policy = hybridOf(before.table.policy, after.table.policy, taken);
    const table = policy && compile(policy);
    const trial = table && { bench: openBench(table, diagramsOf(table)), cells: makeCells(table.size) };
    kept.set(key, trial);
    return trial;
  };
  const answerWith = (chosen: readonly number[], compared: Compared): Answered | undefined => {
    const trial = trialOf(chosen);
    if (!trial) return undefined;
    const { table } = trial.bench;
    const stated = {
      before: { table: before.table, cells: compared.before.cells },
      after: { table: after.table, cells: compared.after.cells },
    };
    const cells = runHybrid(table, stated, trial.cells);
    const faulty =
      isOutOfTime(compared.after) && !takesBackPeriod(chosen, groups) ? true : hasFaults(table, cells, true);
    return faulty ? IN_ERROR : answerUnder(trial.bench, { name: '', cells, faults: [] });
  };
  const explain: Explainer['explain'] = (compared) => {
    const { answers } = compared;
    const differs = (chosen: readonly number[], from: Answered): boolean => {
      const answer = answerWith(chosen, compared);
      return answer === undefined || isFlipped(answer, from);
    };
    const each = groups.map((_, i) => i);
    const alone = each.filter((i) => trialOf([i]) && differs([i], answers.after));
    const restores = (chosen: readonly number[]): boolean => !differs(chosen, answers.before);
    return { alone, fewest: isFlipped(answers.before, answers.after) ? fewestOf(each, restores) : [] };
  };
  return { groups, explain };
}

const IN_ERROR: Answered = { status: 'error', outcome: null, standing: [] };

/** The newer version did not reach the day of the case. */
function isOutOfTime({ faults }: PartyRun): boolean {
  return faults.some(({ code }) => code === 'case/not-in-force');
}

function takesBackPeriod(chosen: readonly number[], groups: readonly DifferenceGroup[]): boolean {
  return chosen.some((i) => groups[i]!.differences.some(({ kind }) => kind === 'period'));
}

/** One, or two, or else all but those that prove unnecessary; none where not even all of them give the old answer back. */
function fewestOf(all: readonly number[], restores: (chosen: readonly number[]) => boolean): readonly number[] {
  const one = all.find((i) => restores([i]));
  if (one !== undefined) return [one];
  if (all.length <= MOST_PAIRED) {
    for (const i of all) for (const j of all) if (i < j && restores([i, j])) return [i, j];
  }
  if (!restores(all)) return [];
  let kept = all;
  for (const i of [...all].reverse()) {
    const fewer = kept.filter((j) => j !== i);
    if (restores(fewer)) kept = fewer;
  }
  return kept;
}

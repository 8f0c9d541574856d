// In: a party's case and an outcome that does not stand. Out: the smallest sets of facts whose change would lead there.
import type { Towards, Way } from '../model/case-explanation.js';
import { terminalsOf } from '../diagram/walk.js';
import { hittingSet } from './hitting.js';
import { AS_OF, isStated } from './trial.js';
import { canReach, type View } from './view.js';
import { comesWithTime, openWay, type Admits } from './ways.js';

/** Bounds that are the same for every case: the most ways told, sets of facts asked about, and cases determined on the way. */
const MOST = { ways: 8, questions: 4000, tries: 1000 };

/** Which facts may change, and to what. */
interface Tier {
  readonly facts: readonly string[];
  readonly admits: Admits;
  readonly kinds: readonly Way['kind'][];
  /** How many facts are changed together at most. */
  readonly most: number;
}

/** The smallest changes that lead to an outcome; beside them the smallest that need nothing established to be otherwise. */
export function towards(view: View, outcome: string): Towards {
  const [supply, time, all] = tiersOf(view);
  const answer = answerIndex(view, outcome);
  const most = search(view, outcome, answer, all!);
  const has = (...kinds: readonly Way['kind'][]): boolean => most.ways.some(({ kind }) => kinds.includes(kind));
  const supplied = has('supply') || most.search === 'never' ? [] : search(view, outcome, answer, supply!).ways;
  const timely =
    has('supply', 'time') || supplied.length > 0 || most.search === 'never'
      ? []
      : search(view, outcome, answer, time!).ways;
  const known = new Set(most.ways.map(keyOf));
  const ways = [...most.ways, ...[...supplied, ...timely].filter((way) => !known.has(keyOf(way)))];
  return {
    outcome,
    search: most.search,
    ways: [...ways].sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.changes.length - b.changes.length),
  };
}

const RANK = { supply: 0, time: 1, established: 2 };

function keyOf({ changes }: Way): string {
  return changes.map(({ name }) => name).join('\n');
}

/** The terminal of an outcome that stands alone; undefined where no case has it. */
function answerIndex({ diagrams: { store, answers } }: View, outcome: string): number | undefined {
  return [...terminalsOf(store, answers.inSpace)].find((index) => {
    const standing = answers.standing(index);
    return standing.length === 1 && standing[0] === outcome;
  });
}

/** What can be supplied; what time changes as well; and everything. */
function tiersOf(view: View): readonly Tier[] {
  const { table, cells } = view.subject;
  const seen = new Set(view.facts.flat());
  const asked = [...table.slots.keys(), ...(cells.state[table.asOf] === 1 ? [] : [AS_OF])].filter((name) =>
    seen.has(name),
  );
  const isUnknown = (name: string): boolean => name !== AS_OF && !isStated(view.subject, name);
  const later: Admits = (name, alternative) => isUnknown(name) || comesWithTime(view, name, alternative);
  const forward: Admits = (name, alternative) => name !== AS_OF || comesWithTime(view, name, alternative);
  const isDuration = (name: string): boolean => {
    const type = table.policy.facts.get(name)?.type;
    return type?.kind === 'quantity' && (type.unit === '日' || type.unit === '月');
  };
  return [
    { facts: asked.filter(isUnknown), admits: () => true, kinds: ['supply'], most: 12 },
    {
      facts: asked.filter((name) => isUnknown(name) || name === AS_OF || isDuration(name)),
      admits: later,
      kinds: ['time'],
      most: 5,
    },
    { facts: asked, admits: forward, kinds: ['supply', 'time', 'established'], most: 5 },
  ];
}

/**
 * Facts that must be among those that change are found as sets of which one at least has to be hit; the smallest set that hits them
 * all is tried, and either leads there or shows another such set. So the first that leads there is the smallest.
 */
function search(view: View, outcome: string, answer: number | undefined, tier: Tier): Pick<Towards, 'ways' | 'search'> {
  const { store } = view.diagrams;
  const before = store.size();
  const effort = { tries: MOST.tries };
  let left = MOST.questions;
  let sure = true;
  const reaches = (free: readonly string[]): boolean => {
    left -= 1;
    const reached = answer !== undefined && canReach(view, answer, new Set(free));
    store.forget(before);
    return reached;
  };
  if (!reaches(tier.facts)) return { ways: [], search: 'never' };
  const cores: (readonly string[])[] = [];
  const barred: (readonly string[])[] = [];
  const ways: Way[] = [];
  for (let size = 1; size <= tier.most && ways.length === 0; size++) {
    for (;;) {
      const chosen = hittingSet(cores, barred, size);
      if (!chosen) break;
      if (left <= 0 || effort.tries <= 0 || ways.length === MOST.ways) return { ways, search: 'some' };
      if (!reaches(chosen)) {
        cores.push(coreBeside(tier.facts, chosen, reaches));
        continue;
      }
      const names = tier.facts.filter((name) => chosen.includes(name));
      const { way, sure: own } = openWay(view, outcome, names, tier.admits, effort);
      sure &&= own;
      // Without admitted values that lead there, something else has to change too.
      if (!way) cores.push(tier.facts.filter((name) => !chosen.includes(name)));
      else barred.push(names);
      if (way && tier.kinds.includes(way.kind)) ways.push(way);
    }
  }
  return { ways, search: !sure ? 'unsure' : ways.length > 0 ? 'found' : 'far' };
}

/** Facts of which one at least has to change too: without any of them the rest leads there. */
function coreBeside(
  facts: readonly string[],
  chosen: readonly string[],
  reaches: (free: readonly string[]) => boolean,
): readonly string[] {
  let core = facts.filter((name) => !chosen.includes(name));
  for (const name of core) {
    const fewer = core.filter((other) => other !== name);
    if (!reaches(facts.filter((other) => !fewer.includes(other)))) core = fewer;
  }
  return core;
}

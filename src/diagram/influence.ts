// In: a truth of the policy and what it would be without a part of a condition. Out: whether any complete case comes out otherwise.
import { within } from './answers.js';
import type { Diagrams } from './build.js';
import { exists } from './exists.js';
import { ABOVE, dominatorsOf, truthAbove } from './dominators.js';
import { nodeDiagram, operandsOf } from './node-diagrams.js';
import { terminal, type Combine, type Diagram, type Store } from './store.js';
import { truthDiagram } from './truths.js';
import { terminalsOf } from './walk.js';

/** The diagrams of nodes, and what those that are kept whole come to. */
type Rebuilt = Pick<Diagrams, 'of' | 'within'>;

/** The diagrams of all nodes up to a last one when one node has another diagram than the policy gives it. */
function replaced(diagrams: Diagrams, node: number, diagram: Diagram, last: number): Rebuilt {
  const { table } = diagrams;
  const of = [...diagrams.of];
  const within = new Map(diagrams.within);
  const touched = new Uint8Array(table.size);
  of[node] = diagram;
  touched[node] = 1;
  for (let next = node + 1; next <= last; next++) {
    if (!touchesKid(table, touched, next)) continue;
    of[next] = nodeDiagram({ ...diagrams, of, within }, next);
    if (of[next] !== diagrams.of[next]) touched[next] = 1;
  }
  return { of, within };
}

function touchesKid({ first, kids }: Diagrams['table'], touched: Uint8Array, node: number): boolean {
  for (let i = first[node]!; i < first[node + 1]!; i++) if (touched[kids[i]!] === 1) return true;
  return false;
}

/** Tells of the truth of a node whether it could be another without any change in answers, or in the nodes that are watched. */
export interface Influence {
  readonly changes: (node: number, other: Diagram) => boolean;
}

/** Two truths that a node may have, and the mark of where it has the one and would have the other. */
const PAIRS = [
  { one: 0, other: 1, mark: 2 },
  { one: 0, other: 2, mark: 4 },
  { one: 1, other: 2, mark: 8 },
];

/** What hangs on the truth of nodes. What is found is kept, so it is of no use once the store has forgotten. */
export function influenceIn(diagrams: Diagrams, watched: readonly number[]): Influence {
  const { store, table } = diagrams;
  const roots = [...watched, ...diagrams.within.keys(), ...[...table.outcomes.values()].map(({ stands }) => stands)];
  const over = dominatorsOf(table, roots);
  const known = new Map<string, Diagram>();
  const shown = (node: number, one: number, other: number): Diagram => {
    const key = `${String(node)}:${String(one)}${String(other)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const above = truthAbove(table, over, node);
    const found =
      above === ABOVE ? shownAtOnce(diagrams, node, one, other, watched) : shownThrough(node, above, one, other);
    known.set(key, found);
    return found;
  };
  const shownThrough = (node: number, above: number, one: number, other: number): Diagram => {
    const [a, b] = [one, other].map((truth) => replaced(diagrams, node, terminal(truth), above).of[above]!);
    const marks = marked(store, a!, b!);
    return PAIRS.filter(({ mark }) => terminalsOf(store, marks).has(mark)).reduce(
      (sum, { one: x, other: y, mark }) => eitherOf(store, sum, where(store, marks, mark, shown(above, x, y))),
      terminal(0),
    );
  };
  const changes: Influence['changes'] = (node, other) => {
    const marks = marked(store, diagrams.of[node]!, other);
    const present = terminalsOf(store, marks);
    return PAIRS.some(
      ({ one, other: two, mark }) =>
        present.has(mark) &&
        exists(store, marks, shown(node, one, two), { found: (at, differs) => at === mark && differs === 1 }),
    );
  };
  return { changes };
}

/** The mark of every case in which two truths differ; 0 where they do not. */
function marked(store: Store, one: Diagram, other: Diagram): Diagram {
  return store.combine(
    'marked',
    [one, other],
    ([a, b]) => terminal(a === b ? 0 : 1 << (a! + b!)),
    (a, b) => (a === b ? terminal(0) : undefined),
  );
}

/** 1 where a diagram has a mark and another has 1. */
function where(store: Store, marks: Diagram, mark: number, shown: Diagram): Diagram {
  const how: Combine = ([at, differs]) => terminal(at === mark && differs === 1 ? 1 : 0);
  return store.combine(`where${String(mark)}`, [marks, shown], how, (_, differs) =>
    differs === terminal(0) ? differs : undefined,
  );
}

function eitherOf(store: Store, one: Diagram, other: Diagram): Diagram {
  return store.combine(
    'either',
    [one, other],
    ([a, b]) => terminal(a === 1 || b === 1 ? 1 : 0),
    (a, b) => (a === terminal(0) || b === terminal(1) ? b : b === terminal(0) || a === terminal(1) ? a : undefined),
  );
}

/** 1 where answers or watched nodes differ between two truths of a node. */
function shownAtOnce(
  diagrams: Diagrams,
  node: number,
  one: number,
  other: number,
  watched: readonly number[],
): Diagram {
  const { store, answers, space, table } = diagrams;
  const [a, b] = [one, other].map((truth) => replaced(diagrams, node, terminal(truth), table.size - 1));
  const pairs = [
    [within(store, answers.join(a!.of), space), within(store, answers.join(b!.of), space)],
    ...watched.map((each) => [a!.of[each]!, b!.of[each]!]),
    ...[...diagrams.within.keys()].map((each) => [a!.within.get(each)!, b!.within.get(each)!]),
  ];
  return pairs.reduce((sum, [x, y]) => eitherOf(store, sum, apart(store, x!, y!)), terminal(0));
}

/** 1 where two diagrams differ. */
function apart(store: Store, one: Diagram, other: Diagram): Diagram {
  return store.combine(
    'apart',
    [one, other],
    ([a, b]) => terminal(a === b ? 0 : 1),
    (a, b) => (a === b ? terminal(0) : undefined),
  );
}

/** What a node becomes when one part is taken out of a condition that it rests on. */
export function without(diagrams: Diagrams, root: number, group: number, part: number): Diagram {
  const { store, table } = diagrams;
  const left = operandsOf(diagrams, group).filter((_, i) => i !== part);
  const diagram = truthDiagram(store, table.op[group]!, left, table.n[group]!);
  return replaced(diagrams, group, diagram, root).of[root]!;
}

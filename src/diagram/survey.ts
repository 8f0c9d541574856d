// In: the answers of all complete cases, and the branches that one case takes. Out: the answer that is left, or the variables that can change it.
// Nothing is built for it: the diagram is walked along the branches, in room that is used again for the next case.
import { NO_CASE } from './answers.js';
import { makeMemo, NONE, recall, remember, type Memo } from './memo.js';
import { terminalIndex, type Diagram, type Store } from './store.js';

/** The branch that a case takes at a variable; negative where that is open. */
export type BranchAt = (variable: number) => number;

/** What is left of the answers. */
export interface Survey {
  /** The one answer that every complete case has; SEVERAL, or NO_CASE where there is none. */
  readonly answer: number;
  /** The variables that can change the answer while everything else stays. It holds until the next survey. */
  readonly mattering: () => ReadonlySet<number>;
}

/** Looks at what is left of the answers under some branches. */
export type Surveyor = (branchAt: BranchAt) => Survey;

/** More than one answer is left. */
export const SEVERAL = -1;

/** A diagram in arrays of its own: node i looks at `variable[i]`, its branches stand from `start[i]` on; the last node is the whole. */
interface Graph {
  readonly arity: readonly number[];
  readonly variable: Int32Array;
  readonly start: Int32Array;
  readonly branches: Int32Array;
  readonly root: Diagram;
}

/** What is known of the nodes that one survey came by. */
interface Walk extends Graph {
  /** The number of the survey, and the last that came by each node. */
  turn: number;
  readonly seen: Int32Array;
  /** Of each node the one answer that is left, SEVERAL, or NO_CASE; and whether some branches lead to no case. */
  readonly one: Int32Array;
  readonly holes: Uint8Array;
  /** The branch at each variable, and the last survey that asked for it. */
  readonly branch: Int32Array;
  readonly asked: Int32Array;
  branchAt: BranchAt;
  /** The nodes whose variables are open, and how many these are. */
  readonly open: Int32Array;
  openCount: number;
  /** Pairs of nodes that were compared; most surveys need none. */
  compared: Memo | undefined;
}

/** Prepares to survey a diagram of answers. */
export function makeSurveyor(store: Store, answers: Diagram): Surveyor {
  const graph = graphOf(store, answers);
  const count = graph.variable.length;
  const walk: Walk = {
    ...graph,
    turn: 0,
    seen: new Int32Array(count),
    one: new Int32Array(count),
    holes: new Uint8Array(count),
    branch: new Int32Array(store.arity.length),
    asked: new Int32Array(store.arity.length),
    branchAt: () => -1,
    open: new Int32Array(count),
    openCount: 0,
    compared: undefined,
  };
  return (branchAt) => {
    walk.turn += 1;
    walk.branchAt = branchAt;
    walk.openCount = 0;
    walk.compared = undefined;
    visit(walk, walk.root);
    return { answer: oneOf(walk, walk.root), mattering: () => matteringIn(walk) };
  };
}

function graphOf(store: Store, answers: Diagram): Graph {
  const places = new Int32Array(store.size()).fill(-1);
  const variable: number[] = [];
  const start: number[] = [];
  const branches: number[] = [];
  const place = (node: Diagram): number => {
    if (node < 0) return node;
    if (places[node]! >= 0) return places[node]!;
    const top = store.top(node);
    const own = Array.from({ length: store.arity[top]! }, (_, i) => place(store.cofactor(node, top, i)));
    variable.push(top);
    start.push(branches.length);
    branches.push(...own);
    places[node] = variable.length - 1;
    return places[node];
  };
  const root = place(answers);
  return {
    arity: store.arity,
    variable: Int32Array.from(variable),
    start: Int32Array.from(start),
    branches: Int32Array.from(branches),
    root,
  };
}

function branchOf(walk: Walk, variable: number): number {
  if (walk.asked[variable] !== walk.turn) {
    walk.asked[variable] = walk.turn;
    walk.branch[variable] = walk.branchAt(variable);
  }
  return walk.branch[variable]!;
}

function oneOf({ one }: Walk, node: Diagram): number {
  return node < 0 ? terminalIndex(node) : one[node]!;
}

function hasHoles({ holes }: Walk, node: Diagram): boolean {
  return node < 0 ? terminalIndex(node) === NO_CASE : holes[node] === 1;
}

/** Finds of a node, and of all below it that the branches lead to, which answers are left. */
function visit(walk: Walk, node: Diagram): void {
  if (node < 0 || walk.seen[node] === walk.turn) return;
  walk.seen[node] = walk.turn;
  const { start, branches, arity, variable } = walk;
  const top = variable[node]!;
  const branch = branchOf(walk, top);
  const from = start[node]! + Math.max(branch, 0);
  const to = branch < 0 ? start[node]! + arity[top]! : from + 1;
  if (branch < 0) walk.open[walk.openCount++] = node;
  let one = NO_CASE;
  let holes = 0;
  for (let i = from; i < to; i++) {
    const kid = branches[i]!;
    visit(walk, kid);
    const own = oneOf(walk, kid);
    if (hasHoles(walk, kid)) holes = 1;
    if (own !== NO_CASE) one = one === NO_CASE || one === own ? own : SEVERAL;
  }
  walk.one[node] = one;
  walk.holes[node] = holes;
}

function matteringIn(walk: Walk): ReadonlySet<number> {
  const found = new Set<number>();
  if (oneOf(walk, walk.root) !== SEVERAL) return found;
  for (let i = 0; i < walk.openCount; i++) {
    const node = walk.open[i]!;
    const top = walk.variable[node]!;
    if (!found.has(top) && walk.one[node] === SEVERAL && changes(walk, node)) found.add(top);
  }
  return found;
}

/** Whether two branches of a node have different answers somewhere where both are cases. */
function changes(walk: Walk, node: number): boolean {
  const { start, branches, arity, variable } = walk;
  const from = start[node]!;
  const to = from + arity[variable[node]!]!;
  for (let i = from; i < to; i++) {
    for (let k = i + 1; k < to; k++) if (differ(walk, branches[i]!, branches[k]!)) return true;
  }
  return false;
}

/** Where the branches lead to from a node, down to one whose variable is open. */
function ledTo(walk: Walk, node: Diagram): Diagram {
  let at = node;
  while (at >= 0) {
    const branch = branchOf(walk, walk.variable[at]!);
    if (branch < 0) return at;
    at = walk.branches[walk.start[at]! + branch]!;
  }
  return at;
}

function differ(walk: Walk, left: Diagram, right: Diagram): boolean {
  const [a, b] = [ledTo(walk, left), ledTo(walk, right)];
  const [one, other] = [oneOf(walk, a), oneOf(walk, b)];
  if (a === b || one === NO_CASE || other === NO_CASE) return false;
  if (one === other && one !== SEVERAL) return false;
  if (one !== other && !hasHoles(walk, a) && !hasHoles(walk, b)) return true;
  const compared = (walk.compared ??= makeMemo());
  const known = recall(compared, a, b, 0);
  if (known !== NONE) return known === 1;
  const { arity, variable } = walk;
  const at = Math.min(a < 0 ? Infinity : variable[a]!, b < 0 ? Infinity : variable[b]!);
  let found = false;
  for (let i = 0; i < arity[at]! && !found; i++) {
    found = differ(walk, cofactor(walk, a, at, i), cofactor(walk, b, at, i));
  }
  remember(compared, a, b, 0, found ? 1 : 0);
  return found;
}

function cofactor({ variable, start, branches }: Walk, node: Diagram, at: number, branch: number): Diagram {
  return node >= 0 && variable[node] === at ? branches[start[node]! + branch]! : node;
}

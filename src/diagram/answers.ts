// The answer of every complete case: which outcomes stand, as the terminals of one diagram.
import type { Table } from '../compile/table.js';
import { seeker } from './exists.js';
import { terminal, type Combine, type Diagram, type Store } from './store.js';
import { nodesOf } from './walk.js';

/** Terminals of answers: 0 is no case at all, 1 is undefined, 2 and up are sets of standing outcomes. */
export const NO_CASE = 0;
export const NO_ANSWER = 1;

/** All answers at once. */
export interface Answers {
  /** Over all complete cases, those outside the space included. */
  readonly all: Diagram;
  /** NO_CASE outside the space. */
  readonly inSpace: Diagram;
  /** The outcomes that stand at a terminal from 2 on, in the order of the policy. */
  readonly standing: (index: number) => readonly string[];
  /** The answers when the nodes of the table have these diagrams instead; the same terminals mean the same. */
  readonly join: (of: readonly Diagram[]) => Diagram;
}

/** Joins the standing of all outcomes into one diagram. Made once for a store, because terminals get their meaning here. */
export function answersOf(store: Store, table: Table, of: readonly Diagram[], space: Diagram): Answers {
  const sets: string[][] = [[]];
  const known = new Map<string, number>([['', 0]]);
  const withOutcome = (index: number, name: string): number => {
    const set = [...sets[index - 2]!, name];
    const key = set.join('\n');
    const at = known.get(key) ?? sets.push(set) - 1;
    known.set(key, at);
    return at + 2;
  };
  const join = (nodes: readonly Diagram[]): Diagram => {
    let all = terminal(2);
    for (const [name, { stands }] of table.outcomes) {
      all = store.combine(
        `stands:${name}`,
        [all, nodes[stands]!],
        ([answer, truth]) => {
          if (answer === NO_ANSWER || truth === 2) return terminal(NO_ANSWER);
          return terminal(truth === 1 ? withOutcome(answer!, name) : answer!);
        },
        (answer, truth) => (truth === terminal(0) || answer === terminal(NO_ANSWER) ? answer : undefined),
      );
    }
    return all;
  };
  const all = join(of);
  return { all, inSpace: within(store, all, space), standing: (index) => sets[index - 2] ?? [], join };
}

/** A diagram of answers, cut down to a space. */
export function within(store: Store, answers: Diagram, space: Diagram): Diagram {
  const how: Combine = ([answer, inside]) => terminal(inside === 1 ? answer! : NO_CASE);
  return store.combine('within', [answers, space], how, (answer, inside) =>
    inside === terminal(1) ? answer : inside === terminal(0) ? terminal(NO_CASE) : undefined,
  );
}

/** Fixes variables to branches. Unmentioned variables stay free. */
export function restrict(store: Store, diagram: Diagram, fixed: ReadonlyMap<number, number>): Diagram {
  const memo = new Map<Diagram, Diagram>();
  const go = (node: Diagram): Diagram => {
    if (node < 0) return node;
    const known = memo.get(node);
    if (known !== undefined) return known;
    const top = store.top(node);
    const branch = fixed.get(top);
    const result =
      branch !== undefined
        ? go(store.cofactor(node, top, branch))
        : store.node(
            top,
            Array.from({ length: store.arity[top]! }, (_, i) => go(store.cofactor(node, top, i))),
          );
    memo.set(node, result);
    return result;
  };
  return go(diagram);
}

/** Whether a variable can change an answer while everything else stays: two branches inside the space with different answers. */
export function matters(store: Store, answers: Diagram, variable: number): boolean {
  return mattering(store, answers).has(variable);
}

/** The variables that can change an answer while everything else stays. */
export function mattering(store: Store, answers: Diagram): ReadonlySet<number> {
  const differ = seeker(store, {
    found: (a, b) => a !== NO_CASE && b !== NO_CASE && a !== b,
    hopeless: (a, b) => a === b || a === terminal(NO_CASE) || b === terminal(NO_CASE),
  });
  const found = new Set<number>();
  for (const node of nodesOf(store, answers)) {
    const top = store.top(node);
    if (found.has(top)) continue;
    const branches = Array.from({ length: store.arity[top]! }, (_, i) => store.cofactor(node, top, i));
    if (branches.some((one, i) => branches.slice(i + 1).some((other) => differ(one, other)))) found.add(top);
  }
  return found;
}

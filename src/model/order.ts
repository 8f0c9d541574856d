// The order in which facts and rules can be computed, and what hangs on whom; without recursion, so that depth has no limit.
import type { Reference } from './expression.js';
import type { Fact, Rule } from './policy.js';
import { namesInConclusion, namesInFact } from './walk.js';

/** Facts and rules by name. */
export interface Definitions {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly rules: ReadonlyMap<string, Rule>;
}

/** What a fact (through `applies_when`) or a rule reads directly. */
export function readsOf(name: string, { facts, rules }: Definitions): Reference[] {
  const fact = facts.get(name);
  const rule = rules.get(name);
  return [...(fact ? namesInFact(fact) : []), ...(rule ? namesInConclusion(rule.conclusion) : [])];
}

/** A depth-first walk of a graph: every node after all that it leads to, and every circle as a path that ends where it begins. */
export function postOrder(
  starts: Iterable<string>,
  next: (name: string) => readonly string[],
): { readonly order: readonly string[]; readonly circles: readonly (readonly string[])[] } {
  const order: string[] = [];
  const circles: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: { readonly name: string; readonly rest: string[] }[] = [];
  const enter = (name: string): void => {
    if (state.get(name) === 'open') {
      const from = path.findIndex((step) => step.name === name);
      circles.push([...path.slice(from).map((step) => step.name), name]);
    }
    if (state.has(name)) return;
    state.set(name, 'open');
    path.push({ name, rest: [...next(name)].reverse() });
  };
  for (const start of starts) {
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.rest.pop();
      if (step !== undefined) enter(step);
      else {
        state.set(top.name, 'done');
        order.push(top.name);
        path.pop();
      }
    }
  }
  return { order, circles };
}

/** All facts and rules, each after everything that it reads. */
export function computingOrder(definitions: Definitions): readonly string[] {
  const next = (name: string): string[] => readsOf(name, definitions).map((ref) => ref.name);
  const { order } = postOrder([...definitions.facts.keys(), ...definitions.rules.keys()], next);
  return order.filter((name) => definitions.facts.has(name) || definitions.rules.has(name));
}

/** The names whose value can differ from party to party. */
export function partyNames(definitions: Definitions): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of computingOrder(definitions)) {
    const own = definitions.facts.get(name)?.per === 'party';
    if (own || readsOf(name, definitions).some((ref) => found.has(ref.name))) found.add(name);
  }
  return found;
}

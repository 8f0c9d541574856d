// In: an inquiry. Out: which facts can change the answer, which of them can be asked now, and which may still have to be.
import { openAnswers, type Inquiry } from './inquiry.js';
import { terminalIndex, type Diagram } from './store.js';
import { swayedBy } from './swing.js';
import { TRUE_END } from './truths.js';

/** The unknown facts that can change the answer while all else stays; where only several together can, all that it hangs on. */
export function materialFacts(inquiry: Inquiry): ReadonlySet<string> {
  const { ground, answers, known } = inquiry;
  const { factsOf, store, swing } = ground;
  const alone = swing.mattering(answers);
  if (alone.size === 0 && openAnswers(inquiry).length < 2) return new Set();
  const telling = alone.size > 0 ? alone : new Set(swing.nodes(answers).map((node) => store.top(node)));
  return new Set([...telling].flatMap((variable) => factsOf[variable]!.filter((name) => !known.has(name))));
}

/** Whether a fact applies: whatever is still open, never, or depending on it. */
function appliesNow({ conditions }: Inquiry, fact: string): boolean | undefined {
  const condition = conditions.get(fact);
  if (condition === undefined) return true;
  if (condition >= 0) return undefined;
  return terminalIndex(condition) === TRUE_END;
}

/** The facts to ask so that a fact can be asked: itself where it applies, else those that its condition hangs on; none where it cannot. */
function waysTo(inquiry: Inquiry, fact: string, found: Set<string>): void {
  const { ground, conditions, known, aside } = inquiry;
  if (known.has(fact) || aside.has(fact)) return;
  const applies = appliesNow(inquiry, fact);
  if (applies === true) found.add(fact);
  if (applies !== undefined) return;
  const nodes = ground.swing.nodes(conditions.get(fact)!);
  const behind = new Set(nodes.flatMap((node) => ground.factsOf[ground.store.top(node)]!));
  for (const name of behind) waysTo(inquiry, name, found);
}

/** The facts that can be asked now, in the order of the policy: material ones that apply, and those that tell whether material ones apply. */
export function askable(inquiry: Inquiry): readonly string[] {
  const { ground, aside } = inquiry;
  const found = new Set<string>();
  for (const fact of materialFacts(inquiry)) waysTo(inquiry, fact, found);
  if (found.size === 0 && aside.size > 0) for (const fact of materialTogether(inquiry)) waysTo(inquiry, fact, found);
  return [...ground.table.slots.keys()].filter((name) => found.has(name));
}

/** Where everything that is material alone is being looked into: the other facts, if several of them together can change the answer. */
function materialTogether({ ground, answers, known, aside }: Inquiry): ReadonlySet<string> {
  const { factsOf, store, swing } = ground;
  const isOpen = (name: string): boolean => !known.has(name) && !aside.has(name);
  const support = new Set(swing.nodes(answers).map((node) => store.top(node)));
  const open = [...support].filter((variable) => factsOf[variable]!.some(isOpen));
  const facts = open.flatMap((variable) => factsOf[variable]!.filter(isOpen));
  return new Set(swayedBy(store, answers, new Set(open)) ? facts : []);
}

/** Every fact that may still have to be asked, whatever the answers are: what the answers hang on, and the conditions of these facts. */
export function reachableFacts(inquiry: Inquiry): ReadonlySet<string> {
  const { ground, answers, conditions, known, aside } = inquiry;
  const behind = (diagram: Diagram): readonly string[] =>
    ground.swing.nodes(diagram).flatMap((node) => ground.factsOf[ground.store.top(node)]!);
  const isOpen = (name: string): boolean => !known.has(name) && !aside.has(name);
  const found = new Set(behind(answers).filter(isOpen));
  for (const name of found) {
    if (appliesNow(inquiry, name) === true) continue;
    const needed = behind(conditions.get(name)!).filter(isOpen);
    if (needed.length === 0) found.delete(name);
    needed.forEach((other) => found.add(other));
  }
  return found;
}

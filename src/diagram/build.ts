// In: the flat table of a policy. Out: for every node the diagram of its value over all complete cases.
import { Fraction } from '../model/quantity.js';
import { Op, type Table } from '../compile/table.js';
import { answersOf, type Answers } from './answers.js';
import { operate } from './operations.js';
import { constantOf } from './possible.js';
import { rowDiagram } from './rows.js';
import { makeStore, terminal, type Diagram, type Store } from './store.js';
import { either, FALSE, gate, TRUE, truthDiagram, UNDEFINED } from './truths.js';
import { compareForm, constantTerm, slotTerm, type Term } from './terms.js';
import { findVariables, type Variables } from './variables.js';

/** All complete cases of a policy at once. */
export interface Diagrams {
  readonly table: Table;
  readonly store: Store;
  readonly variables: Variables;
  /** The diagram of each node of the table. */
  readonly of: readonly Diagram[];
  /** The term of a terminal from 3 on. */
  readonly termOf: (index: number) => Term;
  readonly intern: (term: Term) => Diagram;
  /** TRUE where a case can be: nothing impossible is stated, and every parameter has a value on its day. */
  readonly space: Diagram;
  readonly answers: Answers;
}

/** Why there are no diagrams: too many nodes, or an expression with too many forms. */
export interface NoDiagrams {
  readonly tooLarge: number;
}

/** How many nodes a diagram may have before the tool says that the policy is too large. */
export const LIMIT = 1_500_000;

/** What the building of nodes needs at hand. */
export interface Building {
  readonly table: Table;
  readonly store: Store;
  readonly variables: Variables;
  readonly of: Diagram[];
  readonly intern: (term: Term) => Diagram;
  readonly termOf: (index: number) => Term;
}

/** Builds the diagrams of a policy. */
export function buildDiagrams(table: Table, limit = LIMIT): Diagrams | NoDiagrams {
  const variables = findVariables(table);
  if (!variables) return { tooLarge: 0 };
  const arity = variables.list.map((variable) =>
    variable.kind === 'truth' ? 2 : variable.kind === 'option' ? variable.options.length : variable.regions.length,
  );
  const store = makeStore(arity, limit);
  const building: Building = { table, store, variables, of: [], ...termTable() };
  for (let node = 0; node < table.size; node++) {
    building.of.push(nodeDiagram(building, node));
    if (store.full()) return { tooLarge: limit };
  }
  const space = spaceOf(building);
  const answers = answersOf(store, table, building.of, space);
  if (store.full()) return { tooLarge: limit };
  return { table, store, variables, of: building.of, termOf: building.termOf, intern: building.intern, space, answers };
}

function termTable(): Pick<Building, 'intern' | 'termOf'> {
  const terms: Term[] = [];
  const known = new Map<string, number>();
  return {
    intern: (term) => {
      const index = known.get(term.key) ?? terms.push(term) - 1;
      known.set(term.key, index);
      return terminal(index + 3);
    },
    termOf: (index) => terms[index - 3]!,
  };
}

/** The diagrams of all nodes when one node's operands are others than the policy's: what the policy would be without a part of it. */
export function rebuilt(diagrams: Diagrams, changed: number, operands: readonly Diagram[]): readonly Diagram[] {
  const building: Building = { ...diagrams, of: [...diagrams.of] };
  const { table } = diagrams;
  const touched = new Set([changed]);
  building.of[changed] = nodeDiagram(building, changed, operands);
  for (let node = changed + 1; node < table.size; node++) {
    const kids = table.kids.subarray(table.first[node], table.first[node + 1]);
    if (!kids.some((kid) => touched.has(kid))) continue;
    building.of[node] = nodeDiagram(building, node);
    if (building.of[node] !== diagrams.of[node]) touched.add(node);
  }
  return building.of;
}

/** The diagrams of a node's operands. */
export function operandsOf({ table, of }: Pick<Diagrams, 'table' | 'of'>, node: number): Diagram[] {
  return [...table.kids.subarray(table.first[node], table.first[node + 1])].map((kid) => of[kid]!);
}

function nodeDiagram(building: Building, node: number, kids: readonly Diagram[] = operandsOf(building, node)): Diagram {
  const { table, store } = building;
  const op = table.op[node]! as Op;
  if (op === Op.Given) return givenDiagram(building, node);
  if (op <= Op.AtLeast) return truthDiagram(store, op, kids, table.n[node]!);
  if (op === Op.OneOf) return oneOf(building, kids);
  if (op <= Op.Unequal)
    return pairwise(building, `compare${String(op)}`, kids, (a, b) => comparison(building, op, a, b));
  if (op === Op.Gate) return gate(store, kids);
  if (op === Op.UniqueRow || op === Op.FirstRow) return rowDiagram(building, op, kids, table.n[node]!);
  if (op === Op.Count) return countDiagram(building, kids);
  if (op === Op.Min || op === Op.Max)
    return kids.reduce((a, b) => pairwise(building, `op${String(op)}`, [a, b], (x, y) => extreme(building, op, x, y)));
  return pairwise(building, `op${String(op)}`, kids, (a, b) => arithmetic(building, op, a, b));
}

function givenDiagram(building: Building, node: number): Diagram {
  const { table, store, variables } = building;
  const variable = variables.ofSlot.get(node);
  const own = variable === undefined ? undefined : variables.list[variable];
  if (own?.kind === 'truth') return store.node(variable!, [terminal(FALSE), terminal(TRUE)]);
  if (own?.kind === 'option') {
    return store.node(
      variable!,
      own.options.map((_, i) => building.intern(constantTerm(new Fraction(i)))),
    );
  }
  const parameter = [...table.parameters].find(([, slot]) => slot === node)?.[0];
  if (parameter !== undefined) return parameterDiagram(building, parameter);
  if (table.valueConstants.has(node)) return building.intern(constantTerm(constantOf(table, node)));
  if (table.blank.state[node] === 0) return terminal(FALSE);
  if (table.blank.state[node] === 3) return terminal(TRUE);
  return building.intern(slotTerm(node));
}

/** A parameter as a function of the day. */
function parameterDiagram(building: Building, name: string): Diagram {
  const { table, store, variables } = building;
  const variable = variables.ofForm.get(slotTerm(table.asOf).key);
  const day = variable === undefined ? undefined : variables.list[variable];
  const { values } = table.policy.parameters.get(name)!;
  if (day?.kind !== 'form') return terminal(UNDEFINED);
  const branches = day.regions.map(({ from, to, position }) => {
    const at = position % 2 === 1 ? from! : (from?.add(new Fraction(1, 2)) ?? to!.sub(1));
    const latest = values.filter((entry) => at.compare(entry.from) >= 0).at(-1);
    if (!latest || (latest.to !== undefined && at.compare(latest.to) > 0)) return terminal(UNDEFINED);
    const { value } = latest;
    const number = value.kind === 'quantity' ? value.value : new Fraction(value.kind === 'date' ? value.day : 0);
    return building.intern(constantTerm(number));
  });
  return store.node(variable!, branches);
}

function countDiagram(building: Building, kids: readonly Diagram[]): Diagram {
  const zero = building.intern(constantTerm(new Fraction(0)));
  return kids.reduce((sum, kid) => {
    return building.store.combine('count', [sum, kid], ([count, truth]) => {
      if (count === UNDEFINED || truth === UNDEFINED) return terminal(UNDEFINED);
      const { constant } = building.termOf(count!);
      return building.intern(constantTerm(constant.add(truth === TRUE ? 1 : 0)));
    });
  }, zero);
}

/** An operation on two values: undefined where either is. */
function pairwise(
  { store, termOf }: Building,
  key: string,
  [a, b]: readonly Diagram[],
  how: (a: Term, b: Term) => Diagram,
): Diagram {
  return store.combine(key, [a!, b!], ([x, y]) =>
    x === UNDEFINED || y === UNDEFINED ? terminal(UNDEFINED) : how(termOf(x!), termOf(y!)),
  );
}

function oneOf(building: Building, [left, ...options]: readonly Diagram[]): Diagram {
  return building.store.combine(`oneof:${options.join(',')}`, [left!], ([value]) =>
    terminal(value === UNDEFINED ? UNDEFINED : options.includes(terminal(value!)) ? TRUE : FALSE),
  );
}

/** The truth of a comparison of two terms: of constants at once, of anything else by the region that its form lies in. */
export function comparison({ store, variables }: Building, op: Op, a: Term, b: Term): Diagram {
  const holds = (order: number): boolean =>
    op === Op.Less ? order < 0 : op === Op.AtMost ? order <= 0 : op === Op.Equal ? order === 0 : order !== 0;
  const { form, against, flipped } = compareForm(a, b);
  if (form.parts.length === 0) return terminal(holds(-against.compare(0)) ? TRUE : FALSE);
  const variable = variables.ofForm.get(form.key)!;
  const own = variables.list[variable]!;
  if (own.kind !== 'form') return terminal(UNDEFINED);
  const branches = own.regions.map(({ from, to, position }) => {
    if (position < 0) return terminal(UNDEFINED);
    const order = position % 2 === 1 ? from!.compare(against) : to && to.compare(against) <= 0 ? -1 : 1;
    return terminal(holds(flipped ? -order : order) ? TRUE : FALSE);
  });
  return store.node(variable, branches);
}

function extreme(building: Building, op: Op, a: Term, b: Term): Diagram {
  const first = comparison(building, Op.AtMost, a, b);
  const [low, high] = [building.intern(a), building.intern(b)];
  return op === Op.Min ? either(building.store, first, low, high) : either(building.store, first, high, low);
}

function arithmetic(building: Building, op: Op, a: Term, b: Term): Diagram {
  const result = operate(op, a, b);
  const value = result ? building.intern(result) : terminal(UNDEFINED);
  const zero = constantTerm(new Fraction(0));
  if (op === Op.Divide)
    return either(building.store, comparison(building, Op.Equal, b, zero), terminal(UNDEFINED), value);
  if (op !== Op.MonthsBetween && op !== Op.YearsBetween) return value;
  return either(building.store, comparison(building, Op.AtMost, a, b), value, terminal(UNDEFINED));
}

function spaceOf({ table, store, of }: Building): Diagram {
  const parameters = [...table.parameters.values()].map((node) =>
    store.combine('defined', [of[node]!], ([value]) => terminal(value === UNDEFINED ? FALSE : TRUE)),
  );
  const allowed = table.impossible.map((node) =>
    store.combine('isnt', [of[node]!], ([value]) => terminal(value === TRUE ? FALSE : TRUE)),
  );
  return truthDiagram(store, Op.And, [...parameters, ...allowed], 0);
}

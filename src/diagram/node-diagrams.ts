// In: a node of the table and the diagrams of its operands. Out: the diagram of its value over all complete cases.
import { Fraction } from '../model/quantity.js';
import { Op, type Table } from '../compile/table.js';
import { operate } from './operations.js';
import { constantOf } from './possible.js';
import { provisosOfOperands, provisosOfResult, type Proviso } from './provisos.js';
import { rowDiagram } from './rows.js';
import { terminal, type Combine, type Diagram, type Store } from './store.js';
import { either, FALSE_END, gate, TRUE_END, truthDiagram, UNDEFINED_END } from './truths.js';
import { compareForm, constantTerm, slotTerm, type Term } from './terms.js';
import type { Variables } from './variables.js';

/** What the building of nodes needs at hand. */
export interface Building {
  readonly table: Table;
  readonly store: Store;
  readonly variables: Variables;
  readonly of: Diagram[];
  /** What the nodes that are kept whole come to. */
  readonly within: Map<number, Diagram>;
  readonly intern: (term: Term) => Diagram;
  readonly termOf: (index: number) => Term;
}

/** The diagrams of a node's operands. */
export function operandsOf(
  { table, of }: Pick<Building, 'table'> & { readonly of: readonly Diagram[] },
  node: number,
): Diagram[] {
  return [...table.kids.subarray(table.first[node], table.first[node + 1])].map((kid) => of[kid]!);
}

/** The diagram of a node; its operands are built before it. */
export function nodeDiagram(building: Building, node: number): Diagram {
  const diagram = valueDiagram(building, node, operandsOf(building, node));
  const whole = building.variables.whole.get(node);
  if (!whole) return diagram;
  building.within.set(node, diagram);
  return building.store.combine(`whole${String(node)}`, [diagram], ([value]) =>
    value === UNDEFINED_END ? terminal(UNDEFINED_END) : building.intern(whole),
  );
}

function valueDiagram(building: Building, node: number, kids: readonly Diagram[]): Diagram {
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
  if (own?.kind === 'truth') return store.node(variable!, [terminal(FALSE_END), terminal(TRUE_END)]);
  if (own?.kind === 'option') {
    return store.node(
      variable!,
      own.options.map((_, i) => building.intern(constantTerm(new Fraction(i)))),
    );
  }
  const parameter = [...table.parameters].find(([, slot]) => slot === node)?.[0];
  if (parameter !== undefined) return parameterDiagram(building, parameter);
  if (table.valueConstants.has(node)) return building.intern(constantTerm(constantOf(table, node)));
  if (table.blank.state[node] === 0) return terminal(FALSE_END);
  if (table.blank.state[node] === 3) return terminal(TRUE_END);
  return building.intern(slotTerm(node));
}

/** A parameter as a function of the day. */
function parameterDiagram(building: Building, name: string): Diagram {
  const { table, store, variables } = building;
  const variable = variables.ofForm.get(slotTerm(table.asOf).key);
  const day = variable === undefined ? undefined : variables.list[variable];
  const { values } = table.policy.parameters.get(name)!;
  if (day?.kind !== 'form') return terminal(UNDEFINED_END);
  const branches = day.regions.map(({ from, to, position }) => {
    const at = position % 2 === 1 ? from! : (from?.add(new Fraction(1, 2)) ?? to!.sub(1));
    const latest = values.filter((entry) => at.compare(entry.from) >= 0).at(-1);
    if (!latest || (latest.to !== undefined && at.compare(latest.to) > 0)) return terminal(UNDEFINED_END);
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
      if (count === UNDEFINED_END || truth === UNDEFINED_END) return terminal(UNDEFINED_END);
      const { constant } = building.termOf(count!);
      return building.intern(constantTerm(constant.add(truth === TRUE_END ? 1 : 0)));
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
  const undefinedTerm = terminal(UNDEFINED_END);
  const each: Combine = ([x, y]) =>
    x === UNDEFINED_END || y === UNDEFINED_END ? undefinedTerm : how(termOf(x!), termOf(y!));
  return store.combine(key, [a!, b!], each, (x, y) =>
    x === undefinedTerm || y === undefinedTerm ? undefinedTerm : undefined,
  );
}

function oneOf(building: Building, [left, ...options]: readonly Diagram[]): Diagram {
  return building.store.combine(`oneof:${options.join(',')}`, [left!], ([value]) =>
    terminal(value === UNDEFINED_END ? UNDEFINED_END : options.includes(terminal(value!)) ? TRUE_END : FALSE_END),
  );
}

/** The truth of a comparison of two terms: of constants at once, of anything else by the region that its form lies in. */
function comparison({ store, variables }: Building, op: Op, a: Term, b: Term): Diagram {
  const holds = (order: number): boolean =>
    op === Op.Less ? order < 0 : op === Op.AtMost ? order <= 0 : op === Op.Equal ? order === 0 : order !== 0;
  const { form, against, flipped } = compareForm(a, b);
  if (form.parts.length === 0) return terminal(holds(-against.compare(0)) ? TRUE_END : FALSE_END);
  const variable = variables.ofForm.get(form.key)!;
  const own = variables.list[variable]!;
  if (own.kind !== 'form') return terminal(UNDEFINED_END);
  const branches = own.regions.map(({ from, to, position }) => {
    if (position < 0) return terminal(UNDEFINED_END);
    const order = position % 2 === 1 ? from!.compare(against) : to && to.compare(against) <= 0 ? -1 : 1;
    return terminal(holds(flipped ? -order : order) ? TRUE_END : FALSE_END);
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
  if (!result) return terminal(UNDEFINED_END);
  const provisos = [...provisosOfOperands(op, a, b), ...provisosOfResult(op, result)];
  return provisos.reduceRight(
    (value, proviso) => either(building.store, provided(building, proviso), value, terminal(UNDEFINED_END)),
    building.intern(result),
  );
}

/** Whether something is so that an operation needs. */
function provided(building: Building, proviso: Proviso): Diagram {
  if (!('defined' in proviso)) return comparison(building, proviso.op, proviso.left, proviso.right);
  const { store, variables } = building;
  const variable = variables.ofForm.get(proviso.defined.key)!;
  const own = variables.list[variable]!;
  if (own.kind !== 'form') return terminal(UNDEFINED_END);
  return store.node(
    variable,
    own.regions.map(({ position }) => terminal(position < 0 ? FALSE_END : TRUE_END)),
  );
}

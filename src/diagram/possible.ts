// In: the flat table. Out: for each node, the terms that its value can be, whatever the conditions in it turn out to be.
import { Fraction } from '../model/quantity.js';
import { quantityIn } from '../compile/cells.js';
import { Op, type Table } from '../compile/table.js';
import { operate } from './operations.js';
import { mostDigits } from './digits.js';
import { constantTerm, digitsOf, isConstant, nodeTerm, slotTerm, type Term } from './terms.js';

/** The most terms that one expression is followed in, and the most of them that are no constants; past them it is kept whole. */
export interface Followed {
  readonly terms: number;
  readonly forms: number;
}

/** How far expressions are followed where nothing else is said: tests ask for less, to see that what is kept whole is as right. */
export const FOLLOWED: Followed = { terms: 400, forms: 32 };

/** The terms that each node can be, and the nodes that are kept whole because a sum over them would have too many. */
export interface Possible {
  readonly terms: readonly (readonly Term[])[];
  /** The same of nodes that are kept whole before they were: what their own operation can give. */
  readonly results: readonly (readonly Term[])[];
  readonly whole: ReadonlyMap<number, Term>;
}

/**
 * The possible terms of every node (truths have none). Where an expression would have too many, what varies in it (an optional amount,
 * the value of rows) is kept whole, so that it has one.
 */
export function possibleTerms(table: Table, most = FOLLOWED): Possible {
  const whole = new Map<number, Term>();
  for (;;) {
    const tried = followed(table, whole, most);
    if (!('node' in tried)) return { ...tried, whole };
    const { node, own, terms } = tried;
    const varying = varyingIn(table, node, terms, whole);
    for (const each of varying.length > 0 ? varying : [node]) {
      const digits = mostDigits((each === node ? own : terms[each]!).map(digitsOf));
      whole.set(each, nodeTerm(each, slotsBehindNode(table, each), digits));
    }
  }
}

/** A node that would have too many terms, these terms, and those of the nodes before it. */
interface TooMany {
  readonly node: number;
  readonly own: readonly Term[];
  readonly terms: readonly (readonly Term[])[];
}

function followed(table: Table, whole: ReadonlyMap<number, Term>, most: Followed): Omit<Possible, 'whole'> | TooMany {
  const values = valueSlots(table);
  const terms: (readonly Term[])[] = [];
  const results: (readonly Term[])[] = [];
  for (let node = 0; node < table.size; node++) {
    const kids = [...table.kids.subarray(table.first[node], table.first[node + 1])];
    const own = distinct(termsOf(table, node, kids, terms, values));
    const forms = own.filter((term) => !isConstant(term)).length;
    const kept = whole.get(node);
    if (!kept && (own.length > most.terms || forms > most.forms)) return { node, own, terms };
    terms.push(kept ? [kept] : own);
    results.push(own);
  }
  return { terms, results };
}

/** The nodes nearest to an expression that can be several terms without being arithmetic on others: those that are no constants first. */
function varyingIn(
  table: Table,
  root: number,
  terms: readonly (readonly Term[])[],
  whole: ReadonlyMap<number, Term>,
): readonly number[] {
  const found = new Set<number>();
  const todo = [...table.kids.subarray(table.first[root], table.first[root + 1])];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if ((terms[node]?.length ?? 0) < 2 || whole.has(node) || found.has(node)) continue;
    const op = table.op[node]!;
    if (op >= Op.Add && op <= Op.AddMonths && op !== Op.Count && op !== Op.Min && op !== Op.Max)
      todo.push(...table.kids.subarray(table.first[node], table.first[node + 1]));
    else found.add(node);
  }
  const varying = [...found].filter((node) => terms[node]!.some((term) => !isConstant(term)));
  return varying.length > 0 ? varying : [...found];
}

/** The slots that a node hangs on through whatever is between. */
function slotsBehindNode(table: Table, root: number): readonly number[] {
  const seen = new Set([root]);
  for (const node of seen) for (let i = table.first[node]!; i < table.first[node + 1]!; i++) seen.add(table.kids[i]!);
  const slots = new Set([...table.slots.values()].flat());
  return [...seen].filter((node) => slots.has(node) || node === table.asOf);
}

/** The slots that hold numbers and dates. */
function valueSlots(table: Table): ReadonlySet<number> {
  const slots = [...table.slots].filter(([name]) => {
    const { kind } = table.policy.facts.get(name)!.type;
    return kind === 'quantity' || kind === 'date';
  });
  return new Set([table.asOf, ...slots.flatMap(([, own]) => own)]);
}

function termsOf(
  table: Table,
  node: number,
  kids: readonly number[],
  terms: readonly (readonly Term[])[],
  values: ReadonlySet<number>,
): readonly Term[] {
  const op = table.op[node]!;
  const of = (kid: number | undefined): readonly Term[] => (kid === undefined ? [] : terms[kid]!);
  if (op === Op.Given) return givenTerms(table, node, values);
  if (op === Op.Gate) return [...of(kids[1]), ...of(kids[2])];
  if (op === Op.UniqueRow || op === Op.FirstRow) return kids.flatMap((kid, i) => (i % 2 === 1 ? of(kid) : []));
  if (op === Op.Min || op === Op.Max) return kids.flatMap(of);
  if (op === Op.Count) return Array.from({ length: kids.length + 1 }, (_, i) => constantTerm(new Fraction(i)));
  if (op < Op.Add || op > Op.AddMonths) return [];
  return of(kids[0]).flatMap((a) => of(kids[1]).flatMap((b) => operate(op, a, b) ?? []));
}

function givenTerms(table: Table, node: number, values: ReadonlySet<number>): readonly Term[] {
  if (values.has(node)) return [slotTerm(node)];
  const parameter = [...table.parameters].find(([, own]) => own === node)?.[0];
  if (parameter !== undefined) {
    return table.policy.parameters.get(parameter)!.values.map(({ value }) => {
      if (value.kind === 'quantity') return constantTerm(value.value);
      return constantTerm(new Fraction(value.kind === 'date' ? value.day : 0));
    });
  }
  return table.valueConstants.has(node) ? [constantTerm(constantOf(table, node))] : [];
}

/** A constant as a number: quantities exactly, dates as days, options as their index. */
export function constantOf(table: Table, node: number): Fraction {
  const kind = table.valueConstants.get(node);
  return kind === 'quantity' ? quantityIn(table.blank, node) : new Fraction(table.blank.number[node]!);
}

function distinct(terms: readonly Term[]): readonly Term[] {
  return [...new Map(terms.map((term) => [term.key, term])).values()];
}

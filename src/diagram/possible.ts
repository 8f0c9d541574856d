// In: the flat table. Out: for each node, the terms that its value can be, whatever the conditions in it turn out to be.
import { Fraction } from '../model/quantity.js';
import { quantityIn } from '../compile/cells.js';
import { Op, type Table } from '../compile/table.js';
import { operate } from './operations.js';
import { constantTerm, slotTerm, type Term } from './terms.js';

/** The most forms that one expression is followed in. */
const MOST = 400;

/** The possible terms of every node (truths have none); undefined where an expression has more than can be followed. */
export function possibleTerms(table: Table): readonly (readonly Term[])[] | undefined {
  const values = valueSlots(table);
  const terms: (readonly Term[])[] = [];
  for (let node = 0; node < table.size; node++) {
    const kids = [...table.kids.subarray(table.first[node], table.first[node + 1])];
    const own = distinct(termsOf(table, node, kids, terms, values));
    if (own.length > MOST) return undefined;
    terms.push(own);
  }
  return terms;
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

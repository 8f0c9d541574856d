// In: a policy. Out: answers to its questions, drawn at random and the same each time a question comes up.
import { quantityIn } from '../../src/compile/cells.js';
import type { Table } from '../../src/compile/table.js';
import type { Case } from '../../src/model/case.js';
import type { Constant } from '../../src/model/expression.js';
import { Fraction } from '../../src/model/quantity.js';
import type { Question } from '../../src/interview/interview.js';
import type { Random } from './generate-random.js';

/** One that answers: what a case states where it states something, else a value drawn near the constants of the policy, or 待查. */
export function answers(
  table: Table,
  kase: Case,
  random: Random,
  unknown: number,
): (question: Question) => Constant | null {
  const given = new Map<string, Constant | null>();
  return ({ fact, party }) => {
    const key = `${fact} ${party ?? ''}`;
    const facts = party === null ? kase.facts : kase.parties.find(({ name }) => name === party)!.facts;
    const stated = facts.get(fact)?.value;
    const value = random.chance(unknown) ? null : (stated ?? drawn(table, fact, random));
    const before = given.get(key);
    if (before === undefined) given.set(key, value);
    return before === undefined ? value : before;
  };
}

function drawn(table: Table, fact: string, random: Random): Constant {
  const { type, min, max } = table.policy.facts.get(fact)!;
  switch (type.kind) {
    case 'boolean':
      return { kind: 'boolean', value: random.chance(0.5) };
    case 'choice':
      return { kind: 'choice', option: random.pick(type.options) };
    case 'choices':
      return { kind: 'choices', options: random.some(type.options, 0, type.options.length) };
    case 'text':
      return { kind: 'text', text: '见附件' };
    case 'date':
      return { kind: 'date', day: random.pick(constantsOf(table, 'date')).valueOf() + random.int(-1, 1) };
    case 'quantity': {
      const value = random.pick(constantsOf(table, 'quantity')).add(random.int(-1, 1));
      const low = min?.kind === 'quantity' ? min.value : value;
      const high = max?.kind === 'quantity' ? max.value : value;
      const within = value.compare(low) < 0 ? low : value.compare(high) > 0 ? high : value;
      return { kind: 'quantity', value: within, unit: type.unit };
    }
  }
}

function constantsOf(table: Table, kind: 'quantity' | 'date'): readonly Fraction[] {
  const found = [...table.valueConstants].filter(([, own]) => own === kind).map(([node]) => node);
  const numbers = found.map((node) =>
    kind === 'date' ? new Fraction(table.blank.number[node]!) : quantityIn(table.blank, node),
  );
  return [...numbers, new Fraction(kind === 'date' ? 19_800 : 5)];
}

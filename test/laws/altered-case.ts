// In: the text of a case. Out: the case with some facts, its day or its record altered, well or badly, for laws of what is said of cases.
import { parse, stringify } from 'yaml';
import type { Random } from './generate-random.js';

/** A case as a file has it; facts may be anything. */
export interface CaseText {
  readonly case: Record<string, unknown>;
  facts?: Record<string, unknown>;
  readonly parties?: { readonly name: string; readonly facts?: Record<string, unknown> }[];
  determination?: { readonly parties: Record<string, { outcome: string }> };
}

/** What somebody may write where a fact is stated. */
const VALUES = [
  '待查',
  '是',
  '否',
  null,
  '',
  '未知',
  '-1元',
  '99999999999999元',
  '12万元',
  '3.5人',
  '0人',
  '2024-02-30',
];
const DAYS = ['0001-01-01', '1990-01-01', '2017-06-01', '2024-07-01', '2030-01-01'];
const OUTCOMES = ['无此结论', '容错', '不予容错'];

/** The case under another id, altered in up to four places. */
export function alteredCase(text: string, id: string, random: Random): string {
  const kase = parse(text) as CaseText;
  const recorded = Object.values(kase.determination?.parties ?? {});
  if (recorded.length > 0 && !kase.parties) kase.determination = { parties: { [id]: recorded[0]! } };
  kase.case['id'] = id;
  for (let n = random.int(1, 4); n > 0; n--) alter(kase, random);
  return random.chance(0.3) ? JSON.stringify(kase) : stringify(kase, { lineWidth: 0 });
}

function alter(kase: CaseText, random: Random): void {
  const all = [kase.facts, ...(kase.parties ?? []).map(({ facts }) => facts)];
  const stated = all.filter((facts) => facts !== undefined && Object.keys(facts).length > 0);
  const records = Object.values(kase.determination?.parties ?? {});
  const what = random.weighted({ day: 1, record: 1, fact: 8 });
  if (what === 'day') kase.case['happened_on'] = random.pick(DAYS);
  else if (what === 'record' && records.length > 0) random.pick(records).outcome = random.pick(OUTCOMES);
  else if (stated.length > 0) alterFact(random.pick(stated)!, random);
}

/** Leaves a fact out, gives it another value, or changes it with another one. */
function alterFact(facts: Record<string, unknown>, random: Random): void {
  const [one, other] = [random.pick(Object.keys(facts)), random.pick(Object.keys(facts))];
  const way = random.weighted({ drop: 2, value: 3, swap: 1, unknown: 2 });
  if (way === 'drop') Reflect.deleteProperty(facts, one);
  else if (way === 'unknown') facts[one] = '待查';
  else if (way === 'value') facts[one] = random.pick(VALUES);
  else [facts[one], facts[other]] = [facts[other], facts[one]];
}

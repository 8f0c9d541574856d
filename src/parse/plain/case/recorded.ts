// In: the recorded determination of a case as nodes of the tape. Out: what a comparison asks of it, by party; undefined where it is not plain.
import type { Differs, RecordedParty } from '../../../model/case.js';
import type { Outcome, Policy } from '../../../model/policy.js';
import { dayAt } from './facts.js';
import { anyText, isList, isMap, isText, keys, valuesOf, type CaseText } from './parts.js';

/** What a comparison asks of a record. */
export type PlainRecord = Pick<RecordedParty, 'outcome' | 'reason' | 'differs'> &
  Partial<Pick<RecordedParty, 'choice'>>;

const HEAD = keys('policy engine decided_on decided_by source note parties');
const [DECIDED_ON, PARTIES] = [2, 6] as const;
const head = new Int32Array(HEAD.length);
const PARTY = keys('outcome choice reason note differs');
const [OUTCOME, CHOICE, REASON, PARTY_NOTE, DIFFERS] = [0, 1, 2, 3, 4] as const;
const party = new Int32Array(PARTY.length);
const DIFFERENCE = keys('expected status reason');
const [EXPECTED, STATUS, WHY] = [0, 1, 2] as const;
const difference = new Int32Array(DIFFERENCE.length);

/** Reads the record of a case whose parties have these names. */
export function readPlainRecord(
  reading: CaseText,
  node: number,
  names: readonly string[],
  policy: Policy,
): ReadonlyMap<string, PlainRecord> | undefined {
  if (!valuesOf(reading, node, HEAD, head)) return undefined;
  const parties = head[PARTIES]!;
  for (let place = 0; place < PARTIES; place++) {
    if (head[place] !== -1 && !isText(reading, head[place]!)) return undefined;
  }
  if (head[DECIDED_ON] !== -1 && Number.isNaN(dayAt(reading, head[DECIDED_ON]!))) return undefined;
  if (!isMap(reading, parties)) return undefined;
  const { tape } = reading.scan;
  const records = new Map<string, PlainRecord>();
  for (let at = parties + 1; at < tape.next[parties]!; at = tape.next[at + 1]!) {
    const name = anyText(reading, at);
    const record = readParty(reading, at + 1, policy);
    if (name === undefined || !names.includes(name) || records.has(name) || !record) return undefined;
    records.set(name, record);
  }
  return records;
}

function readParty(reading: CaseText, node: number, policy: Policy): PlainRecord | undefined {
  if (!valuesOf(reading, node, PARTY, party)) return undefined;
  const [outcome, choice, why] = [party[OUTCOME]!, party[CHOICE]!, party[REASON]!];
  const [note, differs] = [party[PARTY_NOTE]!, party[DIFFERS]!];
  const known = policy.outcomes.get(anyText(reading, outcome) ?? '');
  if (!known) return undefined;
  const chosen = readChoice(reading, choice, known);
  if (choice !== -1 && !chosen) return undefined;
  if ((why !== -1 && !isText(reading, why)) || (note !== -1 && !isText(reading, note))) return undefined;
  const reason = anyText(reading, why);
  const stated = readDifference(reading, differs, policy);
  if (differs !== -1 && !stated) return undefined;
  return {
    outcome: known.name,
    ...(chosen ? { choice: chosen } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(stated ? { differs: stated } : {}),
  };
}

/** Whether what was chosen can be chosen within an outcome. */
export function canBeChosen(chosen: readonly string[], { choose, chooseSeveral }: Outcome): boolean {
  const isOffered = chosen.length > 0 && chosen.every((option) => choose.includes(option));
  return isOffered && (chosen.length === 1 || chooseSeveral);
}

/** What was chosen within an outcome; one of it may stand outside a list. */
function readChoice(reading: CaseText, node: number, outcome: Outcome): readonly string[] | undefined {
  const chosen: string[] = [];
  const { tape } = reading.scan;
  const [from, to] = isList(reading, node) ? [node + 1, tape.next[node]!] : [node, node + 1];
  for (let at = from; at < to; at = tape.next[at]!) {
    const option = anyText(reading, at);
    if (option === undefined) return undefined;
    chosen.push(option);
  }
  return canBeChosen(chosen, outcome) ? chosen : undefined;
}

/** The body says which outcome the rules gave, or that they gave none. */
function readDifference(reading: CaseText, node: number, policy: Policy): Differs | undefined {
  if (!valuesOf(reading, node, DIFFERENCE, difference)) return undefined;
  const [expected, status, why] = [difference[EXPECTED]!, difference[STATUS]!, difference[WHY]!];
  if (!isText(reading, why) || (expected === -1) === (status === -1)) return undefined;
  const [reason, word] = [anyText(reading, why)!, anyText(reading, expected === -1 ? status : expected) ?? ''];
  if (expected !== -1) return policy.outcomes.has(word) ? { expected: word, reason } : undefined;
  return word === 'pending' || word === 'conflict' || word === 'gap' ? { status: word, reason } : undefined;
}

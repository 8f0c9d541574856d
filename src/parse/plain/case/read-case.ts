// In: a stretch of a text. Out: the case that is written there, as numbers; undefined where the whole reader has to read it.
// Whatever has, or may have, a finding is left to the whole reader, which words it: a case read here has none.
import { makeStated, type PlainCase, type PlainHead, type PlainParty, type Stated } from '../../../model/plain-case.js';
import { isId } from '../../policy/read-policy.js';
import { folded } from '../../yaml/characters.js';
import { document } from '../block.js';
import { OPEN_MAP } from '../flow.js';
import { DECLINED, makeScan, SPACE, start } from '../scan.js';
import { dayAt, readPlainFacts } from './facts.js';
import type { CaseLayout } from './layout.js';
import { anyText, isList, isText, keys, valuesOf, type CaseText } from './parts.js';
import { readPlainRecord } from './recorded.js';

const TOP = keys('case parties facts determination');
const [CASE, PARTIES, FACTS, DETERMINATION] = [0, 1, 2, 3] as const;
const HEAD = keys('id title policy happened_on as_of applied_by_analogy hypothetical source note');
const [ID, TITLE, POLICY, HAPPENED_ON, AS_OF, ANALOGY] = [0, 1, 2, 3, 4, 5] as const;
const PARTY = keys('name role facts');
const [NAME, ROLE, OWN_FACTS] = [0, 1, 2] as const;
/** More parties than this are left to the whole reader, which has a limit. */
const MOST_PARTIES = 500;

/** Reads cases one after the other; what it gives holds until the next. */
export interface PlainCaseReader {
  /** Reads what a case says of itself, in the bytes of a text whose characters have been checked, from `from` up to `to`. */
  readonly open: (bytes: Uint8Array, from: number, to: number) => PlainHead | undefined;
  /** Reads the case that was opened against the policy that it goes by. */
  readonly read: (head: PlainHead, layout: CaseLayout) => PlainCase | undefined;
}

/** Makes a reader. */
export function plainCaseReader(): PlainCaseReader {
  const reading: CaseText = { scan: makeScan(), json: false };
  const [top, stated] = [new Int32Array(TOP.length), makeStated()];
  return {
    open: (bytes, from, to) => {
      start(reading.scan, bytes, to);
      reading.json = isJson(bytes, from);
      if (document(reading.scan, from) === DECLINED || !valuesOf(reading, 0, TOP, top)) return undefined;
      return readHead(reading, top[CASE]!);
    },
    read: (head, layout) => readBody(reading, top, head, layout, stated),
  };
}

/** Whether the first sign of a text, which may stand below empty lines, is a brace. */
function isJson(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (bytes[at]! <= SPACE) at += 1;
  return bytes[at] === OPEN_MAP;
}

const own = new Int32Array(HEAD.length);

function readHead(reading: CaseText, node: number): PlainHead | undefined {
  if (!valuesOf(reading, node, HEAD, own)) return undefined;
  for (let place = 0; place < own.length; place++)
    if (own[place] !== -1 && !isText(reading, own[place]!)) return undefined;
  if (own[ID] === -1 || own[TITLE] === -1) return undefined;
  const id = anyText(reading, own[ID]!);
  if (id === undefined || !isPlainId(id)) return undefined;
  const happened = own[HAPPENED_ON] === -1 ? undefined : dayAt(reading, own[HAPPENED_ON]!);
  const asOf = own[AS_OF] === -1 ? undefined : dayAt(reading, own[AS_OF]!);
  if (Number.isNaN(happened) || Number.isNaN(asOf)) return undefined;
  const [policy, analogy] = [anyText(reading, own[POLICY]!), anyText(reading, own[ANALOGY]!)];
  if (policy?.trim() === '' || analogy?.trim() === '') return undefined;
  const day = asOf ?? happened;
  return { id, policy, day, byAnalogy: analogy !== undefined };
}

/** Most ids are of plain letters and digits, and need no second look unless they are as short as the words that some systems reserve. */
export function isPlainId(id: string): boolean {
  return /^[A-Za-z\d][\w-]{5,60}$/.test(id) || isId(id);
}

function readBody(
  reading: CaseText,
  top: Int32Array,
  head: PlainHead,
  layout: CaseLayout,
  stated: Stated,
): PlainCase | undefined {
  stated.count = 0;
  const [named, facts, record] = [top[PARTIES]!, top[FACTS]!, top[DETERMINATION]!];
  const holder = named === -1 ? 'both' : 'case';
  if (facts !== -1 && !readPlainFacts(reading, facts, holder, layout, stated)) return undefined;
  const shared = stated.count;
  const list =
    named === -1 ? [{ name: head.id, from: shared, to: shared }] : readParties(reading, named, layout, stated);
  if (!list) return undefined;
  if (record === -1) return { head, stated, shared, parties: list };
  const names = list.map(({ name }) => name);
  const records = readPlainRecord(reading, record, names, layout.policy);
  if (!records) return undefined;
  const parties = list.map(({ name, from, to }) => ({ name, from, to, recorded: records.get(name) }));
  return { head, stated, shared, parties };
}

const values = new Int32Array(PARTY.length);

function readParties(reading: CaseText, node: number, layout: CaseLayout, stated: Stated): PlainParty[] | undefined {
  const { tape } = reading.scan;
  if (!isList(reading, node) || tape.next[node] === node + 1) return undefined;
  const parties: PlainParty[] = [];
  const seen = new Set<string>();
  for (let at = node + 1; at < tape.next[node]!; at = tape.next[at]!) {
    if (parties.length >= MOST_PARTIES || !valuesOf(reading, at, PARTY, values)) return undefined;
    const [named, role, facts] = [values[NAME]!, values[ROLE]!, values[OWN_FACTS]!];
    const name = anyText(reading, named)?.trim();
    if (!name || seen.has(folded(name)) || (role !== -1 && !isText(reading, role))) return undefined;
    seen.add(folded(name));
    const from = stated.count;
    if (facts !== -1 && !readPlainFacts(reading, facts, 'party', layout, stated)) return undefined;
    parties.push({ name, from, to: stated.count });
  }
  return parties;
}

// In: the recorded determination of a case without parties, on a line. Out: what a comparison asks of it; undefined where it is rarer than that.
import { textAt } from '../bytes.js';
import { DECLINED, isWord } from '../scan.js';
import type { CaseLayout } from '../case/layout.js';
import { canBeChosen, type PlainRecord } from '../case/recorded.js';
import {
  begins,
  CLOSE,
  COLON,
  dayAt,
  END,
  keys,
  listOf,
  mark,
  nextKey,
  OPEN,
  OPEN_LIST,
  quoted,
  someText,
  type Line,
} from './json.js';

const HEAD = keys('parties decided_on decided_by policy engine source note');
const [PARTIES, DECIDED_ON] = [0, 1] as const;
const PARTY = keys('outcome reason choice note');
const [OUTCOME, REASON, CHOICE] = [0, 1, 2] as const;

/** Reads a record whose only party is the case itself. */
export function readLineRecord(line: Line, layout: CaseLayout): PlainRecord | undefined {
  let record: PlainRecord | undefined;
  let met = 0;
  for (let key = nextKey(line, HEAD, met); key !== END; key = nextKey(line, HEAD, met)) {
    if (key === DECLINED) return undefined;
    if (key === PARTIES) record = partyOf(line, layout);
    if (key === PARTIES ? !record : !readDetail(line, key)) return undefined;
    met |= 1 << key;
  }
  return record;
}

function readDetail(line: Line, key: number): boolean {
  return key === DECIDED_ON ? !Number.isNaN(dayAt(line)) : someText(line);
}

function partyOf(line: Line, layout: CaseLayout): PlainRecord | undefined {
  if (!mark(line, OPEN)) return undefined;
  const from = quoted(line);
  const isOwn = from !== DECLINED && isOwnId(line, from, line.at - 1);
  if (!isOwn || !mark(line, COLON)) return undefined;
  const record = recordOf(line, layout);
  return mark(line, CLOSE) ? record : undefined;
}

/** Whether a name is the id of the case, byte for byte. */
function isOwnId({ bytes, idFrom, idTo }: Line, from: number, to: number): boolean {
  if (to - from !== idTo - idFrom) return false;
  for (let i = 0; from + i < to; i++) if (bytes[from + i] !== bytes[idFrom + i]) return false;
  return true;
}

/** A record as it is read; the outcome stays empty as long as none is. */
interface Reading {
  outcome: string;
  reason?: string;
  choice?: readonly string[];
}

function recordOf(line: Line, layout: CaseLayout): PlainRecord | undefined {
  const record: Reading = { outcome: '' };
  let met = 0;
  for (let key = nextKey(line, PARTY, met); key !== END; key = nextKey(line, PARTY, met)) {
    if (key === DECLINED || !readOwn(line, key, layout, record)) return undefined;
    met |= 1 << key;
  }
  const { outcome, choice } = record;
  if (outcome === '') return undefined;
  return choice && !canBeChosen(choice, layout.policy.outcomes.get(outcome)!) ? undefined : record;
}

function readOwn(line: Line, key: number, { outcomes }: CaseLayout, record: Reading): boolean {
  if (key === CHOICE) return readChoice(line, record);
  const from = quoted(line);
  const to = line.at - 1;
  if (from === DECLINED || to === from) return false;
  if (key === REASON) record.reason = textAt(line.bytes, from, to);
  if (key === OUTCOME)
    for (const { word, name } of outcomes) if (isWord(word, line.bytes, from, to)) record.outcome = name;
  return true;
}

/** What was chosen within an outcome: a text, or texts in a list. */
function readChoice(line: Line, record: Reading): boolean {
  const chosen: string[] = [];
  const read = (): boolean => {
    const from = quoted(line);
    if (from !== DECLINED) chosen.push(textAt(line.bytes, from, line.at - 1));
    return from !== DECLINED;
  };
  record.choice = chosen;
  return begins(line, OPEN_LIST) ? listOf(line, read) : read();
}

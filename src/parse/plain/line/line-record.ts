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
  listOf,
  mapOf,
  mark,
  OPEN,
  OPEN_LIST,
  quoted,
  someText,
  words,
  type Line,
} from './json.js';

const HEAD = words('parties decided_on decided_by policy engine source note');
const [PARTIES, DECIDED_ON] = [0, 1] as const;
const PARTY = words('outcome reason choice note');
const [OUTCOME, REASON, CHOICE] = [0, 1, 2] as const;

/** Reads a record whose only party is the case itself. */
export function readLineRecord(line: Line, layout: CaseLayout): PlainRecord | undefined {
  let record: PlainRecord | undefined;
  const sound = mapOf(line, HEAD, (key) => {
    if (key === DECIDED_ON) return !Number.isNaN(dayAt(line));
    if (key !== PARTIES) return someText(line);
    return (record = partyOf(line, layout)) !== undefined;
  });
  return sound ? record : undefined;
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

function recordOf(line: Line, { outcomes, policy }: CaseLayout): PlainRecord | undefined {
  let [outcome, reason] = [undefined as string | undefined, undefined as string | undefined];
  const chosen: string[] = [];
  const sound = mapOf(line, PARTY, (key) => {
    if (key === CHOICE) return choiceInto(line, chosen);
    const from = quoted(line);
    const to = line.at - 1;
    if (from === DECLINED || to === from) return false;
    if (key === REASON) reason = textAt(line.bytes, from, to);
    else if (key === OUTCOME) outcome = outcomes.find(({ word }) => isWord(word, line.bytes, from, to))?.name;
    return key !== OUTCOME || outcome !== undefined;
  });
  if (!sound || outcome === undefined) return undefined;
  if (chosen.length > 0 && !canBeChosen(chosen, policy.outcomes.get(outcome)!)) return undefined;
  return {
    outcome,
    ...(chosen.length > 0 ? { choice: chosen } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What was chosen within an outcome: a text, or texts in a list. */
function choiceInto(line: Line, chosen: string[]): boolean {
  const read = (): boolean => {
    const from = quoted(line);
    if (from !== DECLINED) chosen.push(textAt(line.bytes, from, line.at - 1));
    return from !== DECLINED;
  };
  return begins(line, OPEN_LIST) ? listOf(line, read) : read();
}

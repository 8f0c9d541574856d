// In: a line of JSON as bytes, and the policy that it goes by. Out: the case, as numbers; undefined where another reader has to read it.
// Cases in bulk are written by programs, in one way: read here in a single pass without a tape. Anything rarer is left to the plain reader.
import { makeStated, type PlainCase, type PlainHead, type Stated } from '../../../model/plain-case.js';
import { isPlainId, type PlainCaseReader } from '../case/read-case.js';
import { textAt } from '../bytes.js';
import type { CaseLayout } from '../case/layout.js';
import { DECLINED, isWord } from '../scan.js';
import { CLOSE, COMMA, dayAt, END, keyOf, keys, mark, nextKey, OPEN, quoted, someText, type Line } from './json.js';
import { readLineFacts } from './line-facts.js';
import { readLineRecord } from './line-record.js';

const TOP = keys('case facts determination');
const [CASE, FACTS, DETERMINATION] = [0, 1, 2] as const;
const HEAD = keys('id title policy happened_on as_of applied_by_analogy source note');
const [ID, TITLE, POLICY, HAPPENED_ON, AS_OF, ANALOGY] = [0, 1, 2, 3, 4, 5] as const;

/** Makes a reader of lines, whose bytes are sound UTF-8. A case is read where what it says of itself stands first. */
export function lineReader(): PlainCaseReader {
  const line = noLine();
  const [stated, policies] = [makeStated(), { word: new Uint8Array(0), name: '' }];
  return {
    open: (bytes, from, to) => {
      if (line.bytes !== bytes)
        Object.assign(line, { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) });
      line.end = to;
      line.at = from;
      const head = mark(line, OPEN) && keyOf(line, TOP) === CASE ? readHead(line, policies) : undefined;
      line.bodyAt = line.at;
      return head;
    },
    read: (head, layout) => {
      line.at = line.bodyAt;
      return readBody(line, head, layout, stated);
    },
  };
}

function noLine(): Line {
  const bytes = new Uint8Array(0);
  return { bytes, view: new DataView(bytes.buffer), end: 0, at: 0, idFrom: 0, idTo: 0, bodyAt: 0 };
}

/** The policy that was named last, as bytes and as text: most often it is named again. */
interface LastPolicy {
  word: Uint8Array;
  name: string;
}

function readHead(line: Line, last: LastPolicy): PlainHead | undefined {
  const head: Head = { id: '', policy: undefined, day: undefined, byAnalogy: false };
  let met = 0;
  for (let key = nextKey(line, HEAD, met); key !== END; key = nextKey(line, HEAD, met)) {
    if (key === DECLINED || !readOwn(line, key, head, met, last)) return undefined;
    met |= 1 << key;
  }
  return met & (1 << ID) && met & (1 << TITLE) ? head : undefined;
}

/** What a case says of itself, as it is read. */
type Head = { -readonly [K in keyof PlainHead]: PlainHead[K] };

function readOwn(line: Line, key: number, head: Head, met: number, last: LastPolicy): boolean {
  switch (key) {
    case ID:
      return (head.id = idAt(line)) !== '';
    case POLICY:
      return (head.policy = policyAt(line, last)) !== undefined;
    case HAPPENED_ON:
    case AS_OF:
      return readDay(line, head, (met & (1 << AS_OF)) !== 0);
    case ANALOGY:
      return (head.byAnalogy = nonBlank(line));
    default:
      return someText(line);
  }
}

/** The day whose law applies, once it was met, stands for the day of the facts as well, wherever that is written. */
function readDay(line: Line, head: Head, isKnown: boolean): boolean {
  const day = dayAt(line);
  if (!isKnown) head.day = day;
  return !Number.isNaN(day);
}

/** A sound id; empty where there is none. */
function idAt(line: Line): string {
  const from = quoted(line);
  if (from === DECLINED) return '';
  line.idFrom = from;
  line.idTo = line.at - 1;
  const id = textAt(line.bytes, from, line.idTo);
  return isPlainId(id) ? id : '';
}

/** Steps over a text that is not made of spaces alone. */
function nonBlank(line: Line): boolean {
  const from = quoted(line);
  return from !== DECLINED && textAt(line.bytes, from, line.at - 1).trim() !== '';
}

function policyAt(line: Line, last: LastPolicy): string | undefined {
  const from = quoted(line);
  const to = line.at - 1;
  if (from === DECLINED || to === from) return undefined;
  if (isWord(last.word, line.bytes, from, to)) return last.name;
  const name = textAt(line.bytes, from, to);
  if (name.trim() === '') return undefined;
  last.word = line.bytes.slice(from, to);
  last.name = name;
  return name;
}

function readBody(line: Line, head: PlainHead, layout: CaseLayout, stated: Stated): PlainCase | undefined {
  stated.count = 0;
  let met = 0;
  let recorded: ReturnType<typeof readLineRecord>;
  while (mark(line, COMMA)) {
    const key = keyOf(line, TOP);
    if (key === DECLINED || key === CASE || met & (1 << key)) return undefined;
    met |= 1 << key;
    if (key === FACTS && !readLineFacts(line, layout, stated)) return undefined;
    if (key === DETERMINATION && !(recorded = readLineRecord(line, layout))) return undefined;
  }
  if (!mark(line, CLOSE) || line.at !== line.end) return undefined;
  const to = stated.count;
  return { head, stated, shared: to, parties: [{ name: head.id, from: to, to, recorded }] };
}

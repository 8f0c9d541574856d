// In: a line of JSON as bytes, and the policy that it goes by. Out: the case, as numbers; undefined where another reader has to read it.
// Cases in bulk are written by programs, in one way: read here in a single pass without a tape. Anything rarer is left to the plain reader.
import { makeStated, type PlainCase, type PlainHead, type Stated } from '../../../model/plain-case.js';
import { isPlainId, type PlainCaseReader } from '../case/read-case.js';
import { textAt } from '../bytes.js';
import type { CaseLayout } from '../case/layout.js';
import { DECLINED, isWord } from '../scan.js';
import { CLOSE, COMMA, dayAt, keyOf, mapOf, mark, OPEN, quoted, someText, words, type Line } from './json.js';
import { readLineFacts } from './line-facts.js';
import { readLineRecord } from './line-record.js';

const TOP = words('case facts determination');
const [CASE, FACTS, DETERMINATION] = [0, 1, 2] as const;
const HEAD = words('id title policy happened_on as_of applied_by_analogy source note');
const [ID, TITLE, POLICY, HAPPENED_ON, AS_OF, ANALOGY] = [0, 1, 2, 3, 4, 5] as const;

/** Makes a reader of lines, whose bytes are sound UTF-8. A case is read where what it says of itself stands first. */
export function lineReader(): PlainCaseReader {
  const line: Line = { bytes: new Uint8Array(0), end: 0, at: 0, idFrom: 0, idTo: 0, bodyAt: 0 };
  const [stated, policies] = [makeStated(), { word: new Uint8Array(0), name: '' }];
  return {
    open: (bytes, from, to) => {
      line.bytes = bytes;
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

/** The policy that was named last, as bytes and as text: most often it is named again. */
interface LastPolicy {
  word: Uint8Array;
  name: string;
}

function readHead(line: Line, last: LastPolicy): PlainHead | undefined {
  let [id, policy] = [undefined as string | undefined, undefined as string | undefined];
  let [happened, asOf] = [undefined as number | undefined, undefined as number | undefined];
  let [titled, byAnalogy] = [false, false];
  const sound = mapOf(line, HEAD, (key) => {
    if (key === ID) return (id = idAt(line)) !== undefined;
    if (key === POLICY) return (policy = policyAt(line, last)) !== undefined;
    if (key === HAPPENED_ON) return !Number.isNaN((happened = dayAt(line)));
    if (key === AS_OF) return !Number.isNaN((asOf = dayAt(line)));
    titled ||= key === TITLE;
    byAnalogy ||= key === ANALOGY;
    return key === ANALOGY ? nonBlank(line) : someText(line);
  });
  if (!sound || id === undefined || !titled) return undefined;
  return { id, policy, day: asOf ?? happened, byAnalogy };
}

function idAt(line: Line): string | undefined {
  const from = quoted(line);
  if (from === DECLINED) return undefined;
  line.idFrom = from;
  line.idTo = line.at - 1;
  const id = textAt(line.bytes, from, line.idTo);
  return isPlainId(id) ? id : undefined;
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

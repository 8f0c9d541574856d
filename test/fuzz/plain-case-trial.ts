// One try of the quick reading of a case against the whole one: the same values of all nodes and the same record, or not its own.
import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import type { CaseRun } from '../../src/batch/case-run.js';
import { runCase } from '../../src/batch/case-run.js';
import { plainRunner, type PlainRunner } from '../../src/batch/plain-run.js';
import { compile } from '../../src/compile/compile.js';
import type { Table } from '../../src/compile/table.js';
import type { Policy } from '../../src/model/policy.js';
import { openCase } from '../../src/parse/case/open-case.js';
import { readCase } from '../../src/parse/case/read-case.js';
import { caseLayout, type CaseLayout } from '../../src/parse/plain/case/layout.js';
import { plainCaseReader, type PlainCaseReader } from '../../src/parse/plain/case/read-case.js';
import { lineReader } from '../../src/parse/plain/line/read-line.js';
import { readBytes } from '../../src/parse/yaml/read-bytes.js';
import type { PlainTrial } from './plain-trial.js';

interface Prepared {
  readonly table: Table;
  readonly layout: CaseLayout;
  readonly run: PlainRunner;
}

const PREPARED = new WeakMap<Policy, Prepared>();
const READER = plainCaseReader();
const LINE_READER = lineReader();

function prepare(policy: Policy): Prepared {
  const known = PREPARED.get(policy);
  if (known) return known;
  const table = compile(policy);
  const made = { table, layout: caseLayout(policy), run: plainRunner(table) };
  PREPARED.set(policy, made);
  return made;
}

/** All that a run says; a fact that is unknown has no number worth comparing. */
function told({ file, id, parties }: CaseRun): unknown {
  const each = parties.map(({ name, cells, recorded, faults }) => {
    const record = recorded && [recorded.outcome, recorded.choice ?? [], recorded.reason, recorded.differs];
    const states = [...cells.state];
    const numbers = [...cells.number].map((number, i) => (states[i] === 3 ? number : 0));
    const exact = states.map((state, i) => (state === 4 ? cells.exact[i]?.toFraction() : ''));
    return { name, record, states, numbers, exact, faults: faults.length };
  });
  return { file, id, each };
}

function quickly(reader: PlainCaseReader, bytes: Uint8Array, from: number, to: number, policy: Policy): unknown {
  const head = reader.open(bytes, from, to);
  const { layout, run } = prepare(policy);
  const kase = head && reader.read(head, layout);
  const result = kase && run('c', kase, kase.head.byAnalogy);
  return result && told(result);
}

/** How many cases were also taken as lines. */
export const LINES = { taken: 0 };

/** A case on a line among others; they have to be sound UTF-8, as of all lines that are read so. */
function quicklyAsLine(file: Uint8Array, policy: Policy): unknown {
  if (!isUtf8(file)) return undefined;
  const [among, from] = amid(file, '{"case":{"id":"an-0001","title":"前"}}\n', '\n{}');
  return quickly(LINE_READER, among, from, from + file.length, policy);
}

const fail = (why: string): never => {
  throw new Error(why);
};

/** The bytes with others before and behind them, and where they begin. */
function amid(bytes: Uint8Array, before: string, behind: string): readonly [Uint8Array, number] {
  const front = new TextEncoder().encode(before);
  return [Uint8Array.from([...front, ...bytes, ...new TextEncoder().encode(behind)]), front.length];
}

/** Reads a case both ways, and as a line; throws where they differ. The quick ways also take it from inside a longer text. */
export function tryPlainCase(file: Uint8Array, policy: Policy): PlainTrial {
  const text = readBytes(file, 'c', 256 * 1024);
  if (!text.ok) return quicklyAsLine(file, policy) === undefined ? 'refused' : fail('a line was taken that is refused');
  const written = new TextEncoder().encode(text.value.text);
  const own = quickly(READER, written, 0, written.length, policy);
  const [longer, from] = amid(written, '前：\n', '\n- 后');
  const within = quickly(READER, longer, from, from + written.length, policy);
  const line = quicklyAsLine(file, policy);
  const opened = openCase(file, 'c');
  const kase = opened.ok ? readCase(opened.value, policy) : opened;
  const run = kase.ok && kase.diagnostics.length === 0 && runCase(prepare(policy).table, kase.value, 'in-force');
  const sound = run && run.parties.every(({ faults }) => faults.length === 0);
  const whole = sound ? told(run) : undefined;
  for (const each of [own, within, line]) {
    if (each !== undefined && !isDeepStrictEqual(each, whole)) {
      fail(`read otherwise:\n${JSON.stringify(each)}\n${JSON.stringify(whole ?? kase)}`);
    }
  }
  if (line !== undefined && own !== undefined) LINES.taken += 1;
  if (own === undefined) return sound ? 'declined' : 'refused';
  return 'accepted';
}

// One try of the quick reading of a case against the whole one: the same values of all nodes and the same record, or not its own.
import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import type { CaseRun } from '../../src/batch/case-run.js';
import { runCase } from '../../src/batch/case-run.js';
import { plainRunner, type PlainRunner } from '../../src/batch/plain-run.js';
import { compile } from '../../src/compile/compile.js';
import type { Table } from '../../src/compile/table.js';
import type { PlainHead } from '../../src/model/plain-case.js';
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
  readonly reader: PlainCaseReader;
  readonly lineReader: PlainCaseReader;
}

const PREPARED = new WeakMap<Policy, Prepared>();

/** What reads and runs cases of a policy, one after the other; a policy that is read anew has others. */
function prepare(policy: Policy): Prepared {
  const known = PREPARED.get(policy);
  if (known) return known;
  const table = compile(policy);
  const readers = { reader: plainCaseReader(), lineReader: lineReader() };
  const made = { table, layout: caseLayout(policy), run: plainRunner(table), ...readers };
  PREPARED.set(policy, made);
  return made;
}

/** What a case says of itself, and all that its run says; a fact that is unknown has no number worth comparing. */
function told({ id: own, policy, day, byAnalogy }: PlainHead, { file, id, parties }: CaseRun): unknown {
  const each = parties.map(({ name, cells, recorded, faults }) => {
    const record = recorded && [recorded.outcome, recorded.choice ?? [], recorded.reason, recorded.differs];
    const states = [...cells.state];
    const numbers = [...cells.number].map((number, i) => (states[i] === 3 ? number : 0));
    const exact = states.map((state, i) => (state === 4 ? cells.exact[i]?.toFraction() : ''));
    return { name, record, states, numbers, exact, faults: faults.length };
  });
  return { head: [own, policy, day, byAnalogy], file, id, each };
}

function quickly(reader: PlainCaseReader, bytes: Uint8Array, from: number, to: number, policy: Policy): unknown {
  const head = reader.open(bytes, from, to);
  const { layout, run } = prepare(policy);
  const kase = head && reader.read(head, layout);
  const result = kase && run('c', kase, kase.head.byAnalogy);
  return result && told(kase.head, result);
}

/** How many cases were also taken as lines. */
export const LINES = { taken: 0 };

/** A case on a line among others; they have to be sound UTF-8, as of all lines that are read so. */
function quicklyAsLine(file: Uint8Array, policy: Policy): unknown {
  if (!isUtf8(file)) return undefined;
  const [among, from] = amid(file, BEFORE, BEHIND[file.length % BEHIND.length]!);
  return quickly(prepare(policy).lineReader, among, from, from + file.length, policy);
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const BEFORE = encoded('{"case":{"id":"an-0001","title":"前"}}\n');
/** What can stand behind a line: a break of either kind, or nothing. */
const BEHIND = ['\n{}', '\r\n{}', ''].map(encoded);
const [ABOVE, BELOW] = [encoded('前：\n'), encoded('\n- 后')] as const;

/** The bytes with others before and behind them, and where they begin. */
function amid(bytes: Uint8Array, before: Uint8Array, behind: Uint8Array): readonly [Uint8Array, number] {
  const all = new Uint8Array(before.length + bytes.length + behind.length);
  all.set(before);
  all.set(bytes, before.length);
  all.set(behind, before.length + bytes.length);
  return [all, before.length];
}

/** A case as a file, by itself and from inside a longer text. */
function quicklyAsFile(file: Uint8Array, policy: Policy): unknown {
  const text = readBytes(file, 'c', 256 * 1024);
  if (!text.ok) return undefined;
  const { reader } = prepare(policy);
  const written = encoded(text.value.text);
  const own = quickly(reader, written, 0, written.length, policy);
  const [longer, from] = amid(written, ABOVE, BELOW);
  const within = quickly(reader, longer, from, from + written.length, policy);
  if (!isDeepStrictEqual(own, within))
    throw new Error(`read by what stands around it:\n${JSON.stringify([own, within])}`);
  return own;
}

/** What the whole loader makes of a case; nothing where it is refused, or anything is found about it. */
function wholly(file: Uint8Array, policy: Policy): unknown {
  const opened = openCase(file, 'c');
  const kase = opened.ok ? readCase(opened.value, policy) : opened;
  if (!opened.ok || !kase.ok || kase.diagnostics.length > 0) return undefined;
  const run = runCase(prepare(policy).table, kase.value, 'in-force');
  if (run.parties.some(({ faults }) => faults.length > 0)) return undefined;
  const { id, policy: named, asOf, happenedOn, appliedByAnalogy } = opened.value.head;
  return told({ id, policy: named, day: asOf ?? happenedOn, byAnalogy: appliedByAnalogy !== undefined }, run);
}

/** Throws where a case was read quickly otherwise than wholly. */
function compare(quick: unknown, whole: unknown): void {
  if (quick === undefined || isDeepStrictEqual(quick, whole)) return;
  throw new Error(`read otherwise:\n${JSON.stringify(quick)}\n${JSON.stringify(whole ?? 'refused')}`);
}

/** Reads a case both ways, and as a line; throws where they differ. */
export function tryPlainCase(file: Uint8Array, policy: Policy): PlainTrial {
  const whole = wholly(file, policy);
  const line = quicklyAsLine(file, policy);
  compare(line, whole);
  const own = quicklyAsFile(file, policy);
  compare(own, whole);
  if (line !== undefined && own !== undefined) LINES.taken += 1;
  if (own === undefined) return whole === undefined ? 'refused' : 'declined';
  return 'accepted';
}

/** Whether a quick reading takes a case; throws where the whole loader reads it otherwise. What is left is not looked at, which takes no time. */
function taken(quick: unknown, file: Uint8Array, policy: Policy): boolean {
  if (quick !== undefined) compare(quick, wholly(file, policy));
  return quick !== undefined;
}

/** Whether the reader of lines takes a case, and as the whole loader does. */
export function tryLine(file: Uint8Array, policy: Policy): boolean {
  return taken(quicklyAsLine(file, policy), file, policy);
}

/** Whether the plain reader takes a case, and as the whole loader does. */
export function tryFile(file: Uint8Array, policy: Policy): boolean {
  return taken(quicklyAsFile(file, policy), file, policy);
}

// One try of the quick reading of a case against the whole one: the same values of all nodes and the same record, or not its own.
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
import { plainCaseReader } from '../../src/parse/plain/case/read-case.js';
import { readBytes } from '../../src/parse/yaml/read-bytes.js';
import type { PlainTrial } from './plain-trial.js';

interface Prepared {
  readonly table: Table;
  readonly layout: CaseLayout;
  readonly run: PlainRunner;
}

const PREPARED = new WeakMap<Policy, Prepared>();
const READER = plainCaseReader();

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

function quickly(text: string, from: number, to: number, policy: Policy): unknown {
  const head = READER.open(text, from, to);
  const { layout, run } = prepare(policy);
  const kase = head && READER.read(head, layout);
  const result = kase && run('c', kase, kase.head.byAnalogy);
  return result && told(result);
}

/** Reads a case both ways; throws where they differ. The quick way also takes it from inside a longer text. */
export function tryPlainCase(file: Uint8Array, policy: Policy): PlainTrial {
  const text = readBytes(file, 'c', 256 * 1024);
  if (!text.ok) return 'refused';
  const written = text.value.text;
  const own = quickly(written, 0, written.length, policy);
  const within = quickly(`前：\n${written}\n- 后`, 3, written.length + 3, policy);
  const opened = openCase(file, 'c');
  const kase = opened.ok ? readCase(opened.value, policy) : opened;
  const run = kase.ok && kase.diagnostics.length === 0 && runCase(prepare(policy).table, kase.value, 'in-force');
  const sound = run && run.parties.every(({ faults }) => faults.length === 0);
  const whole = sound ? told(run) : undefined;
  for (const each of [own, within]) {
    if (each !== undefined && !isDeepStrictEqual(each, whole)) {
      throw new Error(`read otherwise:\n${JSON.stringify(each)}\n${JSON.stringify(whole ?? kase)}`);
    }
  }
  if (own === undefined) return sound ? 'declined' : 'refused';
  return 'accepted';
}

// In: the bytes of a case. Out: the run of the case under its policy, read quickly; nothing where the whole loader has to read it.
import { dirname } from 'node:path';
import { isOutOfTimeAllowed, type CaseRun } from '../../batch/case-run.js';
import { plainRunner, type PlainRunner } from '../../batch/plain-run.js';
import type { Table } from '../../compile/table.js';
import type { PlainHead } from '../../model/plain-case.js';
import { START } from '../../model/source.js';
import type { OpenedCase } from '../../parse/case/open-case.js';
import { caseLayout, type CaseLayout } from '../../parse/plain/case/layout.js';
import { plainCaseReader, type PlainCaseReader } from '../../parse/plain/case/read-case.js';
import { lineReader } from '../../parse/plain/line/read-line.js';
import type { Applied, PolicyShelf } from '../policies.js';
import { isPath } from '../shipped.js';

/** A case that was read quickly under one policy: the values are used again for the next one. */
export interface QuickRun {
  readonly table: Table;
  readonly run: CaseRun;
}

/** A case that was read quickly, also under the policy that the run compares with, where that is a version of its own. */
export interface QuickCase extends QuickRun {
  readonly before?: QuickRun;
}

/** Where a case stands: bytes of sound UTF-8 from `from` up to `to`, a line of JSON or a whole file whose characters have been checked. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly isLine: boolean;
}

/** Reads the case that stands in a stretch. `path` is where policies that it names by path are looked for. */
export type QuickReader = (at: Stretch, file: string, path: string) => QuickCase | undefined;

interface Prepared extends Applied {
  readonly layout: CaseLayout;
  readonly runner: PlainRunner;
}

/**
 * Prepares to read cases quickly, under the policy that is named outright or under the ones that they name, and under the one
 * to compare with. A case that is not plain under both is read under neither.
 */
export function quickReader(shelf: PolicyShelf, outright?: string, against?: string): QuickReader {
  const [plain, lines] = [plainCaseReader(), lineReader()];
  const preparedFor = policyFinder(shelf, outright);
  const olderFor = against === undefined ? undefined : policyFinder(shelf, against);
  return ({ bytes, from, to, isLine }, file, path) => {
    const reader = isLine ? lines : plain;
    const head = reader.open(bytes, from, to);
    const prepared = head && preparedFor(head, path);
    const now = prepared && runUnder(prepared, head, file, reader);
    if (!now || !olderFor) return now;
    const older = olderFor(head, path);
    if (!older) return undefined;
    if (outright === undefined && older.table.policy.id !== now.table.policy.id) return now;
    const before = runUnder(older, head, file, reader);
    return before && { ...now, before };
  };
}

function runUnder(own: Prepared, head: PlainHead, file: string, reader: PlainCaseReader): QuickRun | undefined {
  const kase = reader.read(head, own.layout);
  if (!kase) return undefined;
  const allowed = isOutOfTimeAllowed(own.application, head.byAnalogy ? '' : undefined);
  const run = own.runner(file, kase, allowed);
  return run && { table: own.table, run };
}

/** How many answers of the shelf are kept: it is asked by policy, day and, where the policy is named by a path, folder. */
const MOST_KEPT = 10_000;

type PolicyFinder = (head: PlainHead, path: string) => Prepared | undefined;

function policyFinder(shelf: PolicyShelf, outright: string | undefined): PolicyFinder {
  const tables = new Map<Table, Pick<Prepared, 'layout' | 'runner'>>();
  const keyOf = keyFor(outright);
  const kept = new Map<string, Prepared | undefined>();
  const prepare = (applied: Applied): Prepared => {
    const { table } = applied;
    const { policy } = table;
    const known = tables.get(table) ?? { layout: caseLayout(policy), runner: plainRunner(table) };
    tables.set(table, known);
    return { ...applied, ...known };
  };
  return (head, path) => {
    const key = keyOf(head, path);
    if (kept.has(key)) return kept.get(key);
    const applied = shelf.forCase(asOpened(head), path, outright);
    const prepared = applied.ok ? prepare(applied.value) : undefined;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, prepared);
    return prepared;
  };
}

/** A policy that is named by its id has the version of the day, however it came to be named. */
function keyFor(outright: string | undefined): (head: PlainHead, path: string) => string {
  if (outright !== undefined) return isPath(outright) ? () => '' : ({ day }) => String(day);
  return ({ policy = '', day }, path) => `${policy}\n${String(day)}\n${isPath(policy) ? dirname(path) : ''}`;
}

/** As much of an opened case as the shelf looks at; what it would say of a faulty one is not heard. */
function asOpened({ id, policy, day }: PlainHead): OpenedCase {
  return {
    head: {
      id,
      title: '',
      ...(policy === undefined ? {} : { policy }),
      ...(day === undefined ? {} : { asOf: day }),
      at: START,
      dayAt: START,
    },
    tree: { kind: 'map', entries: new Map(), flow: false, at: START },
    source: { name: '', lines: [], digest: '' },
  };
}

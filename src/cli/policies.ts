// In: the name of a policy, as a case or a person gives it. Out: the compiled version that applies.
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { dateText } from '../model/calendar.js';
import { lawDay } from '../model/case.js';
import type { Code } from '../model/codes/index.js';
import type { Application } from '../model/determination.js';
import { diagnose, type Diagnostic, type Result } from '../model/diagnostic.js';
import { compile } from '../compile/compile.js';
import { buildDiagrams, type Diagrams } from '../diagram/build.js';
import { contains } from '../evaluate/faults.js';
import type { Table } from '../compile/table.js';
import type { OpenedCase } from '../parse/case/open-case.js';
import { missingPolicy } from '../parse/case/open-case.js';
import { child } from '../parse/yaml/tree.js';
import type { Host } from './host.js';
import { readPolicyFile } from './policy-file.js';
import { aboutFile } from './read-file.js';
import { isPath, nearId, shippedFiles, type ShippedFile } from './shipped.js';

/** A policy to apply, and in what way it came to be applied. */
export interface Applied {
  readonly table: Table;
  readonly application: Application;
}

/** Finds policies; each file is read and compiled once. */
export interface PolicyShelf {
  /** The diagrams of a policy, built when a case first asks; none where they are too large. */
  readonly diagramsOf: (table: Table) => () => Diagrams | undefined;
  /** What keeps a policy that is named outright from being used for any case at all. */
  readonly faultsOf: (name: string) => readonly Diagnostic[];
  /** The policy of a case: named outright on the command line, or by the case itself. */
  readonly forCase: (opened: OpenedCase, casePath: string, outright: string | undefined) => Result<Applied>;
}

/** A path that a case may name: relative, and of a policy file. Messages show lines of it, so it must not be any file at all. */
function isPolicyPath(name: string): boolean {
  return !isAbsolute(name) && /\.(?:ya?ml|json)$/u.test(name);
}

/** Opens the shelf of shipped policies. */
export function policyShelf(host: Host): PolicyShelf {
  const read = new Map<string, Result<Table>>();
  let known: Result<readonly ShippedFile[]> | undefined;
  const shipped = (): Result<readonly ShippedFile[]> => (known ??= shippedFiles(host));
  const open = (path: string, name: string): Result<Table> => {
    const before = read.get(path);
    if (before) return before;
    const policy = readPolicyFile(host.fs, path, name);
    const table: Result<Table> = policy.ok ? { ...policy, value: compile(policy.value) } : policy;
    read.set(path, table);
    return table;
  };
  const forCase: PolicyShelf['forCase'] = (opened, casePath, outright) => {
    const name = outright ?? opened.head.policy;
    if (name === undefined) return missingPolicy(opened);
    const application: Application = outright === undefined ? 'in-force' : 'outright';
    if (isPath(name)) {
      if (outright === undefined && !isPolicyPath(name)) {
        const at = child(child(opened.tree, 'case'), 'policy')?.at ?? opened.head.at;
        return { ok: false, diagnostics: [diagnose('case/unknown-policy', opened.source, at, { name, near: '' })] };
      }
      const path = outright === undefined ? resolve(dirname(casePath), name) : name;
      return applied(open(path, outright ?? join(dirname(casePath), name)), application);
    }
    const listed = shipped();
    return listed.ok ? applied(version(name, opened, application, listed.value, open), application) : listed;
  };
  const faultsOf: PolicyShelf['faultsOf'] = (name) => {
    if (isPath(name)) return open(name, name).diagnostics;
    const listed = shipped();
    if (!listed.ok) return listed.diagnostics;
    const versions = versionsOf(name, listed.value, open);
    if (!versions.ok || versions.value.length > 0) return versions.diagnostics;
    return aboutFile('cli/unknown-policy', name, { near: nearId(name, listed.value) }).diagnostics;
  };
  return { forCase, diagramsOf: diagramsOnce(), faultsOf };
}

function diagramsOnce(): PolicyShelf['diagramsOf'] {
  const built = new Map<Table, Diagrams | undefined>();
  return (table) => () => {
    const diagrams = built.has(table) ? undefined : buildDiagrams(table);
    if (diagrams) built.set(table, 'tooLarge' in diagrams ? undefined : diagrams);
    return built.get(table);
  };
}

function applied(table: Result<Table>, application: Application): Result<Applied> {
  return table.ok ? { ...table, value: { table: table.value, application } } : table;
}

type OpenPolicy = (path: string, name: string) => Result<Table>;

/** All shipped versions of a policy; none where no file has one of this id. */
function versionsOf(id: string, shipped: readonly ShippedFile[], open: OpenPolicy): Result<readonly Table[]> {
  const tables = shipped.filter(({ ids }) => ids.includes(id)).map(({ path, name }) => open(path, name));
  const faulty = tables.find((table) => !table.ok);
  if (faulty) return faulty;
  const versions = tables.flatMap((table) => (table.ok && table.value.policy.id === id ? [table.value] : []));
  return read(versions);
}

function read<T>(value: T): Result<T> {
  return { ok: true, value, diagnostics: [] };
}

/** The shipped version of a policy that is in force on the day of the case. What is wrong is shown where its name was written. */
function version(
  id: string,
  opened: OpenedCase,
  application: Application,
  shipped: readonly ShippedFile[],
  open: OpenPolicy,
): Result<Table> {
  const at = child(child(opened.tree, 'case'), 'policy')?.at ?? opened.head.at;
  const refuse = (code: Code, words: Record<string, string>): Result<never> =>
    application === 'outright'
      ? aboutFile(code === 'case/unknown-policy' ? 'cli/unknown-policy' : code, id, words)
      : { ok: false, diagnostics: [diagnose(code, opened.source, at, { name: id, ...words })] };
  const found = versionsOf(id, shipped, open);
  if (!found.ok) return found;
  const versions = found.value;
  if (versions.length === 0) return refuse('case/unknown-policy', { near: nearId(id, shipped) });
  if (versions.length === 1) return read(versions[0]!);
  const day = lawDay(opened.head);
  const current = versions.filter(({ policy }) =>
    day === undefined ? policy.inForce.to === undefined : contains(policy.inForce, day),
  );
  if (current.length === 1) return read(current[0]!);
  if (day === undefined) return refuse('case/which-version', {});
  const words = { day: dateText(day), files: current.map(({ policy }) => policy.source.name).join(' ') };
  return refuse(current.length === 0 ? 'case/no-version' : 'case/several-versions', words);
}

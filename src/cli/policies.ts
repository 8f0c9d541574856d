// In: the name of a policy, as a case or a person gives it. Out: the compiled version that applies.
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { dateText } from '../model/calendar.js';
import { lawDay } from '../model/case.js';
import type { Application } from '../model/determination.js';
import { diagnose, type Diagnostic, type Result } from '../model/diagnostic.js';
import { compile } from '../compile/compile.js';
import { buildDiagrams, type Diagrams } from '../diagram/build.js';
import { contains } from '../evaluate/faults.js';
import type { Table } from '../compile/table.js';
import type { OpenedCase } from '../parse/case/open-case.js';
import { missingPolicy } from '../parse/case/open-case.js';
import { nearest } from '../parse/nearest.js';
import { LIMITS } from '../parse/yaml/read-bytes.js';
import { child } from '../parse/yaml/tree.js';
import type { Host } from './host.js';
import { readPolicyFile } from './policy-file.js';
import { aboutFile, errorName, readFile } from './read-file.js';

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

/** Whether a policy's name is a path and not an id. */
export function isPath(name: string): boolean {
  return /[\\/]/u.test(name) || /\.(?:ya?ml|json)$/u.test(name);
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
    const ids = listed.value.flatMap((file) => file.ids);
    if (ids.includes(name)) return [];
    return aboutFile('case/unknown-policy', name, { near: nearId(name, ids) }).diagnostics;
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

/** The id that is meant: the nearest, or else the only one that has what was written in it. */
function nearId(written: string, ids: readonly string[]): string {
  const [only, ...more] = new Set(ids.filter((id) => written.length > 2 && id.includes(written)));
  return nearest(written, ids) || (more.length === 0 ? (only ?? '') : '');
}

/** The shipped version of a policy that is in force on the day of the case. What is wrong is shown where its name was written. */
function version(
  id: string,
  opened: OpenedCase,
  application: Application,
  shipped: readonly ShippedFile[],
  open: (path: string, name: string) => Result<Table>,
): Result<Table> {
  const at = child(child(opened.tree, 'case'), 'policy')?.at ?? opened.head.at;
  const refuse = (code: Parameters<typeof diagnose>[0], words: Record<string, string>): Result<never> =>
    application === 'outright'
      ? aboutFile(code, id, words)
      : { ok: false, diagnostics: [diagnose(code, opened.source, at, { name: id, ...words })] };
  const files = shipped.filter(({ ids }) => ids.includes(id));
  if (files.length === 0)
    return refuse('case/unknown-policy', {
      near: nearId(
        id,
        shipped.flatMap(({ ids }) => ids),
      ),
    });
  const tables = files.map(({ path, name }) => open(path, name));
  const faulty = tables.find((table) => !table.ok);
  if (faulty) return faulty;
  const versions = tables.flatMap((table) => (table.ok && table.value.policy.id === id ? [table] : []));
  if (versions.length === 0) return refuse('case/unknown-policy', {});
  if (versions.length === 1) return versions[0]!;
  const day = lawDay(opened.head);
  const current = versions.filter(({ value: { policy } }) =>
    day === undefined ? policy.inForce.to === undefined : contains(policy.inForce, day),
  );
  if (current.length === 1) return current[0]!;
  if (day === undefined) return refuse('case/which-version', {});
  const words = { day: dateText(day), files: current.map(({ value }) => value.policy.source.name).join(' ') };
  return refuse(current.length === 0 ? 'case/no-version' : 'case/several-versions', words);
}

interface ShippedFile {
  readonly path: string;
  readonly name: string;
  readonly ids: readonly string[];
}

/** Everything that looks like an id in a policy's text; whether it is the policy's is known once the file is read. */
const IDS = /(?:^|[\s{,])id: *["']?([^"'\s,#}]+)/gmu;

/** The files under `policies/` with the ids that each may declare, found without reading them as policies. */
function shippedFiles(host: Host): Result<readonly ShippedFile[]> {
  const names = namesIn(host);
  if (!names.ok) return names;
  const files = names.value.flatMap((name): ShippedFile[] => {
    const path = join(host.home, 'policies', name);
    const bytes = readFile(host.fs, path, LIMITS.policy);
    const ids = bytes.ok ? [...new TextDecoder().decode(bytes.value).matchAll(IDS)].map((match) => match[1]!) : [];
    return ids.length === 0 ? [] : [{ path, name: `policies/${name}`, ids }];
  });
  return { ok: true, value: files, diagnostics: [] };
}

function namesIn({ fs, home }: Host): Result<readonly string[]> {
  const folder = join(home, 'policies');
  try {
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    return { ok: true, value: names.sort(), diagnostics: [] };
  } catch (error) {
    return aboutFile('cli/not-readable', folder, { why: errorName(error) });
  }
}

// In: findings with witnesses. Out: a case file for each, in one folder. A file that this did not write, or that was changed since, is never overwritten.
import { createHash } from 'node:crypto';
import { dirname, join, relative, sep } from 'node:path';
import type { Diagnostic, Result } from '../model/diagnostic.js';
import type { Policy } from '../model/policy.js';
import { LIMITS } from '../parse/yaml/read-bytes.js';
import { witnessCase } from '../report/check/witness-case.js';
import { aboutFile, readFile } from './read-file.js';
import type { Session } from './session.js';
import { writeFile } from './write-file.js';

/** A policy with what was found in it. */
export interface Witnessed {
  /** The path of its file; `-` is standard input. */
  readonly path: string;
  /** How a case names the policy from anywhere, where its id is enough; else cases name it by its path. */
  readonly id?: string | undefined;
  readonly policy: Policy;
  readonly findings: readonly Diagnostic[];
}

/** How many were written, and what went wrong with the others. */
export interface Written {
  readonly count: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes every witness into a folder. The same findings give the same names and the same bytes. */
export function writeWitnesses(found: readonly Witnessed[], folder: string, session: Session): Written {
  const taken = new Set<string>();
  const results = found.flatMap(({ path, id: byId, policy, findings }) =>
    findings
      .filter(({ witness }) => witness !== undefined)
      .map((finding) => {
        const id = freshId(policy.id, finding, taken);
        const named = byId ?? (path === '-' ? policy.id : portable(relative(folder, path)));
        const text = witnessCase(finding, { id, policy: named, language: session.language });
        return write(join(folder, `${id}.yaml`), text, session);
      }),
  );
  return {
    count: results.filter(({ ok }) => ok).length,
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The longest id that a case may have. */
const LONGEST = 64;

/** The policy, the code and the subject, as an id: `demo-conflict-不予容错-免责`; numbered where two would be alike. */
function freshId(policy: string, { code, subject }: Diagnostic, taken: Set<string>): string {
  const parts = [policy, code.slice(code.indexOf('/') + 1), subject?.at ?? '', subject?.part ?? ''];
  const words = parts.map((part) => part.normalize('NFKC').replaceAll(/[^\p{L}\p{Nd}_.-]+/gu, '-'));
  const whole = [...words.filter((word) => word !== '').join('-')];
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${String(n)}`;
    const id =
      whole
        .slice(0, LONGEST - end.length)
        .join('')
        .replace(/\.$/u, '_') + end;
    if (taken.has(id.toLowerCase())) continue;
    taken.add(id.toLowerCase());
    return id;
  }
}

function write(path: string, text: string, { host }: Session): Result<void> {
  const schema = portable(relative(dirname(path), join(host.home, 'schema', 'case.schema.json')));
  const signed = sign(`# yaml-language-server: $schema=${schema}\n`, text);
  const old = readFile(host.fs, path, LIMITS.case);
  const free = old.ok
    ? isOurs(new TextDecoder().decode(old.value))
    : old.diagnostics.some(({ code }) => code === 'cli/not-found');
  if (!free) return aboutFile('cli/not-ours', path);
  return writeFile(host.fs, path, signed, host.pid);
}

const SIGNATURE = '# caijue check --witness sha256:';

function sign(head: string, text: string): string {
  return `${head}${SIGNATURE}${digest(text)}\n${text}`;
}

/** Whether a text is as it was written here: its signature is that of the lines below it. */
function isOurs(text: string): boolean {
  const [, signature, rest] = /^[^\n]*\n([^\n]*)\n([\s\S]*)$/u.exec(text) ?? [];
  return rest !== undefined && signature === SIGNATURE + digest(rest);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A relative path with slashes, as files name each other. */
function portable(path: string): string {
  return path.split(sep).join('/');
}

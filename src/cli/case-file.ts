// In: the bytes of a case file. Out: the case opened, with the policy that applies to it; and the command that derives it again.
import { diagnose, type Result } from '../model/diagnostic.js';
import { START, type Source } from '../model/source.js';
import { openCase, type OpenedCase } from '../parse/case/open-case.js';
import type { Applied, PolicyShelf } from './policies.js';
import { quoted } from './quoted.js';

/** A case together with its policy, before its facts are read. */
export interface CaseFile extends Applied {
  readonly opened: OpenedCase;
}

/** Opens a case and finds its policy. `path` is where the policies that it names by path are looked for. */
export function openCaseFile(
  bytes: Uint8Array,
  name: string,
  path: string,
  outright: string | undefined,
  shelf: PolicyShelf,
): Result<CaseFile> {
  const opened = openCase(bytes, name);
  if (!opened.ok) return opened;
  const applied = shelf.forCase(opened.value, path, outright);
  if (!applied.ok) return behindPolicy(applied, opened.value.source, outright ?? opened.value.head.policy);
  return { ok: true, value: { opened: opened.value, ...applied.value }, diagnostics: [] };
}

/** Faults of a policy file are told together with the case that they keep from being determined; that there is no such policy says enough. */
function behindPolicy(failed: Result<unknown>, source: Source, policy = ''): Result<never> {
  const { diagnostics } = failed;
  const own = diagnostics.every(({ code, place }) => place.file === source.name || code.startsWith('case/'));
  const behind = diagnose('case/policy-at-fault', source, START, { name: policy });
  return { ok: false, diagnostics: own ? diagnostics : [...diagnostics, behind] };
}

/** The words that derive the same again; paths are quoted as a POSIX shell reads them. */
export function commandOf(path: string, policy: string | undefined): string {
  return ['caijue decide', quoted(path), ...(policy === undefined ? [] : ['--policy', quoted(policy)])].join(' ');
}

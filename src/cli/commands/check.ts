// `caijue check`: validates policies by reading and by proof; every proof comes with a case that shows it.
import { createHash } from 'node:crypto';
import { examine } from '../../check/check-policy.js';
import { readPolicy } from '../../parse/policy/read-policy.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Policy } from '../../model/policy.js';
import { toldIn, type CheckReport, type ExaminedFile } from '../../report/check/examined.js';
import type { CheckFormat, CheckOptions } from '../check-options.js';
import { findFiles } from '../find-files.js';
import { filesBelow, readPartFile, readPolicyFile } from '../policy-file.js';
import { openLibrary, type Library } from '../shipped.js';
import { exitCodeOf, graver, type ExitCode, type Session } from '../session.js';
import type { Written } from '../witnesses.js';

/** A file that was examined, and its policy where it could be read. */
interface Examined {
  readonly path: string;
  /** How a case names the policy from anywhere, where its id is enough. */
  readonly id?: string | undefined;
  readonly file: ExaminedFile;
  readonly policy?: Policy;
}

/** Checks files, all policies below folders, and those that patterns match; a faulty one never hides the others. */
export async function check(words: readonly string[], options: CheckOptions, session: Session): Promise<ExitCode> {
  const { host, language, engine } = session;
  const library = openLibrary(host);
  const found = findFiles(words, host.fs, library.pathsOf);
  const examined: Examined[] = [];
  for (const path of found.files) examined.push(await examineFile(path, library, session));
  const each = eachOnce(examined);
  const shown = options.witness === undefined ? undefined : await witnessed(each, options.witness, session);
  const denyWarnings = options.denyWarnings === true;
  const lost = [...found.diagnostics, ...(shown?.diagnostics ?? [])];
  const files = each.map(({ file }) => file);
  const report: CheckReport = { files, lost, language, engine, denyWarnings, digest, witnesses: shown?.count };
  host.out(await written(report, options.json === true ? 'json' : (options.format ?? 'text'), session));
  const told = toldIn(report);
  return graver(exitCodeOf(told), denyWarnings && told.length > 0 ? 1 : 0);
}

/** A part is read by itself, and proved with each policy that includes it. */
async function examineFile(path: string, library: Library, { host }: Session): Promise<Examined> {
  const { name, id } = library.fileAt(path) ?? { name: path === '-' ? '<stdin>' : path };
  const stdin = path === '-' ? await host.stdin() : undefined;
  const read = stdin ? readPolicy(stdin, name, filesBelow(host.fs, '.')) : readPolicyFile(host.fs, path, name);
  if (read.ok) return { path, id, policy: read.value, file: { name, isPart: false, ...examine(read.value) } };
  const isPart = path !== '-' && read.diagnostics.some(({ code }) => code === 'parse/part-alone');
  const told = isPart ? readPartFile(host.fs, path).diagnostics : read.diagnostics;
  return { path, file: { name, isPart, told: told.map((one) => withNearId(one, path, library)), silenced: [] } };
}

/** A word that is no file may have been meant as the id of a policy. */
function withNearId(finding: Diagnostic, word: string, { near }: Library): Diagnostic {
  return finding.code === 'cli/not-found' ? { ...finding, words: { ...finding.words, near: near(word) } } : finding;
}

/** Every finding once: what is wrong with a part is found again with each policy that includes it. */
function eachOnce(examined: readonly Examined[]): Examined[] {
  const seen = new Set<string>();
  const fresh = (finding: Diagnostic): boolean => seen.size < seen.add(JSON.stringify(finding)).size;
  return examined.map((one) => ({ ...one, file: { ...one.file, told: one.file.told.filter(fresh) } }));
}

async function witnessed(examined: readonly Examined[], folder: string, session: Session): Promise<Written> {
  const { writeWitnesses } = await import('../witnesses.js');
  const policies = examined.flatMap(({ path, id, policy, file: { told, silenced } }) =>
    policy ? [{ path, id, policy, findings: [...told, ...silenced.map(({ finding }) => finding)] }] : [],
  );
  return writeWitnesses(policies, folder, session);
}

/** Only the reporter that is asked for is loaded. */
async function written(report: CheckReport, format: CheckFormat, session: Session): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../report/check/json.js')).checkJson(report);
    case 'sarif':
      return (await import('../../report/check/sarif.js')).checkSarif(report);
    case 'junit':
      return (await import('../../report/check/junit.js')).checkJunit(report);
    case 'github':
      return (await import('../../report/check/github.js')).checkGithub(report);
    case 'text':
      return (await import('../../report/check/text.js')).checkText(report, session.paint);
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

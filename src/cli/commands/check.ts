// `caijue check`: validates policies by reading and by proof; every proof comes with a case that shows it.
import { createHash } from 'node:crypto';
import { examine } from '../../check/check-policy.js';
import { readPolicy } from '../../parse/policy/read-policy.js';
import type { CheckReport, ExaminedFile } from '../../report/check/examined.js';
import type { CheckFormat, CheckOptions } from '../check-options.js';
import { findFiles } from '../find-files.js';
import { filesBelow, readPartFile, readPolicyFile } from '../policy-file.js';
import { exitCodeOf, graver, type ExitCode, type Session } from '../session.js';

/** Checks files, all policies below folders, and those that patterns match; a faulty one never hides the others. */
export async function check(words: readonly string[], options: CheckOptions, session: Session): Promise<ExitCode> {
  const { host, language, engine } = session;
  const found = findFiles(words, host.fs);
  const examined: ExaminedFile[] = [];
  for (const path of found.files) examined.push(await examineFile(path, session));
  const files = eachOnce(examined);
  const denyWarnings = options.denyWarnings === true;
  const report: CheckReport = { files, lost: found.diagnostics, language, engine, denyWarnings, digest };
  host.out(await written(report, options.json === true ? 'json' : (options.format ?? 'text'), session));
  const told = [...found.diagnostics, ...files.flatMap((file) => file.told)];
  return graver(exitCodeOf(told), denyWarnings && told.length > 0 ? 1 : 0);
}

/** A part is read by itself, and proved with each policy that includes it. */
async function examineFile(path: string, { host }: Session): Promise<ExaminedFile> {
  const name = path === '-' ? '<stdin>' : path;
  const policy =
    path === '-' ? readPolicy(await host.stdin(), name, filesBelow(host.fs, '.')) : readPolicyFile(host.fs, path);
  if (policy.ok) return { name, isPart: false, ...examine(policy.value) };
  const isPart = path !== '-' && policy.diagnostics.some(({ code }) => code === 'parse/part-alone');
  return { name, isPart, told: isPart ? readPartFile(host.fs, path).diagnostics : policy.diagnostics, silenced: [] };
}

/** Every finding once: what is wrong with a part is found again with each policy that includes it. */
function eachOnce(files: readonly ExaminedFile[]): ExaminedFile[] {
  const seen = new Set<string>();
  return files.map((file) => ({
    ...file,
    told: file.told.filter((finding) => {
      const key = JSON.stringify(finding);
      const fresh = !seen.has(key);
      seen.add(key);
      return fresh;
    }),
  }));
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

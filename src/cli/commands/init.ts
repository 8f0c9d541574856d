// `caijue init`: a sample policy and case, their schemas, a workflow and a pre-commit sample, which work as they are. Nothing is overwritten.
import { join } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.js';
import { printable } from '../../report/printable.js';
import { quoted } from '../quoted.js';
import { aboutFile, readFile } from '../read-file.js';
import { exitCodeOf, tell, type ExitCode, type Session } from '../session.js';
import { writeFile } from '../write-file.js';

/** What is made, and from which file of the tool. */
const FILES: readonly (readonly [target: string, source: string])[] = [
  ['policies/shili.yaml', 'docs/samples/policies/shili.yaml'],
  ['cases/shili-001.yaml', 'docs/samples/cases/shili-001.yaml'],
  ['schema/policy.schema.json', 'schema/policy.schema.json'],
  ['schema/case.schema.json', 'schema/case.schema.json'],
  ['.github/workflows/caijue.yaml', 'docs/samples/github/caijue.yaml'],
  ['.pre-commit-config.yaml', 'docs/samples/pre-commit-config.yaml'],
];

/** The largest of these files. */
const LIMIT = 1024 * 1024;

const WORDS = {
  zh: { made: '写出', next: '下一步：' },
  en: { made: 'made', next: 'next:' },
} as const;

/** Makes the files that are not there yet in a folder, and says which, and what to run next. */
export function init(folder: string, session: Session): ExitCode {
  const { host, language } = session;
  const words = WORDS[language];
  const told: Diagnostic[] = [];
  for (const [target, source] of FILES) {
    const path = join(folder, target);
    const faults = make(path, source, session);
    told.push(...faults);
    if (faults.length === 0) host.out(`${words.made} ${printable(path)}\n`);
  }
  tell(session, told);
  const steps = ['caijue check policies', 'caijue decide cases/shili-001.yaml'];
  const go = folder === '.' ? [] : [`cd ${quoted(folder)}`];
  host.out(`${words.next}\n${[...go, ...steps].map((step) => `  ${step}\n`).join('')}`);
  return exitCodeOf(told);
}

/** Makes one file; what stands there, be it a dangling link, is left alone. */
function make(path: string, source: string, { host }: Session): readonly Diagnostic[] {
  if (isThere(path, host.fs)) return aboutFile('cli/already-there', path).diagnostics;
  const bytes = readFile(host.fs, join(host.home, source), LIMIT);
  if (!bytes.ok) return bytes.diagnostics;
  return writeFile(host.fs, path, new TextDecoder().decode(bytes.value), host.pid).diagnostics;
}

function isThere(path: string, fs: Session['host']['fs']): boolean {
  try {
    fs.lstatSync(path);
    return true;
  } catch {
    return false; // Whatever else keeps it from being seen, writing it tells.
  }
}

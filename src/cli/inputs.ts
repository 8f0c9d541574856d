// In: where a run would write, and what it reads. Out: a refusal where the one would take the place of the other.
import type { Result } from '../model/diagnostic.js';
import { isBelow, realPath } from './batch/folders.js';
import type { FileSystem } from './host.js';
import { aboutFile } from './read-file.js';
import type { Session } from './session.js';

/** What a run reads: case files, and policies that are named outright. */
export interface Inputs {
  readonly cases: readonly string[];
  readonly policies: readonly (string | undefined)[];
}

const NOTHING: Result<void> = { ok: true, value: undefined, diagnostics: [] };

const WHY = {
  case: { zh: '这是案件文件', en: 'it is the case file' },
  policy: { zh: '这是办法文件', en: 'it is the policy file' },
} as const;

/** Refuses to write to a file that the run reads, by whatever names and links. */
export function keepInputs(target: string, { cases, policies }: Inputs, session: Session): Result<void> {
  const { fs } = session.host;
  const own = identityOf(fs, target);
  if (own === undefined) return NOTHING;
  const isOwn = (path: string | undefined): boolean => path !== undefined && identityOf(fs, path) === own;
  if (cases.some(isOwn)) return refuse(target, 'case', session);
  return policies.some(isOwn) ? refuse(target, 'policy', session) : NOTHING;
}

/** Refuses to write reports below a folder where a case file there has the name of a report. */
export function keepCasesBelow(folder: string, { cases }: Inputs, session: Session): Result<void> {
  const { fs } = session.host;
  const whole = realPath(fs, folder);
  const lost = cases.find((path) => /\.md$/iu.test(path) && isBelow(realPath(fs, path), whole));
  return lost === undefined ? NOTHING : refuse(lost, 'case', session);
}

function refuse(name: string, what: keyof typeof WHY, { language }: Session): Result<void> {
  return aboutFile('cli/not-written', name, { why: WHY[what][language] });
}

/** What two paths to one file have in common; nothing where there is none. */
function identityOf(fs: FileSystem, path: string): string | undefined {
  try {
    const { dev, ino } = fs.statSync(path);
    return `${String(dev)} ${String(ino)}`;
  } catch {
    return undefined;
  }
}

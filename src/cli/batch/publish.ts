// In: reports, and the folder they go to. Out: one file a case and an index, all new at once; a report that is already there in the same words is left alone.
import { dirname, join } from 'node:path';
import type { Result } from '../../model/diagnostic.js';
import type { FileSystem } from '../host.js';
import { holder, holdLock } from '../lock.js';
import { makeFolder } from '../make-folder.js';
import { aboutFile, errorName, readFile } from '../read-file.js';
import type { Session } from '../session.js';
import type { NewFile, StagedFile } from '../write-file.js';
import { realPath } from './folders.js';
import { openTree, type Tree } from './tree.js';

/** Writes reports below a folder. Nothing of them is seen before the index is there. */
export interface Publisher {
  /** The name below the folder for the report of a case file, given its own name below the path of the run, and its whole path; undefined where it is taken. */
  readonly nameFor: (below: string, path: string) => string | undefined;
  readonly write: (name: string, text: string) => Result<void>;
  /** The index. To finish it publishes everything; to abandon it leaves everything as it was. */
  readonly index: NewFile;
}

/** The table of contents. */
export const INDEX = 'index.md';

/** How large a report may be that is compared with a new one. */
const COMPARED = 16 * 1024 * 1024;

const DONE: Result<void> = { ok: true, value: undefined, diagnostics: [] };

/** Opens a folder for reports, of which one run at a time has the use. */
export function publisher(given: string, { host }: Session): Result<Publisher> {
  const { fs, pid } = host;
  const folder = realPath(fs, given);
  const lock = lockOf(fs, folder, pid);
  if (!lock.ok) return lock;
  try {
    return { ok: true, value: publisherOf(openTree(fs, folder), given, fs, lock.value), diagnostics: [] };
  } catch (error) {
    lock.value();
    return aboutFile('cli/not-written', given, { why: errorName(error) });
  }
}

/** The lock lies beside the folder, or in it where nothing can be made beside it. */
function lockOf(fs: FileSystem, folder: string, pid: number): Result<() => void> {
  const lockAt = (path: string): Result<() => void> => {
    try {
      makeFolder(fs, dirname(path));
      return holdLock(fs, path, holder(pid));
    } catch (error) {
      return aboutFile('cli/not-written', path, { why: errorName(error) });
    }
  };
  const beside = lockAt(folder);
  const isTaken = beside.diagnostics.some(({ code }) => code === 'cli/locked');
  return beside.ok || isTaken ? beside : lockAt(join(folder, INDEX));
}

function publisherOf(tree: Tree, given: string, fs: FileSystem, release: () => void): Publisher {
  const [staged, kept]: [string[], string[]] = [[], []];
  const attempt = (name: string, work: () => void): Result<void> => {
    try {
      work();
      return DONE;
    } catch (error) {
      return aboutFile('cli/not-written', join(given, name), { why: errorName(error) });
    }
  };
  const write: Publisher['write'] = (name, text) => {
    const old = readFile(fs, join(tree.folder, name), COMPARED);
    if (old.ok && Buffer.compare(old.value, new TextEncoder().encode(text)) === 0) {
      kept.push(name);
      return DONE;
    }
    return attempt(name, () => {
      const file = tree.stage(name);
      file.append(text);
      file.close();
      staged.push(name);
    });
  };
  return { nameFor: namesOnce(), write, index: indexOf(tree, { staged, kept, attempt, write, release }) };
}

/** What an index needs to know of the other files. */
interface Published {
  readonly staged: string[];
  readonly kept: string[];
  readonly attempt: (name: string, work: () => void) => Result<void>;
  readonly write: Publisher['write'];
  readonly release: () => void;
}

/** How long an index may be, in characters, that is compared before it is written. */
const MOST_GATHERED = 1 << 20;

/** The index as it is written: at once or, where it is long, piece by piece. */
function indexOf(tree: Tree, { staged, kept, attempt, write, release }: Published): NewFile {
  let [done, gathered] = [DONE, ''];
  let file: StagedFile | undefined;
  const next = (name: string, work: () => void): void => {
    if (done.ok) done = attempt(name, work);
  };
  const stage = (): void => {
    (file ??= tree.stage(INDEX)).append(gathered);
    gathered = '';
  };
  const complete = (): void => {
    stage();
    file?.close();
    (tree.unstageSame(INDEX) ? kept : staged).push(INDEX);
  };
  const abandon = (): void => {
    file?.abandon();
    tree.abandon();
    release();
  };
  return {
    append: (text) => {
      if (!done.ok) return;
      gathered += text;
      if (gathered.length > MOST_GATHERED) next(INDEX, stage);
    },
    finish: () => {
      if (file) next(INDEX, complete);
      else if (done.ok) done = write(INDEX, gathered);
      next('', () => tree.publish(staged, kept));
      if (done.ok) release();
      else abandon();
      return done;
    },
    abandon,
  };
}

/** Gives names that were not given yet. Names that differ in case or in the form of their characters are one name on some systems. */
function namesOnce(): Publisher['nameFor'] {
  const folded = (name: string): string => name.normalize('NFC').toLowerCase();
  const taken = new Set([folded(INDEX)]);
  return (below, path) => {
    // Folders that are given side by side may hold files of the same names.
    const whole = path
      .split(/[\\/]/u)
      .filter((part) => !/^\.{0,2}$/u.test(part))
      .join('/');
    const names = [below, whole].flatMap((name) => [name.replace(/\.[^./]*$/u, '.md'), `${name}.md`]);
    const free = names.find((name) => !taken.has(folded(name)));
    if (free !== undefined) taken.add(folded(free));
    return free;
  };
}

/** Says that two reports would be one file. */
export function sameReport(name: string): Result<never> {
  return aboutFile('cli/same-output', name, { name });
}

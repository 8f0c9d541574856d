// In: paths, folders and globs. Out: the files that may be cases, in the order of their names, and what is left out and why.
import type { Dirent } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { Diagnostic, Result } from '../model/diagnostic.js';
import type { SkippedFile } from '../model/batch.js';
import type { FileSystem } from './host.js';
import { readGlob, readIgnoreLine, type IgnoreLine, type Matches } from './patterns.js';
import { aboutFile, errorName, readFile } from './read-file.js';

/** A file that may be a case. */
export interface FoundFile {
  readonly path: string;
  /** Where in it begins its name below the path that was given. There can be a million files, so no second text is kept of any. */
  readonly belowFrom: number;
  /** Why it is not to be read. */
  readonly faults: readonly Diagnostic[];
}

/** The name of a file below the path that was given, for the name of its report. */
export function belowOf({ path, belowFrom }: FoundFile): string {
  return path.slice(belowFrom).replaceAll(sep, '/');
}

/** What was found below the paths given. */
export interface FoundCases {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly SkippedFile[];
}

/** The name of the file that says what to leave out, written like .gitignore; each folder may have one. */
export const IGNORE_FILE = '.caijueignore';

/** How large an ignore file may be. */
const IGNORE_LIMIT = 256 * 1024;

interface Search {
  readonly fs: FileSystem;
  /** The real path of the folder that links may not lead out of. */
  readonly root: string;
  /** Which names below the folder are meant; all, where nothing says. */
  readonly matches?: Matches;
  readonly files: FoundFile[];
  readonly skipped: SkippedFile[];
}

/** The patterns of one ignore file, and how many parts of a path lie above it. */
interface Ignoring {
  readonly depth: number;
  readonly lines: readonly IgnoreLine[];
}

/** Finds the files. A file that was named outright is taken whatever it is called; links below a folder are never followed. */
export function findCases(fs: FileSystem, paths: readonly string[]): FoundCases {
  const files: Search['files'] = [];
  const skipped: SkippedFile[] = [];
  for (const path of paths) {
    try {
      const kind = fs.statSync(path);
      if (kind.isDirectory()) search(path, { fs, root: fs.realpathSync(path), files, skipped });
      else putGiven(files, path);
    } catch (error) {
      const glob = errorName(error) === 'ENOENT' ? readGlob(path) : undefined;
      if (glob) searchGlob(path, glob, { fs, files, skipped });
      else putGiven(files, path);
    }
  }
  const byName = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return { files: (paths.length > 1 ? eachOnce(files) : files).sort(byName), skipped };
}

/** Files that several paths lead to are one, by the name that was met first. */
function eachOnce(files: readonly FoundFile[]): FoundFile[] {
  const met = new Set<string>();
  return files.filter(({ path }) => {
    const key = resolve(path);
    return !met.has(key) && met.add(key);
  });
}

const NONE: FoundFile['faults'] = [];

function put(files: Search['files'], path: string, belowFrom: number, failed?: Result<unknown>): void {
  files.push({ path, belowFrom, faults: failed?.diagnostics ?? NONE });
}

/** A path that was given itself: its name is the last part of it. */
function putGiven(files: Search['files'], path: string): void {
  put(files, path, path.length - basename(path).length);
}

/** Walks the folder above the first part with a sign, and keeps what the whole glob matches. */
function searchGlob(
  word: string,
  { base, matches }: { readonly base: string; readonly matches: Matches },
  sought: Pick<Search, 'fs' | 'files' | 'skipped'>,
): void {
  let met = 0;
  try {
    met = search(base, { ...sought, root: sought.fs.realpathSync(base), matches });
  } catch {
    // A base that is not there is told like a glob that matches nothing.
  }
  if (met === 0) put(sought.files, word, 0, aboutFile('cli/no-match', word));
}

const CASE_ENDINGS: ReadonlySet<string> = new Set(['yaml', 'yml', 'json']);

/** What may hold a case, by its name. */
function isCaseName(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot >= 0 && CASE_ENDINGS.has(name.slice(dot + 1).toLowerCase());
}

/** Walks a folder with a list of its own, because folders may lie deeper than calls may. Gives how many files it came upon. */
function search(base: string, sought: Search): number {
  let met = 0;
  const from = join(base, 'x').length - 1;
  const todo: { readonly parts: readonly string[]; readonly ignoring: readonly Ignoring[] }[] = [
    { parts: [], ignoring: [] },
  ];
  for (let folder = todo.pop(); folder; folder = todo.pop()) {
    const { parts } = folder;
    const path = join(base, ...parts);
    const before = join(path, 'x').slice(0, -1);
    const entries = entriesIn(path, sought);
    const ignoring = entries.some(({ name }) => name === IGNORE_FILE)
      ? [...folder.ignoring, readIgnoring(path, parts.length, sought)]
      : folder.ignoring;
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      // There can be a million files: nothing is made of each but its path, in one piece.
      const own = [before, name].join('');
      const kind = kindOf(own, entry, sought);
      if (kind === 'other') continue;
      if (ignoring.length > 0 && isIgnored([...parts, name], kind === 'folder', ignoring)) continue;
      const isMeant = !sought.matches || sought.matches([...parts, name].join('/'));
      if (kind !== 'folder' && isMeant) met += 1;
      if (kind === 'folder') todo.push({ parts: [...parts, name], ignoring });
      else if (isMeant && kind === 'link') tellLink(own, sought);
      else if (isMeant) put(sought.files, own, from);
    }
  }
  return met;
}

function entriesIn(path: string, { fs, files }: Search): readonly Dirent[] {
  try {
    return fs.readdirSync(path, { withFileTypes: true });
  } catch (error) {
    put(files, path, 0, aboutFile('cli/not-readable', path, { why: errorName(error) }));
    return [];
  }
}

/** What a name is, which the folder most often tells; what cannot be a case and leads nowhere is `other`. What cannot be looked at is read, to be told what is wrong. */
function kindOf(path: string, entry: Dirent, { fs }: Search): 'file' | 'folder' | 'link' | 'other' {
  const { name } = entry;
  if (entry.isFile()) return isCaseName(name) ? 'file' : 'other';
  if (entry.isDirectory()) return 'folder';
  try {
    const stats = fs.lstatSync(path);
    if (stats.isDirectory()) return 'folder';
    if (!stats.isSymbolicLink()) return isCaseName(name) ? 'file' : 'other';
    return isCaseName(name) || leadsToFolder(path, fs) ? 'link' : 'other';
  } catch {
    return isCaseName(name) ? 'file' : 'other';
  }
}

function leadsToFolder(path: string, fs: FileSystem): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A link to what lies below the same folder is left out: its target is read by its own name. One that leads out is an error. */
function tellLink(path: string, { fs, root, files, skipped }: Search): void {
  try {
    const target = fs.realpathSync(path);
    const inside = target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
    if (inside) skipped.push({ file: path, why: 'link' });
    else put(files, path, 0, aboutFile('batch/link-outside', path));
  } catch {
    put(files, path, 0, aboutFile('cli/not-found', path));
  }
}

function readIgnoring(folder: string, depth: number, { fs, files }: Search): Ignoring {
  const path = join(folder, IGNORE_FILE);
  const bytes = readFile(fs, path, IGNORE_LIMIT);
  if (!bytes.ok) put(files, path, 0, bytes);
  const lines = bytes.ok ? new TextDecoder().decode(bytes.value).split('\n') : [];
  return { depth, lines: lines.map(readIgnoreLine).filter((line) => line !== undefined) };
}

/** The last pattern that matches decides, deeper files after those above them. */
function isIgnored(path: readonly string[], isFolder: boolean, ignoring: readonly Ignoring[]): boolean {
  let ignored = false;
  for (const { depth, lines } of ignoring) {
    const own = path.slice(depth).join('/');
    for (const line of lines) if ((!line.folders || isFolder) && line.matches(own)) ignored = !line.negated;
  }
  return ignored;
}

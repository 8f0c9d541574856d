// In: paths, folders and patterns as a person gives them. Out: the files that they mean, each once, in a stable order, and what could not be followed.
import { join, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FileSystem } from './host.js';
import { aboutFile, errorName } from './read-file.js';

/** Files to read, and findings about what is none. A path that does not exist is among the files: reading it tells so. */
export interface Found {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is taken of a folder. */
const YAML = /\.ya?ml$/u;

/** How patterns are read: a leading `!` is a sign like any other. */
const PATTERN = { nonegate: true } as const;

const NOTHING: Found = { files: [], diagnostics: [] };

/** Folders that nobody means when they name the folder above. */
const PASSED_OVER = /^(?:\..*|node_modules)$/u;

/** The files that a word means which is no file, folder or pattern; none where it means none. */
export type ByName = (word: string) => readonly string[];

/** Finds files. `-` is standard input. A word that is a file or folder is one, whatever signs of a pattern it contains. */
export function findFiles(words: readonly string[], fs: FileSystem, byName: ByName = () => []): Found {
  const found = words.map((word) => filesOf(word, fs, byName));
  const files = new Map(found.flatMap((one) => one.files).map((file) => [file === '-' ? file : resolve(file), file]));
  return { files: [...files.values()], diagnostics: found.flatMap(({ diagnostics }) => diagnostics) };
}

function filesOf(word: string, fs: FileSystem, byName: ByName): Found {
  const kind = word === '-' ? 'file' : kindOf(word, fs);
  if (kind === 'folder')
    return orNothing(
      word,
      filesBelow(word, (path) => YAML.test(path), fs),
    );
  const { isGlob, base } = picomatch.scan(word, PATTERN);
  if (kind === 'file') return { files: [word], diagnostics: [] };
  if (!isGlob) return { files: orItself(word, byName(word)), diagnostics: [] };
  const matches = picomatch(word, PATTERN);
  const folder = base === '' || kindOf(base, fs) === 'folder';
  return orNothing(word, folder ? filesBelow(base, (path) => matches(path), fs) : NOTHING);
}

function orItself(word: string, files: readonly string[]): readonly string[] {
  return files.length > 0 ? files : [word];
}

function kindOf(path: string, fs: FileSystem): 'file' | 'folder' | undefined {
  try {
    return fs.statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

function orNothing(word: string, found: Found): Found {
  const some = found.files.length + found.diagnostics.length > 0;
  return some ? found : { files: [], diagnostics: aboutFile('cli/no-match', word).diagnostics };
}

/** The files below a folder that are wanted, in the order of their names. An empty name is the folder where the tool runs. */
function filesBelow(root: string, wanted: (path: string) => boolean, fs: FileSystem): Found {
  const diagnostics: Diagnostic[] = [];
  const inside = (folder: string): string[] => {
    try {
      const names = [...fs.readdirSync(folder === '' ? '.' : folder)].sort();
      return names.flatMap((name) => visit(join(folder, name), name));
    } catch (error) {
      diagnostics.push(...aboutFile('cli/not-readable', folder, { why: errorName(error) }).diagnostics);
      return [];
    }
  };
  const visit = (path: string, name: string): string[] => {
    const stats = fs.lstatSync(path);
    if (stats.isDirectory()) return PASSED_OVER.test(name) ? [] : inside(path);
    const lost = stats.isSymbolicLink() && leadsOut(path, root, wanted, fs);
    if (lost) diagnostics.push(...aboutFile('cli/link-not-followed', path).diagnostics);
    return stats.isFile() && wanted(path) ? [path] : [];
  };
  return { files: inside(root), diagnostics };
}

/** Whether a link hides something wanted: what it leads to lies outside the folder, or nowhere. */
function leadsOut(path: string, root: string, wanted: (path: string) => boolean, fs: FileSystem): boolean {
  if (kindOf(path, fs) !== 'folder' && !wanted(path)) return false;
  try {
    const [home, target] = [fs.realpathSync(root === '' ? '.' : root), fs.realpathSync(path)];
    return target !== home && !target.startsWith(home.endsWith(sep) ? home : home + sep);
  } catch {
    return true;
  }
}

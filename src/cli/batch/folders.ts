// In: a folder. Out: what lies below it, and steps of clearing it away. Links are never followed.
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileSystem } from '../host.js';
import { quietly } from '../quietly.js';
import { errorName } from '../read-file.js';

/** Where a path leads, or will lead. */
export function realPath(fs: FileSystem, path: string): string {
  try {
    return fs.realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Whether a path lies below a folder, or is the folder. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The folders that files lie in, by their paths, the whole one left out. */
export function foldersOf(names: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const name of names) {
    for (let below = dirname(name); below !== '.' && !folders.has(below); below = dirname(below)) folders.add(below);
  }
  return folders;
}

/** Whether a folder holds nothing but some of these files. */
export function holdsOnly(fs: FileSystem, folder: string, names: ReadonlySet<string>): boolean {
  return filesBelow(fs, folder).every(({ name, isFile }) => isFile && names.has(name));
}

/** Everything below a folder that is no folder, by its path from there. Empty folders are left out. */
export function filesBelow(fs: FileSystem, folder: string): { name: string; isFile: boolean }[] {
  const found: { name: string; isFile: boolean }[] = [];
  const todo = [''];
  for (let below = todo.pop(); below !== undefined; below = todo.pop()) {
    for (const entry of fs.readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) todo.push(name);
      else found.push({ name, isFile: entry.isFile() });
    }
  }
  return found;
}

/** Removes a tree of our own making. Links in it are names of files that lie elsewhere as well. */
export function removeTree(fs: FileSystem, path: string): void {
  quietly(() => {
    for (const { name } of filesBelow(fs, path)) quietly(() => fs.unlinkSync(join(path, name)));
    removeFolders(fs, path);
  });
}

/** Removes empty folders, the innermost first; one that is not empty stays. */
export function removeFolders(fs: FileSystem, path: string): void {
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) removeFolders(fs, join(path, entry.name));
  }
  quietly(() => fs.rmdirSync(path));
}

/** Whether anything stands at a path, be it a link that leads nowhere. */
export function exists(fs: FileSystem, path: string): boolean {
  try {
    fs.lstatSync(path);
    return true;
  } catch (error) {
    if (errorName(error) === 'ENOENT') return false;
    throw error;
  }
}

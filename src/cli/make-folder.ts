// In: a path. Out: a folder there, with those above it.
import { dirname } from 'node:path';
import type { FileSystem } from './host.js';
import { errorName } from './read-file.js';

/** Makes a folder where none is. Node's own way never ends where a system lets nobody make folders and says that there are none (`/proc`). */
export function makeFolder(fs: FileSystem, path: string): void {
  const missing: string[] = [];
  for (let at = path; !isFolder(fs, at); at = dirname(at)) {
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const own of missing.reverse()) makeOne(fs, own);
}

/** Another process may make it first. */
function makeOne(fs: FileSystem, path: string): void {
  try {
    fs.mkdirSync(path);
  } catch (error) {
    if (errorName(error) !== 'EEXIST' || !isFolder(fs, path)) throw error;
  }
}

function isFolder(fs: FileSystem, path: string): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
}

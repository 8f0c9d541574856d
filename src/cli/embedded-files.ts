// In: a file system and the files that the program carries. Out: a file system in which these stand under the tool's home.
import type { Dirent, Stats } from 'node:fs';
import type { FileSystem } from './host.js';

/** The text of each file, by its path under the home. */
export type EmbeddedFiles = Readonly<Record<string, string>>;

/** Puts `files` under `home`, for reading only; every other path is the file system's own. */
export function withEmbedded(fs: FileSystem, home: string, files: EmbeddedFiles): FileSystem {
  const within = (path: string): string | undefined => {
    const [whole, root] = [slashed(path), slashed(home)];
    return whole.startsWith(root) ? whole.slice(root.length).replace(/\/$/u, '') : undefined;
  };
  const stats = (path: string, real: (path: string) => Stats): Stats => {
    const name = within(path);
    return name === undefined ? real(path) : statsOf(name, files);
  };
  const openFiles = openable(fs, within, files);
  return {
    ...fs,
    ...openFiles,
    statSync: (path) => stats(path, fs.statSync),
    lstatSync: (path) => stats(path, fs.lstatSync),
    readdirSync: listing(fs, within, files),
  };
}

/** Names of a folder, or its entries where their kinds are asked for. */
function listing(
  fs: FileSystem,
  within: (path: string) => string | undefined,
  files: EmbeddedFiles,
): FileSystem['readdirSync'] {
  const list = (path: string, typed?: { readonly withFileTypes: true }): readonly (string | Dirent)[] => {
    const folder = within(path);
    if (folder === undefined) return typed ? fs.readdirSync(path, typed) : fs.readdirSync(path);
    const entry = (name: string): Dirent =>
      Object.assign(statsOf(`${folder}/${name}`, files), { name }) as unknown as Dirent;
    return typed ? namesIn(folder, files).map(entry) : namesIn(folder, files);
  };
  return list as FileSystem['readdirSync'];
}

type Opening = Pick<FileSystem, 'openSync' | 'fstatSync' | 'readSync' | 'closeSync'>;

/** Opening and reading. The descriptor of a carried file is negative, which no real one is. */
function openable(fs: FileSystem, within: (path: string) => string | undefined, files: EmbeddedFiles): Opening {
  const opened = new Map<number, { readonly name: string; readonly bytes: Uint8Array }>();
  let last = 0;
  return {
    openSync: (path, flags, mode) => {
      const name = within(path);
      if (name === undefined) return fs.openSync(path, flags, mode);
      last -= 1;
      opened.set(last, { name, bytes: new TextEncoder().encode(textOf(name, files)) });
      return last;
    },
    fstatSync: (descriptor) => {
      const file = opened.get(descriptor);
      return file ? statsOf(file.name, files) : fs.fstatSync(descriptor);
    },
    readSync: (descriptor, buffer, offset, length, position) => {
      const file = opened.get(descriptor);
      if (!file) return fs.readSync(descriptor, buffer, offset, length, position);
      const part = file.bytes.subarray(position, position + length);
      buffer.set(part, offset);
      return part.length;
    },
    closeSync: (descriptor) => {
      if (!opened.delete(descriptor)) fs.closeSync(descriptor);
    },
  };
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

function textOf(name: string, files: EmbeddedFiles): string {
  const text = Object.hasOwn(files, name) ? files[name] : undefined;
  if (text !== undefined) return text;
  throw Object.assign(new Error(`no such file: ${name}`), { code: 'ENOENT' });
}

/** The first parts of the paths below a folder, each once. */
function namesIn(folder: string, files: EmbeddedFiles): string[] {
  const below = Object.keys(files).filter((name) => name.startsWith(`${folder}/`));
  if (below.length === 0) textOf(folder, files);
  return [...new Set(below.map((name) => name.slice(folder.length + 1).split('/')[0]!))];
}

/** What is asked of a file's state here: its kind and its size. */
function statsOf(name: string, files: EmbeddedFiles): Stats {
  const isFolder = Object.keys(files).some((other) => other.startsWith(`${name}/`));
  const size = isFolder ? 0 : new TextEncoder().encode(textOf(name, files)).length;
  const asked = { isFile: () => !isFolder, isDirectory: () => isFolder, size, dev: -1, ino: 0, mode: 0o444 };
  return asked as unknown as Stats;
}

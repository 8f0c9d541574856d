// In: a folder and the files of a new tree, staged beside it. Out: the folder with the new tree in it. Until then what stood there stays as it is.
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from '../host.js';
import { makeFolder } from '../make-folder.js';
import { quietly } from '../quietly.js';
import { haveSameBytes } from '../same-bytes.js';
import { modeOf, stageFile, syncFolder, type StagedFile } from '../write-file.js';
import { exists, filesBelow, foldersOf, holdsOnly, isBelow, removeFolders, removeTree } from './folders.js';

/** A folder whose files are to be replaced together. What fails is thrown. */
export interface Tree {
  /** The folder itself, where links to it lead. */
  readonly folder: string;
  /** Opens a file of the new tree. */
  readonly stage: (name: string) => StagedFile;
  /** Takes a file of the new tree back where the old one is the same; says whether it did. */
  readonly unstageSame: (name: string) => boolean;
  /** Puts the staged files in their places. Files named in `kept` stay what they are. */
  readonly publish: (staged: readonly string[], kept: readonly string[]) => void;
  /** Leaves nothing behind of what was staged. */
  readonly abandon: () => void;
}

/** Where a tree is staged, and whether it can take the place of the folder as a whole. */
interface Stage {
  readonly path: string;
  readonly isBeside: boolean;
}

/** What the new tree and the old one are called while one takes the place of the other; whoever holds the folder's lock owns both names. */
const namesFor = (folder: string): { fresh: string; old: string } => {
  const beside = join(dirname(folder), `.${basename(folder)}`);
  return { fresh: `${beside}.caijue-new`, old: `${beside}.caijue-old` };
};

/** The same inside the folder, where nothing can be made beside it. */
const INSIDE = '.caijue-new';

/** Opens a folder, which is made when something is published. What a run that was killed left here is put right first. */
export function openTree(fs: FileSystem, folder: string): Tree {
  recover(fs, folder);
  const stage = openStage(fs, folder);
  return {
    folder,
    stage: (name) => {
      const path = join(stage.path, name);
      makeFolder(fs, dirname(path));
      return stageFile(fs, path, modeOf(fs, join(folder, name)));
    },
    unstageSame: (name) => {
      const path = join(stage.path, name);
      const isSame = haveSameBytes(fs, path, join(folder, name));
      if (isSame) fs.unlinkSync(path);
      return isSame;
    },
    publish: (staged, kept) => {
      if (staged.length > 0 && !(stage.isBeside && replaceFolder(fs, folder, stage.path, [...staged, ...kept], kept))) {
        moveFiles(fs, folder, stage.path, staged);
      }
      removeTree(fs, stage.path);
    },
    abandon: () => removeTree(fs, stage.path),
  };
}

/** A run that died between two renames left no folder, but the old one whole; one that died later left the old one, to be removed. */
function recover(fs: FileSystem, folder: string): void {
  const { fresh, old } = namesFor(folder);
  if (exists(fs, old)) {
    if (exists(fs, folder)) retire(fs, old, folder);
    else fs.renameSync(old, folder);
  }
  removeTree(fs, fresh);
  removeTree(fs, join(folder, INSIDE));
}

/** Beside the folder, if both lie on one device; else inside it. */
function openStage(fs: FileSystem, folder: string): Stage {
  const { fresh } = namesFor(folder);
  try {
    makeFolder(fs, fresh);
    if (!exists(fs, folder) || likeFolder(fs, folder, fresh)) return { path: fresh, isBeside: true };
  } catch {
    // A folder whose parent may not be written to.
  }
  removeTree(fs, fresh);
  const path = join(folder, INSIDE);
  makeFolder(fs, path);
  return { path, isBeside: false };
}

/** Lets a new folder be read by whom the old one is, and by nobody else; false where that cannot be, or it lies on another device. */
function likeFolder(fs: FileSystem, folder: string, fresh: string): boolean {
  const [old, own] = [fs.statSync(folder), fs.statSync(fresh)];
  if (!old.isDirectory() || old.dev !== own.dev || old.uid !== own.uid || old.gid !== own.gid) return false;
  if (old.mode === own.mode) return true;
  const descriptor = fs.openSync(fresh, 'r');
  try {
    fs.fchmodSync(descriptor, old.mode & 0o7777);
    return fs.fstatSync(descriptor).mode === old.mode;
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Renames the old folder away and the new one into its place, where nothing lies in the old one but files of the new one: what is
 * anybody else's never moves; nor does the folder in which the tool is run, which its user would be left without. False where it cannot be done; then nothing has changed.
 */
function replaceFolder(
  fs: FileSystem,
  folder: string,
  fresh: string,
  all: readonly string[],
  kept: readonly string[],
): boolean {
  const { old } = namesFor(folder);
  const isThere = exists(fs, folder);
  try {
    if (isThere && (isBelow(fs.realpathSync('.'), folder) || !holdsOnly(fs, folder, new Set(all)))) return false;
    for (const name of kept) {
      makeFolder(fs, dirname(join(fresh, name)));
      fs.linkSync(join(folder, name), join(fresh, name));
    }
    for (const below of foldersOf(all)) {
      if (exists(fs, join(folder, below)) && !likeFolder(fs, join(folder, below), join(fresh, below))) return false;
    }
    if (isThere) fs.renameSync(folder, old);
  } catch {
    return false;
  }
  try {
    fs.renameSync(fresh, folder);
  } catch (error) {
    if (isThere) fs.renameSync(old, folder);
    throw error;
  }
  syncFolder(fs, dirname(folder));
  if (isThere) retire(fs, old, folder);
  return true;
}

/** Removes an old tree. What somebody has put into it meanwhile goes to its place in the new one; what cannot go there stays. */
function retire(fs: FileSystem, old: string, folder: string): void {
  quietly(() => {
    for (const { name, isFile } of filesBelow(fs, old)) {
      const place = join(folder, name);
      if (exists(fs, place)) quietly(() => isFile && fs.unlinkSync(join(old, name)));
      else {
        quietly(() => makeFolder(fs, dirname(place)));
        quietly(() => fs.renameSync(join(old, name), place));
      }
    }
    removeFolders(fs, old);
  });
}

/** Moves files one by one, each whole; the last is the one that names the others. */
function moveFiles(fs: FileSystem, folder: string, stage: string, staged: readonly string[]): void {
  const folders = new Set<string>();
  for (const name of staged) {
    const place = join(folder, name);
    makeFolder(fs, dirname(place));
    if (exists(fs, place) && !fs.lstatSync(place).isFile()) throw Object.assign(new Error(place), { code: 'EEXIST' });
    fs.renameSync(join(stage, name), place);
    folders.add(dirname(place));
  }
  for (const own of folders) syncFolder(fs, own);
}

// Folders are made where they can be, and where they cannot it is said at once.
import fs, { existsSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileSystem } from '../src/cli/host.js';
import { makeFolder } from '../src/cli/make-folder.js';
import { errorName } from '../src/cli/read-file.js';

const temporary = (): string => mkdtempSync(join(tmpdir(), 'caijue-folder-'));

function failureOf(path: string, own: FileSystem = fs): string {
  try {
    makeFolder(own, path);
    return '';
  } catch (error) {
    return errorName(error);
  }
}

test('makes a folder with those above it, and leaves one that is there', () => {
  const path = join(temporary(), 'a/b/c');
  expect([failureOf(path), failureOf(path), statSync(path).isDirectory()]).toEqual(['', '', true]);
});

test('follows a link to a folder', () => {
  const at = temporary();
  symlinkSync(at, join(at, 'link'));
  expect([failureOf(join(at, 'link/sub')), existsSync(join(at, 'sub'))]).toEqual(['', true]);
});

test('is content with a folder that another process makes meanwhile', () => {
  const path = join(temporary(), 'a');
  const late = {
    ...fs,
    mkdirSync: (own: string) => {
      fs.mkdirSync(own);
      fs.mkdirSync(own);
    },
  };
  expect([failureOf(path, late), existsSync(path)]).toEqual(['', true]);
});

test('says why where a file, a broken link or the system stands in the way', () => {
  const at = temporary();
  writeFileSync(join(at, 'file'), '');
  symlinkSync('nowhere', join(at, 'broken'));
  const deaf = { ...fs, mkdirSync: () => refused('ENOENT'), statSync: () => refused('ENOENT') };
  expect([failureOf(join(at, 'file/x')), failureOf(join(at, 'broken/x')), failureOf('/a/b', deaf)]).toEqual([
    'EEXIST',
    'EEXIST',
    'ENOENT',
  ]);
});

test.runIf(existsSync('/proc/self'))('ends where nobody can make folders', () => {
  expect(failureOf('/proc/caijue/x')).toBe('ENOENT');
});

function refused(code: string): never {
  throw Object.assign(new Error(code), { code });
}

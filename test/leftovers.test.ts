// What a writer leaves when it is killed is removed by the next write there; what others own stays.
import nodeFs, { existsSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FileSystem } from '../src/cli/host.js';
import { temporaryBeside } from '../src/cli/leftovers.js';
import { holder } from '../src/cli/lock.js';
import { writeFile } from '../src/cli/write-file.js';

/** No process has this number. */
const DEAD = 999_999_999;

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-left-'));
  path = join(folder, 'x.yaml');
});

describe('a write', () => {
  test('removes what a writer of this machine left when it was killed, and nothing else', () => {
    const elsewhere = { ...holder(DEAD), machine: 'another machine' };
    const left = {
      dead: temporaryBeside(path, holder(DEAD), 0),
      'of another file': temporaryBeside(join(folder, 'y.md'), holder(DEAD), 3),
      young: temporaryBeside(path, holder(DEAD), 1),
      alive: temporaryBeside(path, holder(process.pid), 0),
      elsewhere: temporaryBeside(path, elsewhere, 0),
      foreign: join(folder, `.x.yaml.${String(DEAD)}-0.tmp`),
      named: join(folder, 'x.yaml.tmp'),
    };
    const long = new Date(Date.now() - 3_600_000);
    for (const [what, name] of Object.entries(left)) {
      writeFileSync(name, what);
      if (what !== 'young') utimesSync(name, long, long);
    }
    const folderOfThatName = temporaryBeside(path, holder(DEAD), 2);
    mkdirSync(folderOfThatName);
    utimesSync(folderOfThatName, long, long);
    expect(writeFile(nodeFs, path, '新的\n', process.pid).ok).toBe(true);
    const gone = Object.entries(left).flatMap(([what, name]) => (existsSync(name) ? [] : [what]));
    expect([gone, existsSync(folderOfThatName)]).toEqual([['dead', 'of another file'], true]);
  });

  test('takes no harm where a folder cannot be looked through', () => {
    const blind = {
      ...nodeFs,
      readdirSync: () => {
        throw new Error('EACCES');
      },
    } as unknown as FileSystem;
    expect([writeFile(blind, path, '新的\n', process.pid).ok, readFileSync(path, 'utf8')]).toEqual([true, '新的\n']);
  });
});

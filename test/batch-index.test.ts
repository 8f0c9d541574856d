// The index of a tree of reports where it is too long to be held: written piece by piece, and new only where it differs.
import nodeFs, { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { publisher, type Publisher } from '../src/cli/batch/publish.js';
import type { FileSystem } from '../src/cli/host.js';
import type { Session } from '../src/cli/session.js';
import { failing, tree } from './support/reports.js';

/** Three pieces, some two million characters. */
const LONG = ['总计\n', '| 甲 | 依据 |\n'.repeat(100_000), '| 乙 | 依据 |\n'.repeat(100_000)];

let out = '';
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'caijue-index-')), 'reports');
});

function open(fs: FileSystem): Publisher {
  const opened = publisher(out, { host: { fs, pid: process.pid } } as unknown as Session);
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
  return opened.value;
}

function publish(pieces: readonly string[], fs: FileSystem = nodeFs): readonly string[] {
  const { write, index } = open(fs);
  write('a.md', 'a\n');
  for (const piece of pieces) index.append(piece);
  return index.finish().diagnostics.map(({ code }) => code);
}

const beside = (): string[] => readdirSync(dirname(out)).filter((name) => name !== 'reports');

describe('a long index', () => {
  test('is whole, and stays the same file where it is the same', () => {
    expect(publish(LONG)).toEqual([]);
    expect(readFileSync(join(out, 'index.md'), 'utf8') === LONG.join('')).toBe(true);
    const { ino, mtimeMs } = statSync(join(out, 'index.md'));
    expect(publish([LONG.join('')])).toEqual([]);
    expect(statSync(join(out, 'index.md'))).toMatchObject({ ino, mtimeMs });
    expect([Object.keys(tree(out)), beside()]).toEqual([['a.md', 'index.md'], []]);
  });

  test.each([
    ['one letter in its middle', LONG.with(1, LONG[1]!.replace('甲', '丙'))],
    ['its end', [...LONG, '\n']],
    ['being short', ['总计\n']],
  ])('is new where it differs in %s', (_, pieces) => {
    publish(LONG);
    expect(publish(pieces)).toEqual([]);
    expect(readFileSync(join(out, 'index.md'), 'utf8') === pieces.join('')).toBe(true);
    expect(beside()).toEqual([]);
  });

  test('leaves the old tree whichever call fails, and says so', () => {
    publish(LONG);
    const old = tree(out);
    const pieces = [...LONG, 'neu\n'];
    const { fs, calls } = failing(0);
    publish(pieces, fs);
    const wanted = tree(out);
    for (let k = 1; k <= calls.length; k++) {
      publish(LONG);
      const told = publish(pieces, failing(k).fs);
      expect([told, tree(out)]).toEqual(told.length > 0 ? [['cli/not-written'], old] : [[], wanted]);
    }
    publish(LONG);
    expect(beside()).toEqual([]);
  });

  test('leaves nothing where the run is stopped', () => {
    publish(['old\n']);
    const { index } = open(nodeFs);
    for (const piece of LONG) index.append(piece);
    index.abandon();
    expect(tree(out)).toEqual({ 'a.md': 'a\n', 'index.md': 'old\n' });
    expect(beside()).toEqual([]);
  });
});

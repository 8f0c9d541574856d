// The doors between rooms: who may import whom, and which packages a room may use.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/host.js';

const EVERY = [
  'model',
  'parse',
  'compile',
  'diagram',
  'evaluate',
  'check',
  'explain',
  'interview',
  'batch',
  'report',
  'cli',
] as const;
type Room = (typeof EVERY)[number];

/** The table of ARCHITECTURE.md as data. */
const DOORS: Readonly<Record<Room, { readonly rooms: readonly Room[]; readonly packages: readonly RegExp[] }>> = {
  model: { rooms: [], packages: [/^fraction\.js$/u] },
  parse: { rooms: ['model'], packages: [/^yaml$/u, /^zod$/u, /^node:crypto$/u, /^fastest-levenshtein$/u] },
  compile: { rooms: ['model'], packages: [] },
  diagram: { rooms: ['model', 'compile'], packages: [] },
  evaluate: { rooms: ['model', 'compile', 'diagram'], packages: [] },
  check: { rooms: ['model', 'compile', 'diagram', 'evaluate'], packages: [] },
  explain: { rooms: ['model', 'compile', 'diagram', 'evaluate'], packages: [] },
  interview: { rooms: ['model', 'compile', 'diagram', 'evaluate'], packages: [] },
  batch: { rooms: ['model', 'compile', 'diagram', 'evaluate'], packages: [] },
  report: { rooms: ['model'], packages: [/^mdast/u, /^get-east-asian-width$/u] },
  cli: {
    rooms: ['model', 'parse', 'compile', 'diagram', 'evaluate', 'check', 'explain', 'interview', 'batch', 'report'],
    packages: [/^commander$/u, /^chalk$/u, /^inquirer$/u, /^@inquirer\/core$/u, /^picomatch$/u, /^node:/u],
  },
};

interface File {
  readonly path: string;
  readonly room: Room;
  readonly text: string;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const SRC = join(ROOT, 'src');
const ALL: readonly File[] = files(SRC)
  .map((path) => ({ path: path.slice(SRC.length + 1), text: readFileSync(path, 'utf8') }))
  .filter(({ path }) => path.includes('/'))
  .map((file) => ({ ...file, room: file.path.split('/')[0] as Room }));

function importsOf({ text }: File): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([\w./@:-]+)'/gu)].map((match) => match[1]!);
}

/** The room that a relative import leads to, or undefined for a package. */
function roomOf(file: File, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return new URL(specifier, `file:///${file.path}`).pathname.split('/')[1];
}

describe('the house', () => {
  test('every folder of src is a room, and every room has its door rules', () => {
    expect([...new Set(ALL.map(({ room }) => room))].sort()).toEqual([...EVERY].sort());
  });

  test.each(EVERY)('%s imports only the rooms that its door allows', (room) => {
    const own = ALL.filter((file) => file.room === room);
    const strays = own.flatMap((file) =>
      importsOf(file)
        .map((specifier) => roomOf(file, specifier))
        .filter((other) => other !== undefined && other !== room && !DOORS[room].rooms.includes(other as Room))
        .map((other) => `${file.path} → ${String(other)}`),
    );
    expect(strays).toEqual([]);
  });

  test.each(EVERY)('%s uses only its packages', (room) => {
    const own = ALL.filter((file) => file.room === room);
    const strays = own.flatMap((file) =>
      importsOf(file)
        .filter(
          (specifier) => !specifier.startsWith('.') && !DOORS[room].packages.some((known) => known.test(specifier)),
        )
        .map((specifier) => `${file.path} → ${specifier}`),
    );
    expect(strays).toEqual([]);
  });

  test('nobody but cli knows a clock, a random number, a console or a process', () => {
    const words = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bconsole\.|\bprocess\.|toLocale|\bIntl\./u;
    const strays = ALL.filter(({ room, text }) => room !== 'cli' && words.test(text)).map(({ path }) => path);
    expect(strays).toEqual([]);
  });

  test('no file is longer than 250 lines, and no name says nothing', () => {
    expect(ALL.filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path)).toEqual([]);
    expect(ALL.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|common|misc|lib)(?:\/|\.ts$)/u.test(path))).toEqual([]);
  });
});

// Directories and streams that try to stop a batch: ten of the nastiest files among thousands, a kill in the middle, an interrupt.
import { execFileSync, spawn } from 'node:child_process';
import nodeFs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FileSystem } from '../../src/cli/host.js';
import { caijue, ROOT } from '../support/host.js';

const POLICY = `policy: { id: xiao, title: 小办法, completeness: full, source: 虚构 }
articles: { 第一条: 满足条件的，给予补助 }
facts: { 困难: { ask: 是否困难？, type: boolean, cites: 第一条 } }
outcomes:
  补助: { title: 给予补助, cites: 第一条, when: 困难 }
  不予: { title: 不予补助, cites: 第一条, otherwise: true }
`;
const kase = (id: string, i: number): string =>
  `case:\n  id: ${id}\n  title: 第${String(i)}件   # 注\nfacts:\n  困难: ${i % 3 === 0 ? '是' : '否'}\n`;

const folder = mkdtempSync(join(tmpdir(), 'caijue-nasty-'));
const policy = join(folder, 'xiao.yaml');
const cases = join(folder, 'cases');

const GBK = Buffer.from([0x63, 0x61, 0x73, 0x65, 0x3a, 0x20, 0xb0, 0xb8, 0xbc, 0xfe, 0x0a]);
const NASTY: Readonly<Record<string, [code: string, make: (path: string) => void]>> = {
  'deep.yaml': ['parse/too-deep', (path) => writeFileSync(path, `case: ${'['.repeat(5000)}${']'.repeat(5000)}\n`)],
  'bomb.yaml': [
    'parse/anchor',
    (path) => writeFileSync(path, `a: &a [x, x]\n${'bcdef'.replace(/./gu, (c) => `${c}: &${c} [*a, *a]\n`)}case: *f\n`),
  ],
  'gbk.yaml': ['parse/encoding', (path) => writeFileSync(path, GBK)],
  'link.yaml': ['batch/link-outside', (path) => symlinkSync('/etc/hostname', path)],
  'pipe.yaml': ['cli/not-a-file', (path) => execFileSync('mkfifo', [path])],
  'secret.yaml': ['cli/not-readable', (path) => writeFileSync(path, kase('geheim', 1))],
  'keys.yaml': [
    'parse/too-large',
    (path) =>
      writeFileSync(path, `facts:\n${Array.from({ length: 100_000 }, (_, i) => `  k${String(i)}: 1\n`).join('')}`),
  ],
  'twin.yaml': ['batch/duplicate-id', (path) => writeFileSync(path, kase('an-00007', 7))],
  'zero.yaml': ['parse/unseen-character', (path) => writeFileSync(path, Buffer.alloc(4096))],
  'huge.yaml': [
    'parse/too-large',
    (path) => {
      writeFileSync(path, kase('huge', 1));
      truncateSync(path, 50 * 1024 * 1024);
    },
  ],
};

beforeAll(() => {
  mkdirSync(cases);
  writeFileSync(policy, POLICY);
  for (let i = 0; i < 9990; i++) {
    const id = `an-${String(i).padStart(5, '0')}`;
    writeFileSync(join(cases, `${id}.yaml`), kase(id, i));
  }
  for (const [name, [, make]] of Object.entries(NASTY)) make(join(cases, name));
});

/** Nobody may read one file: tests may run as root, for whom modes mean nothing. */
const guarded: FileSystem = {
  ...nodeFs,
  openSync: (path, flags, mode) => {
    if (path.endsWith('secret.yaml')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    return nodeFs.openSync(path, flags, mode);
  },
};

describe('a directory with ten of the nastiest files among ten thousand', () => {
  test('is judged to the end: each of the ten is named with its error, and all others have their results', async () => {
    const argv = ['batch', cases, '--policy', policy, '--format', 'ndjson', '--lang', 'en'];
    const { code, out, err } = await caijue(argv, { fs: guarded });
    expect(code).toBeGreaterThan(0);
    const rows = out
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as { file: string; status: string; diagnostics?: { code: string }[] });
    const sound = rows.filter(({ diagnostics = [] }) => diagnostics.length === 0);
    expect(sound.length).toBe(9990);
    expect(new Set(sound.map(({ status }) => status))).toEqual(new Set(['determined']));
    for (const [name, [expected]] of Object.entries(NASTY))
      expect(err).toMatch(new RegExp(`${name}[^\n]* ${expected}`, 'u'));
    expect(new Set(err.match(/[\w-]+\.yaml(?=:\d|[^\n]* error)/gu))).toEqual(new Set(Object.keys(NASTY)));
  }, 240_000);
});

const program = join(ROOT, 'bin/caijue.js');

/** Runs the real program on endless cases until its temporary file has begun to fill, and sends it a signal. */
async function interrupted(out: string, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, [
    program,
    'batch',
    '-',
    '--policy',
    policy,
    '--format',
    'ndjson',
    '--out',
    out,
  ]);
  const closed = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  child.stdin.on('error', () => undefined);
  const line = (i: number): string =>
    `${JSON.stringify({ case: { id: `an-${String(i)}`, title: 'x' }, facts: { 困难: '是' } })}\n`;
  const isBegun = (): boolean =>
    readdirSync(folder).some((name) => name.endsWith('.tmp') && nodeFs.statSync(join(folder, name)).size > 0);
  let sent = false;
  for (let i = 0; child.exitCode === null && child.signalCode === null && i < 1e6; i += 2000) {
    const drained = child.stdin.write(Array.from({ length: 2000 }, (_, k) => line(i + k)).join(''));
    if (!drained) await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), closed]);
    if (!sent && isBegun()) sent = child.kill(signal);
  }
  child.stdin.destroy();
  expect(sent).toBe(true);
  return closed;
}

describe('a run that ends in the middle', () => {
  const out = join(folder, 'results.ndjson');
  const left = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

  test('leaves what stood there where it is killed, and a second run is complete', async () => {
    writeFileSync(out, 'old\n');
    await interrupted(out, 'SIGKILL');
    expect(readFileSync(out, 'utf8')).toBe('old\n');
    for (const name of left()) nodeFs.unlinkSync(join(folder, name));
    const lines = join(folder, 'again.ndjson');
    writeFileSync(
      lines,
      Array.from(
        { length: 3000 },
        (_, i) => `${JSON.stringify({ case: { id: `a-${String(i)}`, title: 'x' }, facts: { 困难: '否' } })}\n`,
      ).join(''),
    );
    const run = async (): Promise<string> => {
      expect((await caijue(['batch', lines, '--policy', policy, '--format', 'ndjson', '--out', out])).code).toBe(0);
      return readFileSync(out, 'utf8');
    };
    const first = await run();
    expect(first.trim().split('\n').length).toBe(3000);
    expect(await run()).toBe(first);
  }, 120_000);

  test('leaves nothing behind where it is asked to stop, and says so with its exit code', async () => {
    const fresh = join(folder, 'fresh.ndjson');
    expect(await interrupted(fresh, 'SIGINT')).toBe(130);
    expect(existsSync(fresh)).toBe(false);
    expect(left()).toEqual([]);
  }, 120_000);
});

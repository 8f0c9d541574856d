// Real threads: the tool as it is shipped, with --jobs, killed and interrupted in the middle, and as one file.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/host.js';
import { build, start, type Ended } from './built.js';

const POLICY = `policy: { id: xiao, title: 小办法, completeness: full, source: 虚构 }
articles: { 第一条: 满足条件的，给予补助 }
facts: { 困难: { ask: 是否困难？, type: boolean, cites: 第一条 } }
outcomes:
  补助: { title: 给予补助, cites: 第一条, when: 困难 }
  不予: { title: 不予补助, cites: 第一条, otherwise: true }
`;
const OLD = POLICY.replace('when: 困难', 'unless: 困难, when: { any: [困难, not 困难] }');

const line = (i: number): string =>
  `${JSON.stringify({ case: { id: `z-${String(i)}`, title: '件'.repeat(200) }, facts: { 困难: '是' } })}\n`;

const folder = mkdtempSync(join(tmpdir(), 'caijue-jobs-'));

beforeAll(() => {
  mkdirSync(join(folder, 'cases'));
  writeFileSync(join(folder, 'xiao.yaml'), POLICY);
  writeFileSync(join(folder, 'old.yaml'), OLD);
  for (let i = 0; i < 1000; i++) {
    const text = `case: { id: an-${String(i)}, title: 第${String(i)}件 }\nfacts: { 困难: ${['是', '否', '待查'][i % 3]!} }\n`;
    writeFileSync(join(folder, 'cases', `${String(i).padStart(4, '0')}.yaml`), i % 200 === 7 ? 'case: [\n' : text);
  }
  writeFileSync(join(folder, 'lines.ndjson'), Array.from({ length: 20_000 }, (_, i) => line(i)).join(''));
  build();
}, 120_000);

const words = (jobs: number, ...more: string[]): string[] => [
  ...['batch', 'cases', 'lines.ndjson', '--policy', 'xiao.yaml', '--jobs', String(jobs), ...more],
];
const run = (jobs: number, ...more: string[]): Promise<Ended> => start(words(jobs, ...more), folder).ended;

describe('real threads', () => {
  test('say what one says, with all that a run can be asked for, and end with it', async () => {
    const more = ['--against', 'old.yaml', '--coverage', '--audit', '--format', 'json'];
    const one = await run(1, ...more);
    expect([one.code, one.out.length > 1_000_000, one.err.includes('batch/thread-lost')]).toEqual([1, true, false]);
    for (const jobs of [2, 3]) {
      const other = await run(jobs, ...more);
      expect([jobs, other.code, other.out === one.out, other.err === one.err]).toEqual([jobs, one.code, true, true]);
    }
  }, 240_000);

  test('are those of the one file as well', async () => {
    const one = await run(1, '--format', 'csv');
    const file = join(folder, 'caijue.mjs');
    execFileSync(process.execPath, [join(ROOT, 'bundle.config.js'), '--one-file', file]);
    const child = spawn(process.execPath, [file, ...words(2, '--format', 'csv')], { cwd: folder });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, out === one.out, err === one.err]).toEqual([one.code, true, true]);
  }, 240_000);

  test('that cannot start are told, and the main thread does it all', async () => {
    const one = await run(1, '--format', 'csv');
    const home = join(build(), '../..');
    const broken = mkdtempSync(join(tmpdir(), 'caijue-broken-'));
    execFileSync('cp', ['-r', ...['bin', 'dist', 'policies', 'package.json'].map((name) => join(home, name)), broken]);
    writeFileSync(join(broken, 'dist/bin/workers/judge-cases.js'), "throw new Error('broken');\n");
    const child = spawn(process.execPath, [join(broken, 'bin/caijue.js'), ...words(2, '--format', 'csv')], {
      cwd: folder,
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, out === one.out, err.match(/batch\/thread-lost/gu)?.length]).toEqual([one.code, true, 2]);
  }, 240_000);
});

describe('a run with threads that ends in the middle', () => {
  const temporary = (): string | undefined => readdirSync(folder).find((name) => name.endsWith('.tmp'));

  /** Pours cases in without end, after those of the folder, and sends a signal once results have begun to be written. */
  async function stopped(out: string, signal: NodeJS.Signals): Promise<Ended> {
    const more = ['--policy', 'xiao.yaml', '--jobs', '2', '--format', 'ndjson', '--out', out];
    const { process: child, ended } = start(['batch', 'cases', '-', ...more], folder);
    const { stdin } = child;
    stdin!.on('error', () => undefined);
    const isBegun = (): boolean => {
      const name = temporary();
      return name !== undefined && statSync(join(folder, name)).size > 0;
    };
    for (let i = 0; child.exitCode === null && child.signalCode === null && i < 1e7; i += 2000) {
      const drained = stdin!.write(Array.from({ length: 2000 }, (_, k) => line(i + k)).join(''));
      if (!drained) await Promise.race([new Promise((resolve) => stdin!.once('drain', resolve)), ended]);
      if (isBegun()) child.kill(signal);
    }
    stdin!.destroy();
    return ended;
  }

  test('by a kill leaves no half-written file, and a second run gives what an undisturbed one gives', async () => {
    const [undisturbed, out] = [join(folder, 'undisturbed.ndjson'), join(folder, 'out.ndjson')];
    await run(1, '--format', 'ndjson', '--out', undisturbed);
    const killed = await stopped(out, 'SIGKILL');
    expect([killed.signal, existsSync(out)]).toEqual(['SIGKILL', false]);
    await run(2, '--format', 'ndjson', '--out', out);
    expect(readFileSync(out, 'utf8') === readFileSync(undisturbed, 'utf8')).toBe(true);
    expect(readFileSync(out, 'utf8').split('\n').length).toBeGreaterThan(21_000);
  }, 240_000);

  test('by an interrupt leaves nothing, and says so', async () => {
    const out = join(folder, 'interrupted.ndjson');
    for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) execFileSync('rm', [join(folder, name)]);
    const run = await stopped(out, 'SIGINT');
    expect([run.code, run.err, existsSync(out), temporary()]).toEqual([
      130,
      expect.stringMatching(/已停止：处理了 \d+ \/ 1001 个文件\n$/u),
      false,
      undefined,
    ]);
  }, 240_000);
});

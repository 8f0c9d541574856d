// Threads: however many judge a batch, and whatever becomes of them, what it says is the same to the last byte.
import nodeFs, { type Dirent, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FileSystem } from '../src/cli/host.js';
import { BATCH_FORMATS } from '../src/report/batch/reporter.js';
import { kase, POLICY, workplace, type Workplace } from './support/batch.js';
import { caijue, type Run } from './support/host.js';
import { watchedThreads, type Watched } from './support/threads.js';

let at: Workplace;
beforeAll(() => {
  at = workplace();
  at.write('policy/old.yaml', POLICY.replace('1000元', '400元').replace('modality: may, ', ''));
  const incomes = ['500元', '待查', '5000元', '1000元', '980元', '399元', '401元'];
  const records = [
    '',
    '{ outcome: 补助 }',
    '{ outcome: 不予 }',
    '{ outcome: 不予, differs: { expected: 补助, reason: 批示 } }',
  ];
  for (let i = 0; i < 600; i++) {
    // Every 90th bears the id of another, some stints away.
    const id = `k-${String(i % 90 === 89 ? i - 80 : i)}`;
    const text = kase(id, incomes[i % 7]!, records[i % 4], i % 11 === 0 ? '是' : '否');
    at.write(`cases/${String(i % 3)}/${String(i).padStart(4, '0')}.yaml`, text);
  }
  at.write('cases/1/policy.yaml', POLICY);
  at.write('cases/1/0100-broken.yaml', 'case: [\n');
  at.write('cases/2/0200-fault.yaml', kase('fault', '5'));
  at.write('cases/2/0300-out-of-time.yaml', kase('early', '5元').replace('2021-05-01', '1999-05-01'));
  at.write('cases/0/package.json', '{"name":"x"}');
  symlinkSync('0000.yaml', at.path('cases/0/link.yaml'));
  symlinkSync('/etc/hostname', at.path('cases/0/out.yaml'));
  const line = (i: number): string =>
    `${JSON.stringify({ case: { id: `l-${String(i % 1900)}`, title: '件'.repeat(300), happened_on: '2021-05-01' }, facts: { 收入: `${String(i)}元`, 骗取: '否' } })}\n`;
  const limit = 256 * 1024;
  const strange = new Map([
    [
      300,
      `${line(300)
        .trim()
        .padEnd(limit + 40_000)}\n`,
    ],
    [301, `${' '.repeat(limit + 40_000)}\n`],
    [600, `${filled(line(600).trim(), limit)}\r\n`],
    [601, `${filled(line(601).trim(), limit + 1)}\r\n`],
    [1500, '{"case":\n'],
  ]);
  at.write('lines.ndjson', Array.from({ length: 2000 }, (_, i) => strange.get(i) ?? line(i)).join(''));
});

/** A text and spaces after it: so many bytes in all. */
function filled(text: string, size: number): string {
  return text + ' '.repeat(size - Buffer.byteLength(text));
}

/** Names of a folder come in any order. */
const shuffled: FileSystem = {
  ...nodeFs,
  readdirSync: ((path: string, options: { withFileTypes: true }) => {
    const turned = (entry: Dirent): string => [...entry.name].reverse().join('');
    return readdirSync(path, options).sort((a, b) => (turned(a) < turned(b) ? -1 : 1));
  }) as FileSystem['readdirSync'],
};

const everything = (): string[] => [
  '--against',
  at.path('policy/old.yaml'),
  '--coverage',
  '--audit',
  '--margin',
  '20%',
];

async function judged(jobs: number, more: readonly string[], watched: Watched, fs: FileSystem = nodeFs): Promise<Run> {
  const words = ['--policy', at.path('policy/xiao.yaml'), '--jobs', String(jobs), ...more];
  return caijue(['batch', at.path('cases'), at.path('lines.ndjson'), ...words], { threads: watched.threads, fs });
}

/** Where two runs differ first: a whole comparison of long texts takes minutes. */
function differenceOf(own: Run, other: Run): string {
  const [left, right] = [own, other].map(({ code, out, err }) => `${String(code)}\n${err}\n${out}`) as [string, string];
  if (left === right) return '';
  const at = [...left].findIndex((sign, i) => sign !== right[i]);
  return `${left.slice(at - 100, at + 100)}\n<>\n${right.slice(at - 100, at + 100)}`;
}

describe('the number of jobs', () => {
  test.each(BATCH_FORMATS)(
    'changes nothing of %s, nor does the order in which a folder names its files',
    async (format) => {
      const more = ['--format', format, ...(format === 'junit' ? [] : everything())];
      const alone = watchedThreads({ fs: nodeFs });
      const one = await judged(1, more, alone);
      expect([alone.started(), one.code, one.out.length > 1000]).toEqual([0, 1, true]);
      expect(one.err).toContain('batch/duplicate-id');
      for (const jobs of [2, 3]) {
        const watched = watchedThreads({ fs: shuffled });
        expect(differenceOf(await judged(jobs, more, watched, shuffled), one)).toBe('');
        expect([watched.started(), watched.answered() > 5, watched.running()]).toEqual([jobs, true, 0]);
      }
    },
  );

  test('changes nothing of the reports and the index that a run writes', async () => {
    const written = async (jobs: number): Promise<readonly string[]> => {
      const folder = at.path(`out-${String(jobs)}`);
      const words = ['--policy', at.path('policy/xiao.yaml'), '--jobs', String(jobs), '--out', `${folder}/`];
      const { threads } = watchedThreads({ fs: nodeFs });
      await caijue(['batch', at.path('cases/0'), ...words], { threads });
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
      return names.sort().map((name) => `${name}\n${readFileSync(`${folder}/${name}`, 'utf8')}`);
    };
    const one = await written(1);
    expect(one.length).toBeGreaterThan(200);
    expect(await written(3)).toEqual(one);
  });

  test('starts no thread for a hundred files, nor for a few thousand lines, unless it is asked to', async () => {
    const watched = watchedThreads({ fs: nodeFs });
    const words = ['--policy', at.path('policy/xiao.yaml')];
    const hundred = readdirSync(at.path('cases/0'))
      .slice(0, 100)
      .map((name) => at.path(`cases/0/${name}`));
    await caijue(['batch', ...hundred, ...words, '--jobs', '2'], { threads: watched.threads });
    await caijue(['batch', at.path('lines.ndjson'), ...words], { threads: watched.threads });
    expect(watched.started()).toBe(0);
    for (const text of ['0', '1.5', '-2', '100', 'x']) {
      expect((await caijue(['batch', at.path('cases'), '--jobs', text])).code).toBe(2);
    }
  });
});

describe('a thread that ends in the middle', () => {
  const more = (): string[] => ['--format', 'json', ...everything()];

  test.each([
    ['the first answer', (n: number) => n === 1],
    ['the fourth answer', (n: number) => n === 4],
    ['every answer from the third', (n: number) => n >= 3],
  ])('at %s loses no case: what it had at hand is judged here, and it is told', async (_, dies) => {
    const one = await judged(1, more(), watchedThreads({ fs: nodeFs }));
    const watched = watchedThreads({ fs: nodeFs }, dies);
    const { out, err, code } = await judged(3, more(), watched);
    expect([out === one.out, code, watched.running()]).toEqual([true, one.code, 0]);
    const lost = /^.*batch\/thread-lost.*ERR_WORKER_OUT_OF_MEMORY[^]*?\n(?=\S)/gmu;
    expect(err.match(lost)?.length).toBeGreaterThan(0);
    const others = (text: string): string[] => text.match(/^\S+ (?:错误|提醒) (?!batch\/thread-lost)\S+/gmu) ?? [];
    expect(others(err)).toEqual(others(one.err));
  });

  test('is ended with the run where a signal stops it, and what was said by then is whole', async () => {
    let looks = 0;
    const watchSignals = () => ({
      stopped: () => Promise.resolve((looks += 1) > 2 ? ('SIGTERM' as const) : undefined),
      release: () => undefined,
    });
    const watched = watchedThreads({ fs: nodeFs });
    const words = [
      'batch',
      at.path('cases'),
      '--policy',
      at.path('policy/xiao.yaml'),
      '--format',
      'ndjson',
      '--jobs',
      '2',
    ];
    const { code, out, err } = await caijue(words, { watchSignals, threads: watched.threads });
    expect([code, watched.running()]).toEqual([143, 0]);
    expect(err).toMatch(/已停止：处理了 256 \/ \d+ 个文件\n$/u);
    expect(
      out
        .trimEnd()
        .split('\n')
        .every((line) => line.endsWith('}')),
    ).toBe(true);
  });
});

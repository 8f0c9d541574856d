// `caijue batch` as its users meet it: what is said of each party, in which formats, and what fails.
import nodeFs, { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { kase, POLICY, workplace, type Workplace } from './support/batch.js';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);
let at: Workplace;
beforeEach(() => {
  at = workplace();
});

describe('how a determination stands to its record', () => {
  test.each([
    ['same', '500元', '{ outcome: 补助 }'],
    ['changed', '500元', '{ outcome: 不予 }'],
    ['new', '500元', ''],
    ['undetermined', '待查', ''],
    ['undetermined', '待查', '{ outcome: 补助 }'],
    ['declared', '待查', '{ outcome: 补助, differs: { status: pending, reason: 邻居证明 } }'],
    ['declared', '500元', '{ outcome: 不予, differs: { expected: 补助, reason: 上级批示 } }'],
    ['changed', '5000元', '{ outcome: 不予, differs: { expected: 补助, reason: 上级批示 } }'],
    ['same', '5000元', '{ outcome: 其他, differs: { expected: 补助, reason: 上级批示 } }'],
    ['changed', '500元', '{ outcome: 其他 }'],
  ])('%s: 收入 %s, recorded %s', async (change, income, record) => {
    at.write('cases/a.yaml', kase('a', income, record));
    expect((await at.lines()).map((line) => line.change)).toEqual([change]);
  });

  test('a `may` that was declined with a reason is no change; without one it is', async () => {
    const declinable = POLICY.replace(
      '补助: { title',
      '缓办: { title: 缓办, cites: 第三条, when: 低收入 }\n  补助: { title',
    ).replace('modality: may', 'modality: may, prevails_over: [缓办]');
    at.write('policy/xiao.yaml', declinable);
    at.write('cases/a.yaml', kase('a', '500元', '{ outcome: 缓办, reason: 资金不足 }'));
    at.write('cases/b.yaml', kase('b', '500元', '{ outcome: 缓办 }'));
    expect((await at.lines()).map(({ outcome, change }) => [outcome, change])).toEqual([
      ['补助', 'same'],
      ['补助', 'changed'],
    ]);
  });
});

describe('what a run ends with', () => {
  test('a run that determines nobody fails, in an empty folder and among open cases', async () => {
    mkdirSync(at.path('cases'));
    const empty = await at.run();
    expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('batch/nothing-determined')]);
    at.write('cases/a.yaml', kase('a', '待查'));
    expect((await at.run()).code).toBe(1);
  });

  test('changes fail only on demand: what differs from the record, and what is recorded and no longer derived', async () => {
    at.write('cases/a.yaml', kase('a', '500元', '{ outcome: 不予 }'));
    at.write('cases/b.yaml', kase('b', '待查', '{ outcome: 补助 }'));
    at.write('cases/c.yaml', kase('c', '500元', '{ outcome: 补助 }'));
    at.write('cases/d.yaml', kase('d', '待查'));
    expect((await at.run()).code).toBe(0);
    expect((await at.run('--max-changes', '2')).code).toBe(0);
    const failed = await at.run('--max-changes', '1');
    expect([failed.code, failed.err]).toEqual([1, expect.stringContaining('2 名当事人的结论有变化，允许 1 名')]);
    expect((await at.run('--fail-on-change')).code).toBe(1);
  });

  test('a policy that cannot be used is told once, and no case is blamed for it', async () => {
    for (const name of ['a', 'b', 'c']) at.write(`cases/${name}.yaml`, kase(name, '1元'));
    at.write('policy/xiao.yaml', POLICY.replace('收入 < 1000元', '收人 < 1000元'));
    const { out, err, code } = await at.run();
    expect([code, out]).toEqual([1, '']);
    expect(err.match(/parse\/unknown-name/gu)).toHaveLength(1);
  });

  test('a signal stops between two files: what was written is whole, and the exit code tells the signal', async () => {
    for (let i = 0; i < 100; i++) at.write(`cases/${String(i).padStart(3, '0')}.yaml`, kase(`k${String(i)}`, '1元'));
    let looks = 0;
    const watchSignals = () => ({
      stopped: () => Promise.resolve((looks += 1) > 2 ? ('SIGINT' as const) : undefined),
      release: () => undefined,
    });
    const words = ['batch', at.path('cases'), '--policy', at.path('policy/xiao.yaml'), '--format', 'ndjson'];
    const { code, out, err } = await caijue(words, { watchSignals });
    expect([code, err]).toEqual([130, '已停止：处理了 64 / 100 个文件\n']);
    expect(out.trimEnd().split('\n')).toHaveLength(64);
    for (const line of out.trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  test('--out gives reports of folders that hold files of the same names a name each', async () => {
    const folders = ['x', 'y', 'z', 'w'].map((name) => {
      at.write(`${name}/a.yaml`, kase(name, '1元'));
      return at.path(name);
    });
    const target = at.path('out');
    const words = ['--policy', at.path('policy/xiao.yaml'), '--out', target];
    expect((await caijue(['batch', ...folders, ...words])).err).toBe('');
    const index = readFileSync(join(target, 'index.md'), 'utf8');
    const below = at.path('y/a.md').replace(/^\/+/u, '');
    for (const [name, id] of Object.entries({ 'a.md': 'w', 'a.yaml.md': 'x', [below]: 'y' })) {
      expect(readFileSync(join(target, name), 'utf8')).toContain(`案件${id}`);
      expect(index).toContain(`(${name})`);
    }
  });

  test('two versions of a policy are told apart in every part of the report', async () => {
    copyFileSync(join(ROOT, 'package.json'), at.path('package.json'));
    at.write('policies/old.yaml', POLICY.replace('from: 2020-01-01', 'to: 2020-12-31'));
    at.write('policies/new.yaml', POLICY.replace('2020-01-01', '2021-01-01'));
    at.write('cases/a.yaml', kase('a', '500元').replace('2021-05-01', '2020-05-01'));
    at.write('cases/b.yaml', kase('b', '500元'));
    const words = ['batch', at.path('cases'), '--coverage', '--audit'];
    const { out } = await caijue(words, { home: at.path('/') });
    const told = (start: string): number =>
      new Set(out.match(new RegExp(`${start}xiao sha256:[0-9a-f]{8}`, 'gu'))).size;
    expect([told('  '), told('检验程度：'), told('同案不同判：')]).toEqual([2, 2, 2]);
    const alone = await caijue([...words, '--policy', at.path('policies/new.yaml')], { home: at.path('/') });
    expect([alone.code, alone.out.includes('检验程度：xiao '), alone.out.includes('sha256')]).toEqual([0, true, false]);
  });

  test('--out writes a report for each case and an index, and leaves alone what is already there', async () => {
    at.write('cases/a.yaml', kase('a', '1元'));
    at.write('cases/sub/index.yaml', kase('b', '1元'));
    at.write('cases/index.yaml', kase('c', '1元'));
    const target = at.path('out');
    expect((await at.run('--out', target)).code).toBe(0);
    const index = readFileSync(join(target, 'index.md'), 'utf8');
    for (const name of ['a.md', 'sub/index.md', 'index.yaml.md']) {
      expect(readFileSync(join(target, name), 'utf8')).toMatch(/^# 认定报告：案件/u);
      expect(index).toContain(`[${name}](${name})`);
    }
    const failing = {
      ...nodeFs,
      renameSync: () => {
        throw new Error('no');
      },
    };
    const again = await caijue(['batch', at.path('cases'), '--policy', at.path('policy/xiao.yaml'), '--out', target], {
      fs: failing,
    });
    expect([again.code, again.err]).toEqual([0, '']);
  });
});

describe('a comparison of versions', () => {
  test('names the file of the version in which each change stands, also in what it includes', async () => {
    const part = (limit: string): string => `part: { title: 一份, source: 虚构 }
articles: { 第九条: 数额 }
parameters:
  界限: { type: money, values: [{ from: 2020-01-01, value: ${limit}, source: 虚构 }] }
`;
    const more = '  高收入: { cites: 第一条, advises: 是, when: 收入 > 9000元 }\noutcomes:\n';
    const including = POLICY.replace('articles:', 'include: parts/yi.yaml\narticles:');
    const old = at.write('old/xiao.yaml', including.replace('outcomes:\n', more));
    at.write('old/parts/yi.yaml', part('1元'));
    at.write('policy/xiao.yaml', including.replace('< 1000元', '< 800元'));
    at.write('policy/parts/yi.yaml', part('2元'));
    at.write('cases/a.yaml', kase('a', '500元'));
    const { out } = await at.run('--against', old, '--format', 'json');
    const { summary } = JSON.parse(out) as {
      summary: { comparisons: { changes: { name: string; at: string }[] }[] };
    };
    const places = Object.fromEntries(summary.comparisons[0]!.changes.map(({ name, at: place }) => [name, place]));
    expect(places).toEqual({
      低收入: `${at.path('policy/xiao.yaml')}:9:3`,
      高收入: `${old}:10:3`,
      界限: `${at.path('policy/parts/yi.yaml')}:4:3`,
    });
  });
});

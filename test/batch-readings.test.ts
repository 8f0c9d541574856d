// A batch reads in two ways, quickly and whole: whichever a case is read in, what is said of it is the same.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { kase, POLICY, workplace, type Workplace } from './support/batch.js';
import { caijue, ROOT } from './support/host.js';

let at: Workplace;
beforeEach(() => {
  at = workplace();
});

describe('what is read quickly', () => {
  test('is judged under the version in force on its own day, where a policy is named outright by its id', async () => {
    copyFileSync(join(ROOT, 'package.json'), at.path('package.json'));
    at.write('policies/old.yaml', POLICY.replace('from: 2020-01-01', 'to: 2020-12-31'));
    at.write('policies/new.yaml', POLICY.replace('2020-01-01', '2021-01-01').replace('1000元', '100元'));
    at.write('cases/a.yaml', kase('a', '500元').replace('2021-05-01', '2020-05-01'));
    at.write('cases/b.yaml', kase('b', '500元'));
    const words = ['batch', at.path('cases'), '--policy', 'xiao', '--format', 'ndjson'];
    const { out } = await caijue(words, { home: at.path('/') });
    expect(out.match(/"outcome":"[^"]+"/gu)).toEqual(['"outcome":"补助"', '"outcome":"其他"']);
  });

  test('is compared by what was chosen within an outcome as well', async () => {
    at.write('policy/xiao.yaml', POLICY.replace('modality: may,', 'modality: may, choose: [现金, 实物],'));
    at.write('cases/a.yaml', kase('a', '500元', '{ outcome: 补助, choice: 现金 }'));
    at.write('cases/b.yaml', kase('b', '500元', '{ outcome: 补助, choice: [实物] }'));
    const { out } = await at.run('--audit', '--format', 'json');
    const { summary } = JSON.parse(out) as { summary: { audit: { unlike: { records: { recorded: string }[] }[] }[] } };
    const records = summary.audit[0]!.unlike.map((group) => group.records.map(({ recorded }) => recorded));
    expect(records).toEqual([['补助（实物）', '补助（现金）']]);
  });
});

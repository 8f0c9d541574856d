// `caijue interview` without a terminal: the same interview answered from a case file, and what keeps its files safe.
import fs from 'node:fs';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileSystem } from '../src/cli/host.js';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);
const folder = (): string => mkdtempSync(join(tmpdir(), 'caijue-'));
const HUANG = 'cases/moushi-rongcuo/huang-shuiku-jiashe.yaml';

describe('an interview answered from a case', () => {
  test('writes nothing where nobody says where, and gives the same transcript each time', async () => {
    const before = readdirSync('.').sort();
    const [one, two] = [
      await caijue(['interview', 'moushi-rongcuo', '--answers', HUANG]),
      await caijue(['interview', 'moushi-rongcuo', '--answers', HUANG]),
    ];
    expect(one.out).toBe(two.out);
    expect(readdirSync('.').sort()).toEqual(before);
  });

  test('leaves out what it was not asked, takes no judgement without a reason, and says both', async () => {
    const dir = folder();
    const answers = join(dir, 'answers.yaml');
    writeFileSync(answers, readFileSync(HUANG, 'utf8').replace(/ {4}reason: 施工前有专业单位的险情鉴定.*\n/u, ''));
    const { out } = await caijue(['interview', 'moushi-rongcuo', '--answers', answers, '--out', join(dir, 'out')]);
    expect(out).toContain('「充分评估」的回答没有理由，裁量判断不能采用，记为待查。');
    expect(out).toContain('没有问到的回答：重大损失');
    const made = readFileSync(join(dir, 'out/huang-shuiku-jiashe.yaml'), 'utf8');
    expect(made).toContain('  充分评估: 待查\n');
    expect(made).not.toContain('重大损失');
    expect(made).toContain('hypothetical: ');
  });

  test('goes on with a case that is there, and keeps its comments', async () => {
    const dir = folder();
    const path = join(dir, 'case.yaml');
    cpSync('test/fixtures/interview/huang.yaml', path);
    const { code } = await caijue(['interview', 'moushi-rongcuo', '--case', path, '--answers', HUANG]);
    expect(code).toBe(0);
    const lines = readFileSync(path, 'utf8').split('\n');
    const before = readFileSync('test/fixtures/interview/huang.yaml', 'utf8').trimEnd().split('\n');
    expect(before.filter((line) => !lines.includes(line))).toEqual([]);
  });
});

describe('an interview refuses', () => {
  test('to run without a terminal', async () => {
    expect(await caijue(['interview', 'moushi-rongcuo'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('--answers') as string,
    });
  });

  test('a policy that is not there, before anything is asked', async () => {
    expect(await caijue(['interview', 'moushi-rongcu', '--answers', HUANG])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('是否想写「moushi-rongcuo」') as string,
    });
  });

  test('the beginning of a policy’s id, and names the only policy that is meant, showing no text that nobody wrote', async () => {
    const zh = await caijue(['interview', 'moushi', '--answers', HUANG]);
    expect([zh.code, zh.err.split('\n')]).toEqual([
      2,
      [
        'moushi:1:1 错误 cli/unknown-policy 没有代号是「moushi」的办法，是否想写「moushi-rongcuo」',
        expect.stringContaining('建议') as string,
        '',
      ],
    ]);
    expect((await caijue(['interview', 'moushi', '--answers', HUANG, '--lang', 'en'])).err).toContain(
      'did you mean `moushi-rongcuo`',
    );
    expect((await caijue(['interview', 'shandong', '--answers', HUANG])).err).not.toContain('是否想写');
  });

  test('a case of another policy', async () => {
    const path = join(folder(), 'case.yaml');
    cpSync(HUANG, path);
    const { code, err } = await caijue(['interview', 'shigu-dengji', '--case', path, '--answers', HUANG]);
    expect([code, err.includes('case/unknown-fact') || err.includes('cli/other-policy')]).toEqual([1, true]);
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(HUANG, 'utf8'));
  });

  test('to write its answers over themselves', async () => {
    const path = join(folder(), 'case.yaml');
    cpSync(HUANG, path);
    const { code, err } = await caijue(['interview', 'moushi-rongcuo', '--case', path, '--answers', path]);
    expect([code, err.includes('cli/same-output')]).toEqual([1, true]);
  });

  test('a case that somebody else is interviewing', async () => {
    const dir = folder();
    const path = join(dir, 'case.yaml');
    cpSync('test/fixtures/interview/huang.yaml', path);
    writeFileSync(join(dir, '.case.yaml.lock'), JSON.stringify({ pid: 1, machine: 'elsewhere', since: '' }));
    const { code, err } = await caijue(['interview', 'moushi-rongcuo', '--case', path, '--answers', HUANG]);
    expect([code, err.includes('cli/locked')]).toEqual([75, true]);
    expect(readFileSync(path, 'utf8')).toBe(readFileSync('test/fixtures/interview/huang.yaml', 'utf8'));
  });
});

/** A file system that does something else at the n-th call of `renameSync`. */
function atRename(n: number, act: (from: string, to: string) => void): FileSystem {
  let calls = 0;
  const renameSync = (from: string, to: string): void => {
    calls += 1;
    if (calls === n) act(from, to);
    else fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
}

describe('an interview whose disk fails', () => {
  test.each([1, 4, 9])('at write %i ends with 74, and its file is as it was after the write before', async (n) => {
    const dir = folder();
    const path = join(dir, 'case.yaml');
    cpSync('test/fixtures/interview/huang.yaml', path);
    let before = '';
    const full = atRename(n, () => {
      before = readFileSync(path, 'utf8');
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    const run = await caijue(['interview', 'moushi-rongcuo', '--case', path, '--answers', HUANG], { fs: full });
    expect([run.code, run.err.includes('ENOSPC')]).toEqual([74, true]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(dir)).toEqual(['case.yaml']);
    const again = await caijue(['interview', 'moushi-rongcuo', '--case', path, '--answers', HUANG]);
    expect(again.code).toBe(0);
  });

  test('or is written by another, ends with 75 and leaves what the other wrote', async () => {
    const dir = folder();
    const path = join(dir, 'case.yaml');
    cpSync('test/fixtures/interview/huang.yaml', path);
    const other = atRename(3, (from, to) => {
      fs.renameSync(from, to);
      writeFileSync(path, `${readFileSync(path, 'utf8')}# 别人加的\n`);
    });
    const run = await caijue(['interview', 'moushi-rongcuo', '--case', path, '--answers', HUANG], { fs: other });
    expect([run.code, run.err.includes('cli/changed-meanwhile')]).toEqual([75, true]);
    expect(readFileSync(path, 'utf8')).toMatch(/# 别人加的\n$/u);
    expect(existsSync(join(dir, '.case.yaml.lock'))).toBe(false);
  });
});

// The commands that the tool prints to be copied start it as it was started; what goes into files always says `caijue`.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calledAs } from '../src/cli/called.js';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);
const HUANG = 'cases/moushi-rongcuo/huang-shuiku-jiashe.yaml';

describe('how the tool was started', () => {
  test.each([
    ['/usr/lib/node_modules/caijue/bin/caijue.js', {}, 'caijue'],
    [
      '/x/_npx/1/node_modules/.bin/caijue',
      { npm_lifecycle_event: 'npx', npm_lifecycle_script: "'caijue'" },
      'npx caijue',
    ],
    [
      '/x/_npx/1/node_modules/.bin/caijue',
      { npm_lifecycle_event: 'npx', npm_lifecycle_script: 'caijue decide' },
      'npx caijue',
    ],
    ['/x/bin/caijue.js', { npm_lifecycle_event: 'npx', npm_lifecycle_script: 'vitest run' }, 'caijue'],
    ['/x/bin/caijue.js', { npm_lifecycle_event: 'test', npm_lifecycle_script: 'caijue check' }, 'caijue'],
    ['/home/office/caijue.mjs', {}, 'node caijue.mjs'],
    ['/home/tools here/caijue.mjs', {}, "node '../tools here/caijue.mjs'"],
  ])('%s %j', (script, env, words) => {
    expect(calledAs(script, '/home/office', env)).toBe(words);
  });
});

describe('a command to be copied', () => {
  test('is the one that was used; the report names the tool', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'caijue-'));
    const answers = join(folder, 'answers.yaml');
    writeFileSync(answers, readFileSync(HUANG, 'utf8').replace(/\ndetermination:[^]*/u, '\n'));
    const argv = ['interview', 'moushi-rongcuo', '--answers', answers, '--out', join(folder, 'out')];
    const { out } = await caijue(argv, { called: 'npx caijue' });
    const path = join(folder, 'out', 'huang-shuiku-jiashe.yaml');
    expect(out).toContain(`记录认定：\n  npx caijue decide ${path} --record\n`);
    expect(readFileSync(path.replace('.yaml', '.md'), 'utf8')).toContain(`\`caijue decide ${path}\``);
  });

  test.each([
    [['decide'], '用 node caijue.mjs decide --help 查看用法\n'],
    [['nosuch'], '用 node caijue.mjs --help 查看用法\n'],
  ])('for help: %j', async (argv, told) => {
    expect((await caijue(argv, { called: 'node caijue.mjs' })).err).toContain(told);
  });

  test('for an interview', async () => {
    expect((await caijue(['interview'], { called: 'npx caijue' })).out).toContain(
      '\n  npx caijue interview moushi-rongcuo\n',
    );
  });
});

describe('a record', () => {
  test('is told to whoever watches, on the error stream, so that the report stays what it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'caijue-'));
    const path = join(folder, 'a.yaml');
    const text = readFileSync(HUANG, 'utf8').replace(/\ndetermination:[^]*/u, '\n');
    writeFileSync(path, text);
    const before = await caijue(['decide', path]);
    const { code, out, err } = await caijue(['decide', path, '--record'], { watched: true });
    expect([code, out, err]).toEqual([0, before.out, `认定已写入案件文件：${path}\n`]);
    writeFileSync(path, text);
    expect((await caijue(['decide', path, '--record', '--lang', 'en'], { watched: true })).err).toBe(
      `recorded in the case file: ${path}\n`,
    );
    expect((await caijue(['decide', path, '--record'], { watched: true })).err).not.toContain('认定已写入');
    writeFileSync(path, text);
    expect((await caijue(['decide', path, '--record'])).err).toBe('');
  });
});

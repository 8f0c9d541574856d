// The command line around the verbs: version, help, suggestions, explanations, and what a defect of ours looks like.
import { describe, expect, test } from 'vitest';
import { inWords } from '../src/cli/placeholders.js';
import { USAGE } from '../src/cli/usage.js';
import { VERBS } from '../src/cli/verbs.js';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);
const DEMO = 'cases/moushi-rongcuo/huang-shuiku-jiashe.yaml';

describe('the command line', () => {
  const bare = (text: string): string => text.replaceAll(/\s/gu, '');

  test.each(['', 'decide', 'batch', 'interview', 'check', 'init', 'schema', 'explain'])(
    'writes the help of “%s” in one language, with every line of the table in it',
    async (name) => {
      const verb = VERBS.find((one) => one.name === name);
      for (const language of ['zh', 'en'] as const) {
        const { out } = await caijue([...(verb ? [name] : []), '--help', '--lang', language]);
        expect(out.includes('[选项]')).toBe(language === 'zh');
        expect(/\[(?:options|command)\]/u.test(out)).toBe(language === 'en');
        for (const [written, says] of verb?.options ?? []) {
          expect(out).toContain(`  ${inWords(written, language)} `);
          expect(bare(out)).toContain(bare(USAGE[language][says]));
        }
      }
    },
  );

  test('prints its version without loading anything, help with examples first, and suggestions', async () => {
    expect(await caijue(['--version'])).toEqual({ code: 0, out: 'caijue 0.1.0\n', err: '' });
    expect((await caijue(['--help'])).out).toMatch(/^例子：\n {2}caijue decide/u);
    expect((await caijue(['decide', '--help', '--lang', 'en'])).out).toMatch(/^Examples:\n {2}caijue decide/u);
    expect(await caijue(['decid'])).toMatchObject({
      code: 2,
      err: 'caijue: 没有命令「decid」，是否想写「decide」\n用 caijue --help 查看用法\n',
    });
    expect((await caijue(['decide', DEMO, '--recrod'])).err).toContain('没有选项「--recrod」，是否想写「--record」');
    expect(await caijue(['decide'])).toMatchObject({
      code: 2,
      err: 'caijue: 缺少参数「案件」\n用 caijue decide --help 查看用法\n',
    });
    expect((await caijue(['decide', DEMO, '--on', '2021-02-30'])).code).toBe(2);
  });

  test.each([
    [['decide', 'x', '--format', 'foo'], '--format <格式> 不能是「foo」；应为 md、json'],
    [['--lang', 'fr', 'decide', 'x'], '--lang <语言> 不能是「fr」；应为 zh、en'],
    [['batch', 'x', '--jobs', '0'], '--jobs <数> 不能是「0」；应为 1–99'],
    [['batch', 'x', '--margin', "5'"], "--margin <百分比> 不能是「5'」；应为 5%"],
    [
      ['schema', 'foo'],
      '「种类」不能是「foo」；应为 policy、part、case、determination、explanation、batch、diagnostics',
    ],
  ])('says in one language what a word should be: %j', async (argv, told) => {
    const { code, err } = await caijue(argv);
    expect([code, err.split('\n')[0]]).toEqual([2, `caijue: ${told}`]);
  });

  test('has no English word for a value in its Chinese help', async () => {
    for (const verb of ['', ...VERBS.map(({ name }) => name)]) {
      const { out } = await caijue([...(verb === '' ? [] : [verb]), '--help']);
      expect(out.replaceAll(/'[^']*'/gu, ''), verb).not.toMatch(/[<[][a-z]/u);
    }
  });

  test('lists the policies that it brings where an interview names none', async () => {
    const { code, out } = await caijue(['interview']);
    expect(code).toBe(2);
    expect(out).toMatch(/^问询哪一份办法？自带的有：\n/u);
    expect(out).toMatch(/\n {2}chongqing-dibao +重庆市城乡居民最低生活保障条例\n/u);
    expect(out.match(/^ {2}yangqi-zhuize/gmu)).toHaveLength(2);
    expect((await caijue(['interview', '--lang', 'en'])).out).toContain('Give its id, as in:');
    expect((await caijue(['interview', 'x'])).err).toContain('（caijue interview 可列出）');
  });

  test('sends whoever gives a folder to decide to batch', async () => {
    expect((await caijue(['decide', 'cases'])).err).toContain('一个目录的案件用 caijue batch 认定');
  });

  test('explains every code it knows and suggests the near one', async () => {
    const all = (await caijue(['explain'])).out
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]!);
    expect(all.length).toBeGreaterThan(100);
    for (const code of all) expect((await caijue(['explain', code])).out).toMatch(/含义: .+\n后果: .+\n建议: .+/u);
    expect(await caijue(['explain', 'case/unknown-fakt'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('case/unknown-fact') as string,
    });
  });

  test('a defect of ours is one line and exit code 70, never a stack trace', async () => {
    const broken = {
      openSync: () => {
        throw new TypeError('boom');
      },
    };
    const run = await caijue(['decide', DEMO], {
      stdin: () => Promise.reject(new Error('x')),
      fs: { ...(await import('node:fs')).default, statSync: broken.openSync },
    });
    expect(run.code).toBe(0);
    const bug = await caijue(['decide', '-'], { stdin: () => Promise.reject(new Error('线路断了')) });
    expect(bug).toMatchObject({ code: 70, out: '' });
    expect(bug.err).toContain('cli/internal');
    expect(bug.err).not.toMatch(/\n {4}at /u);
  });
});

// The command line around the verbs: version, help, suggestions, explanations, and what a defect of ours looks like.
import { describe, expect, test } from 'vitest';
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
          expect(out).toContain(`  ${written} `);
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
    expect((await caijue(['decide'])).code).toBe(2);
    expect((await caijue(['decide', DEMO, '--on', '2021-02-30'])).code).toBe(2);
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

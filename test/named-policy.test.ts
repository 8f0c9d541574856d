// A policy that is named on the command line: by its id wherever a command takes a policy, told once and before anything is read where there is none.
import { mkdtempSync, readFileSync, writeFileSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);
const CASES = ['cases/moushi-rongcuo/huang-shuiku.yaml', 'cases/moushi-rongcuo/huang-shuiku-jiashe.yaml'];
const UNKNOWN =
  'moushi-rongcu:1:1 错误 cli/unknown-policy 没有代号是「moushi-rongcu」的办法，是否想写「moushi-rongcuo」';
let folder = '';
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-named-'));
});

/** How often a run says something. */
const times = (text: string, words: string): number => text.split(words).length - 1;

describe('an unknown policy', () => {
  test.each([
    [['decide', ...CASES, '--policy', 'moushi-rongcu']],
    [['decide', ...CASES, at('none.yaml'), '--json', '--policy', 'moushi-rongcu']],
    [['decide', '-', '--policy', 'moushi-rongcu']],
    [['batch', 'cases', '--policy', 'moushi-rongcu']],
    [['batch', 'cases', '--policy', 'moushi-rongcuo', '--against', 'moushi-rongcu']],
    [['explain', CASES[0]!, '--policy', 'moushi-rongcu']],
    [['interview', 'moushi-rongcu', '--answers', CASES[0]!]],
  ])('is told once, as a usage error, and nothing is read: %j', async (words) => {
    const stdin = (): Promise<Uint8Array> => Promise.reject(new Error('read'));
    const { code, out, err } = await caijue(words, { stdin });
    const [first, help, ...more] = err.split('\n');
    expect([code, out, first, more]).toEqual([2, '', UNKNOWN, ['']]);
    expect(help).toContain('建议: 写自带办法的代号');
  });

  test('may be a path: a file that is not there or cannot be read as a policy is told once', async () => {
    writeFileSync(at('bad.yaml'), 'policy: { id: p }\n');
    const absent = await caijue(['decide', ...CASES, '--policy', at('none.yaml')]);
    expect([absent.code, absent.out, times(absent.err, 'cli/not-found')]).toEqual([2, '', 1]);
    const bad = await caijue(['decide', ...CASES, '--policy', at('bad.yaml')]);
    expect([bad.code, bad.out]).toEqual([1, '']);
    expect(times(bad.err, 'title')).toBe(times((await caijue(['check', at('bad.yaml')])).out, 'title'));
  });

  test('named by a case is still told at its place in the case', async () => {
    writeFileSync(at('a.yaml'), 'case: { id: a, title: 试, policy: moushi-rongcu }\n');
    const { code, err } = await caijue(['decide', at('a.yaml')]);
    expect([code, err]).toEqual([1, expect.stringContaining('a.yaml:1:34 错误 case/unknown-policy')]);
  });

  test('is one whose id only stands in the file of another', async () => {
    const home = at('home/');
    mkdirSync(join(home, 'policies'), { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"version":"0.0.0"}');
    const text = readFileSync('test/fixtures/batch/new.policy.yaml', 'utf8');
    writeFileSync(join(home, 'policies/a.yaml'), `# id: bie\n${text}`);
    const { code, err } = await caijue(['decide', ...CASES, '--policy', 'bie'], { home });
    expect([code, times(err, 'cli/unknown-policy')]).toEqual([2, 1]);
  });
});

describe('check', () => {
  const checked = async (...words: string[]): Promise<unknown> => {
    const { out } = await caijue(['check', ...words, '--json']);
    return (JSON.parse(out) as { files: readonly object[] }).files;
  };

  test('takes the id of a shipped policy, and says of it what it says of its file', async () => {
    const { code, out } = await caijue(['check', 'shandong-yingshang']);
    expect([code, out]).toEqual([0, (await caijue(['check', 'policies/shandong-yingshang.yaml'])).out]);
    expect(await checked('shandong-yingshang')).toEqual(await checked('policies/shandong-yingshang.yaml'));
  });

  test('checks every version of a policy, and no file twice', async () => {
    const versions = ['policies/yangqi-zhuize-37.yaml', 'policies/yangqi-zhuize-46.yaml'];
    expect(await checked('yangqi-zhuize')).toEqual(await checked(...versions));
    expect(await checked('yangqi-zhuize', ...versions)).toEqual(await checked(...versions));
  });

  test('takes a file or folder of that name before the policy', async () => {
    const before = process.cwd();
    mkdirSync(at('shandong-yingshang'));
    process.chdir(folder);
    const { err, out } = await caijue(['check', 'shandong-yingshang']);
    process.chdir(before);
    expect(err + out).toContain('cli/no-match');
  });

  test('finds a shipped policy from any folder, and its witnesses name it by its id', async () => {
    const home = at('home/');
    mkdirSync(join(home, 'policies'), { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"version":"0.0.0"}');
    const collide = readFileSync('test/fixtures/readme/collide.yaml', 'utf8');
    const id = /id: ([\w-]+)/u.exec(collide)![1]!;
    writeFileSync(join(home, 'policies/a.yaml'), collide);
    const { code, out } = await caijue(['check', id, '--witness', at('w')], { home });
    expect([code, out]).toEqual([1, expect.stringContaining('policies/a.yaml:14:3')]);
    const witness = join(at('w'), readdirSync(at('w'))[0]!);
    expect(readFileSync(witness, 'utf8')).toMatch(new RegExp(`policy: ["']?${id}["']?$`, 'mu'));
    expect((await caijue(['decide', witness, '--json'], { home })).out).toContain('"conflict"');
  });

  test('says of another word that there is no such file, with the id that may be meant', async () => {
    const { code, out } = await caijue(['check', 'moushi', '--lang', 'en']);
    expect([code, out.split('\n')[0]]).toEqual([
      2,
      'moushi:1:1 error cli/not-found there is no such file: moushi, did you mean the policy `moushi-rongcuo`',
    ]);
    expect((await caijue(['check', 'moushi'])).out).toContain('没有这个文件：moushi，是否想写办法「moushi-rongcuo」');
    const far = (await caijue(['check', 'qqqqqqqq', 'moushi.yaml'])).out;
    expect(far).toContain('没有这个文件：qqqqqqqq\n');
    expect(far).toContain('没有这个文件：moushi.yaml\n');
  });
});

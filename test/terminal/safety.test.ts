// What an interview does when it is stopped, narrowed, or heard instead of seen.
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/report/width.js';
import { pick, write } from '../support/officer.js';
import { ROOT } from '../support/host.js';
import { KEYS, terminal, type Screen } from '../support/terminal.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'caijue-'));

/** A folder with the case that has its head and a party. */
function withCase(): string {
  const cwd = folder();
  copyFileSync(join(ROOT, 'test/fixtures/interview/huang.yaml'), join(cwd, 'huang.yaml'));
  return cwd;
}

const RESUME = ['interview', 'moushi-rongcuo', '--case', 'huang.yaml'];

/** Answers the first question, so that there is something to lose. */
async function first(screen: Screen): Promise<void> {
  await pick(screen, 2, '否');
  await write(screen, '没有更多时回车）', '复函');
  await write(screen, '没有更多时回车）', '');
  await screen.list('1. 是');
}

describe('an interview that is stopped', () => {
  test.each([
    ['Ctrl-C', 130, (screen: Screen) => screen.type(KEYS.ctrlC)],
    ['Ctrl-D', 0, (screen: Screen) => screen.type(KEYS.ctrlD)],
    ['a full stop', 0, (screen: Screen) => screen.type('.')],
    ['SIGTERM', 143, (screen: Screen) => screen.kill('SIGTERM')],
    ['SIGHUP', 129, (screen: Screen) => screen.kill('SIGHUP')],
  ] as const)(
    'by %s ends with %i, keeps every answer and gives up its lock',
    async (_, code, stop) => {
      const cwd = withCase();
      const screen = terminal(RESUME, { cwd });
      await first(screen);
      stop(screen);
      expect(await screen.exit).toBe(code);
      expect(readFileSync(join(cwd, 'huang.yaml'), 'utf8')).toMatch(/value: 否\n {4}evidence:\n {6}- 复函/u);
      expect(existsSync(join(cwd, '.huang.yaml.lock'))).toBe(false);
      expect(screen.lines().join('\n')).toContain('  caijue interview moushi-rongcuo --case huang.yaml');
    },
    120_000,
  );

  test('in the middle of a line loses that line alone', async () => {
    const cwd = withCase();
    const screen = terminal(RESUME, { cwd });
    await pick(screen, 2, '否');
    await screen.line('没有更多时回车）');
    screen.type('复函第');
    await screen.line('没有更多时回车）复函第');
    screen.type(KEYS.ctrlC);
    expect(await screen.exit).toBe(130);
    expect(readFileSync(join(cwd, 'huang.yaml'), 'utf8')).toContain('  明令禁止: 否\n');
  }, 120_000);
});

describe('two people', () => {
  test('do not interview one case at once', async () => {
    const cwd = withCase();
    const one = terminal(RESUME, { cwd });
    await first(one);
    const two = terminal(RESUME, { cwd });
    expect(await two.exit).toBe(75);
    expect(two.lines().join('')).toContain('cli/locked');
    one.type(KEYS.ctrlC);
    expect(await one.exit).toBe(130);
  }, 120_000);
});

describe('lines that are pasted', () => {
  test('become one line that is looked at before it counts', async () => {
    const cwd = withCase();
    const screen = terminal(RESUME, { cwd });
    await pick(screen, 2, '否');
    await screen.line('没有更多时回车）');
    screen.type('第一行\r第二行\r第三行');
    await screen.see('粘贴的多行已并为一行，请核对后回车');
    await screen.line('没有更多时回车）第一行 第二行 第三行');
    screen.type(KEYS.enter);
    await write(screen, '没有更多时回车）', '');
    await screen.list('1. 是');
    screen.type('.');
    expect(await screen.exit).toBe(0);
    expect(readFileSync(join(cwd, 'huang.yaml'), 'utf8')).toContain('      - 第一行 第二行 第三行\n');
  }, 120_000);
});

/** The steps of the opening, from an empty folder to the first question. */
async function opening(screen: Screen): Promise<void> {
  await write(screen, '案件编号（用作文件名）', '2026-017');
  await write(screen, '案由', '黄某案');
  await screen.line('行为发生之日（回车跳过）');
  screen.type('2022年5月10日');
  await screen.line('2022年5月10日');
  screen.type(KEYS.enter);
  await screen.see('记为 2022-05-10');
  await write(screen, '回车即行为发生之日）', '');
  await write(screen, '当事人姓名（没有的回车，以案件编号代替）', '黄某');
  await write(screen, '黄某的职务或身份（回车跳过）', '局长');
  await write(screen, '当事人姓名（没有更多时回车）', '');
  await screen.list('1. 是');
}

const OPENED = [
  'case:',
  '  id: 2026-017',
  '  title: 黄某案',
  '  policy: moushi-rongcuo',
  '  happened_on: 2022-05-10',
  '',
  'parties:',
  '  - name: 黄某',
  '    role: 局长',
  '',
].join('\n');

describe('a new case', () => {
  test.each([
    ['in 40 columns', { columns: 40, rows: 60 }],
    ['in 200 columns', { columns: 200 }],
    ['with LANG=C and without colour', { env: { LANG: 'C', LC_ALL: 'C', NO_COLOR: '1' } }],
  ] as const)(
    '%s is opened by its questions, and nothing is wider than the screen',
    async (_, setting) => {
      const cwd = folder();
      const screen = terminal(['interview', 'moushi-rongcuo'], { cwd, ...setting });
      await opening(screen);
      expect(readFileSync(join(cwd, '2026-017.yaml'), 'utf8')).toBe(OPENED);
      const columns = 'columns' in setting ? setting.columns : 80;
      for (const line of written(screen)) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
      // eslint-disable-next-line no-control-regex
      const coloured = /\u001b\[[\d;]*[1-9]\d*m/u.test(screen.raw());
      expect(coloured).toBe(!('env' in setting));
      screen.type(KEYS.ctrlC);
      expect(await screen.exit).toBe(130);
    },
    120_000,
  );

  test('is heard line by line with --plain, and the cursor never moves', async () => {
    const cwd = folder();
    const screen = terminal(['interview', 'moushi-rongcuo', '--plain'], { cwd });
    const say = async (prompt: string, text: string): Promise<void> => {
      await screen.line(`${prompt}：`);
      screen.type(`${text}\r`);
    };
    await say('案件编号（用作文件名）', '2026-017');
    await say('案由', '黄某案');
    await say('行为发生之日（回车跳过）', '２０２２／５／１０');
    await say('回车即行为发生之日）', '');
    await say('当事人姓名（没有的回车，以案件编号代替）', '黄某');
    await say('黄某的职务或身份（回车跳过）', '局长');
    await say('当事人姓名（没有更多时回车）', '');
    await say('请输入编号', '7');
    await screen.see('没有这一项：7');
    await say('请输入编号', '否');
    await say('没有更多时回车）', '');
    await screen.see('证据暂缺，报告会列出。');
    await say('请输入编号', '。');
    expect(await screen.exit).toBe(0);
    expect(readFileSync(join(cwd, '2026-017.yaml'), 'utf8')).toBe(`${OPENED}\nfacts:\n  明令禁止: 否\n`);
    // eslint-disable-next-line no-control-regex
    expect(/\u001b/u.test(screen.raw())).toBe(false);
  }, 120_000);
});

// eslint-disable-next-line no-control-regex
const CONTROL = /\u001b\[[\d;?]*[A-Za-z]/gu;

/** Every line that was written, without control sequences. */
function written(screen: Screen): string[] {
  return screen
    .raw()
    .replaceAll(CONTROL, '\r')
    .split(/[\r\n]+/u);
}

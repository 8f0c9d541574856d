// A list of which several options may hold, walked through at a pseudo-terminal: longer than it shows, and narrower than its options.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallPolicy } from '../support/small.js';
import { bare, KEYS, terminal, type Screen } from '../support/terminal.js';

const LONG = '名字长得在四十列的屏幕上一行放不下要另起一行的那一个选项';
const OPTIONS = ['子', LONG, '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥', '甲子', '乙丑'];
const NONE = '15. 以上都没有';
const UNKNOWN = '16. 待查（尚未查明）';
const SPACE = ' ';
const CASE = 'case:\n  id: a\n  title: 试\n  policy: p.yaml\n  happened_on: 2024-06-01\nparties:\n  - name: 某\n';

/** An interview in 40 columns that asks one question, which of the options hold. */
async function asked(): Promise<{ readonly screen: Screen; readonly facts: () => string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'caijue-'));
  const facts = `  项: { ask: 哪几项？, type: choices, options: [${OPTIONS.join(', ')}] }\n`;
  const outcomes = { 果: 'title: 果, when: "count(项) >= 2"', 他: 'title: 他, otherwise: 是' };
  writeFileSync(join(cwd, 'p.yaml'), smallPolicy({ facts, outcomes }));
  writeFileSync(join(cwd, 'a.yaml'), CASE);
  const screen = terminal(['interview', 'p.yaml', '--case', 'a.yaml'], { cwd, columns: 40 });
  await screen.list('[ ] 1. 子');
  return { screen, facts: () => readFileSync(join(cwd, 'a.yaml'), 'utf8').split('facts:\n')[1] ?? '' };
}

/** Moves to an option by its number and marks or unmarks it. */
async function press(screen: Screen, number: number, shown: string): Promise<void> {
  screen.type(String(number));
  await screen.until(`> ${String(number)}`, () => cursorAt(screen) === number || undefined);
  screen.type(SPACE);
  await screen.see(`> ${shown}`);
}

const cursorAt = (screen: Screen): number =>
  Number(/^> \[.\] (\d+)\./u.exec(screen.lines().findLast((line) => line.startsWith('> [')) ?? '')?.[1]);

/** The numbers of the options on the screen that are marked. */
const marked = (screen: Screen): number[] =>
  screen.lines().flatMap((line) => (/^[> ] \[x\] (\d+)\./u.exec(line) ?? []).slice(1).map(Number));

/** Ends the interview that has nothing left to ask. */
async function finish(screen: Screen, end: string): Promise<void> {
  await screen.list(end);
  screen.type('.');
  expect(await screen.exit).toBe(0);
}

describe('a list of which several options may hold', () => {
  test('takes what is marked, by numbers and by arrows, and writes it in the order of the policy', async () => {
    const { screen, facts } = await asked();
    screen.type(KEYS.enter);
    await screen.see('用空格选中，再回车');
    await screen.see('共 16 项，用 ↑↓ 看其余');
    await press(screen, 14, '[x] 14. 乙丑');
    await press(screen, 2, `[x] 2. ${LONG}`);
    screen.type(KEYS.down);
    await screen.see('> [ ] 3. 寅');
    screen.type(SPACE);
    await screen.see('> [x] 3. 寅');
    screen.type(SPACE);
    await screen.see('> [ ] 3. 寅');
    screen.type(KEYS.enter);
    await finish(screen, '结论已经确定');
    expect(facts()).toContain(`  项: [${LONG}, 乙丑]\n`);
    expect(bare(screen.lines().join(''))).toContain(`回答${LONG}、乙丑`);
    expect(bare(screen.lines().join(''))).toContain('某：【果】（应当）');
    expect(screen.overlong()).toEqual([]);
  }, 120_000);

  test('takes a number after the space bar for itself, not for the next digit of the number before', async () => {
    const { screen, facts } = await asked();
    await press(screen, 1, '[x] 1. 子');
    await press(screen, 4, '[x] 4. 卯');
    expect(marked(screen)).toEqual([1, 4]);
    screen.type(KEYS.enter);
    await finish(screen, '结论已经确定');
    expect(facts()).toContain('  项: [子, 卯]\n');
  }, 120_000);

  test('lets “none of these” and 待查 stand only alone', async () => {
    const { screen, facts } = await asked();
    await press(screen, 5, '[x] 5. 辰');
    await press(screen, 15, `[x] ${NONE}`);
    await press(screen, 16, `[x] ${UNKNOWN}`);
    expect(marked(screen)).toEqual([16]);
    await press(screen, 12, '[x] 12. 亥');
    expect(marked(screen)).toEqual([12]);
    await press(screen, 15, `[x] ${NONE}`);
    expect(marked(screen)).toEqual([15]);
    screen.type(KEYS.enter);
    await finish(screen, '结论已经确定');
    expect(facts()).toContain('  项: []\n');
  }, 120_000);
});

// A whole interview at pseudo-terminals of several kinds, with everything that can happen to it, and what it leaves in its files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/report/width.js';
import { bare, type Setting } from '../support/terminal.js';
import { FIXTURES, playWaterGate, type Played } from '../support/water-gate.js';

const golden = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

const SETTINGS = {
  'in 80 columns': {},
  'in 40 columns': { columns: 40 },
  'with LANG=C and without colour': { env: { LANG: 'C', LC_ALL: 'C', NO_COLOR: '1' } },
} as const satisfies Record<string, Omit<Setting, 'cwd'>>;

type Name = keyof typeof SETTINGS;

const begun = new Map<Name, Promise<Played>>();

/** Plays in a terminal of a kind, once. */
function played(name: Name): Promise<Played> {
  const one = begun.get(name) ?? playWaterGate(SETTINGS[name]);
  begun.set(name, one);
  return one;
}

/** The screen at the end, but for the day on which the test runs. */
const shown = ({ second }: Played): string[] =>
  second.lines().map((line) => line.replace(/（回车为 [\d-]+）/u, '（回车为今天）'));

describe('an interview on the published case of the water gate', () => {
  test.each(Object.keys(SETTINGS) as Name[])(
    '%s, with a slip, a why, a way back, 待查, a kill, a resume and a review, leaves its files as they should be',
    async (name) => {
      const { draft, lockLeft, code, caseFile, report, lockAtEnd } = await played(name);
      expect(draft).toContain('reason: 有险情鉴定，比较过三种安排');
      expect(lockLeft).toBe(true);
      expect(code).toBe(0);
      expect(caseFile).toBe(golden('huang.done.yaml'));
      expect(report).toBe(golden('huang.done.md'));
      expect(lockAtEnd).toBe(false);
    },
    240_000,
  );

  test('shows the same in 40 columns, and no line is cut, overlaps another or is broken by the terminal', async () => {
    const wide = await played('in 80 columns');
    const narrow = await played('in 40 columns');
    expect(bare(shown(narrow).join(''))).toBe(bare(shown(wide).join('')));
    for (const screen of [narrow.first, narrow.second]) {
      expect(screen.overlong().filter((line) => !line.startsWith('  caijue '))).toEqual([]);
      expect(screen.widths()).toEqual(screen.lines().map(widthOf));
      expect(Math.max(...screen.widths())).toBe(40);
    }
  }, 480_000);

  test('shows with LANG=C what it shows elsewhere, without a colour', async () => {
    const here = await played('in 80 columns');
    const there = await played('with LANG=C and without colour');
    expect(shown(there)).toEqual(shown(here));
    // eslint-disable-next-line no-control-regex
    const coloured = /\u001b\[[\d;]*[1-9]\d*m/u;
    expect([here, there].map(({ second }) => coloured.test(second.raw()))).toEqual([true, false]);
  }, 480_000);
});

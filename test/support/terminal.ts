// A pseudo-terminal with a virtual screen: the tool runs in it as it does for a person, and the test sees what a person sees.
import { spawn } from '@lydell/node-pty';
import headless, { type IBufferLine } from '@xterm/headless';
import { join } from 'node:path';
import { ROOT } from './host.js';

/** The keys that a test presses. */
export const KEYS = {
  enter: '\r',
  escape: '\u001b',
  down: '\u001b[B',
  up: '\u001b[A',
  backspace: '\u007f',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

/** How a terminal is set up. */
export interface Setting {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A run of the tool in a terminal. */
export interface Screen {
  /** The lines on the screen and above it, wrapped as the terminal wraps them. */
  readonly lines: () => string[];
  /** The columns that each of the lines takes, as the terminal counts them. */
  readonly widths: () => number[];
  /** The lines that were too wide, so that the terminal had to break them. */
  readonly overlong: () => string[];
  /** Waits for what a look at the screen finds; nothing counts that was shown before the last key. */
  readonly until: <T>(what: string, found: () => T | undefined) => Promise<T>;
  /** Waits until a text stands in the last lines. Wrapping does not hide it. */
  readonly see: (text: string) => Promise<void>;
  /** Waits until a line is asked for by this text, and nothing is typed yet. */
  readonly line: (text: string) => Promise<void>;
  /** Waits until a list is shown that has this text in it or above it. */
  readonly list: (text: string) => Promise<void>;
  readonly type: (text: string) => void;
  /** What the process wrote, with all control sequences. */
  readonly raw: () => string;
  readonly kill: (signal: string) => void;
  readonly exit: Promise<number>;
}

/** How long a test waits for a text, in milliseconds: a loaded machine may take long, and a text that never comes is the defect. */
const PATIENCE = 60_000;

/** A text without spaces and breaks: what is left when nobody asks where lines end. */
export const bare = (text: string): string => text.replaceAll(/\s/gu, '');

/** The columns of a line, up to its last character. */
function widthIn(line: IBufferLine | undefined): number {
  const cells = Array.from({ length: line?.length ?? 0 }, (_, x) => line?.getCell(x));
  const last = cells.findLastIndex((cell) => cell?.getChars());
  return last + (cells[last]?.getWidth() ?? 1);
}

/** Starts the tool. */
export function terminal(args: readonly string[], setting: Setting): Screen {
  const { cwd, columns = 80, rows = 40, env = {} } = setting;
  const screen = new headless.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'bin/caijue.js'), ...args], {
    cols: columns,
    rows,
    cwd,
    env: { PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
    encoding: 'utf8',
  });
  let raw = '';
  let code: number | undefined;
  child.onData((data) => {
    raw += data;
    screen.write(data, () => (parsed += 1));
  });
  const exit = new Promise<number>((resolve) => {
    const ended = (value: number): void => resolve((code = value));
    // Not before the screen shows all that was written.
    child.onExit(({ exitCode, signal }) => screen.write('', () => ended(signal ? 128 + signal : exitCode)));
  });
  const lines = (): string[] => {
    const { active } = screen.buffer;
    return Array.from({ length: active.length }, (_, i) => active.getLine(i)?.translateToString(true) ?? '');
  };
  const widths = (): number[] => {
    const { active } = screen.buffer;
    return Array.from({ length: active.length }, (_, i) => widthIn(active.getLine(i)));
  };
  const overlong = (): string[] => lines().filter((_, i) => screen.buffer.active.getLine(i + 1)?.isWrapped);
  let mark = 0;
  let parsed = 0;
  const until: Screen['until'] = async (what, found) => {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const value = parsed > mark ? found() : undefined;
      if (value !== undefined) return value;
      if (Date.now() > end || code !== undefined) {
        throw new Error(`never seen: ${what}\n${lines().join('\n').trimEnd()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const wait = async (what: string, holds: () => boolean): Promise<void> => {
    await until(what, () => holds() || undefined);
  };
  /** The last lines up to the cursor, or to the end, without spaces. */
  const tail = (count: number, toEnd: boolean): string => {
    const { active } = screen.buffer;
    const row = active.baseY + active.cursorY + 1;
    const all = lines();
    const end = toEnd ? all.length : row;
    return bare(all.slice(Math.max(0, row - count), end).join(''));
  };
  const see = (text: string): Promise<void> => wait(text, () => tail(rows, true).includes(bare(text)));
  const line = (text: string): Promise<void> => wait(text, () => tail(4, false).endsWith(bare(text)));
  const list = (text: string): Promise<void> =>
    wait(text, () => tail(rows, true).includes(bare(text)) && /(?:保存离开|leave)$/u.test(tail(4, false)));
  const type = (text: string): void => {
    mark = parsed;
    child.write(text);
  };
  return {
    lines,
    widths,
    overlong,
    until,
    see,
    line,
    list,
    type,
    raw: () => raw,
    kill: (signal) => child.kill(signal),
    exit,
  };
}

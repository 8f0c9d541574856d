// A person at a screen reader: lines only. Choices are numbered and typed; the cursor never moves.
import { createInterface } from 'node:readline';
import type { Host, Terminal } from '../host.js';
import { STOPPED } from '../session.js';
import { wrapped } from './layout.js';
import {
  Departure,
  SIGNS,
  UNKNOWN_WORDS,
  type ChoosePrompt,
  type Command,
  type LinePrompt,
  type Reply,
  type SeveralPrompt,
  type Talk,
} from './talk.js';
import type { Say } from './words.js';

interface Lines {
  readonly say: Say;
  readonly tell: (text: string) => void;
  /** A line typed after a prompt, or a command. */
  readonly ask: (prompt: string) => Promise<string | { readonly command: Command }>;
}

/** Opens the talk of lines. */
export function plainTalk(terminal: Terminal, host: Host, say: Say): Talk {
  const reader = lineReader(terminal);
  const fitted = (text: string): string => wrapped(text, Math.min(terminal.columns(), 100), 2);
  const tell = (text: string): void => host.out(`${fitted(text)}\n`);
  const ask: Lines['ask'] = async (prompt) => {
    host.out(fitted(prompt));
    const text = await reader.next();
    const command = SIGNS.get(text.trim());
    if (command === 'leave') throw new Departure(0);
    return command ? { command } : text;
  };
  const lines: Lines = { say, tell, ask };
  return {
    say: tell,
    choose: (prompt) => choose(prompt, lines),
    several: (prompt) => several(prompt, lines),
    line: (prompt) => line(prompt, lines),
    attended: true,
    close: reader.close,
  };
}

/** Numbers from 0 of the options typed, or a command; asked until they are some. */
async function numbers(
  message: string,
  names: readonly string[],
  most: number,
  { say, tell, ask }: Lines,
): Promise<readonly number[] | Command> {
  tell([message, ...names.map((name, i) => `  ${String(i + 1)}. ${name}`)].join('\n'));
  for (;;) {
    const typed = await ask(say(most === 1 ? 'plainChoose' : 'plainSeveral'));
    if (typeof typed !== 'string') return typed.command;
    const words = typed
      .normalize('NFKC')
      .split(/[,、\s]+/u)
      .filter((word) => word !== '');
    const picked = words.map((word) => (/^\d+$/u.test(word) ? Number(word) - 1 : names.indexOf(word)));
    const known = picked.every((i) => names[i] !== undefined);
    if (picked.length > 0 && picked.length <= most && known) return [...new Set(picked)].sort((a, b) => a - b);
    tell(words.length === 0 ? say('required') : say('noSuchOption', { text: typed.trim() }));
  }
}

async function choose<T>({ ask, options }: ChoosePrompt<T>, lines: Lines): Promise<Reply<T>> {
  const names = options.map(({ name }) => name);
  const picked = await numbers(ask, names, 1, lines);
  return typeof picked === 'string' ? { kind: picked } : { kind: 'answer', value: options[picked[0]!]!.value };
}

async function several(
  { ask, options, more }: SeveralPrompt,
  lines: Lines,
): Promise<Reply<readonly string[] | 'keep'>> {
  const names = [...options, ...more].map(({ name }) => name);
  for (;;) {
    const picked = await numbers(ask, names, names.length, lines);
    if (typeof picked === 'string') return { kind: picked };
    const alone = picked.map((i) => more[i - options.length]?.value).find((value) => value !== undefined);
    if (alone === undefined) return { kind: 'answer', value: picked.map((i) => options[i]!.value) };
    if (picked.length > 1) lines.tell(lines.say('aloneOnly'));
    else if (alone === 'unknown') return { kind: 'unknown' };
    else return { kind: 'answer', value: alone === 'keep' ? 'keep' : [] };
  }
}

async function line<T>({ ask, read, canBeUnknown }: LinePrompt<T>, lines: Lines): Promise<Reply<T>> {
  for (;;) {
    const typed = await lines.ask(`${ask}：`);
    if (typeof typed !== 'string') return { kind: typed.command };
    if (canBeUnknown === true && UNKNOWN_WORDS.has(typed.trim())) return { kind: 'unknown' };
    const taken = read(typed);
    if (taken.ok) {
      if (taken.echo !== undefined) lines.tell(taken.echo);
      return { kind: 'answer', value: taken.value };
    }
    lines.tell(taken.why);
  }
}

interface LineReader {
  readonly next: () => Promise<string>;
  readonly close: () => void;
}

/** Lines one at a time; a line that came before it was asked for is dropped, as it answers nothing that was read. */
function lineReader({ input, onSignal }: Terminal): LineReader {
  const reader = createInterface({ input, terminal: false });
  let taker: { readonly take: (text: string) => void; readonly leave: (code: Departure['code']) => void } | undefined;
  let stopped: Departure['code'] | undefined;
  const stop = (code: Departure['code']): void => {
    stopped ??= code;
    taker?.leave(stopped);
  };
  const offSignal = onSignal((name) => stop(STOPPED[name]));
  const onEnd = (): void => stop(0);
  reader.on('line', (text) => taker?.take(text)).on('close', onEnd);
  const next = async (): Promise<string> => {
    try {
      return await new Promise<string>((resolve, reject) => {
        taker = { take: resolve, leave: (code) => reject(new Departure(code)) };
        if (stopped !== undefined) taker.leave(stopped);
      });
    } finally {
      taker = undefined;
    }
  };
  const close = (): void => {
    offSignal();
    reader.removeListener('close', onEnd);
    reader.close();
    input.pause();
  };
  return { next, close };
}

// A person at a terminal: inquirer's prompts, with our own list and line. Loaded when an interview begins.
import inquirer from 'inquirer';
import type { Host, Terminal } from '../host.js';
import { choosePrompt, type Chosen } from './prompts/choose.js';
import { linePrompt, type Typed } from './prompts/line.js';
import { coloursFor, type Colours } from './prompts/colours.js';
import { stoppable, type Stop } from './stop.js';
import { wrapped } from './layout.js';
import {
  Departure,
  type ChoosePrompt,
  type Command,
  type LinePrompt,
  type Reply,
  type SeveralPrompt,
  type Talk,
} from './talk.js';
import type { Say } from './words.js';

interface Screen {
  readonly terminal: Terminal;
  readonly host: Host;
  readonly say: Say;
  readonly colours: Colours;
  readonly stop: Stop;
}

/** Opens the talk of a terminal. */
export function terminalTalk(terminal: Terminal, host: Host, say: Say): Talk {
  const screen: Screen = { terminal, host, say, colours: coloursFor(terminal.colour), stop: stoppable(terminal) };
  return {
    say: (text) => host.out(`${fitted(text, terminal)}\n`),
    choose: (prompt) => choose(prompt, screen),
    several: (prompt) => several(prompt, screen),
    line: (prompt) => line(prompt, screen),
    attended: true,
    close: screen.stop.close,
  };
}

/** A text in lines that the terminal need not break. */
const fitted = (text: string, terminal: Terminal): string => wrapped(text, Math.min(terminal.columns(), 100), 2);

/** Runs one prompt; a signal, Ctrl-C, Ctrl-D or a closed terminal ends it. */
async function run(
  type: 'choose' | 'line',
  ask: string,
  config: object,
  { terminal, stop, colours }: Screen,
): Promise<unknown> {
  const { input, output } = terminal;
  const message = fitted(ask, terminal);
  const prompt = inquirer.createPromptModule({ input, output, signal: stop.signal() });
  prompt.registerPrompt('choose', choosePrompt as never);
  prompt.registerPrompt('line', linePrompt as never);
  const asked = prompt([{ type, name: 'answer', message, colours, ...config } as never]) as Promise<{
    answer: unknown;
  }>;
  return (await stop.race(asked)).answer;
}

/** The options picked out of a list. `alone`: from that one on, options exclude the others, and several can be marked before it. */
async function pick(
  message: string,
  options: readonly string[],
  screen: Screen,
  alone?: number,
): Promise<readonly number[] | Command> {
  const several = alone !== undefined;
  const say: Say = (word, fill) => fitted(screen.say(word, fill), screen.terminal);
  const words = {
    pickFirst: say(several ? 'pickSome' : 'pickFirst'),
    noSuch: (text: string) => say('noSuchOption', { text }),
    more: say('moreOptions', { n: options.length }),
  };
  const help = say(several ? 'keysSeveral' : 'keysChoose');
  const config = {
    options,
    several,
    alone: options.map((_, i) => i).slice(alone ?? options.length),
    help,
    words,
  };
  const chosen = (await run('choose', message, config, screen)) as Chosen;
  if (!('command' in chosen)) return chosen.picked;
  if (chosen.command === 'leave') throw new Departure(0);
  return chosen.command;
}

async function choose<T>({ ask, options }: ChoosePrompt<T>, screen: Screen): Promise<Reply<T>> {
  const names = options.map(({ name }) => name);
  const picked = await pick(ask, names, screen);
  return typeof picked === 'string' ? { kind: picked } : { kind: 'answer', value: options[picked[0]!]!.value };
}

async function several(
  { ask, options, more }: SeveralPrompt,
  screen: Screen,
): Promise<Reply<readonly string[] | 'keep'>> {
  const names = [...options, ...more].map(({ name }) => name);
  const picked = await pick(ask, names, screen, options.length);
  if (typeof picked === 'string') return { kind: picked };
  const alone = more[picked[0]! - options.length]?.value;
  if (alone === 'unknown') return { kind: 'unknown' };
  if (alone === 'keep') return { kind: 'answer', value: 'keep' };
  return { kind: 'answer', value: alone ? [] : picked.map((i) => options[i]!.value) };
}

async function line<T>({ ask, read, canBeUnknown = false }: LinePrompt<T>, screen: Screen): Promise<Reply<T>> {
  const check = (text: string): string => {
    const taken = read(text);
    return taken.ok ? '' : fitted(taken.why, screen.terminal);
  };
  const config = { check, canBeUnknown, merged: fitted(screen.say('merged'), screen.terminal) };
  const typed = (await run('line', ask, config, screen)) as Typed;
  if ('command' in typed) {
    if (typed.command === 'leave') throw new Departure(0);
    return { kind: typed.command };
  }
  const taken = read(typed.text);
  if (!taken.ok) throw new Error(taken.why);
  if (taken.echo !== undefined) screen.host.out(`${fitted(`  ${taken.echo}`, screen.terminal)}\n`);
  return { kind: 'answer', value: taken.value };
}

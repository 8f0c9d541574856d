// A list to choose from, in a terminal. Nothing is chosen beforehand: Enter alone never answers.
import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useKeypress,
  usePagination,
  useState,
} from '@inquirer/core';
import type { Colours } from './colours.js';
import { SIGNS, type Command } from '../talk.js';

/** What a list shows. `alone` are the options that exclude the others where several can be marked. */
export interface ChooseConfig {
  readonly message: string;
  readonly options: readonly string[];
  readonly several: boolean;
  readonly alone: readonly number[];
  readonly help: string;
  readonly words: {
    readonly pickFirst: string;
    readonly noSuch: (typed: string) => string;
    /** Said below a list that is longer than what is shown of it. */
    readonly more: string;
  };
  readonly colours: Colours;
}

/** Options by number from 0, or a command. */
export type Chosen = { readonly picked: readonly number[] } | { readonly command: Command | 'leave' };

interface State {
  /** The option under the cursor; -1 at first. */
  readonly active: number;
  readonly marked: readonly number[];
  readonly typed: string;
  readonly problem: string;
}

/** How many options are shown at once. */
const SHOWN = 12;

const START: State = { active: -1, marked: [], typed: '', problem: '' };

/** The prompt, for inquirer's `registerPrompt`. */
export const choosePrompt = createPrompt<Chosen, ChooseConfig>((config, done) => {
  const [state, setState] = useState<State>(START);
  const [answer, setAnswer] = useState<string | undefined>(undefined);
  const finish = (chosen: Chosen, told: string): void => {
    setAnswer(told);
    done(chosen);
  };
  useKeypress((key, rl) => {
    if (answer !== undefined) return;
    const typed = rl.line;
    const command = SIGNS.get(typed);
    rl.clearLine(0);
    if (key.name === 'escape') finish({ command: 'back' }, '');
    else if (isEnterKey(key)) enter(state, config, finish, setState);
    else if (isUpKey(key) || isDownKey(key)) setState(moved(state, isUpKey(key) ? -1 : 1, config));
    else if (isSpaceKey(key) && config.several) setState(toggled(state, config));
    else if (isBackspaceKey(key)) setState({ ...state, typed: [...state.typed].slice(0, -1).join(''), problem: '' });
    else if (command) finish({ command }, typed);
    else if (typed.trim() !== '') setState(jumped(state, typed.trim(), config));
  });
  const page = usePagination({
    items: config.options,
    active: Math.max(0, state.active),
    pageSize: SHOWN,
    loop: false,
    renderItem: ({ item, index }) => line(item, index, state, config),
  });
  const { colours, message, help } = config;
  if (answer !== undefined) return `${colours.strong(message)} ${colours.answer(answer)}`;
  const typed = state.typed === '' ? '' : ` ${state.typed}`;
  const below = state.problem === '' ? colours.faint(help) : colours.warning(state.problem);
  const more = config.options.length > SHOWN ? [colours.faint(config.words.more)] : [];
  return [`${colours.strong(message)}${typed}`, page, ...more, below].join('\n');
});

function line(item: string, index: number, { active, marked }: State, { several, colours }: ChooseConfig): string {
  const cursor = index === active ? '>' : ' ';
  const mark = several ? (marked.includes(index) ? '[x] ' : '[ ] ') : '';
  const text = `${cursor} ${mark}${String(index + 1)}. ${item}`;
  return index === active ? colours.answer(text) : text;
}

function enter(
  { active, marked, ...state }: State,
  { options, several, words }: ChooseConfig,
  finish: (chosen: Chosen, told: string) => void,
  setState: (state: State) => void,
): void {
  const picked = several ? [...marked].sort((a, b) => a - b) : active < 0 ? [] : [active];
  if (picked.length === 0) setState({ ...state, active, marked, problem: words.pickFirst });
  else finish({ picked }, picked.map((i) => options[i]!).join('、'));
}

function moved(state: State, by: number, { options }: ChooseConfig): State {
  const from = state.active < 0 && by < 0 ? options.length : state.active;
  return { ...state, active: Math.min(options.length - 1, Math.max(0, from + by)), typed: '', problem: '' };
}

/** Marks or unmarks; what stands alone clears the others, and is cleared by them. The next digit begins a new number. */
function toggled(state: State, { alone }: ChooseConfig): State {
  const { active, marked } = state;
  if (active < 0) return state;
  const others = alone.includes(active) ? [] : marked.filter((i) => i !== active && !alone.includes(i));
  const left = marked.filter((i) => i !== active);
  return { active, marked: marked.includes(active) ? left : [...others, active], typed: '', problem: '' };
}

/** Digits go to the option of that number, other text to the first option that holds it. */
function jumped(state: State, more: string, { options, words }: ChooseConfig): State {
  const whole = (state.typed + more).normalize('NFKC');
  const numbered = [whole, more.normalize('NFKC')].find((text) => /^\d+$/u.test(text) && options[Number(text) - 1]);
  if (numbered !== undefined) return { ...state, active: Number(numbered) - 1, typed: numbered, problem: '' };
  const alike = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
  const found = options.findIndex((option) => alike(option).includes(alike(whole)));
  if (found >= 0 && !/^\d+$/u.test(whole)) return { ...state, active: found, typed: whole, problem: '' };
  return { ...state, active: -1, typed: '', problem: words.noSuch(whole) };
}

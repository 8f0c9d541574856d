// A line to type, in a terminal. A text that is refused stays to be corrected; pasted lines become one, to be looked at first.
import { createPrompt, isEnterKey, useKeypress, useRef, useState } from '@inquirer/core';
import { SIGNS, UNKNOWN_WORDS, type Command } from '../talk.js';
import type { Colours } from './colours.js';

/** What a line is for. `check` gives what is wrong with a text, empty where nothing is. */
export interface LineConfig {
  readonly message: string;
  readonly check: (text: string) => string;
  readonly canBeUnknown: boolean;
  readonly merged: string;
  readonly colours: Colours;
}

/** The text, or a command. */
export type Typed = { readonly text: string } | { readonly command: Command | 'leave' | 'unknown' };

/** The prompt, for inquirer's `registerPrompt`. */
export const linePrompt = createPrompt<Typed, LineConfig>((config, done) => {
  const { message, merged, colours } = config;
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState('');
  const [over, setOver] = useState(false);
  const entered = useRef<string[]>([]);
  const submit = (text: string): Typed | undefined => {
    const typed = meaning(text, config);
    if (typeof typed === 'string') {
      setProblem(typed);
      return undefined;
    }
    setOver(true);
    done(typed);
    return typed;
  };
  useKeypress((key, rl) => {
    if (over) return;
    if (key.name === 'escape') {
      setOver(true);
      done({ command: 'back' });
    } else if (!isEnterKey(key)) {
      setValue(rl.line);
      setProblem('');
    } else if (entered.current.push(value) === 1) {
      // What arrives in the same breath as Enter was pasted, not typed: it is joined and shown before it counts.
      setImmediate(() => {
        const lines = [...entered.current.splice(0), rl.line].map((part) => part.trim());
        const [first = '', ...more] = lines.filter((part, i) => part !== '' || i === 0);
        if (more.length === 0 && submit(value)) return;
        const text = more.length === 0 ? value : [first, ...more].join(' ').trim();
        rl.clearLine(0);
        rl.write(text);
        setValue(text);
        if (more.length > 0) setProblem(merged);
      });
    }
  });
  const shown = over ? colours.answer(value) : value;
  return [`${colours.strong(message)} ${shown}`, problem === '' ? '' : colours.warning(problem)];
});

/** What an entered line means, or what is wrong with it. */
function meaning(text: string, { check, canBeUnknown }: LineConfig): Typed | string {
  const command = SIGNS.get(text.trim());
  if (command) return { command };
  if (canBeUnknown && UNKNOWN_WORDS.has(text.trim())) return { command: 'unknown' };
  const wrong = check(text);
  return wrong === '' ? { text } : wrong;
}

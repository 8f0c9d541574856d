// Colours of the prompts. Without them everything can still be read.
import { Chalk } from 'chalk';

/** How parts of a prompt are coloured. */
export interface Colours {
  readonly strong: (text: string) => string;
  readonly answer: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Colours, or none. */
export function coloursFor(colour: boolean): Colours {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return { strong: chalk.bold, answer: chalk.cyan, warning: chalk.yellow, faint: chalk.dim };
}

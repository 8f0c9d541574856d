// An officer at a screen reader, in the test process: each line is typed where the interview asks for it.
import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/cli/host.js';
import { caijue, type Run } from './host.js';

/** What is asked, as a part of what was printed since the last line, and what is typed then. */
export type Line = readonly [asked: string, typed: string];

/** Plays an interview in plain lines. The lines are typed in their order; after the last the officer leaves. */
export async function dictated(argv: readonly string[], lines: readonly Line[]): Promise<Run> {
  const input = new PassThrough();
  const left = [...lines];
  let [told, all] = ['', ''];
  const terminal: Terminal = {
    input: input as unknown as NodeJS.ReadStream,
    output: process.stdout,
    columns: () => 100,
    colour: false,
    dumb: true,
    onSignal: () => () => undefined,
  };
  const out = (text: string): void => {
    all += text;
    told += text;
    if (!/[：:] ?$/u.test(text)) return;
    const [asked, typed] = left.shift() ?? ['', '.'];
    if (!told.includes(asked)) throw new Error(`asked for another thing than ${asked}:\n${told}`);
    told = '';
    all += `${typed}\n`;
    setImmediate(() => input.write(`${typed}\n`));
  };
  const { code, err } = await caijue(['interview', ...argv], { terminal: () => terminal, out });
  if (left.length > 0) throw new Error(`never asked for ${left[0]![0]}:\n${all}\n${err}`);
  return { code, out: all, err };
}

// An officer at a pseudo-terminal: answers whatever is asked by its question, in whatever order the questions come.
import { KEYS, bare, type Screen } from './terminal.js';

/** What the officer does at a question. */
export type Act = (screen: Screen) => Promise<void>;

/** Picks an option of the list on the screen by its number. */
export async function pick(screen: Screen, number: number, name: string): Promise<void> {
  await screen.list(`${String(number)}. ${name}`);
  screen.type(String(number));
  await screen.see(`> ${String(number)}. ${name}`);
  screen.type(KEYS.enter);
}

/** Picks an option by a part of its name, which may stand on more lines than one. */
export async function pickNamed(screen: Screen, name: string): Promise<void> {
  await screen.list(name);
  screen.type(name);
  await screen.until(`> ${name}`, () => underCursor(screen).includes(bare(name)) || undefined);
  screen.type(KEYS.enter);
}

/** The option under the cursor of the last list, without spaces. */
function underCursor(screen: Screen): string {
  const lines = screen.lines();
  const start = lines.findLastIndex((line) => /^> \d+\. /u.test(line));
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => /^ {2}\d+\. |保存离开/u.test(line));
  return bare(lines.slice(start, start + 1 + Math.max(0, length)).join(''));
}

/** Types a line where it is asked for. */
export async function write(screen: Screen, prompt: string, text: string): Promise<void> {
  await screen.line(prompt);
  screen.type(text);
  if (text !== '') await screen.line(`${prompt}${text}`);
  screen.type(KEYS.enter);
}

/** The question that is asked now: the text of the last block, once its list can be answered. */
async function questionOf(screen: Screen, blocks: number): Promise<string> {
  const text = await screen.until(`block ${String(blocks + 1)}`, () => {
    const lines = screen.lines();
    const starts = lines.flatMap((line, i) => (line.startsWith('──') ? [i] : []));
    const block = bare(lines.slice(starts.at(-1)).join(''));
    return starts.length > blocks && /(?:1\.是|1\.[^是].*接下来|接下来.*1\.).*保存离开/u.test(block)
      ? block
      : undefined;
  });
  return text;
}

/** How many blocks the interview has shown. */
export const blocksOf = (screen: Screen): number => screen.lines().filter((line) => line.startsWith('──')).length;

/** Answers questions by their texts until one is asked whose act is the last, or nothing is left to ask. */
export async function answer(screen: Screen, acts: ReadonlyMap<string, Act>, last?: string): Promise<void> {
  for (let blocks = blocksOf(screen) - 1; ;) {
    const block = await questionOf(screen, blocks);
    if (block.includes('接下来')) return;
    const ask = [...acts.keys()].find((one) => block.includes(bare(one)));
    if (ask === undefined) throw new Error(`nobody knows: ${block}`);
    blocks = blocksOf(screen);
    await acts.get(ask)!(screen);
    if (ask === last) return;
  }
}

// The READMEs and the guides are true: every transcript in them is run, and every line shown must be what the tool prints, in order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caijue, ROOT } from './support/host.js';

process.chdir(ROOT);

interface Step {
  readonly command: string;
  readonly shown: readonly string[];
}

/** The commands of all `console` blocks, each with the lines shown under it; a line `…` stands for any lines. */
function stepsOf(name: string): Step[] {
  const blocks = [...readFileSync(join(ROOT, name), 'utf8').matchAll(/^```console\n([\s\S]*?)^```/gmu)];
  return blocks.flatMap(([, block]) =>
    block!
      .split(/^\$ /mu)
      .slice(1)
      .map((part) => {
        const [command, ...shown] = part.trimEnd().split('\n');
        return { command: command!, shown };
      }),
  );
}

function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/gu)].map((match) => match[1] ?? match[2]!);
}

const TRUE = ['README', 'docs/guide', 'docs/batch'].flatMap((name) => [`${name}.md`, `${name}.zh-CN.md`]);

describe.each(TRUE)('%s', (name) => {
  const steps = stepsOf(name).filter(({ command }) => command.startsWith('npx caijue'));

  test('shows at least three commands', () => {
    expect(steps.length).toBeGreaterThanOrEqual(3);
  });

  test.each(steps)('$command', async ({ command, shown }) => {
    const { out, err } = await caijue(words(command).slice(2));
    const printed = (out + err).split('\n');
    let at = 0;
    let gap = false;
    for (const line of shown) {
      if (line === '…') gap = true;
      else {
        const found = gap ? printed.indexOf(line, at) : at;
        expect(printed[found], `after line ${String(at)} of ${command}`).toBe(line);
        at = found + 1;
        gap = false;
      }
    }
  });
});

// In: how the process was started. Out: the words that start the tool again in the same place, for commands that a person copies.
import { basename, relative } from 'node:path';
import { quoted } from './quoted.js';

/** `caijue` where it is installed, `npx caijue` where npx started it, `node caijue.mjs` for the single file. */
export function calledAs(script: string, cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  if (basename(script) === 'caijue.mjs') return `node ${quoted(relative(cwd, script))}`;
  const isNpx = env.npm_lifecycle_event === 'npx' && /^'?caijue\b/u.test(env.npm_lifecycle_script ?? '');
  return isNpx ? 'npx caijue' : 'caijue';
}

// The one real answer to what the tool asks of the world.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { calledAs } from './called.js';
import type { Host, SignalWatch, StopSignal, Terminal } from './host.js';

/** Makes the host of a real process. A closed pipe ends output quietly; any other failure to write is exit code 74. */
export function nodeHost(process: NodeJS.Process): Host {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exitCode = 74;
    });
  }
  const { env } = process;
  return {
    argv: process.argv.slice(2),
    called: calledAs(process.argv[1] ?? '', process.cwd(), env),
    env,
    fs,
    home: fileURLToPath(new URL('../../', import.meta.url)),
    pid: process.pid,
    scratch: tmpdir(),
    colour: process.stderr.isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    watched: process.stderr.isTTY,
    watchSignals: () => watchSignals(process),
    today: () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date()),
    stdin: readAll,
    chunks: () => process.stdin,
    threads: async () => (await import('./node-threads.js')).nodeThreads(),
    terminal: () => terminalOf(process),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function watchSignals(process: NodeJS.Process): SignalWatch {
  let came: StopSignal | undefined;
  const hear = (signal: NodeJS.Signals): void => void (came ??= signal as StopSignal);
  for (const signal of SIGNALS) process.on(signal, hear);
  return {
    stopped: () => new Promise((resolve) => setImmediate(() => resolve(came))),
    release: () => {
      for (const signal of SIGNALS) process.removeListener(signal, hear);
    },
  };
}

/** The terminal that a process has on both of its streams. */
function terminalOf(process: NodeJS.Process): Terminal | undefined {
  const { stdin, stdout, env } = process;
  if (!stdin.isTTY || !stdout.isTTY) return undefined;
  const dumb = env.TERM === 'dumb';
  return {
    input: stdin,
    output: stdout,
    columns: () => stdout.columns || 80,
    colour: (env.NO_COLOR ?? '') === '' && !dumb,
    dumb,
    onSignal: (listener) => {
      for (const name of SIGNALS) process.on(name, listener);
      return () => SIGNALS.forEach((name) => process.off(name, listener));
    },
  };
}

/** What is read of standard input at most: more than any file may have, so that it is refused by its size. */
const MOST = 2 * 1024 * 1024;

async function readAll(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).length;
    if (length > MOST) break;
  }
  return Buffer.concat(chunks);
}

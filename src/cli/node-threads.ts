// Threads of Node, as the tool uses them: what a thread is sent it answers, one answer a message, in order.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';
import type { Thread, Threads } from './host.js';

/** The threads of this machine. A thread starts with the file of its name under workers/; a tool in one file starts with itself. */
export function nodeThreads(): Threads {
  return {
    processors: availableParallelism(),
    start: (name, data) => {
      const own = new URL(`./workers/${name}.js`, import.meta.url);
      const file = existsSync(fileURLToPath(own)) ? own : new URL(import.meta.url);
      return threadOf(new Worker(file, { workerData: data }));
    },
  };
}

function threadOf(worker: Worker): Thread {
  let why: string | undefined;
  return {
    post: (message) => worker.postMessage(message),
    listen: (hear, ended) => {
      worker.on('message', hear);
      worker.on('error', (error: NodeJS.ErrnoException) => (why = error.code ?? error.message));
      worker.on('exit', (code) => ended(why ?? `exit ${String(code)}`));
    },
    end: () => void worker.terminate(),
  };
}

/** In a thread: answers every message. What fails ends the thread, and the other side hears of it. */
export function answerAll(answer: (message: unknown) => Promise<unknown>): void {
  let last: Promise<void> = Promise.resolve();
  parentPort!.on('message', (message: unknown) => {
    last = last.then(async () => parentPort!.postMessage(await answer(message)));
  });
}

// Threads for tests: the same work in the test's own thread, sent and answered by value, at uneven speeds, and with deaths on demand.
import type { Host, Thread, Threads } from '../../src/cli/host.js';
import { serve, type ServeSetting } from '../../src/cli/batch/serve.js';
import { ROOT } from './host.js';

/** What the threads of a run did. */
export interface Watched {
  readonly threads: () => Promise<Threads>;
  readonly started: () => number;
  readonly answered: () => number;
  /** How many run still. */
  readonly running: () => number;
}

/** Makes threads of which each ends, without a word of warning, instead of giving the answer that `dies` names by its number among all. */
export function watchedThreads(world: Partial<Host>, dies: (answer: number) => boolean = () => false): Watched {
  let [started, answered, running] = [0, 0, 0];
  const start: Threads['start'] = (_, data) => {
    const answer = serve(structuredClone(data) as ServeSetting, { env: {}, home: ROOT, ...world } as Host);
    const speed = (started += 1);
    running += 1;
    let last = Promise.resolve();
    let isOver = false;
    const ears: { answer?: (answer: unknown) => void; end?: (why: string) => void } = {};
    const end = (): void => {
      if (!isOver) running -= 1;
      isOver = true;
    };
    const one = async (message: unknown): Promise<void> => {
      for (let i = 0; i < speed * 3; i++) await new Promise((resolve) => setImmediate(resolve));
      if (isOver) return;
      const own = structuredClone(await answer(message));
      answered += 1;
      if (!dies(answered)) return ears.answer?.(own);
      end();
      ears.end?.('ERR_WORKER_OUT_OF_MEMORY');
    };
    const thread: Thread = {
      post: (message) => {
        const own = structuredClone(message);
        last = last.then(() => one(own));
      },
      listen: (answers, ends) => {
        Object.assign(ears, { answer: answers, end: ends });
      },
      end,
    };
    return thread;
  };
  return {
    threads: () => Promise.resolve({ processors: 2, start }),
    started: () => started,
    answered: () => answered,
    running: () => running,
  };
}

// In: a terminal. Out: a way to end whatever waits on it: signals, Ctrl-C, Ctrl-D, and a terminal that has closed.
import { emitKeypressEvents } from 'node:readline';
import type { Terminal } from '../host.js';
import { STOPPED } from '../session.js';
import { Departure } from './talk.js';

type Code = Departure['code'];

/** Ends what waits on a terminal. */
export interface Stop {
  /** A new signal that is aborted when the interview is stopped. */
  readonly signal: () => AbortSignal;
  /** What was waited for, or the departure that came first. */
  readonly race: <T>(waiting: Promise<T>) => Promise<T>;
  readonly close: () => void;
}

/** Listens on a terminal until closed. */
export function stoppable(terminal: Terminal): Stop {
  let stopped: Code | undefined;
  let tell: ((code: Code) => void) | undefined;
  let controller = new AbortController();
  const close = listen(terminal, (code) => {
    stopped ??= code;
    tell?.(stopped);
  });
  const race: Stop['race'] = async (waiting) => {
    const departed = new Promise<never>((_, reject) => {
      tell = (code) => reject(new Departure(code));
      if (stopped !== undefined) tell(stopped);
    });
    try {
      return await Promise.race([waiting, departed]);
    } catch (error) {
      controller.abort();
      await waiting.catch(() => undefined);
      throw isCtrlC(error) ? new Departure(130) : error;
    } finally {
      tell = undefined;
    }
  };
  return { signal: () => (controller = new AbortController()).signal, race, close };
}

/** Hears whatever ends an interview; what comes back stops the hearing. */
function listen({ input, onSignal }: Terminal, stop: (code: Code) => void): () => void {
  const onKey = (_: string | undefined, key: { readonly name?: string; readonly ctrl?: boolean }): void => {
    if (key.ctrl === true && key.name === 'd') stop(0);
  };
  const onEnd = (): void => stop(STOPPED.SIGHUP);
  const offSignal = onSignal((name) => stop(STOPPED[name]));
  emitKeypressEvents(input);
  // Before the prompt's own listener, which ends its line without a word on Ctrl-D.
  input.prependListener('keypress', onKey);
  for (const event of ENDS) input.on(event, onEnd);
  return () => {
    offSignal();
    input.removeListener('keypress', onKey);
    for (const event of ENDS) input.removeListener(event, onEnd);
    input.pause();
  };
}

/** What a terminal says when it closes. */
const ENDS = ['end', 'close', 'error'] as const;

/** The prompt library tells Ctrl-C by an error of this name. */
function isCtrlC(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}

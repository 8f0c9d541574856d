// The other side of a crew: a thread that judges stints and answers each, until it is ended.
import type { Host } from '../host.js';
import { policyShelf } from '../policies.js';
import type { Session } from '../session.js';
import { PLAIN } from '../../report/paint.js';
import type { Sum } from './accumulate.js';
import { openDesk, type DeskOptions } from './desk.js';
import type { Stint } from './stints.js';
import { work, type Told } from './work.js';

/** What a thread is started with. Plain data. */
export interface ServeSetting extends Pick<Session, 'language' | 'engine'> {
  readonly options: DeskOptions;
  /** The tool's home, as the main thread knows it. */
  readonly home: string;
}

/** What a thread is sent. */
export type Task = Stint;

/** What it answers: what is said of the cases, and what they add up to. */
export interface Answer {
  readonly told: Told;
  readonly sum: Sum;
}

/** Answers tasks in the order in which they come. */
export function serve(
  { options, home, language, engine }: ServeSetting,
  world: Host,
): (task: unknown) => Promise<Answer> {
  const host = { ...world, home };
  const session: Session = { host, language, engine, paint: PLAIN };
  const desk = openDesk(options, policyShelf(host), session);
  return async (task) => {
    const own = await desk;
    const { told } = work(task as Task, own);
    return { told, sum: own.sum.take() };
  };
}

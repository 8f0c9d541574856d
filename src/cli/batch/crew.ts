// In: pieces of work and threads. Out: what came of each piece, in the order of the pieces, whichever thread worked on it.
import type { FileResult } from '../../model/batch.js';
import type { Thread } from '../host.js';
import type { Sum } from './accumulate.js';
import type { Answer, Task } from './serve.js';
import type { Stint, Stints } from './stints.js';
import type { Told, Worked } from './work.js';

/** A stint that was worked off. */
export interface Finished {
  readonly stint: Stint;
  readonly told: Told;
  /** What it adds up to, where that was not added yet. */
  readonly sum?: Sum;
  /** The results, judged again; to be asked for before the next stint. */
  readonly results: () => readonly FileResult[];
}

/** How stints are worked on here. */
export interface Works {
  readonly work: (stint: Stint) => Worked;
  readonly again: (stint: Stint) => readonly FileResult[];
}

/** Works on stints one after the other. */
export async function* oneByOne(stints: Stints, { work, again }: Works): AsyncGenerator<Finished> {
  try {
    for (let next = await stints.next(undefined); next.done !== true;) {
      const stint = next.value;
      const { told, lines } = work(stint);
      yield { stint, told, results: () => again(stint) };
      next = await stints.next(lines);
    }
  } finally {
    await stints.return();
  }
}

/** How many stints a thread has at hand: one that it works on, and others so that it never waits. */
const AT_HAND = 3;

/** A stint, the thread that has it, and what that has answered. */
interface Slot {
  readonly stint: Stint;
  hand: Hand | undefined;
  answer?: Answer;
}

/** A thread and the stints that it has not answered yet, in the order in which it will. */
interface Hand {
  readonly thread: Thread;
  readonly slots: Slot[];
}

/** What a crew needs besides stints and threads; it works here on stints whose thread has ended. */
export interface CrewSetting extends Works {
  /** Hears of a thread that has ended before its time. */
  readonly lost: (why: string) => void;
}

/** Deals stints out. Only so many are under way that their results are few; a thread that ends early loses nothing, because a stint is answered whole or not at all. */
export async function* dealtOut(
  stints: Stints,
  threads: readonly Thread[],
  { work, again, lost }: CrewSetting,
): AsyncGenerator<Finished> {
  const crew = makeCrew(threads, lost);
  const queue: Slot[] = [];
  try {
    for (let isOver = false; ;) {
      while (!isOver && queue.length < AT_HAND * threads.length) {
        const next = await stints.next(undefined);
        if (next.done === true) isOver = true;
        else queue.push(crew.deal(next.value));
      }
      const slot = queue.shift();
      if (!slot) return;
      while (!slot.answer && slot.hand) await crew.change();
      const { stint, answer } = slot;
      const done = answer ? inOwnWords(stint, answer) : { told: work(stint).told };
      yield { stint, ...done, results: () => again(stint) };
    }
  } finally {
    crew.dismiss();
    await stints.return();
  }
}

/** The names of files that are kept here already, in place of those that came with an answer. */
function inOwnWords(stint: Stint, { told, sum }: Answer): Answer {
  if (stint.kind !== 'files') return { told, sum };
  const names = stint.files.map(({ path }) => path);
  let at = 0;
  const files = told.files.map((file) => names[(at = names.indexOf(file, at))]!);
  return { told: { ...told, files }, sum };
}

interface Crew {
  readonly deal: (stint: Stint) => Slot;
  /** Waits until a thread answers or ends. */
  readonly change: () => Promise<void>;
  readonly dismiss: () => void;
}

function makeCrew(threads: readonly Thread[], lost: (why: string) => void): Crew {
  const hands = new Set<Hand>();
  let wake = (): void => undefined;
  const end = (hand: Hand, why: string): void => {
    if (!hands.delete(hand)) return;
    for (const slot of hand.slots) slot.hand = undefined;
    lost(why);
    wake();
  };
  for (const thread of threads) {
    const hand: Hand = { thread, slots: [] };
    hands.add(hand);
    thread.listen(
      (answer) => {
        const slot = hand.slots.shift();
        if (slot) slot.answer = answer as Answer;
        wake();
      },
      (why) => end(hand, why),
    );
  }
  return {
    deal: (stint) => {
      const hand = [...hands].sort((a, b) => a.slots.length - b.slots.length)[0];
      const slot: Slot = { stint, hand };
      hand?.slots.push(slot);
      hand?.thread.post(stint satisfies Task);
      return slot;
    },
    change: () => new Promise((resolve) => (wake = resolve)),
    dismiss: () => {
      const left = [...hands];
      hands.clear();
      for (const { thread } of left) thread.end();
    },
  };
}

// In: a case whose facts or day give no determination. Out: what the person does about it.
import { messageOf } from '../../report/diagnostic-text.js';
import { readTypedText } from '../../parse/words/typed.js';
import { askDay } from './opening.js';
import { refusal } from './refusal.js';
import { review } from './review.js';
import { save, stage, type Room } from './room.js';
import type { Choosable } from './talk.js';

type Wish = 'answers' | 'day' | 'analogy' | 'on';

/** Tells faults once and asks what to do; true where something may have changed. Faults that one goes on with are not told again. */
export function metFaults(): (room: Room) => Promise<boolean> {
  let known = '';
  return async (room) => {
    const { determination } = stage(room);
    const found = determination.parties.flatMap(({ diagnostics }) => diagnostics);
    const told = [...new Set(found.map((diagnostic) => messageOf(diagnostic, room.session.language)))];
    const key = told.join('\n');
    if (key === '' || key === known) return false;
    room.talk.say([room.say('faults'), ...told.map((message) => `・${message}`)].join('\n'));
    const ofDay = found.some(({ code }) => code === 'case/not-in-force' || code === 'case/parameter-hole');
    const wish = await ask(ofDay, room);
    if (wish === 'answers') await review(room);
    else if (wish === 'day') await askDay('happened_on', room);
    else if (wish === 'analogy') await askAnalogy(room);
    else known = key;
    return wish !== 'on';
  };
}

async function ask(ofDay: boolean, { talk, say }: Room): Promise<Wish> {
  const options: Choosable<Wish>[] = [
    ...(ofDay
      ? ([
          { value: 'day', name: say('fixDay') },
          { value: 'analogy', name: say('byAnalogy') },
        ] as const)
      : []),
    { value: 'answers', name: say('fixAnswers') },
    { value: 'on', name: say('goOn') },
  ];
  for (;;) {
    const reply = await talk.choose<Wish>({
      about: { on: 'menu', name: 'faults' },
      ask: say('faultMenu'),
      options,
      unattended: 'on',
    });
    if (reply.kind === 'answer') return reply.value;
    if (reply.kind === 'review') return 'answers';
    talk.say(say('notHere'));
  }
}

async function askAnalogy(room: Room): Promise<void> {
  const reply = await room.talk.line<string>({
    about: { on: 'head', key: 'applied_by_analogy' },
    ask: room.say('analogy'),
    read: (text) => {
      const read = readTypedText(text.trim());
      return read.ok ? { ok: true, value: text.trim() } : { ok: false, why: refusal(read, room.session.language) };
    },
  });
  if (reply.kind === 'answer') await save(room, { kind: 'head', key: 'applied_by_analogy', text: reply.value });
}

// In: an interview under way. Out: a look at every answer, and a change to any; looking alone changes nothing.
import type { Question } from '../../interview/interview.js';
import { dateText } from '../../model/calendar.js';
import { askFact, shown } from './ask-fact.js';
import { askDay, askParties, headOf } from './opening.js';
import { stage, type Room } from './room.js';
import { statedFor, statedQuestions, type Stage } from './stage.js';
import type { Option } from './talk.js';

type Item = Question | 'days' | 'party' | 'leave';

/** Shows all answers until the person goes back. */
export async function review(room: Room): Promise<void> {
  for (;;) {
    const reply = await room.talk.choose<Item>({
      about: { on: 'menu', name: 'review' },
      ask: room.say('reviewMenu'),
      options: items(stage(room), room),
      unattended: 'leave',
    });
    if (reply.kind === 'back') return;
    if (reply.kind !== 'answer') continue;
    if (reply.value === 'leave') return;
    if (reply.value === 'days') {
      if ((await askDay('happened_on', room)) === 'on') await askDay('as_of', room);
    } else if (reply.value === 'party') await askParties(room);
    else await askFact(reply.value, room.say('review'), room);
  }
}

function items(now: Stage, room: Room): Option<Item>[] {
  const { say } = room;
  const { happenedOn, asOf } = headOf(room);
  const days = [happenedOn, asOf].filter((day) => day !== undefined).map(dateText);
  return [
    ...answers(now, room),
    { value: 'days', name: `${say('days')}：${days.join(' / ')}` },
    { value: 'party', name: say('addParty') },
    { value: 'leave', name: say('backToIt') },
  ];
}

function answers({ kase, table, progress }: Stage, { say }: Room): Option<Item>[] {
  const states = progress(true).answers;
  return statedQuestions(kase, table).map((question) => {
    const stated = statedFor(kase, question);
    const found = states.find(({ question: { fact, party } }) => fact === question.fact && party === question.party);
    const mark =
      found?.state === 'immaterial' ? say('immaterial') : found?.state === 'not-applicable' ? say('notApplicable') : '';
    const aside = stated?.setAside && say('aside', { value: shown(stated.setAside) });
    const value = stated?.value ? shown(stated.value) : (aside ?? say('pendingFact'));
    const whose = question.party === null ? '' : `${question.party}·`;
    return { value: question, name: `${whose}${question.fact}：${value}${mark === '' ? '' : `（${mark}）`}` };
  });
}

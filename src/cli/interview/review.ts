// In: an interview under way. Out: a look at every answer, and a change to any; looking alone changes nothing.
import type { Question } from '../../interview/interview.js';
import { dateText } from '../../model/calendar.js';
import { askFact, shown } from './ask-fact.js';
import { askDay, askParties, askPartyAgain, askTitle, headOf } from './opening.js';
import { stage, type Room } from './room.js';
import { statedFor, statedQuestions, type Stage } from './stage.js';
import type { Choosable } from './talk.js';

type Item = Question | { readonly index: number } | 'title' | 'days' | 'party' | 'leave';

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
    await edit(reply.value, room);
  }
}

async function edit(item: Exclude<Item, 'leave'>, room: Room): Promise<void> {
  if (item === 'title') await askTitle(room);
  else if (item === 'party') await askParties(room);
  else if (item === 'days') {
    if ((await askDay('happened_on', room)) === 'on') await askDay('as_of', room);
  } else if ('index' in item) await askPartyAgain(item.index, room);
  else await askFact(item, room.say('review'), room);
}

function items(now: Stage, room: Room): Choosable<Item>[] {
  const { say } = room;
  const { title, happenedOn, asOf } = headOf(room);
  const days = [happenedOn, asOf].filter((day) => day !== undefined).map(dateText);
  const parties = now.kase.parties.map(({ name, role }, index) => {
    const whose = role === undefined ? name : name + say('bracketed', { text: role });
    return { value: { index }, name: say('party') + say('colon') + whose };
  });
  return [
    ...answers(now, room),
    { value: 'title', name: say('title') + say('colon') + title },
    { value: 'days', name: say('days') + say('colon') + (days.join(' / ') || say('noDays')) },
    ...parties,
    { value: 'party', name: say('addParty') },
    { value: 'leave', name: say('backToIt') },
  ];
}

function answers({ kase, table, progress }: Stage, { say }: Room): Choosable<Item>[] {
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

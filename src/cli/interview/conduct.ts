// In: a case on the desk. Out: the same case with everything answered that can still change its outcome, or that the person wants answered.
import type { Question } from '../../interview/interview.js';
import { askFact, shown, type Asked } from './ask-fact.js';
import { closing } from './closing.js';
import { metFaults } from './faults.js';
import { review } from './review.js';
import { save, stage, type Room } from './room.js';
import { statedFor, statedQuestions } from './stage.js';

/** Leads the interview to its end. */
export async function conduct(room: Room): Promise<void> {
  const asked: Question[] = statedQuestions(stage(room).kase, stage(room).table);
  const faults = metFaults();
  let thorough = false;
  for (;;) {
    await setAside(room);
    if (await faults(room)) continue;
    const { next, atMost } = stage(room).progress(thorough);
    if (next) {
      const how = await askFact(next, room.say('atMost', { n: atMost }), room);
      await follow(how, next, asked, room);
      continue;
    }
    const wish = await closing(room, thorough);
    if (wish === 'finish') return;
    if (wish === 'more') thorough = true;
    else if (wish === 'back') await goBack(asked, room);
  }
}

/** Goes where a command leads; remembers a question that is answered, also where the person went back from what supports the answer. */
async function follow(how: Asked, question: Question, asked: Question[], room: Room): Promise<void> {
  if (how === 'back') await goBack(asked, room);
  else if (how === 'review') await review(room);
  if (statedFor(stage(room).kase, question)) asked.push(question);
}

/** Back through the questions asked, one at a time, until one is answered or kept. */
async function goBack(asked: readonly Question[], room: Room): Promise<void> {
  for (let i = asked.length - 1; i >= 0; i--) {
    const question = asked[i]!;
    if (!statedFor(stage(room).kase, question)) continue;
    const how = await askFact(question, room.say('review'), room);
    if (how === 'review') await review(room);
    if (how !== 'back') return;
  }
  room.talk.say(room.say('first'));
}

/** Answers whose question has ceased to apply are kept in the file without counting, and that is told. */
async function setAside(room: Room): Promise<void> {
  const { progress, kase } = stage(room);
  for (const { question, state } of progress(false).answers) {
    const stated = statedFor(kase, question);
    if (state !== 'not-applicable' || !stated?.value) continue;
    const { value, evidence, reason, foundBy, foundOn, note } = stated;
    const optional = Object.entries({ reason, foundBy, foundOn, note }).filter(([, part]) => part !== undefined);
    const kept = { value: null, setAside: value, evidence, ...Object.fromEntries(optional) };
    if (!(await save(room, { kind: 'fact', ...question, stated: kept }))) return;
    room.talk.say(room.say('setAside', { fact: question.fact, value: shown(value) }));
  }
}

// In: an interview that has nothing more to ask. Out: where the case came out, on screen, and what the person wants to do next.
import { changeOf } from '../../model/change.js';
import type { PartyDetermination } from '../../model/determination.js';
import { labelsIn } from '../../report/markdown/labels.js';
import { askFact, shown } from './ask-fact.js';
import { askEvidence } from './ask-evidence.js';
import { canDecide, decide } from './decision.js';
import { review } from './review.js';
import { stage, type Room } from './room.js';
import { factOf, statedFor, statedQuestions, type Stage } from './stage.js';
import type { Question } from '../../interview/interview.js';
import type { Choosable } from './talk.js';
import type { Say } from './words.js';

/** What to do after everything has been asked. */
export type Wish = 'finish' | 'more' | 'back' | 'on';
type Choice = Wish | 'waiting' | 'support' | 'decide';

/** Shows where the case came out and asks what next; `on` where something may have changed. */
export async function closing(room: Room, thorough: boolean): Promise<Wish> {
  const now = stage(room);
  room.talk.say(standingText(now, room));
  const options = choices(now, room, thorough);
  const decision = options.some(({ value }) => value === 'decide');
  const reply = await room.talk.choose<Choice>({
    about: { on: 'menu', name: 'closing' },
    ask: room.say('endMenu'),
    options,
    unattended: decision && room.talk.record?.recorded ? 'decide' : 'finish',
  });
  if (reply.kind === 'review') await review(room);
  if (reply.kind === 'back') return 'back';
  if (reply.kind !== 'answer') return 'on';
  if (reply.value === 'waiting') await askWaiting(now, room);
  else if (reply.value === 'support') await addSupport(now, room);
  else if (reply.value === 'decide') {
    await decide(now, room);
    return room.talk.attended ? 'on' : 'finish';
  } else return reply.value;
  return 'on';
}

/** The determination in a few lines, readable without colour. */
function standingText(now: Stage, room: Room): string {
  const { say } = room;
  const { determination, progress } = now;
  const { settled, awaiting } = progress(false);
  const parties = determination.parties.map((party) => `・${partyText(party, now, room)}`);
  const names = awaiting.map(({ fact, party }) => (party === null ? fact : `${party}·${fact}`));
  return [
    '──',
    say(settled ? 'settled' : 'notSettled'),
    ...parties,
    ...(settled || names.length === 0 ? [] : [say('waiting', { names: names.join('、') })]),
    ...recordsApart(now, say),
  ].join('\n');
}

/** Records that say otherwise than the rules do now: changing answers has not changed them. */
function recordsApart({ determination, kase, table }: Stage, say: Say): string[] {
  return determination.parties.flatMap((party) => {
    const recorded = kase.recorded?.parties.get(party.name);
    if (!recorded || ['same', 'declared'].includes(changeOf(party, recorded))) return [];
    return [
      say('recordApart', {
        party: party.name,
        recorded: table.policy.outcomes.get(recorded.outcome)?.title ?? recorded.outcome,
      }),
    ];
  });
}

function partyText(party: PartyDetermination, { table }: Stage, { say, session }: Room): string {
  const label = labelsIn(session.language);
  const title = (name: string): string => table.policy.outcomes.get(name)!.title;
  const head = `${party.name}${say('colon')}`;
  if (party.outcome !== null) {
    const outcome = table.policy.outcomes.get(party.outcome)!;
    const cites = outcome.cites.map(({ text }) => text).join('、');
    const values = Object.entries(party.values).map(([name, value]) => `${name} ${value ?? label('unknown')}`);
    const basis = cites === '' ? [] : [label('basis') + cites];
    const ground = say('bracketed', { text: [label(outcome.modality), ...basis].join(say('semicolon')) });
    const stated = values.length > 0 ? say('semicolon') + values.join('、') : '';
    return `${head}【${outcome.title}】${ground}${stated}`;
  }
  const standing = party.standing.map((name) => `「${title(name)}」`).join('');
  const status = party.status === 'determined' ? 'unknown' : party.status;
  return `${head}【${label(status)}】${standing}`;
}

function choices(now: Stage, room: Room, thorough: boolean): Choosable<Choice>[] {
  const { say } = room;
  const { next, atMost } = thorough ? { next: null, atMost: 0 } : now.progress(true);
  const waiting = now.progress(false).awaiting.length;
  const lacking = unsupportedQuestions(now).length;
  return [
    ...(next === null ? [] : [{ value: 'more', name: say('more', { n: atMost }) } as const]),
    ...(waiting === 0 ? [] : [{ value: 'waiting', name: say('askWaiting', { n: waiting }) } as const]),
    ...(lacking === 0 ? [] : [{ value: 'support', name: say('addSupport', { n: lacking }) } as const]),
    ...(canDecide(now) ? [{ value: 'decide', name: say('decide') } as const] : []),
    { value: 'finish', name: say('finish') },
  ];
}

async function askWaiting(now: Stage, room: Room): Promise<void> {
  const { awaiting } = now.progress(false);
  const [only] = awaiting;
  if (only && awaiting.length === 1) {
    await askFact(only, room.say('review'), room);
    return;
  }
  const reply = await room.talk.choose<Question>({
    about: { on: 'menu', name: 'waiting' },
    ask: room.say('which'),
    options: awaiting.map((question) => ({
      value: question,
      name: question.party === null ? question.fact : `${question.party}·${question.fact}`,
    })),
  });
  if (reply.kind === 'answer') await askFact(reply.value, room.say('review'), room);
}

/** Answers that lack the evidence or the reason that the policy asks for. */
function unsupportedQuestions({ determination, kase, table }: Stage): { question: Question; lacks: string }[] {
  const lacking = determination.parties.flatMap(({ name, unsupported }) =>
    unsupported.map((one) => ({ ...one, party: name })),
  );
  return statedQuestions(kase, table).flatMap((question) => {
    const own = lacking.find(
      ({ name, lacks, party }) =>
        name === question.fact && lacks !== 'choice-reason' && (question.party === null || question.party === party),
    );
    return own ? [{ question, lacks: own.lacks }] : [];
  });
}

/** Asks for evidence of an answer, with the answer in sight. */
function addEvidence(question: Question, { table, kase }: Stage, room: Room): Promise<'done' | 'back' | 'review'> {
  const { talk, say } = room;
  const value = statedFor(kase, question)?.value;
  const answered = value ? `\n${say('answered', { value: shown(value) })}` : '';
  talk.say(`── ${question.party === null ? '' : `${question.party} · `}${factOf(table, question).ask}${answered}`);
  return askEvidence(question, room);
}

async function addSupport(now: Stage, room: Room): Promise<void> {
  for (const { question, lacks } of unsupportedQuestions(now)) {
    const how =
      lacks === 'evidence' ? await addEvidence(question, now, room) : await askFact(question, room.say('review'), room);
    if (how === 'review') await review(room);
    if (how === 'back' || how === 'review') return;
  }
}

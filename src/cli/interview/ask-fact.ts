// In: a question. Out: its answer in the file: the value, then reason and evidence where the policy requires them.
import type { Question } from '../../interview/interview.js';
import type { StatedFact } from '../../model/case.js';
import { constantText } from '../../model/constant.js';
import type { Constant } from '../../model/expression.js';
import type { Fact } from '../../model/policy.js';
import { readTyped } from '../../parse/words/typed.js';
import type { Statement } from '../../parse/edit/edit-case.js';
import { readable } from '../../report/markdown/wording.js';
import { askEvidence } from './ask-evidence.js';
import { askReason, BACK, remarkSupport, standing, state, support } from './ask-support.js';
import { evidenceText } from './evidence.js';
import { questionText, whyText } from './question-text.js';
import { answerRefusal } from './refusal.js';
import { stage, type Room } from './room.js';
import { factOf, statedFor, type Stage } from './stage.js';
import type { Choosable, Reply } from './talk.js';

/** What became of a question. `kept`: it was looked at, and nothing changed. */
export type Asked = 'answered' | 'kept' | 'back' | 'review';

/** What was answered: a value, 待查, or what stands already. */
type Given = Constant | 'unknown' | 'keep';

/** Asks a question until it is answered or left. `head` says how far along the interview is. */
export async function askFact(question: Question, head: string, room: Room): Promise<Asked> {
  room.talk.say(`\n${questionText(question, stage(room), head, room.say)}`);
  for (;;) {
    const now = stage(room);
    const old = statedFor(now.kase, question);
    if (room.talk.attended && old?.value === null && !old.setAside) room.talk.say(room.say('nowUnknown'));
    const reply = await askValue(question, now, old, room);
    if (reply.kind === 'why') room.talk.say(whyText(now.why(question), now, room.say));
    else if (reply.kind === 'back' || reply.kind === 'review') return reply.kind;
    else {
      const given = reply.kind === 'answer' ? reply.value : 'unknown';
      const asked = await take(question, given, now, old, room);
      if (asked !== 'again') return asked;
    }
  }
}

async function askValue(
  question: Question,
  { table }: Stage,
  old: StatedFact | undefined,
  room: Room,
): Promise<Reply<Given>> {
  const fact = factOf(table, question);
  const { type } = fact;
  if (type.kind === 'choices') return askSeveral(question, type.options, old, room);
  if (type.kind === 'boolean' || type.kind === 'choice') {
    const names = type.kind === 'boolean' ? ['是', '否'] : type.options;
    return askOne(question, names, fact, table.policy.units, old, room);
  }
  const { say, talk } = room;
  const kept = standing(old);
  const hint = kept && say(old?.value ? 'now' : 'earlier', { value: shown(kept) });
  if (hint !== undefined) talk.say(hint);
  return talk.line<Given>({
    about: { on: 'value', question },
    ask: say('answer'),
    canBeUnknown: true,
    read: (text) => {
      if (text.trim() === '' && kept) return { ok: true, value: old?.value ? 'keep' : kept };
      const read = readTyped(text, fact, table.policy.units);
      if (!read.ok) return { ok: false, why: answerRefusal(text, read, fact, say, room.session.language) };
      const canonical = constantText(read.value);
      return canonical === text.trim()
        ? { ok: true, value: read.value }
        : { ok: true, value: read.value, echo: say('understood', { value: echoed(read.value) }) };
    },
  });
}

/** A value as people read it. */
export function shown(value: Constant): string {
  return readable(constantText(value));
}

/** A value as the file has it, with the readable form beside it where that is another. */
function echoed(value: Constant): string {
  const [exact, easy] = [constantText(value), shown(value)];
  return exact === easy ? exact : `${exact}（${easy}）`;
}

async function askOne(
  question: Question,
  names: readonly string[],
  fact: Fact,
  units: ReadonlySet<string>,
  old: StatedFact | undefined,
  { say, talk }: Room,
): Promise<Reply<Given>> {
  const kept = standing(old);
  const constant = (name: string): Given => {
    const read = readTyped(name, fact, units);
    return read.ok ? read.value : 'unknown';
  };
  const again: Choosable<Given>[] = kept
    ? [{ value: old?.value ? 'keep' : kept, name: say(old?.value ? 'keep' : 'restore', { value: shown(kept) }) }]
    : [];
  const options: Choosable<Given>[] = [
    ...names.map((name) => ({ value: constant(name), name })),
    { value: 'unknown', name: say('unknown') },
    ...again,
  ];
  return talk.choose<Given>({ about: { on: 'value', question }, ask: say('answer'), options, unattended: 'unknown' });
}

async function askSeveral(
  question: Question,
  options: readonly string[],
  old: StatedFact | undefined,
  { say, talk }: Room,
): Promise<Reply<Given>> {
  const kept = standing(old);
  const reply = await talk.several({
    about: { on: 'value', question },
    ask: say('answer'),
    options: options.map((name) => ({ value: name, name })),
    more: [
      { value: 'none', name: say('none') },
      { value: 'unknown', name: say('unknown') },
      ...(kept ? [{ value: 'keep', name: say(old?.value ? 'keep' : 'restore', { value: shown(kept) }) } as const] : []),
    ],
  });
  if (reply.kind !== 'answer') return reply;
  if (reply.value === 'keep') return { kind: 'answer', value: old?.value || !kept ? 'keep' : kept };
  const chosen = reply.value;
  return { kind: 'answer', value: { kind: 'choices', options: options.filter((name) => chosen.includes(name)) } };
}

/** Takes what was given into the file; `again` where it has to be asked once more. */
async function take(
  question: Question,
  given: Given,
  { table }: Stage,
  old: StatedFact | undefined,
  room: Room,
): Promise<Asked | 'again'> {
  const fact = factOf(table, question);
  const value = given === 'keep' ? (old?.value ?? null) : given === 'unknown' ? null : given;
  if (value === null) {
    if (!(await state(question, { ...support(old), value }, room))) return 'again';
    if (given !== 'keep') remarkSupport(old, { ...support(old), value }, room);
    return 'answered';
  }
  const free = fact.nature !== 'judgement';
  const reason = free || (given === 'keep' && old?.reason) ? old?.reason : await askReason(question, old, room);
  if (reason === BACK) return 'again';
  if (reason === undefined && !free) {
    room.talk.say(room.say('noReason', { fact: question.fact }));
    return (await state(question, { value: null }, room)) ? 'answered' : 'again';
  }
  const carried = support(room.talk.recorded?.(question) ?? old);
  const statement: Statement = { ...carried, value, ...(reason === undefined ? {} : { reason }) };
  if (!(await state(question, statement, room))) return 'again';
  if (room.talk.recorded) {
    for (const piece of carried.evidence ?? []) room.talk.say(`${room.say('evidenceGiven')}> ${evidenceText(piece)}`);
    return 'answered';
  }
  const supported = (carried.evidence ?? []).length > 0;
  const asksEvidence =
    given === 'keep' ? fact.evidence === 'required' && !supported : fact.evidence === 'required' || supported;
  remarkSupport(old, statement, room, { showsEvidence: asksEvidence });
  if (asksEvidence) {
    const how = await askEvidence(question, room);
    if (how !== 'done') return how === 'back' ? 'again' : how;
  }
  return given === 'keep' ? 'kept' : 'answered';
}

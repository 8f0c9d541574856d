// In: an answered question. Out: what supports the answer: its reason, its evidence piece by piece, and what stays from an earlier one.
import type { Question } from '../../interview/interview.js';
import type { Evidence, StatedFact } from '../../model/case.js';
import { constantText } from '../../model/constant.js';
import type { Constant } from '../../model/expression.js';
import { readTypedText } from '../../parse/words/typed.js';
import type { Statement } from '../../parse/edit/edit-case.js';
import { evidenceText, readEvidence } from './evidence.js';
import { refusal } from './refusal.js';
import { save, stage, type Room } from './room.js';
import { statedFor } from './stage.js';

/** The value that stands, or the one that was set aside. */
export function standing(old: StatedFact | undefined): Constant | undefined {
  return old?.value ?? old?.setAside ?? undefined;
}

/** What supports a statement already, and stays with it. */
export function support(old: StatedFact | undefined): Omit<Statement, 'value'> {
  if (!old) return {};
  const { evidence, reason, foundBy, foundOn, note } = old;
  const optional = Object.entries({ reason, foundBy, foundOn, note }).filter(([, part]) => part !== undefined);
  return { evidence, ...Object.fromEntries(optional) };
}

/** Says what was given for another value and stays with the new one: it may not support that any more. */
export function remarkSupport(old: StatedFact | undefined, { value, reason }: Statement, { talk, say }: Room): void {
  const before = standing(old);
  if (!old || !before || (value && constantText(value) === constantText(before))) return;
  const kept = [...old.evidence.map(evidenceText), ...(reason !== undefined && reason === old.reason ? [reason] : [])];
  if (kept.length > 0) talk.say(say('supportStays', { kept: kept.join(say('semicolon')) }));
}

/** Saves what is stated for a question. */
export const state = (question: Question, stated: Statement, room: Room): Promise<boolean> =>
  save(room, { kind: 'fact', ...question, stated });

/** That the reason is not given because the value is to be looked at again. */
export const BACK = Symbol('back');

/** The reason of a judgement; undefined where nobody is there to give one. */
export async function askReason(
  question: Question,
  old: StatedFact | undefined,
  { talk, say, session }: Room,
): Promise<string | undefined | typeof BACK> {
  const before = old?.reason;
  for (;;) {
    const reply = await talk.line<string>({
      about: { on: 'reason', question },
      ask: before === undefined ? say('reason') : say('reasonNow', { value: before }),
      read: (text) => {
        if (text.trim() === '')
          return before === undefined ? { ok: false, why: say('reasonNeeded') } : { ok: true, value: before };
        const read = readTypedText(text.trim());
        return read.ok ? { ok: true, value: text.trim() } : { ok: false, why: refusal(read, session.language) };
      },
    });
    if (reply.kind === 'answer') return reply.value;
    if (reply.kind === 'back' || reply.kind === 'review') return BACK;
    if (!talk.attended) return undefined;
    talk.say(say('reasonNeeded'));
  }
}

/** Adds evidence piece by piece, each saved at once, until there is no more, or until the person goes back or to the review. */
export async function askEvidence(question: Question, room: Room): Promise<'done' | 'back' | 'review'> {
  const { talk, say } = room;
  for (let index = 0; ; index++) {
    const old = statedFor(stage(room).kase, question);
    if (!old) return 'done';
    const more = talk.attended ? await typedEvidence(question, index, room) : null;
    if (more === 'back' || more === 'review') return more;
    if (more === null) {
      if (old.evidence.length === 0) talk.say(say('evidenceLater'));
      return 'done';
    }
    await state(question, { ...support(old), value: old.value, evidence: [...old.evidence, more] }, room);
  }
}

async function typedEvidence(
  question: Question,
  index: number,
  room: Room,
): Promise<Evidence | null | 'back' | 'review'> {
  const { talk, say } = room;
  for (;;) {
    const reply = await talk.line<Evidence | null>({
      about: { on: 'evidence', question, index },
      ask: say('evidence'),
      read: (text) => (text.trim() === '' ? { ok: true, value: null } : readEvidence(text.trim(), room)),
    });
    if (reply.kind === 'answer') return reply.value;
    if (reply.kind === 'back' || reply.kind === 'review') return reply.kind;
    if (reply.kind !== 'why') return null;
    talk.say(say('whyEvidence'));
  }
}

// In: an answered question. Out: what supports the answer: its reason, and what stays from an earlier one.
import type { Question } from '../../interview/interview.js';
import type { StatedFact } from '../../model/case.js';
import { constantText } from '../../model/constant.js';
import type { Constant } from '../../model/expression.js';
import { readTypedText } from '../../parse/words/typed.js';
import type { Statement } from '../../parse/edit/edit-case.js';
import { evidenceText } from './evidence.js';
import { refusal } from './refusal.js';
import { save, type Room } from './room.js';

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

/** Says what was given for another value and stays with the new one: it may not support that any more. Evidence that is shown next is left out. */
export function remarkSupport(
  old: StatedFact | undefined,
  { value, reason }: Statement,
  { talk, say }: Room,
  { showsEvidence = false } = {},
): void {
  const before = standing(old);
  if (!old || !before || (value && constantText(value) === constantText(before))) return;
  const evidence = showsEvidence ? [] : old.evidence.map(evidenceText);
  const kept = [...evidence, ...(reason !== undefined && reason === old.reason ? [reason] : [])];
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

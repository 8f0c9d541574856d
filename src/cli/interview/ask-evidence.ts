// In: an answered question. Out: its evidence, piece by piece; each is saved, or taken back, at once.
import type { Question } from '../../interview/interview.js';
import type { Evidence } from '../../model/case.js';
import { state, support } from './ask-support.js';
import { evidenceText, readEvidence } from './evidence.js';
import { stage, type Room } from './room.js';
import { statedFor } from './stage.js';
import type { ReadLine } from './talk.js';

/** A piece more; the number of one to take back; nothing more; or where the person goes instead. */
type Given = Evidence | { readonly takeBack: number } | null | 'back' | 'review';

/** Asks for evidence until there is no more, or until the person goes back or to the review. What is there already is shown first. */
export async function askEvidence(question: Question, room: Room): Promise<'done' | 'back' | 'review'> {
  const { talk, say } = room;
  let shown = 0;
  for (let index = 0; ; index++) {
    const old = statedFor(stage(room).kase, question);
    if (!old) return 'done';
    const { evidence } = old;
    if (talk.attended && evidence.length > 0 && evidence.length !== shown) talk.say(listed(evidence, room));
    const given = talk.attended ? await typed(question, index, evidence, room) : null;
    if (given === 'back' || given === 'review') return given;
    if (given === null) {
      if (evidence.length === 0) talk.say(say('evidenceLater'));
      return 'done';
    }
    const left = 'takeBack' in given ? evidence.filter((_, i) => i + 1 !== given.takeBack) : [...evidence, given];
    await state(question, { ...support(old), value: old.value, evidence: left }, room);
    // What was just typed stands above; after one is taken back the others have new numbers.
    shown = 'takeBack' in given ? 0 : left.length;
  }
}

function listed(evidence: readonly Evidence[], { say }: Room): string {
  const lines = evidence.map((piece, i) => `  ${String(i + 1)}. ${evidenceText(piece)}`);
  return [say('evidenceSoFar'), ...lines].join('\n');
}

async function typed(question: Question, index: number, evidence: readonly Evidence[], room: Room): Promise<Given> {
  const { talk, say } = room;
  for (;;) {
    const reply = await talk.line<Evidence | { readonly takeBack: number } | null>({
      about: { on: 'evidence', question, index },
      ask: say(evidence.length === 0 ? 'evidence' : 'evidenceMore'),
      read: (text) => readPiece(text.trim(), evidence.length, room),
    });
    if (reply.kind === 'answer') return reply.value;
    if (reply.kind === 'back' || reply.kind === 'review') return reply.kind;
    if (reply.kind !== 'why') return null;
    talk.say(say('whyEvidence'));
  }
}

/** Nothing, `-1` for the first piece to be taken back, or a piece. */
function readPiece(text: string, there: number, room: Room): ReadLine<Evidence | { readonly takeBack: number } | null> {
  if (text === '') return { ok: true, value: null };
  const [, number] = /^[-—−] ?(\d{1,4})$/u.exec(text.normalize('NFKC')) ?? [];
  if (number === undefined) return readEvidence(text, room);
  const takeBack = Number(number);
  if (takeBack < 1 || takeBack > there) return { ok: false, why: room.say('noSuchPiece', { n: number }) };
  return { ok: true, value: { takeBack }, echo: room.say('takenBack', { n: number }) };
}

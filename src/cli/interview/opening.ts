// In: a new case, or one that states nothing yet. Out: what identifies it in its file: matter, days, parties.
import { dateText } from '../../model/calendar.js';
import type { CaseHead } from '../../model/case.js';
import { openCase } from '../../parse/case/open-case.js';
import { isId } from '../../parse/policy/read-policy.js';
import { readTypedDay, readTypedText } from '../../parse/words/typed.js';
import { child, itemsOf } from '../../parse/yaml/tree.js';
import { refusal } from './refusal.js';
import { save, stage, type Room } from './room.js';
import { tell } from '../session.js';
import { caseOf } from './stage.js';
import { Departure, type ReadLine, type Talk } from './talk.js';
import type { Say } from './words.js';

type Step = (room: Room) => Promise<'on' | 'back'>;

/** What identifies a case, asked in turn; back goes to the step before. */
export async function identify(room: Room): Promise<void> {
  const days: readonly Step[] = [(own) => askDay('happened_on', own), (own) => askDay('as_of', own)];
  const steps: readonly Step[] = [askTitle, ...days, takeRemarks, findPolicy, askParties];
  for (let i = 0; i < steps.length;) {
    const went = await steps[i]!(room);
    if (went === 'on') i += 1;
    else if (i > 0) i -= 1;
    else room.talk.say(room.say('first'));
  }
}

/** What a recorded case says of itself goes along: that it is made up, where it is from, why the policy is applied by analogy. */
async function takeRemarks(room: Room): Promise<'on'> {
  const { appliedByAnalogy, hypothetical, origin, note } = room.talk.record?.head ?? {};
  const remarks = { applied_by_analogy: appliedByAnalogy, hypothetical, source: origin, note } as const;
  for (const key of ['applied_by_analogy', 'hypothetical', 'source', 'note'] as const) {
    const text = remarks[key];
    if (text !== undefined) await save(room, { kind: 'head', key, text }, { head: true });
  }
  return 'on';
}

/** The head of the case on the desk, and how many parties it names. */
export function headOf({ desk }: Room): CaseHead & { readonly parties: number } {
  const opened = openCase(new TextEncoder().encode(desk.text()), desk.name);
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ code }) => code).join(' '));
  return { ...opened.value.head, parties: itemsOf(child(opened.value.tree, 'parties')).length };
}

/** Asks for the id of a new case. */
export async function askId(talk: Talk, say: Say): Promise<string> {
  for (;;) {
    const reply = await talk.line<string>({
      about: { on: 'head', key: 'id' },
      ask: say('id'),
      read: (text) => {
        const id = text.normalize('NFKC').trim();
        if (id === '') return { ok: false, why: say('required') };
        return isId(id) ? { ok: true, value: id } : { ok: false, why: say('badCaseId', { text: id }) };
      },
    });
    if (reply.kind === 'answer') return reply.value;
    talk.say(say(reply.kind === 'why' ? 'whyHere' : 'first'));
  }
}

/** A line of text; an empty one is an answer where the prompt says so. */
function textLine(empty: string | undefined, { say, session }: Room): (text: string) => ReadLine<string> {
  return (text) => {
    const bare = text.trim();
    if (bare === '') return empty === undefined ? { ok: false, why: say('required') } : { ok: true, value: empty };
    const read = readTypedText(bare);
    return read.ok ? { ok: true, value: bare } : { ok: false, why: refusal(read, session.language) };
  };
}

/** Asks for the matter of the case; an empty line leaves it as it is. */
export async function askTitle(room: Room): Promise<'on' | 'back'> {
  const { id, title } = headOf(room);
  const known = title === id ? undefined : title;
  if (known !== undefined) room.talk.say(room.say('now', { value: known }));
  for (;;) {
    const reply = await room.talk.line<string>({
      about: { on: 'head', key: 'title' },
      ask: room.say('title'),
      read: textLine(known, room),
    });
    if (reply.kind === 'back') return 'back';
    if (reply.kind !== 'answer') room.talk.say(room.say(reply.kind === 'why' ? 'whyHere' : 'notHere'));
    else if (await save(room, { kind: 'head', key: 'title', text: reply.value }, { head: true })) return 'on';
  }
}

/** How a day is asked for: what an empty line does hangs on what is known. */
function askedDay(key: 'happened_on' | 'as_of', { happenedOn, asOf }: CaseHead, say: Say): string {
  const known = key === 'happened_on' ? happenedOn : asOf;
  if (known !== undefined) return say(key === 'happened_on' ? 'happenedOnNow' : 'asOfNow', { value: dateText(known) });
  if (key === 'happened_on') return say('happenedOn');
  return say(happenedOn === undefined ? 'asOfAlone' : 'asOf');
}

/** Asks for a day; an empty line leaves it as it is. */
export async function askDay(key: 'happened_on' | 'as_of', room: Room): Promise<'on' | 'back'> {
  const head = headOf(room);
  for (;;) {
    const reply = await room.talk.line<string | null>({
      about: { on: 'head', key },
      ask: askedDay(key, head, room.say),
      read: (text) => {
        if (text.trim() === '') return { ok: true, value: null };
        const read = readTypedDay(text);
        if (!read.ok) return { ok: false, why: room.say('badDay', { text: text.trim() }) };
        const day = read.value.kind === 'date' ? dateText(read.value.day) : '';
        return {
          ok: true,
          value: day,
          ...(day === text.trim() ? {} : { echo: room.say('understood', { value: day }) }),
        };
      },
    });
    if (reply.kind === 'back') return 'back';
    if (reply.kind !== 'answer') room.talk.say(room.say(reply.kind === 'why' ? 'whyHere' : 'notHere'));
    else if (reply.value === null) return 'on';
    else if (await save(room, { kind: 'head', key, text: reply.value }, { head: true })) return 'on';
  }
}

/** Which version of the policy applies hangs on the day; where none or several do, the day is asked again. */
async function findPolicy({ desk, shelf, session, talk }: Room): Promise<'on' | 'back'> {
  const read = caseOf(desk.text(), desk.name, shelf);
  if (read.ok) return Promise.resolve('on');
  tell(session, read.diagnostics);
  if (!talk.attended) throw new Departure(1);
  return Promise.resolve('back');
}

/** Asks for parties until there are no more. */
export async function askParties(room: Room): Promise<'on' | 'back'> {
  for (;;) {
    const index = headOf(room).parties;
    const name = await room.talk.line<string>({
      about: { on: 'party', index, part: 'name' },
      ask: room.say(index === 0 ? 'firstParty' : 'partyName'),
      read: textLine('', room),
    });
    if (name.kind === 'back') return 'back';
    if (name.kind !== 'answer') {
      room.talk.say(room.say(name.kind === 'why' ? 'whyHere' : 'notHere'));
      continue;
    }
    if (name.value === '') return 'on';
    const role = await room.talk.line<string>({
      about: { on: 'party', index, part: 'role' },
      ask: room.say('partyRole', { name: name.value }),
      read: textLine('', room),
    });
    if (role.kind !== 'answer') continue;
    await save(room, { kind: 'party', name: name.value, ...(role.value === '' ? {} : { role: role.value }) });
  }
}

/** Asks for the name and the role of a party anew; an empty line leaves each as it is. */
export async function askPartyAgain(index: number, room: Room): Promise<void> {
  const { kase } = stage(room);
  const { name, role = '' } = kase.parties[index]!;
  const isRecorded = kase.recorded?.parties.has(name) === true;
  if (isRecorded) room.talk.say(room.say('nameRecorded', { name }));
  const called = isRecorded ? name : await askPart({ index, key: 'name', now: name }, name, room);
  if (called !== undefined) await askPart({ index, key: 'role', now: role }, called, room);
}

/** The text that stands afterwards; undefined where the person goes back. */
async function askPart(
  { index, key, now }: { readonly index: number; readonly key: 'name' | 'role'; readonly now: string },
  name: string,
  room: Room,
): Promise<string | undefined> {
  const word = key === 'name' ? 'partyNameNow' : now === '' ? 'partyRole' : 'partyRoleNow';
  for (;;) {
    const reply = await room.talk.line<string>({
      about: { on: 'party', index, part: key },
      ask: room.say(word, { name, value: now }),
      read: textLine(now, room),
    });
    if (reply.kind === 'back' || reply.kind === 'review') return undefined;
    if (reply.kind !== 'answer') room.talk.say(room.say(reply.kind === 'why' ? 'whyHere' : 'notHere'));
    else if (reply.value === now) return now;
    else if (await save(room, { kind: 'party-part', index, key, text: reply.value })) return reply.value;
  }
}

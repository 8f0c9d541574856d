// In: a case whose every party is determined. Out: what the body decides where the provision leaves a choice, recorded as the body's own.
import { dateText } from '../../model/calendar.js';
import type { RecordedParty } from '../../model/case.js';
import type { PartyDetermination } from '../../model/determination.js';
import type { Outcome } from '../../model/policy.js';
import type { PartyRecord } from '../../parse/edit/edit-case.js';
import { readTypedDay, readTypedText } from '../../parse/words/typed.js';
import { refusal } from './refusal.js';
import { save, type Room } from './room.js';
import type { Stage } from './stage.js';
import type { Reply } from './talk.js';

/** Whether a decision can be recorded: every party has an outcome, none is recorded yet, and the provision leaves something open. */
export function canDecide({ determination, kase, table }: Stage): boolean {
  const { parties } = determination;
  const open = ({ outcome }: PartyDetermination): boolean => {
    const own = outcome === null ? undefined : table.policy.outcomes.get(outcome);
    return own !== undefined && (own.choose.length > 0 || own.modality === 'may');
  };
  return !kase.recorded && parties.every(({ outcome }) => outcome !== null) && parties.some(open);
}

/** Asks for the body's decision and records it; false where it was left open. */
export async function decide({ determination, table }: Stage, room: Room): Promise<boolean> {
  const parties: Record<string, PartyRecord> = {};
  for (const party of determination.parties) {
    const record = await decideParty(party, table.policy.outcomes, room);
    if (record === undefined) return false;
    parties[party.name] = record;
  }
  const by = await optionalLine('decided_by', room);
  const on = await decidedOn(room);
  if (by === undefined || on === undefined) return false;
  const about = {
    policy: table.policy.source.digest,
    engine: room.session.engine,
    decided_on: on,
    ...(by === '' ? {} : { decided_by: by }),
  };
  if (!(await save(room, { kind: 'record', about, parties }))) return false;
  room.talk.say(room.say('recorded'));
  return true;
}

async function decideParty(
  party: PartyDetermination,
  outcomes: ReadonlyMap<string, Outcome>,
  room: Room,
): Promise<PartyRecord | undefined> {
  const outcome = outcomes.get(party.outcome!)!;
  const { record } = room.talk;
  if (record) return decidedBefore(party, record.recorded?.parties.get(party.name), room);
  const declines = outcome.modality === 'may' ? await askModality(party, outcome, outcomes, room) : false;
  if (declines === undefined) return undefined;
  const decided = declines ? outcomes.get(party.ifDeclined!.outcome!)! : outcome;
  const choice = decided.choose.length > 0 ? await askChoice(party, decided, room) : [];
  if (choice === undefined) return undefined;
  if (choice.length === 0 && !declines) return { outcome: decided.name, choice };
  const reason = await askWhy(party, room);
  return reason === undefined ? undefined : { outcome: decided.name, choice, reason };
}

/** A decision that is on record, if it is one that the provision leaves open. */
function decidedBefore(
  { name, outcome, ifDeclined }: PartyDetermination,
  record: RecordedParty | undefined,
  { talk, say }: Room,
): PartyRecord | undefined {
  if (!record) return undefined;
  const declined = record.outcome === ifDeclined?.outcome && record.reason !== undefined;
  if (record.outcome !== outcome && !declined) {
    talk.say(say('otherOutcome', { party: name, recorded: record.outcome }));
    return undefined;
  }
  const { choice, reason } = record;
  const words = [record.outcome, ...choice, ...(reason === undefined ? [] : [reason])];
  talk.say(`${say('choose', { party: name })}> ${words.join('；')}`);
  return { outcome: record.outcome, choice, ...(reason === undefined ? {} : { reason }) };
}

/** Whether the body declines what it only may decide; undefined where that is left open. */
async function askModality(
  { name, ifDeclined }: PartyDetermination,
  { title }: Outcome,
  outcomes: ReadonlyMap<string, Outcome>,
  { talk, say }: Room,
): Promise<boolean | undefined> {
  const instead = ifDeclined?.outcome ?? undefined;
  if (instead === undefined) talk.say(say('declinesOpen'));
  const reply = await talk.choose<boolean | undefined>({
    about: { on: 'modality', party: name },
    ask: say('modality', { party: name }),
    options: [
      { value: false, name: say('doesDecide', { title }) },
      ...(instead === undefined
        ? []
        : [{ value: true, name: say('declines', { title: outcomes.get(instead)!.title }) }]),
      { value: undefined, name: say('chooseLater') },
    ],
    unattended: undefined,
  });
  return reply.kind === 'answer' ? reply.value : undefined;
}

async function askChoice(
  { name }: PartyDetermination,
  { choose, chooseSeveral }: Outcome,
  { talk, say }: Room,
): Promise<readonly string[] | undefined> {
  const about = { on: 'choice', party: name } as const;
  const options = choose.map((option) => ({ value: option, name: option }));
  if (chooseSeveral) {
    const later = { value: 'unknown', name: say('chooseLater') } as const;
    const reply = await talk.several({ about, ask: say('choose', { party: name }), options, more: [later] });
    return reply.kind === 'answer' && reply.value !== 'keep' && reply.value.length > 0 ? reply.value : undefined;
  }
  const reply: Reply<string | undefined> = await talk.choose<string | undefined>({
    about,
    ask: say('choose', { party: name }),
    options: [...options, { value: undefined, name: say('chooseLater') }],
    unattended: undefined,
  });
  return reply.kind === 'answer' && reply.value !== undefined ? [reply.value] : undefined;
}

/** The body's reason: a choice without one is not recorded. */
async function askWhy({ name }: PartyDetermination, { talk, say, session }: Room): Promise<string | undefined> {
  const reply = await talk.line<string>({
    about: { on: 'choice-reason', party: name },
    ask: say('choiceReason', { party: name }),
    read: (text) => {
      const read = readTypedText(text.trim());
      if (text.trim() === '') return { ok: false, why: say('required') };
      return read.ok ? { ok: true, value: text.trim() } : { ok: false, why: refusal(read, session.language) };
    },
  });
  return reply.kind === 'answer' ? reply.value : undefined;
}

async function optionalLine(on: 'decided_by', { talk, say, session }: Room): Promise<string | undefined> {
  const reply = await talk.line<string>({
    about: { on },
    ask: say('decidedBy'),
    read: (text) => {
      const read = readTypedText(text.trim());
      if (text.trim() === '') return { ok: true, value: '' };
      return read.ok ? { ok: true, value: text.trim() } : { ok: false, why: refusal(read, session.language) };
    },
  });
  return reply.kind === 'answer' ? reply.value : undefined;
}

async function decidedOn({ talk, say, session }: Room): Promise<string | undefined> {
  const today = session.host.today();
  const reply = await talk.line<string>({
    about: { on: 'decided_on' },
    ask: say('decidedOn', { today }),
    read: (text) => {
      if (text.trim() === '') return { ok: true, value: today };
      const read = readTypedDay(text);
      if (!read.ok) return { ok: false, why: say('badDay', { text: text.trim() }) };
      return { ok: true, value: read.value.kind === 'date' ? dateText(read.value.day) : today };
    },
  });
  return reply.kind === 'answer' ? reply.value : undefined;
}

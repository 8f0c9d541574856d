// What every part of an interview shares: who answers, the file on the desk, the words; and how a change is saved.
import { openCase } from '../../parse/case/open-case.js';
import type { Edit } from '../../parse/edit/edit-case.js';
import type { PolicyShelf } from '../policies.js';
import { exitCodeOf, tell, type Session } from '../session.js';
import type { CaseDesk } from './desk.js';
import { caseOf, stageOf, type Stage } from './stage.js';
import { Departure, type Talk } from './talk.js';
import type { Say } from './words.js';

/** The interview's room. */
export interface Room {
  readonly session: Session;
  readonly say: Say;
  readonly talk: Talk;
  readonly desk: CaseDesk;
  readonly shelf: PolicyShelf;
}

/** Where the interview stands now. */
export function stage({ desk, shelf }: Room): Stage {
  const read = caseOf(desk.text(), desk.name, shelf);
  if (!read.ok) throw new Error(read.diagnostics.map(({ code }) => code).join(' '));
  return stageOf(read.value, shelf);
}

/**
 * Saves a change. What the file or the policy refuses is told, and false comes back; where the disk refuses one can try again;
 * where somebody else has changed the file the interview ends. `head`: the policy is not known yet.
 */
export async function save(room: Room, edit: Edit, { head = false } = {}): Promise<boolean> {
  const { desk, session, shelf, talk, say } = room;
  const check = (text: string): ReturnType<typeof caseOf> | ReturnType<typeof openCase> =>
    head ? openCase(new TextEncoder().encode(text), desk.name) : caseOf(text, desk.name, shelf);
  for (;;) {
    const order = head ? [] : [...stageNames(room)];
    const result = desk.change(edit, check, order);
    if (result.ok) return true;
    tell(session, result.diagnostics);
    const code = exitCodeOf(result.diagnostics);
    if (code === 75) throw new Departure(75);
    if (code !== 74) return false;
    talk.say(say('notWritten'));
    const again = await talk.choose({
      about: { on: 'menu', name: 'not-written' },
      ask: say('faultMenu'),
      options: [
        { value: true, name: say('retry') },
        { value: false, name: say('leave') },
      ],
      unattended: false,
    });
    if (again.kind !== 'answer' || !again.value) throw new Departure(74);
  }
}

function stageNames({ desk, shelf }: Room): Iterable<string> {
  const read = caseOf(desk.text(), desk.name, shelf);
  return read.ok ? read.value.table.policy.facts.keys() : [];
}

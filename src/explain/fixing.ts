// In: a party's case whose answer is known. Out: facts that fix the answer whatever all others are, none of which can be left out.
import { UNKNOWN } from '../compile/cells.js';
import { hangsOnDay } from '../evaluate/inquire.js';
import { changed, isStated, standAt, type Stand, type PartyCase } from './trial.js';

/** Leaves facts out one by one, last first, as long as the answer stays; knowing fewer facts can only leave more open, so no smaller part of what remains fixes it. */
export function fixingFacts(subject: PartyCase, answer: Stand): readonly string[] {
  const stated = [...subject.table.slots.keys()].filter((name) => isStated(subject, name));
  const stays = (names: ReadonlySet<string>): boolean => {
    const { status, standing } = standAt(
      subject,
      changed(subject, (name) => names.has(name), []),
    );
    return status === answer.status && standing.join('\n') === answer.standing.join('\n');
  };
  let kept = new Set(stated);
  for (const name of [...stated].reverse()) {
    const fewer = new Set(kept);
    fewer.delete(name);
    if (stays(fewer)) kept = fewer;
  }
  return stated.filter((name) => kept.has(name));
}

/** Whether what the policy says can hang on the day at all, and the case has one. */
export function hangsOnItsDay({ table, cells, diagrams }: PartyCase): boolean {
  return cells.state[table.asOf] !== UNKNOWN && diagrams !== undefined && hangsOnDay(diagrams);
}

// In: a case used as recorded answers. Out: the interview answered from it, with a transcript; nobody is there to ask.
import { dateText } from '../../model/calendar.js';
import type { Case, StatedFact } from '../../model/case.js';
import { constantText } from '../../model/constant.js';
import type { Question } from '../../interview/interview.js';
import { wrapped } from './layout.js';
import { statedFor } from './stage.js';
import type { About, ChoosePrompt, LinePrompt, Reply, SeveralPrompt, Talk } from './talk.js';

/** A talk answered from a case, and what of the case was never asked for. */
export interface RecordedTalk extends Talk {
  readonly unused: () => readonly string[];
}

interface Script {
  readonly record: Case;
  readonly recorded: (question: Question) => StatedFact | undefined;
  /** Prints a prompt with what is answered. */
  readonly tell: (about: About, ask: string, answer: string) => void;
}

/** Answers from a recorded case. What it does not say stays unknown. */
export function recordedTalk(record: Case, print: (text: string) => void): RecordedTalk {
  const used = new Set<StatedFact>();
  const recorded: Script['recorded'] = (question) => {
    const own = statedFor(record, question);
    if (own) used.add(own);
    return own;
  };
  const say = (text: string): void => print(`${wrapped(text, 100, 2)}\n`);
  const tell: Script['tell'] = (about, ask, answer) => say(`${about.on === 'value' ? '' : ask}> ${answer}`);
  const script: Script = { record, recorded, tell };
  return {
    say,
    choose: (prompt) => Promise.resolve(choose(prompt, script)),
    several: (prompt) => Promise.resolve(several(prompt, script)),
    line: (prompt) => Promise.resolve(line(prompt, script)),
    record,
    recorded,
    attended: false,
    close: () => undefined,
    unused: () => unusedIn(record, used),
  };
}

function line<T>({ about, ask, read }: LinePrompt<T>, script: Script): Reply<T> {
  const text = textFor(about, script);
  const taken = text === undefined ? undefined : read(text);
  if (text === undefined || !taken?.ok) {
    if (about.on === 'value') script.tell(about, ask, '待查');
    return { kind: 'unknown' };
  }
  if (text !== '') script.tell(about, ask, text);
  return { kind: 'answer', value: taken.value };
}

function choose<T>({ about, ask, options, unattended }: ChoosePrompt<T>, script: Script): Reply<T> {
  const text = about.on === 'menu' ? undefined : textFor(about, script);
  const named = options.find(({ name }) => name === text);
  const found = named ?? options.find(({ value }) => value === unattended);
  if (about.on !== 'menu') script.tell(about, ask, named ? named.name : '待查');
  return found ? { kind: 'answer', value: found.value } : { kind: 'unknown' };
}

function several({ about, ask }: SeveralPrompt, { recorded, tell }: Script): Reply<readonly string[]> {
  const value = about.on === 'value' ? recorded(about.question)?.value : undefined;
  if (value?.kind !== 'choices') {
    tell(about, ask, '待查');
    return { kind: 'unknown' };
  }
  tell(about, ask, constantText(value));
  return { kind: 'answer', value: value.options };
}

/** What the record says at a prompt; empty where it leaves out what may be left out. */
function textFor(about: About, { record, recorded }: Script): string | undefined {
  switch (about.on) {
    case 'head':
      return headText(about.key, record);
    case 'party': {
      const party = record.parties[about.index];
      return (about.part === 'name' ? party?.name : party?.role) ?? '';
    }
    case 'value': {
      const value = recorded(about.question)?.value;
      return value ? constantText(value) : undefined;
    }
    case 'reason':
      return recorded(about.question)?.reason;
    case 'decided_by':
      return record.recorded?.decidedBy ?? '';
    case 'decided_on':
      return record.recorded?.decidedOn ?? '';
    default:
      return undefined;
  }
}

function headText(key: (About & { on: 'head' })['key'], { head }: Case): string | undefined {
  if (key === 'applied_by_analogy') return head.appliedByAnalogy;
  if (key === 'id' || key === 'title') return head[key];
  const day = key === 'as_of' ? head.asOf : head.happenedOn;
  return day === undefined ? '' : dateText(day);
}

/** Answers that nobody asked for, by name. */
function unusedIn(record: Case, used: ReadonlySet<StatedFact>): readonly string[] {
  const of = (party: string | null, facts: ReadonlyMap<string, StatedFact>): string[] =>
    [...facts.values()]
      .filter((fact) => fact.value !== null && !used.has(fact))
      .map(({ name }) => (party === null ? name : `${party}·${name}`));
  return [...of(null, record.facts), ...record.parties.flatMap(({ name, facts }) => of(name, facts))];
}

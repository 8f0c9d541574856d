// In: facts that may change together. Out: the values of them that lead to an outcome, each evaluated, and how wide they may be.
import { FALSE, quantityIn, type Cells } from '../compile/cells.js';
import type { FactChange, Way } from '../model/case-explanation.js';
import { nameText, statedText } from '../evaluate/show.js';
import { alternativesOf, textOf, type Alternative } from './alternatives.js';
import { rangeTexts } from './ranges.js';
import { AS_OF, changed, isStated, standAt, type PartyCase } from './trial.js';
import type { View } from './view.js';

/** How many more combinations of values may be evaluated; each is a case determined anew. */
export interface Effort {
  tries: number;
}

/** What became of a set of facts: the way that it opens, and whether nothing was overlooked. */
export interface Opened {
  readonly way?: Way;
  readonly sure: boolean;
}

/** Which alternatives of a fact may be used: later days and longer times only, say. */
export type Admits = (name: string, alternative: Alternative) => boolean;

/** Looks for values of these facts that lead to an outcome, and widens them as far as every combination does. */
export function openWay(view: View, outcome: string, names: readonly string[], admits: Admits, effort: Effort): Opened {
  const free = new Set(names);
  const all = names.map((name) => alternativesOf(view, name, free));
  const choices = names.map((name, i) => all[i]!.list.filter((alternative) => admits(name, alternative)));
  const size = choices.reduce((product, list) => product * list.length, 1);
  const sure = all.every((each) => each.sure) && size <= effort.tries;
  const leads = leadsTo(view.subject, outcome, names);
  const first = firstOf(choices, leads, effort);
  if (!first) return { sure };
  const box = widened(choices, first, leads, effort);
  const changes = names.map((name, i) => changeOf(view, name, box[i]!, first[i]!, all[i]!.sure));
  return { way: { kind: kindOf(view, names, box), changes, setAside: setAsideBy(view.subject, names, first) }, sure };
}

/** Facts that the case states and that do not apply once the change is made. */
function setAsideBy(subject: PartyCase, names: readonly string[], chosen: readonly Alternative[]): readonly string[] {
  const cells = trialOf(subject, names, chosen);
  const stated = [...subject.table.applies].filter(([name]) => isStated(subject, name) && !names.includes(name));
  return stated
    .filter(([, node]) => cells.state[node] === FALSE && subject.cells.state[node] !== FALSE)
    .map(([name]) => name);
}

function trialOf(subject: PartyCase, names: readonly string[], chosen: readonly Alternative[]): Cells {
  return changed(
    subject,
    (name) => !names.includes(name),
    chosen.map(({ put }) => put),
  );
}

type Leads = (chosen: readonly Alternative[]) => boolean;

function leadsTo(subject: PartyCase, outcome: string, names: readonly string[]): Leads {
  return (chosen) => {
    const cells = trialOf(subject, names, chosen);
    const { table } = subject;
    // A fact that is put in has to be asked: one that does not apply cannot be what leads there.
    const asked = names.every((name) => name === AS_OF || !isIdle(table.applies.get(name), cells.state));
    const { status, standing } = standAt(subject, cells);
    return asked && status === 'determined' && standing[0] === outcome;
  };
}

function isIdle(applies: number | undefined, state: Uint8Array): boolean {
  return applies !== undefined && state[applies] === FALSE;
}

/** The first combination that leads there, in the order of the alternatives. */
function firstOf(
  choices: readonly (readonly Alternative[])[],
  leads: Leads,
  effort: Effort,
): readonly Alternative[] | undefined {
  const go = (chosen: readonly Alternative[]): readonly Alternative[] | undefined => {
    const list = choices[chosen.length];
    if (!list) return effort.tries-- > 0 && leads(chosen) ? chosen : undefined;
    for (const alternative of list) {
      const found = effort.tries > 0 ? go([...chosen, alternative]) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return go([]);
}

/** Adds alternatives fact by fact, as long as all combinations lead there. */
function widened(
  choices: readonly (readonly Alternative[])[],
  first: readonly Alternative[],
  leads: Leads,
  effort: Effort,
): readonly (readonly Alternative[])[] {
  let box: readonly (readonly Alternative[])[] = first.map((alternative) => [alternative]);
  const allLead = (lists: readonly (readonly Alternative[])[], chosen: readonly Alternative[]): boolean => {
    const list = lists[chosen.length];
    if (!list) return effort.tries-- > 0 && leads(chosen);
    return list.every((alternative) => allLead(lists, [...chosen, alternative]));
  };
  choices.forEach((list, i) => {
    for (const alternative of list) {
      if (box[i]!.includes(alternative)) continue;
      const trial = box.map((own, k) => (k === i ? [alternative] : own));
      if (allLead(trial, [])) box = box.map((own, k) => (k === i ? [...own, alternative] : own));
    }
  });
  return box;
}

function changeOf(
  view: View,
  name: string,
  chosen: readonly Alternative[],
  shown: Alternative,
  sure: boolean,
): FactChange {
  const { table, cells } = view.subject;
  const regions = chosen.flatMap(({ region }) => region ?? []);
  const ranges = sure ? rangeTexts(regions, (value) => textOf(view, name, value)) : [];
  const to = ranges.length > 0 ? ranges : chosen.map((each) => (each.region ? `= ${each.shown}` : each.shown));
  const now = name === AS_OF ? nameText(table, cells, { to: 'as_of', name: 'as_of' }) : statedText(table, cells, name);
  const from = isStated(view.subject, name) ? now : null;
  return { name, from, to, shown: shown.shown };
}

/** The hardest of the changes tells what kind of way it is. */
function kindOf(view: View, names: readonly string[], box: readonly (readonly Alternative[])[]): Way['kind'] {
  const kinds = names.map((name, i) => {
    if (name !== AS_OF && !isStated(view.subject, name)) return 'supply';
    return box[i]!.every((alternative) => comesWithTime(view, name, alternative)) ? 'time' : 'established';
  });
  return kinds.includes('established') ? 'established' : kinds.includes('time') ? 'time' : 'supply';
}

/** Whether a value comes about by waiting: a later day, a longer time. */
export function comesWithTime({ subject: { table, cells } }: View, name: string, { value }: Alternative): boolean {
  if (name === AS_OF) return value !== undefined && value.compare(cells.number[table.asOf]!) > 0;
  const type = table.policy.facts.get(name)!.type;
  const slot = table.slots.get(name)![0]!;
  const duration = type.kind === 'quantity' && (type.unit === '日' || type.unit === '月');
  return duration && value !== undefined && value.compare(quantityIn(cells, slot)) > 0;
}

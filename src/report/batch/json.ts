// Results as JSON: one document, or a line for each party. Keys are the same in both languages.
import type { FileResult, PartyResult } from '../../model/batch.js';
import { diagnosticJson } from '../diagnostic-json.js';
import type { BatchReporter, BatchSetting } from './reporter.js';

/** The schema's name; it changes when a key changes its meaning. */
const SCHEMA = 'caijue/batch/1';

/** One document: the results of every file, then what they add up to. */
export function jsonReporter(setting: BatchSetting): BatchReporter {
  return {
    open: `{"schema":${JSON.stringify(SCHEMA)},"engine":${JSON.stringify(setting.engine)},"results":[\n`,
    between: ',\n',
    file: (result) => JSON.stringify(fileJson(result, setting)),
    close: (summary) => `\n],"summary":${JSON.stringify(underscored(summary), null, 1)}}\n`,
  };
}

/** A line a party; a file that gave no result has a line of its own. */
export function ndjsonReporter(setting: BatchSetting): BatchReporter {
  return {
    open: '',
    file: (result) => linesOf(result, setting),
    close: () => '',
  };
}

function linesOf(result: FileResult, setting: BatchSetting): string {
  const { file, case: id, policy, parties, diagnostics } = result;
  const named = quoted(id);
  const head = `{"file":${quoted(file)},"case":${named},"policy":${wordIn(policy)}`;
  const said = diagnostics.map((diagnostic) => diagnosticJson(diagnostic, setting.language));
  const told = said.length > 0 ? `,"diagnostics":${JSON.stringify(said)}` : '';
  if (parties.length === 0) {
    return `${head},"party":null,"status":"error","outcome":null,"recorded":null,"change":"error","because":[]${told}}\n`;
  }
  const name = (party: string): string => (party === id ? named : quoted(party));
  return parties.reduce(
    (lines, party) => `${lines}${head},"party":${name(party.party)},${membersOf(party)}${told}}\n`,
    '',
  );
}

/** The members of a party's object, written piece by piece: there can be a million of them, and they are much alike. */
function membersOf(party: PartyResult): string {
  const { status, outcome, standing, recorded, change, because, missing, before } = party;
  const conflict = status === 'conflict' ? `,"standing":${JSON.stringify(standing)}` : '';
  const open = missing.length > 0 ? `,"missing":${JSON.stringify(missing)}` : '';
  const older = before ? `,"before":${JSON.stringify(before)}` : '';
  return (
    `"status":"${status}","outcome":${wordIn(outcome)}${conflict},` +
    `"recorded":${wordIn(recorded)},"change":"${change}","because":${groundsText(because)}${open}${older}`
  );
}

/** A text in quotes; most need no more than that. */
function quoted(text: string | null): string {
  return text !== null && /^[\w ./\u4e00-\u9fff-]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Words of policies in quotes: there are few, and each is said of many. */
const WORDS = new Map<string | null, string>();
const MOST_WORDS = 1000;

function wordIn(word: string | null): string {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  if (WORDS.size >= MOST_WORDS) WORDS.clear();
  const own = quoted(word);
  WORDS.set(word, own);
  return own;
}

/** Parties that are alike share one list. */
const GROUNDS = new WeakMap<PartyResult['because'], string>();

function groundsText(grounds: PartyResult['because']): string {
  const known = GROUNDS.get(grounds) ?? JSON.stringify(grounds);
  GROUNDS.set(grounds, known);
  return known;
}

function fileJson({ file, case: id, policy, parties, diagnostics }: FileResult, { language }: BatchSetting): object {
  const said = diagnostics.map((diagnostic) => diagnosticJson(diagnostic, language));
  return { file, case: id, policy, parties: parties.map(partyJson), diagnostics: said };
}

/** Keys in the order in which people read them; empty lists of what only some parties have are left out. */
function partyJson(party: PartyResult): object {
  const { party: name, status, outcome, standing, recorded, change, because, missing, before } = party;
  return {
    party: name,
    status,
    outcome,
    ...(status === 'conflict' ? { standing } : {}),
    recorded,
    change,
    because,
    ...(missing.length > 0 ? { missing } : {}),
    ...(before ? { before } : {}),
  };
}

/** Keys of more than one word are written with underscores, as everywhere in JSON. No key of a summary is a user's word. */
function underscored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(underscored);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, own]) => {
    const name = key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
    return [name, underscored(own)] as const;
  });
  return Object.fromEntries(entries);
}

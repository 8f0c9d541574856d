// Results as JSON: one document, or a line for each party. Keys are the same in both languages.
import type { BatchSummary, FileResult, PartyResult } from '../../model/batch.js';
import { diagnosticJson } from '../diagnostic-json.js';
import type { BatchReporter, BatchSetting } from './reporter.js';

/** The schema's name; it changes when a key changes its meaning. */
const SCHEMA = 'caijue/batch/1';

/** One document: the results of every file, then what they add up to. */
export function jsonReporter(setting: BatchSetting): BatchReporter {
  let first = true;
  return {
    open: `{"schema":${JSON.stringify(SCHEMA)},"engine":${JSON.stringify(setting.engine)},"results":[`,
    file: (result) => {
      const text = `${first ? '\n' : ',\n'}${JSON.stringify(fileJson(result, setting))}`;
      first = false;
      return text;
    },
    close: (summary) => `\n],"summary":${JSON.stringify(summaryJson(summary), null, 1)}}\n`,
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

function linesOf(result: FileResult, { language }: BatchSetting): string {
  const { file, case: id, policy, parties, diagnostics } = result;
  const said = diagnostics.map((diagnostic) => diagnosticJson(diagnostic, language));
  const told = said.length > 0 ? { diagnostics: said } : {};
  if (parties.length === 0) {
    const nothing = { party: null, status: 'error', outcome: null, recorded: null, change: 'error', because: [] };
    return `${JSON.stringify({ file, case: id, policy, ...nothing, ...told })}\n`;
  }
  return parties
    .map((party) => `${JSON.stringify({ file, case: id, policy, ...partyJson(party), ...told })}\n`)
    .join('');
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

/** The summary with the keys of JSON. */
function summaryJson(summary: BatchSummary): object {
  const { faultyFiles, ...rest } = summary;
  return { ...rest, faulty_files: faultyFiles };
}

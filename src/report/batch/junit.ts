// Results as JUnit XML: a test case a party. What gates count as a change is a failure; what could not be determined for a fault, an error.
import { isChange, type BatchSummary, type FileResult, type PartyResult } from '../../model/batch.js';
import { messageOf } from '../diagnostic-text.js';
import { element } from '../xml.js';
import type { BatchReporter, BatchSetting } from './reporter.js';
import { wordsIn, type Words } from './words.js';

/** The counts stand first, so the test cases are kept until the end. */
export function junitReporter({ language }: BatchSetting): BatchReporter {
  const words = wordsIn(language);
  return {
    open: '',
    head: headOf,
    file: (result) => {
      const said = words.clauses(
        result.diagnostics.map((diagnostic) => `${diagnostic.code} ${messageOf(diagnostic, language)}`),
      );
      if (result.parties.length === 0) {
        return testCase(result.file, result.case ?? result.file, problem('error', said));
      }
      return result.parties.map((party) => partyCase(result, party, said, words)).join('');
    },
    close: () => '  </testsuite>\n</testsuites>\n',
  };
}

function headOf({ parties, faulty, errors, changed }: BatchSummary): string {
  const counts = `tests="${String(parties + faulty)}" failures="${String(changed)}" errors="${String(errors)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n  <testsuite name="caijue batch" ${counts}>\n`;
}

function partyCase({ file, case: id }: FileResult, party: PartyResult, said: string, words: Words): string {
  const name = party.party === id ? party.party : `${id ?? ''} ${party.party}`;
  if (isChange(party)) return testCase(file, name, problem('failure', changeWords(party, said, words)));
  return testCase(file, name, party.status === 'error' ? problem('error', said) : undefined);
}

function changeWords(party: PartyResult, said: string, { answer, grounds, clauses }: Words): string {
  const from = party.before ? answer(party.before) : (party.recorded ?? '');
  return clauses([`${from} → ${answer(party)}`, grounds(party.because), said]);
}

function testCase(classname: string, name: string, inside: string | undefined): string {
  return `    ${element('testcase', { classname, name }, ...(inside === undefined ? [] : [inside]))}\n`;
}

function problem(kind: 'failure' | 'error', message: string): string {
  return element(kind, { message });
}

// In: a run of `check`. Out: JUnit XML: a suite a file, a test a finding; a file without findings is one test that passes.
import type { Diagnostic } from '../../model/diagnostic.js';
import { diagnosticText, messageOf } from '../diagnostic-text.js';
import { element, xmlText } from '../xml.js';
import { asFiles, isError, nameOf, type CheckReport, type ExaminedFile } from './examined.js';

/** How a test ended. `told` is a warning that fails nothing. */
type End = 'failure' | 'error' | 'skipped' | 'told' | 'passed';

interface Test {
  readonly end: End;
  readonly xml: string;
}

/** Errors fail, and warnings where they are denied; silenced warnings are skipped with their reason; a file that could not be read is in error. */
export function checkJunit(report: CheckReport): string {
  const suites = asFiles(report).map((file) => ({ file, tests: testsOf(file, report) }));
  const all = suites.flatMap(({ tests }) => tests);
  const body = suites.map(
    ({ file, tests }) =>
      `  ${element('testsuite', { name: file.name, ...counts(tests) }, '\n', ...tests.map(({ xml }) => `    ${xml}\n`), '  ')}\n`,
  );
  const root = element('testsuites', { name: 'caijue check', ...counts(all) }, '\n', ...body);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function counts(tests: readonly Test[]): Readonly<Record<string, string>> {
  const ended = (end: End): string => String(tests.filter((test) => test.end === end).length);
  return {
    tests: String(tests.length),
    failures: ended('failure'),
    errors: ended('error'),
    skipped: ended('skipped'),
  };
}

function testsOf({ name, told, silenced }: ExaminedFile, report: CheckReport): Test[] {
  if (told.length + silenced.length === 0) {
    return [{ end: 'passed', xml: element('testcase', { classname: name, name: 'check' }) }];
  }
  return [
    ...told.map((finding) => testOf(name, finding, report)),
    ...silenced.map(({ finding, silence }) => ({
      end: 'skipped' as const,
      xml: testCase(name, finding, element('skipped', { message: silence.reason })),
    })),
  ];
}

function testOf(file: string, finding: Diagnostic, { language, denyWarnings }: CheckReport): Test {
  const text = xmlText(diagnosticText(finding, language));
  const { code } = finding;
  if (!isError(finding) && !denyWarnings) {
    return { end: 'told', xml: testCase(file, finding, element('system-out', {}, text)) };
  }
  const end = code.startsWith('cli/') ? 'error' : 'failure';
  const told = element(end, { type: code, message: messageOf(finding, language) }, text);
  return { end, xml: testCase(file, finding, told) };
}

function testCase(file: string, finding: Diagnostic, child: string): string {
  const { place } = finding;
  return element(
    'testcase',
    { classname: file, name: nameOf(finding), file: place.file, line: String(place.line) },
    child,
  );
}

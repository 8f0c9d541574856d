// In: a case file's text and its determination. Out: the text with the determination recorded at its end; nothing else is touched.
import { diagnose, type Result } from '../model/diagnostic.js';
import type { Case } from '../model/case.js';
import type { Determination } from '../model/determination.js';
import type { Policy } from '../model/policy.js';
import { openCase } from '../parse/case/open-case.js';
import { readCase } from '../parse/case/read-case.js';
import { aboutFile } from './read-file.js';

/** Who records, when, and with what. */
export interface Recording {
  readonly engine: string;
  readonly decidedOn: string;
  readonly decidedBy: string | undefined;
}

/** Adds the `determination` section. Refuses where one exists, where a party is not determined, and where the file's form forbids it. */
export function withRecord(
  text: string,
  kase: Case,
  policy: Policy,
  determination: Determination,
  recording: Recording,
): Result<string> {
  const { name } = kase.source;
  if (kase.recorded) {
    return { ok: false, diagnostics: [diagnose('cli/already-recorded', kase.source, kase.recorded.at, { name })] };
  }
  const open = determination.parties.find(({ outcome }) => outcome === null);
  if (open) return aboutFile('cli/nothing-to-record', name, { name: open.name, status: open.status });
  const recorded = text.trimEnd() + section(policy, determination, recording, text.includes('\r\n') ? '\r\n' : '\n');
  return sameCase(recorded, kase, policy)
    ? { ok: true, value: recorded, diagnostics: [] }
    : aboutFile('cli/record-shape', name);
}

function section(policy: Policy, { parties }: Determination, recording: Recording, newline: string): string {
  const { engine, decidedOn, decidedBy } = recording;
  const lines = [
    '',
    '',
    'determination:',
    `  policy: ${policy.source.digest}`,
    `  engine: ${engine}`,
    `  decided_on: ${decidedOn}`,
    ...(decidedBy === undefined ? [] : [`  decided_by: ${scalar(decidedBy)}`]),
    '  parties:',
    ...parties.flatMap(({ name, outcome }) => [`    ${scalar(name)}:`, `      outcome: ${scalar(outcome ?? '')}`]),
    '',
  ];
  return lines.join(newline);
}

/** A plain scalar where it is surely read back as the same text, else one in double quotes. */
function scalar(text: string): string {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(text) ? text : JSON.stringify(text);
}

/** Whether the new text is read as the same case with a record: the only proof that the section fits the file. */
function sameCase(text: string, before: Case, policy: Policy): boolean {
  const opened = openCase(new TextEncoder().encode(text), before.source.name);
  const read = opened.ok ? readCase(opened.value, policy) : opened;
  if (!read.ok || !read.value.recorded) return false;
  const content = ({ head, facts, parties }: Case): string =>
    JSON.stringify(
      [head, [...facts], parties.map((party) => [party.name, party.role, [...party.facts.values()]])],
      plain,
    );
  return content(read.value) === content(before);
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

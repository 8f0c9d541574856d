// One trial: a file goes the whole way. Nothing may be thrown, and what is accepted means what a plain reading finds.
import { isDeepStrictEqual } from 'node:util';
import { Parser } from 'yaml';
import type { Constant } from '../../src/model/expression.js';
import { dateText } from '../../src/model/calendar.js';
import type { Case, StatedFact } from '../../src/model/case.js';
import type { Policy } from '../../src/model/policy.js';
import { compile, determine, openCase, readCase, readPolicy } from '../../src/index.js';
import { CODES } from '../../src/model/codes/index.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { diagnosticText } from '../../src/report/diagnostic-text.js';
import { determinationJson } from '../../src/report/determination-json.js';
import { reportMarkdown } from '../../src/report/markdown/report.js';
import { plainReading, reduced, type Plain } from './oracle.js';

/** What came of a trial: refused or accepted. A defect is thrown. */
export type Outcome = 'refused' | 'accepted';

/** Tries a case file. `deep` also determines and reports what is accepted. */
export function tryCase(bytes: Uint8Array, policy: Policy, deep: boolean): Outcome {
  const opened = openCase(bytes, 'c');
  if (!opened.ok) return refused(opened.diagnostics);
  const read = readCase(opened.value, policy);
  if (!read.ok) return refused(read.diagnostics);
  const text = new TextDecoder().decode(bytes);
  const [found, wanted] = [statedIn(read.value), plainReading(text, (name) => policy.facts.get(name)?.type)];
  if (!isDeepStrictEqual(found, wanted))
    throw new Error(`read ${JSON.stringify(found)}, plainly ${JSON.stringify(wanted)}`);
  const hidden = signsIn(text);
  if (hidden) throw new Error(`accepted with ${hidden}`);
  if (deep) report(read.value, policy);
  return 'accepted';
}

/** Tries a policy file against a case that states nothing. */
export function tryPolicy(bytes: Uint8Array, deep: boolean): Outcome {
  const read = readPolicy(bytes, 'p');
  if (!read.ok) return refused(read.diagnostics);
  const opened = openCase(new TextEncoder().encode('case: { id: x, title: y, as_of: 2024-05-01 }\n'), 'c');
  const kase = opened.ok ? readCase(opened.value, read.value) : opened;
  if (!kase.ok) throw new Error('the empty case is refused');
  if (deep) report(kase.value, read.value);
  return 'accepted';
}

function refused(diagnostics: readonly Diagnostic[]): Outcome {
  if (!diagnostics.some(({ code }) => CODES[code].severity === 'error')) throw new Error('refused without an error');
  for (const diagnostic of diagnostics.slice(0, 20)) {
    const { line, column, endLine, endColumn } = diagnostic.place;
    const backwards = endLine < line || (endLine === line && endColumn < column);
    if (line < 1 || column < 1 || backwards) throw new Error(`odd place ${JSON.stringify(diagnostic.place)}`);
    for (const text of [diagnosticText(diagnostic, 'zh'), diagnosticText(diagnostic, 'en')]) {
      // eslint-disable-next-line no-control-regex
      if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u.test(text)) throw new Error(`unprintable ${text}`);
    }
  }
  return 'refused';
}

function report(kase: Case, policy: Policy): void {
  const determination = determine(compile(policy), kase);
  for (const language of ['zh', 'en'] as const) {
    const input = { policy, kase, determination, language, engine: 'e', command: 'c' };
    const markdown = reportMarkdown(input);
    if (/\bundefined\b|\[object |NaN/u.test(markdown)) throw new Error(`report: ${markdown}`);
    JSON.stringify(determinationJson(input));
  }
}

function statedIn({ head, facts, parties }: Case): Record<string, Plain> {
  const found: Record<string, Plain> = { 'case/id': head.id, 'case/title': head.title };
  const add = (stated: ReadonlyMap<string, StatedFact>, prefix: string): void => {
    for (const { name, value } of stated.values()) found[prefix + name] = value && plain(value);
  };
  add(facts, '');
  parties.forEach((party, i) => {
    found[`${String(i)}/name`] = party.name;
    add(party.facts, `${String(i)}/`);
  });
  return found;
}

function plain(value: Constant): Plain {
  if (value.kind === 'boolean') return String(value.value);
  if (value.kind === 'date') return dateText(value.day);
  if (value.kind === 'choice') return value.option;
  if (value.kind === 'choices') return [...value.options].sort().join('、');
  if (value.kind === 'text') return value.text;
  return reduced(value.value.s * value.value.n, value.value.d, value.unit ?? '');
}

/** An anchor, alias, tag or directive anywhere in a text, by the library's own concrete syntax. */
function signsIn(text: string): string | undefined {
  let found: string | undefined;
  const see = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(see);
    else if (typeof value === 'object' && value !== null) {
      const { type } = value as { type?: string };
      if (['anchor', 'alias', 'tag', 'directive'].includes(type ?? '')) found = type;
      Object.values(value).forEach(see);
    }
  };
  for (const token of new Parser().parse(text)) see(token);
  return found;
}

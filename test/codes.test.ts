// The table of codes against the programme: every code has a fixture that raises it and nothing else, a twin that
// raises nothing, a place that points at the flaw, and an explanation whose fragments are lines of those fixtures.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../src/check/check-policy.js';
import {
  compile,
  determine,
  openCase,
  readCase,
  readPolicy,
  type Diagnostic,
  type Include,
  type Policy,
} from '../src/index.js';
import { EXPLANATIONS } from '../src/model/codes/explanations.js';
import { CODES, type Code } from '../src/model/codes/index.js';
import { missingPolicy } from '../src/parse/case/open-case.js';
import { bytesOf, GENERATED } from './fixtures/codes/generated.js';
import { UNDERLINED } from './fixtures/codes/underlined.js';
import { lackingWords } from './support/asked-words.js';

const FIXTURES = new URL('fixtures/codes/', import.meta.url);
const ALL = Object.keys(CODES) as Code[];

/** What only a command can meet: a path, a lock, the choice among versions, a file of another kind. The tests of the commands cover them. */
const RAISED_BY_COMMANDS: ReadonlySet<Code> = new Set<Code>([
  'case/unknown-policy',
  'case/policy-at-fault',
  'case/no-version',
  'case/several-versions',
  'case/which-version',
  'case/not-editable',
  'parse/other-kind',
  ...ALL.filter((code) => code.startsWith('cli/') || code.startsWith('batch/')),
]);

/** Findings about the file as a whole: there is nothing to underline. */
const POINTS_AT_NOTHING: ReadonlySet<Code> = new Set<Code>(['parse/too-large', 'parse/encoding', 'parse/empty']);

const RAISED_BY_FILES = ALL.filter((code) => !RAISED_BY_COMMANDS.has(code));
const WRITTEN = RAISED_BY_FILES.filter((code) => !(code in GENERATED));

const fixture = (name: string): URL => new URL(name, FIXTURES);
const textOf = (code: Code, twin: 'bad' | 'good'): string => readFileSync(fixture(`${code}.${twin}.yaml`), 'utf8');

function policyFor(code: Code): Policy {
  const own = fixture(`${code}.policy.yaml`);
  const read = readPolicy(readFileSync(existsSync(own) ? own : fixture('base.policy.yaml')), 'policy.yaml');
  if (!read.ok) throw new Error(`${code}: the policy of the fixture has errors`);
  return read.value;
}

/** The files that fixtures include stand below `parts/`. */
const included: Include = (path) => {
  const file = fixture(path);
  if (existsSync(file)) return { ok: true, value: readFileSync(file), diagnostics: [] };
  return { ok: false, diagnostics: [] };
};

/** What reading a policy says of it and, where the code is one of the checks', what they say. */
function findingsInPolicy(code: Code, bytes: Uint8Array): readonly Diagnostic[] {
  const read = readPolicy(bytes, 'policy.yaml', included);
  return read.ok && code.startsWith('check/') ? [...read.diagnostics, ...checkPolicy(read.value)] : read.diagnostics;
}

const FOUND = new Map<string, readonly Diagnostic[]>();

/** Everything that is said of a policy or a case, from its bytes to its determination; found once for all tests, but anew for each mutant. */
function findingsOf(code: Code, twin: 'bad' | 'good'): readonly Diagnostic[] {
  const name = `${code}.${twin}`;
  const found = FOUND.get(name) ?? findIn(code, twin);
  if (process.env.CAIJUE_MUTATED === undefined) FOUND.set(name, found);
  return found;
}

function findIn(code: Code, twin: 'bad' | 'good'): readonly Diagnostic[] {
  const bytes = GENERATED[code]?.[twin] ?? bytesOf(textOf(code, twin));
  const isCase = /^case:/mu.test(new TextDecoder().decode(bytes));
  if (!isCase) return findingsInPolicy(code, bytes);
  const policy = policyFor(code);
  const opened = openCase(bytes, 'case.yaml');
  if (!opened.ok) return opened.diagnostics;
  if (opened.value.head.policy === undefined) return missingPolicy(opened.value).diagnostics;
  const read = readCase(opened.value, policy);
  if (!read.ok) return read.diagnostics;
  const determined = determine(compile(policy), read.value).parties.flatMap((party) => party.diagnostics);
  return [...read.diagnostics, ...determined];
}

/** The underlined text on the first line of a place; columns count code points. */
function underlined({ place }: Diagnostic): string {
  const end = place.endLine === place.line ? place.endColumn - 1 : undefined;
  return [...place.text].slice(place.column - 1, end).join('');
}

describe('every code', () => {
  it('has a fixture, a generator, or a command that raises it', () => {
    const without = WRITTEN.filter((code) => !existsSync(fixture(`${code}.bad.yaml`)));
    expect(without).toEqual([]);
  });

  it('has no fixture without a code', () => {
    const names = ['parse', 'case', 'check', 'evaluate'].flatMap((room) =>
      readdirSync(fixture(`${room}/`)).map((file) => `${room}/${file.replace(/\.(?:bad|good|policy)\.yaml$/u, '')}`),
    );
    expect(names.filter((name) => !(name in CODES))).toEqual([]);
  });

  it('of a check has a file that bears its name, unless it is about silences or size', () => {
    const slugs = ALL.filter((code) => code.startsWith('check/') && !/-silence$|too-large$/u.test(code));
    const files = readdirSync(new URL('../src/check/checks/', import.meta.url)).map((file) => file.replace('.ts', ''));
    expect(files.map((file) => `check/${file}`).sort()).toEqual([...slugs].sort());
  });

  it('is used by the programme', () => {
    const src = new URL('../src/', import.meta.url);
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !file.startsWith('model/codes/'));
    const text = files.map((file) => readFileSync(new URL(file, src), 'utf8')).join('\n');
    expect(ALL.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it('says in both languages what is wrong, what to do, what it means and what would follow', () => {
    for (const code of ALL) {
      const { message, help } = CODES[code];
      const { meaning, consequence, bad, good } = EXPLANATIONS[code];
      for (const { zh, en } of [message, help, meaning, consequence]) {
        expect(zh, code).toMatch(/\p{Script=Han}/u);
        expect(zh, code).not.toMatch(/。$/u);
        expect(en, code).toMatch(/^[^A-Z].*[^.]$/su);
      }
      for (const fragment of [bad, good]) expect(fragment.split('\n').length, code).toBeLessThanOrEqual(5);
    }
  });
});

describe.each(RAISED_BY_FILES)('%s', (code) => {
  it('is raised by its bad fixture, and nothing else is', () => {
    const codes = findingsOf(code, 'bad').map((finding) => finding.code);
    expect([...new Set(codes)]).toEqual([code]);
  });

  it('is raised once, if it is of the checks', () => {
    if (code.startsWith('check/')) expect(findingsOf(code, 'bad')).toHaveLength(1);
  });

  it('is not raised by the good twin, nor is anything else', () => {
    expect(findingsOf(code, 'good')).toEqual([]);
  });

  it('points into the file, at something', () => {
    for (const finding of findingsOf(code, 'bad')) {
      const { place } = finding;
      expect(place.line).toBeGreaterThanOrEqual(1);
      expect(place.column).toBeGreaterThanOrEqual(1);
      expect(place.column).toBeLessThanOrEqual([...place.text].length + 1);
      const wide = place.endLine > place.line || place.endColumn > place.column;
      expect(wide).toBe(!POINTS_AT_NOTHING.has(code));
      if (!POINTS_AT_NOTHING.has(code)) expect(underlined(finding)).not.toBe('');
      if (WRITTEN.includes(code)) expect(linesAround(code)[place.line - 1] ?? '').toBe(place.text);
    }
  });

  it('has every word that its message and help ask for', () => {
    for (const finding of findingsOf(code, 'bad')) expect(lackingWords(finding)).toEqual([]);
  });
});

/** The lines of the file that a finding of this code points into: the fixture, or the policy where the policy is at fault. */
function linesAround(code: Code): readonly string[] {
  if (!code.startsWith('evaluate/')) return textOf(code, 'bad').split('\n');
  return readFileSync(fixture(`${code}.policy.yaml`), 'utf8').split('\n');
}

describe('what is underlined', () => {
  it('is said for every finding of the checks', () => {
    expect(ALL.filter((code) => code.startsWith('check/') && !(code in UNDERLINED))).toEqual([]);
  });

  it.each(Object.entries(UNDERLINED) as [Code, string][])('%s underlines %j', (code, text) => {
    expect(underlined(findingsOf(code, 'bad')[0]!)).toBe(text);
  });
});

describe('the fragments of an explanation', () => {
  it.each(WRITTEN)('%s are lines of its fixtures', (code) => {
    const { bad, good } = EXPLANATIONS[code];
    expect(holds(textOf(code, 'bad'), bad)).toBe(true);
    expect(holds(textOf(code, 'good'), good)).toBe(true);
  });

  it('show a mistake and its cure, not the same thing twice', () => {
    const same = WRITTEN.filter((code) => EXPLANATIONS[code].bad === EXPLANATIONS[code].good);
    expect(same).toEqual([]);
  });
});

/** Whether a fragment stands in a text, all its lines indented by the same amount. */
function holds(text: string, fragment: string): boolean {
  const [lines, wanted] = [text.split('\n'), fragment.split('\n')];
  return lines.some((line, i) => {
    const indent = /^ */u.exec(line)![0].slice(0, Math.max(0, line.length - wanted[0]!.length));
    return wanted.every((part, j) => lines[i + j] === indent + part);
  });
}

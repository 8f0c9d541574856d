// Law: a check finds something exactly where some complete case of the reference evaluator shows it, and its witness shows it.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkPolicy } from '../../src/check/check-policy.js';
import {
  compile,
  determine,
  type PartyDetermination,
  openCase,
  readCase,
  readPolicy,
  type Diagnostic,
  type Policy,
} from '../../src/index.js';
import type { WitnessFacts } from '../../src/model/diagnostic.js';
import type { Case, Policy as Text } from '../reference/files.js';
import { referenceDetermine } from '../reference/index.js';
import { World } from '../reference/world.js';
import { completeCases, rowsOf, seenIn, type Seen } from './complete-cases.js';
import { generatePair } from './generate.js';

/** A pair with more complete cases is skipped. */
const MOST = 3000;

/** `cases` without otherwise, or a table: rows that may overlap or leave something out. */
const LOOSE = /table:|cases:(?![\s\S]*otherwise:)/u;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a law run met. */
interface Tally {
  policies: number;
  skipped: number;
  tooLarge: number;
  cases: number;
  /** Witnesses that the engine and the reference evaluator both confirm. */
  confirmed: number;
  /** Findings without a witness; `unshown` are those among them that some complete case does show. */
  possible: number;
  unshown: number;
  readonly findings: Record<string, number>;
  readonly wrong: string[];
}

/** The name that a finding is about, as `Seen` has it. */
function subject(policy: Policy, { code, words }: Diagnostic): string {
  const named = (title: string | undefined): string =>
    [...policy.outcomes.values()].find((one) => one.title === title)!.name;
  if (code === 'check/conflict') return `${named(words['left'])}|${named(words['right'])}`;
  if (code === 'check/unreachable-outcome') return named(words['name']);
  if (code === 'check/dead-rule') return `${words['name']!}|${words['how']!}`;
  if (code === 'check/dead-option') return `${words['name']!}|${words['option']!}`;
  if (code === 'check/shadowed-row') return `${words['name']!}|${words['n']!}`;
  return code.endsWith('overlap') ? `${words['name']!}|${words['left']!}|${words['right']!}` : (words['name'] ?? '');
}

/** What brute force says should be found, by code. */
function expected(policy: Policy, seen: Seen): Readonly<Record<string, ReadonlySet<string>>> {
  const rows = (form: string, found: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(
      [...found].filter((each) => {
        const { conclusion } = policy.rules.get(each.split('|')[0]!)!;
        return conclusion.kind === 'rows' && conclusion.form === form;
      }),
    );
  const rules = [...policy.rules.values()];
  const numbered = rules.flatMap(({ name, conclusion }) =>
    conclusion.kind === 'rows' ? conclusion.rows.map((_, i) => `${name}|${i + 1}`) : [],
  );
  const options = rules.flatMap(({ name, type }) =>
    type.kind === 'choice' ? type.options.map((one) => `${name}|${one}`) : [],
  );
  const truths = [...policy.rules.values()].filter(({ type }) => type.kind === 'boolean').map(({ name }) => name);
  const dead = truths.flatMap((name) =>
    !seen.ruleTrue.has(name) ? [`${name}|never`] : !seen.ruleFalse.has(name) ? [`${name}|always`] : [],
  );
  return {
    'check/conflict': seen.conflicts,
    'check/gap': new Set(seen.gap ? [''] : []),
    'check/unreachable-outcome': new Set([...policy.outcomes.keys()].filter((name) => !seen.standing.has(name))),
    'check/dead-rule': new Set(dead),
    'check/dead-option': new Set(options.filter((option) => !seen.given.has(option))),
    'check/shadowed-row': new Set(numbered.filter((row) => !seen.applied.has(row))),
    'check/cases-overlap': rows('cases', seen.overlaps),
    'check/table-overlap': rows('table', seen.overlaps),
    'check/cases-gap': rows('cases', seen.gaps),
    'check/table-gap': rows('table', seen.gaps),
  };
}

/** Findings that say that something occurs (others say that something never does). */
const CLAIMS = [
  'check/conflict',
  'check/gap',
  'check/cases-overlap',
  'check/table-overlap',
  'check/cases-gap',
  'check/table-gap',
];

/** A witness as a case file. */
function caseText(policy: Policy, { decisive, free, asOf }: WitnessFacts): string {
  const facts = [...decisive, ...free].map(({ name, value }): [string, unknown] => {
    const several = policy.facts.get(name)!.type.kind === 'choices';
    return [name, several ? (value === '无' ? [] : value.split('、')) : value];
  });
  const head = {
    id: '例证',
    title: '例证',
    policy: policy.id,
    ...(asOf === undefined ? {} : { happened_on: asOf, as_of: asOf }),
  };
  return JSON.stringify({ case: head, facts: Object.fromEntries(facts) });
}

/** What is wrong with a witness: nothing if the engine and the reference evaluator both see in it what it claims. */
function wrongWith(policy: Policy, policyText: string, finding: Diagnostic): string | undefined {
  const text = caseText(policy, finding.witness!);
  const opened = openCase(bytes(text), 'case.yaml');
  const read = opened.ok ? readCase(opened.value, policy) : opened;
  if (!read.ok) return `unreadable: ${JSON.stringify(read.diagnostics.map(({ code, words }) => [code, words]))}`;
  const [engine] = determine(compile(policy), read.value).parties;
  const [reference] = referenceDetermine(policyText, text, 'kleene');
  const faults = engine!.diagnostics.filter(({ code }) => code.startsWith('case/')).map(({ code }) => code);
  if (faults.length > 0) return `no case: ${faults.join(' ')}`;
  const words = ({ status, standing }: Pick<PartyDetermination, 'status' | 'standing'>): string =>
    status === 'error' ? status : [status, ...standing].join(' ');
  const [shown, again] = [words(engine!), words(reference!)];
  if (shown !== again) return `engine ${shown}, reference ${again}`;
  if (finding.code === 'check/gap') return shown === 'gap' ? undefined : shown;
  if (finding.code !== 'check/conflict') return wrongRows(policyText, text, finding);
  const both = subject(policy, finding)
    .split('|')
    .every((name) => engine!.standing.includes(name));
  return engine!.status === 'conflict' && both ? undefined : shown;
}

/** What is wrong with a witness of rows that overlap or leave something out. */
function wrongRows(policyText: string, text: string, { code, words }: Diagnostic): string | undefined {
  const policy = parse(policyText, { schema: 'failsafe' }) as Text;
  const file = parse(text, { schema: 'failsafe' }) as Case;
  const world = new World({ policy, day: file.case['as_of'], facts: file.facts });
  if (!world.possible()) return 'impossible';
  const truths = rowsOf(policy, words['name']!)!.map(({ when }) =>
    when === undefined ? undefined : world.condition(when),
  );
  const overlap = [words['left'], words['right']].every((row) => truths[Number(row) - 1] === true);
  return (code.endsWith('gap') ? truths.every((truth) => truth === false) : overlap) ? undefined : truths.join(' ');
}

function compare(policyText: string, policy: Policy, seen: Seen, exact: boolean, tally: Tally): void {
  const findings = checkPolicy(policy);
  if (findings.some(({ code }) => code === 'check/too-large')) {
    tally.tooLarge += 1;
    return;
  }
  const complain = (what: string): void => {
    tally.wrong.push(`${what}\n${policyText}`);
  };
  for (const [code, wanted] of Object.entries(expected(policy, seen))) {
    const own = findings.filter(
      (finding) => finding.code === code && !['idle', 'indecisive'].includes(finding.words['how'] ?? ''),
    );
    const found = new Set(own.map((finding) => subject(policy, finding)));
    const claims = CLAIMS.includes(code);
    tally.findings[code] = (tally.findings[code] ?? 0) + own.length;
    // What occurs in a case must be found as occurring, and must not be found as never occurring.
    const missed = [...wanted].filter((each) => !found.has(each));
    const invented = [...found].filter((each) => !wanted.has(each));
    for (const each of missed) if (claims || exact) complain(`${code} missed ${each}`);
    for (const each of invented) if (!claims || exact) complain(`${code} invented ${each}`);
    for (const finding of own.filter(({ witness }) => witness !== undefined)) {
      const wrong = wrongWith(policy, policyText, finding);
      if (wrong === undefined) tally.confirmed += 1;
      else complain(`${code} ${subject(policy, finding)}: witness ${wrong} ${JSON.stringify(finding.witness)}`);
    }
    const unconfirmed = own.filter(({ words }) => words['possible'] !== undefined);
    tally.possible += unconfirmed.length;
    tally.unshown += unconfirmed.filter((finding) => wanted.has(subject(policy, finding))).length;
    if (exact && unconfirmed.length > 0) complain(`${code}: possible only`);
    if (claims && own.some(({ witness, words }) => !witness && !words['possible'])) complain(`${code}: no witness`);
  }
}

/** Compares checks with brute force on generated policies, all of them or those with rows that may overlap or leave cases out. */
function run(arithmetic: boolean, wanted: number, from: number, rows = false): Tally {
  const tally: Tally = {
    policies: 0,
    skipped: 0,
    tooLarge: 0,
    cases: 0,
    confirmed: 0,
    possible: 0,
    unshown: 0,
    findings: {},
    wrong: [],
  };
  for (let i = 0; tally.policies < wanted; i++) {
    const { policyText } = generatePair(from + i, 2 + (i % 4), true, { arithmetic, sloppy: true });
    if (rows && !LOOSE.test(policyText)) continue;
    const worlds = completeCases(policyText, rows ? MOST / 5 : MOST);
    if (!worlds) {
      tally.skipped += 1;
      continue;
    }
    const policy = readPolicy(bytes(policyText), 'policy.yaml');
    if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics));
    const seen = seenIn(worlds);
    tally.policies += 1;
    tally.cases += seen.cases;
    compare(policyText, policy.value, seen, !arithmetic, tally);
  }
  const { wrong, ...counts } = tally;
  console.log(
    `${arithmetic ? 'with' : 'without'} arithmetic${rows ? ', rows' : ''}: ${JSON.stringify(counts)}, wrong ${String(wrong.length)}`,
  );
  return tally;
}

describe('checks and complete cases', () => {
  test('agree exactly where facts are compared with constants', () => {
    const { wrong, confirmed } = run(false, 250, 1);
    expect(wrong).toEqual([]);
    expect(confirmed).toBeGreaterThan(100);
  });

  test('agree on rows', () => {
    const { wrong, findings } = run(false, 500, 2_000_001, true);
    expect(wrong).toEqual([]);
    for (const code of CLAIMS) expect(findings[code], code).toBeGreaterThan(5);
  });

  test('miss nothing where facts are compared with each other, and every witness holds', () => {
    const { wrong, confirmed } = run(true, 200, 1_000_001);
    expect(wrong).toEqual([]);
    expect(confirmed).toBeGreaterThan(100);
  });
});

// Laws: what a policy defines may stand in a part, and what only advises may be added, without changing any determination.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildDiagrams } from '../../src/diagram/build.js';
import { compile, determine, openCase, readCase, readPolicy, type Include, type Policy } from '../../src/index.js';
import { referenceDetermine } from '../reference/index.js';
import { runs } from '../support/runs.js';
import { pairs } from './generate.js';

type Named = Readonly<Record<string, unknown>>;
interface File {
  readonly policy: Named;
  readonly articles: Named;
  readonly facts: Named;
  readonly rules?: Readonly<Record<string, Named>>;
  readonly parameters?: Named;
  readonly impossible?: unknown;
  readonly outcomes: Named;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const written = (file: object): string => stringify(file, { aliasDuplicateObjects: false });
const fileOf = (text: string): File => parse(text, { schema: 'failsafe' }) as File;

function read(text: string, part?: string): Policy {
  const include: Include = () => ({ ok: true, value: bytes(part ?? ''), diagnostics: [] });
  const policy = readPolicy(bytes(text), 'policy.yaml', include);
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics, null, 1) + text + (part ?? ''));
  return policy.value;
}

/** What the engine says: the answer of each party, and what each rule came to. */
function said(policy: Policy, caseText: string): unknown {
  const opened = openCase(bytes(caseText), 'case.yaml');
  const kase = opened.ok ? readCase(opened.value, policy) : opened;
  if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
  const table = compile(policy);
  const diagrams = buildDiagrams(table, 20_000);
  const options = 'tooLarge' in diagrams ? {} : { diagrams: () => diagrams };
  return determine(table, kase.value, options).parties.map((party) => ({
    name: party.name,
    answer: [party.status, party.outcome, [...party.standing], party.missing],
    rules: Object.fromEntries(
      party.trail.flatMap(({ kind, name, truth, value, advises }) =>
        kind === 'rule' && !advises ? [[name, truth ?? value]] : [],
      ),
    ),
  }));
}

test('a policy whose definitions stand in a part says what it said before, and the reference agrees', () => {
  fc.assert(
    fc.property(pairs(), ({ policyText, caseText }) => {
      const { policy, outcomes, articles, facts, ...rest } = fileOf(policyText);
      const whole = written({ policy, include: 'part.yaml', articles: {}, facts: {}, outcomes });
      const part = written({ part: { title: '部分', source: '示例' }, articles, facts, ...rest });
      expect(said(read(whole, part), caseText)).toEqual(said(read(policyText), caseText));
      const [split, together] = [
        referenceDetermine(whole, caseText, 'kleene', [part]),
        referenceDetermine(policyText, caseText, 'kleene'),
      ];
      expect(split).toEqual(together);
    }),
    { numRuns: runs(120) },
  );
});

test('a copy of every rule that only advises changes no answer, and comes to what the rule comes to', () => {
  fc.assert(
    fc.property(pairs(), ({ policyText, caseText }) => {
      const file = fileOf(policyText);
      const copies = Object.entries(file.rules ?? {}).map(
        ([name, rule]) => [`${name}参`, { ...rule, advises: '是' }] as const,
      );
      const advised = written({ ...file, rules: { ...file.rules, ...Object.fromEntries(copies) } });
      expect(said(read(advised), caseText)).toEqual(said(read(policyText), caseText));
      for (const { rules } of referenceDetermine(advised, caseText, 'kleene'))
        for (const [name] of copies) expect(rules[name]).toBe(rules[name.slice(0, -1)]);
    }),
    { numRuns: runs(120) },
  );
});

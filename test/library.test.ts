// The shipped goods: every policy parses, every case comes out as recorded or says why not, and the schemas accept them all.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { examine } from '../src/check/check-policy.js';
import {
  compile,
  determine,
  openCase,
  readCase,
  readPart,
  readPolicy,
  type Include,
  type OpenedCase,
} from '../src/index.js';
import { contains } from '../src/evaluate/faults.js';
import { lawDay } from '../src/model/case.js';
import { jsonSchemaOf } from '../src/parse/shape/json-schema.js';
import { referenceDetermine } from './reference/index.js';
import { caijue, ROOT } from './support/host.js';

const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const bytes = (path: string): Uint8Array => readFileSync(join(ROOT, path));
const yamlIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);
const POLICIES = yamlIn('policies');
const PARTS = existsSync(join(ROOT, 'policies/parts')) ? yamlIn('policies/parts') : [];
const included: Include = (path) => ({ ok: true, value: bytes(`policies/${path}`), diagnostics: [] });
const CASES = readdirSync(join(ROOT, 'cases')).flatMap((folder) =>
  readdirSync(join(ROOT, 'cases', folder)).map((name) => `cases/${folder}/${name}`),
);

const versions = POLICIES.map((path) => {
  const policy = readPolicy(bytes(path), path, included);
  if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics, null, 1));
  return { path, table: compile(policy.value) };
});

/** The one version of a policy that a case comes under. */
function versionFor({ head }: OpenedCase): (typeof versions)[number] {
  const series = versions.filter(({ table }) => table.policy.id === head.policy);
  const day = lawDay(head);
  const [version, another] =
    series.length === 1 ? series : series.filter(({ table }) => contains(table.policy.inForce, day!));
  if (!version || another) throw new Error(`${head.id}: no version, or several`);
  return version;
}

describe('the shipped policies', () => {
  test.each(POLICIES)('%s cites only provisions that it restates', (path) => {
    const policy = readPolicy(bytes(path), path, included);
    if (!policy.ok) throw new Error(path);
    const { facts, rules, outcomes, articles } = policy.value;
    const cited = [...facts.values(), ...rules.values(), ...outcomes.values()].flatMap(({ cites }) => cites);
    const strays = cited.filter(({ document, article }) => document === undefined && !articles.has(article));
    expect(strays.map((citation) => citation.text)).toEqual([]);
  });
});

describe('what the checks say of the shipped policies', () => {
  test.each(POLICIES)(
    '%s has no warning that is not silenced with a reason, and the READMEs list those that are',
    (path) => {
      const policy = readPolicy(bytes(path), path, included);
      if (!policy.ok) throw new Error(path);
      const { told, silenced } = examine(policy.value);
      expect(told.map(({ code, subject }) => [code, subject])).toEqual([]);
      for (const readme of ['README.md', 'README.zh-CN.md']) {
        const rows = text(readme)
          .split('\n')
          .filter((row) => row.startsWith(`| \`${policy.value.id}\` | \`check/`));
        for (const { finding } of silenced) {
          const listed = rows.filter((row) => row.includes(finding.code) && row.includes(finding.subject!.at ?? ''));
          expect([readme, finding.code, finding.subject, listed.length > 0]).toEqual([
            readme,
            finding.code,
            finding.subject,
            true,
          ]);
        }
      }
    },
  );
});

describe('the table of the READMEs', () => {
  const SCOPES = {
    'README.md': { full: 'full', part: 'part', structure: 'structure only' },
    'README.zh-CN.md': { full: '全文', part: '部分', structure: '仅结构' },
  } as const;
  const named = CASES.map((path) => {
    const opened = openCase(bytes(path), path);
    if (!opened.ok) throw new Error(path);
    return versionFor(opened.value).path;
  });
  const cellsOf = (readme: string): string[][] =>
    text(readme)
      .split('\n')
      .filter((line) => /^\| `[\w-]+` \|(?: [^|]+ \|){2}(?: \d+ \|){4}/u.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()));

  test.each(Object.keys(SCOPES) as (keyof typeof SCOPES)[])(
    '%s has one row for every policy, with true counts',
    (readme) => {
      const told = cellsOf(readme).map(([, name, , scope, ...counts]) => {
        return [name, scope!.replace(/[（(].*$/u, '').trim(), ...counts.slice(0, 4)];
      });
      const expected = versions.map(({ path, table: { policy } }) => {
        const own = named.filter((other) => other === path).length;
        const counts = [policy.rules.size, policy.facts.size, policy.outcomes.size, own].map(String);
        return [`\`${basename(path, '.yaml')}\``, SCOPES[readme][policy.completeness], ...counts];
      });
      const byName = (rows: readonly (readonly (string | undefined)[])[]): unknown =>
        [...rows].sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
      expect(byName(told)).toEqual(byName(expected));
      const published = CASES.filter((path) => !/^ {2}hypothetical:/mu.test(text(path))).length;
      expect(text(readme)).toMatch(new RegExp(`\\b${String(published)} (?:published cases|件公开案例)`, 'u'));
    },
  );
});

describe('the shipped parts', () => {
  test.each(PARTS)('%s can be read by itself', (path) => {
    const below: Include = (name) => ({ ok: true, value: bytes(`policies/parts/${name}`), diagnostics: [] });
    expect(readPart(bytes(path), path, below).diagnostics).toEqual([]);
  });

  test.each(PARTS)('%s has nothing to be found in it by a policy that includes it and uses its rules', (path) => {
    const part = parse(text(path), { schema: 'failsafe' }) as {
      rules?: Record<string, { when?: unknown; advises?: string }>;
    };
    const used = Object.entries(part.rules ?? {}).flatMap(([name, { when, advises }]) =>
      when && !advises ? [name] : [],
    );
    const policy = readPolicy(
      new TextEncoder().encode(`policy: { id: p, title: 办法, completeness: part, source: 示例 }
include: ${path.replace('policies/', '')}
articles: { 第九十九条: 有其一的，容错 }
facts: { 另有事由: { ask: 是否另有事由？, type: boolean, cites: 第九十九条 } }
outcomes:
  容错: { title: 容错, cites: 第九十九条, when: { any: [${['另有事由', ...used].join(', ')}] } }
  不容错: { title: 不容错, cites: 第九十九条, otherwise: 是 }
`),
      'policies/p.yaml',
      included,
    );
    expect(policy.diagnostics).toEqual([]);
    expect(policy.ok && examine(policy.value).told).toEqual([]);
  });
});

describe('the shipped cases', () => {
  test.each(CASES)('%s comes out as recorded, and the reference says the same', (path) => {
    const opened = openCase(bytes(path), path);
    if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
    const { path: policyPath, table } = versionFor(opened.value);
    const kase = readCase(opened.value, table.policy);
    if (!kase.ok) throw new Error(JSON.stringify(kase.diagnostics));
    const { parties } = determine(table, kase.value);
    const outcomes = parties.map(({ name, outcome }) => [name, outcome]).filter(() => kase.value.recorded);
    const recorded = [...(kase.value.recorded?.parties ?? [])].map(([name, { outcome, differs }]) => [
      name,
      differs ? ('expected' in differs ? differs.expected : null) : outcome,
    ]);
    expect(outcomes).toEqual(recorded);
    // Only a published case may be without a record: where what was published of its outcome breaks off.
    expect(kase.value.recorded !== undefined || kase.value.head.hypothetical === undefined).toBe(true);
    const parts = table.policy.parts.map((part) => text(part.name));
    const reference = referenceDetermine(text(policyPath), text(path), 'kleene', parts);
    expect(parties.map(({ status }) => status)).toEqual(reference.map(({ status }) => status));
    expect(kase.diagnostics).toEqual([]);
  });
});

describe('all shipped cases together', () => {
  test('come out as recorded and exercise every rule, condition, option, row and outcome of every policy', async () => {
    process.chdir(ROOT);
    const { code, out } = await caijue(['batch', 'cases', '--fail-on-change', '--coverage', '--min-coverage', '100']);
    const shares = out.split('\n').filter((line) => line.startsWith('检验程度：'));
    expect(shares.filter((line) => !line.includes(' 100% '))).toEqual([]);
    expect([code, shares.length]).toEqual([0, POLICIES.length]);
  });
});

describe('the schemas', () => {
  test.each(['policy', 'part', 'case'] as const)(
    '%s.schema.json is what the reader’s shape gives, and accepts all shipped files',
    (kind) => {
      const schema = JSON.parse(text(`schema/${kind}.schema.json`)) as object;
      expect(schema).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(kind))));
      const valid = new Ajv({ strict: false }).compile(schema);
      for (const path of { policy: POLICIES, part: PARTS, case: CASES }[kind]) {
        expect([path, valid(parse(text(path))), valid.errors]).toEqual([path, true, null]);
      }
      expect(valid({ policy: {}, part: {}, case: {} })).toBe(false);
    },
  );

  test('allow what YAML makes of unquoted truths, numbers and empty values, wherever the reader takes their text', () => {
    const policy = parse(`policy: { id: p, title: t, completeness: full, source: s }
articles: {}
parameters: { 标准: { type: number, values: [{ from: 2024-01-01, value: 5 }] } }
facts: { 人数: { ask: 问, type: number, whole: true, min: 0, max: 9, applies_when: { at_least: { n: 1, of: [甲] } }, otherwise: 0 } }
rules: { 甲: { cites: 一, advises: true, cases: [{ when: 乙, value: 1 }, { otherwise: 2 }] } }
outcomes: { 丙: { title: 丙, otherwise: true } }
`) as object;
    const valid = new Ajv({ strict: false }).compile(JSON.parse(text('schema/policy.schema.json')) as object);
    expect([valid(policy), valid.errors]).toEqual([true, null]);
    expect(valid({ ...policy, silences: [{ code: 'check/conflict', reason: '不行' }] })).toBe(false);
    expect(valid({ ...policy, silences: [{ code: 'check/gap', reason: '可以' }] })).toBe(true);
  });

  test.each(['policy', 'part', 'case'] as const)('every key of a %s file is explained in Chinese', (kind) => {
    const unexplained: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as {
        readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
      };
      for (const [key, { description = '' }] of Object.entries(properties ?? {})) {
        if (!/\p{Script=Han}/u.test(description)) unexplained.push(`${path}/${key}`);
      }
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    const schema = JSON.parse(text(`schema/${kind}.schema.json`)) as object;
    walk(schema, '');
    expect(unexplained).toEqual([]);
    expect(JSON.stringify(schema).split('"properties"').length).toBeGreaterThan(5);
  });

  test('every shipped file names its schema for editors', () => {
    for (const path of [...POLICIES, ...PARTS, ...CASES])
      expect([path, text(path).startsWith('# yaml-language-server: $schema=../')]).toEqual([path, true]);
  });
});

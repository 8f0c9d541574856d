// SARIF: accepted by the official schema, exact in its places, and recognisable from run to run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkedIn, formatsFolder, HEAD, SILENCED, TWO } from './support/colliding-policy.js';
import { caijue, ROOT, type Run } from './support/host.js';

process.chdir(ROOT);
const SCHEMA = join(ROOT, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
let folder = '';
beforeEach(() => {
  folder = formatsFolder();
});

const checked = (name: string, text: string, ...options: readonly string[]): Promise<Run> =>
  checkedIn(folder, name, text, ...options);

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly snippet?: { readonly text: string };
}
interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: Region;
  };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly (Location & { readonly message: { readonly text: string } })[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly justification: string; readonly location: Location }[];
}
interface Log {
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Result[];
    },
  ];
}

const resultsOf = ({ out }: Run): readonly Result[] => (JSON.parse(out) as Log).runs[0].results;

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
  // The schema is of draft-04, which this validator reads but does not know by name.
  delete schema['$schema'];
  delete schema['id'];
  const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  test('the official schema refuses what is no log, so that accepting ours means something', () => {
    expect(valid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'bad' }] }] })).toBe(
      false,
    );
    expect(valid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  test.each(['zh', 'en'])(
    'is accepted by the official schema for every bad fixture of the checks, in %s',
    async (lang) => {
      const run = await caijue([
        'check',
        'test/fixtures/codes/check/*.bad.yaml',
        'test/fixtures/codes/parse/*.bad.yaml',
        'nope',
        '--format',
        'sarif',
        '--lang',
        lang,
      ]);
      expect([valid(JSON.parse(run.out)), valid.errors]).toEqual([true, null]);
      const ids = new Set(resultsOf(run).map(({ ruleId }) => ruleId));
      const slugs = readdirSync('test/fixtures/codes/check').filter((name) => name.endsWith('.bad.yaml'));
      for (const name of slugs) expect(ids).toContain(`check/${name.replace('.bad.yaml', '')}`);
      const { rules } = (JSON.parse(run.out) as Log).runs[0].tool.driver;
      for (const { ruleId, ruleIndex } of resultsOf(run)) expect(rules[ruleIndex]!.id).toBe(ruleId);
      expect(new Set(rules.map(({ id }) => id))).toEqual(ids);
    },
  );

  test('places are exact in code points, with what is related', async () => {
    const wide = TWO.replace('  不免:', '  𠮷不免:').replace('when: 乙 }', 'when: 乙 } # 𠮷');
    const run = await checked('p.yaml', HEAD + wide, '--format', 'sarif');
    const conflict = resultsOf(run).find(({ ruleId }) => ruleId === 'check/conflict')!;
    expect((JSON.parse(run.out) as Log).runs[0].columnKind).toBe('unicodeCodePoints');
    const { region } = conflict.locations[0].physicalLocation;
    expect(region).toEqual({ startLine: 8, startColumn: 3, endLine: 8, endColumn: 6, snippet: { text: '𠮷不免' } });
    const [other] = conflict.relatedLocations!;
    expect(other!.physicalLocation.region).toMatchObject({ startLine: 7, startColumn: 3, endColumn: 5 });
    expect(other!.message.text).toBe('另一结论');
    expect(conflict.message.text).toContain('例证: 甲 = 是，乙 = 是');
  });

  test('a silenced warning is a suppressed result with its reason and the place of the silence', async () => {
    const results = resultsOf(await checked('p.yaml', SILENCED, '--format', 'sarif'));
    const [quiet] = results.filter(({ suppressions }) => suppressions.length > 0);
    expect(quiet!.ruleId).toBe('check/bare-judgement');
    expect(quiet!.suppressions).toMatchObject([
      { kind: 'inSource', status: 'accepted', justification: '办法没有写明 <怎样> & "判断"' },
    ]);
    expect(quiet!.suppressions[0]!.location.physicalLocation.region.startLine).toBe(10);
    expect(results.filter(({ suppressions }) => suppressions.length === 0).map(({ ruleId }) => ruleId)).toEqual([
      'check/gap',
      'check/conflict',
    ]);
  });

  test('fingerprints stay when lines move and comments come, differ between findings, and change with the subject', async () => {
    const prints = async (text: string): Promise<readonly string[]> =>
      resultsOf(await checked('p.yaml', text, '--format', 'sarif')).map(
        ({ partialFingerprints }) => partialFingerprints['caijueSubject/v1']!,
      );
    const before = await prints(SILENCED);
    const moved = await prints(
      `# 前言\n\n${SILENCED.replace('facts:', '# 事实\nfacts:').replace('when: 甲 }', 'when:   甲  }')}`,
    );
    expect(moved).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
    const renamed = await prints(SILENCED.replace('  不免:', '  不予:'));
    expect(renamed.filter((print) => before.includes(print))).toHaveLength(2);
    const twice = await prints(
      `${HEAD}facts: { 甲: { ask: 问, tipe: boolean }, 乙: { ask: 问, tipe: boolean } }\noutcomes: {}\n`,
    );
    expect(twice.length).toBeGreaterThan(1);
    expect(new Set(twice).size).toBe(twice.length);
  });

  test('file names become URIs, relative to the root of the sources unless they are absolute', async () => {
    const name = '办法 50%#?[1].yaml';
    const [result] = resultsOf(await checked(name, '', '--format', 'sarif'));
    const { uri, uriBaseId } = result!.locations[0].physicalLocation.artifactLocation;
    expect(new URL(uri).protocol).toBe('file:');
    expect([decodeURIComponent(new URL(uri).pathname), uriBaseId]).toEqual([join(folder, name), undefined]);
    const inside = resultsOf(await caijue(['check', './test/fixtures/readme/collide.yaml', '--format', 'sarif']));
    expect(inside[0]!.locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'test/fixtures/readme/collide.yaml',
      uriBaseId: '%SRCROOT%',
    });
  });
});

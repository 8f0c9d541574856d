// What `check` writes as JUnit, GitHub annotations and JSON: read back as it was meant, whatever the texts are, and stable.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkedIn, formatsFolder, HEAD, SILENCED, TWO } from './support/colliding-policy.js';
import { caijue, ROOT, type Run } from './support/host.js';
import { readXml, type Element } from './support/xml.js';

process.chdir(ROOT);
let folder = '';
beforeEach(() => {
  folder = formatsFolder();
});

const checked = (name: string, text: string, ...options: readonly string[]): Promise<Run> =>
  checkedIn(folder, name, text, ...options);

function suitesOf(xml: string): { readonly root: Element; readonly suites: readonly Element[] } {
  const root = readXml(xml);
  expect(root.name).toBe('testsuites');
  return { root, suites: root.children };
}

const ends = ({ children }: Element): readonly string[] => children.map(({ name }) => name);

describe('JUnit', () => {
  test('counts failures, errors and skips, and is read back as it was meant', async () => {
    writeFileSync(join(folder, 'a&b <c> "d".yaml'), SILENCED);
    writeFileSync(join(folder, 'good.yaml'), readFileSync('test/fixtures/codes/check/gap.good.yaml'));
    const { out } = await caijue(['check', folder, join(folder, 'nope.yaml'), '--format', 'junit']);
    const { root, suites } = suitesOf(out);
    expect(root.attributes).toEqual({ name: 'caijue check', tests: '5', failures: '1', errors: '1', skipped: '1' });
    expect(suites.map(({ attributes }) => [attributes['name'], attributes['tests']])).toEqual([
      [join(folder, 'a&b <c> "d".yaml'), '3'],
      [join(folder, 'good.yaml'), '1'],
      [join(folder, 'nope.yaml'), '1'],
    ]);
    const [gap, conflict, judgement] = suites[0]!.children;
    expect(ends(gap!)).toEqual(['system-out']);
    expect(ends(conflict!)).toEqual(['failure']);
    const message = '两个结论可以同时成立，且未规定何者优先：「免责%::]]>&<b>」「不免, "不"」';
    expect(conflict!.children[0]!.attributes).toEqual({ type: 'check/conflict', message });
    expect(conflict!.children[0]!.text).toContain(`  不免: { title: '不免, "不"', cites: 第一条, when: 乙 }\n`);
    expect(conflict!.attributes['name']).toBe('check/conflict 不免 / 免责');
    expect(judgement!.children[0]).toMatchObject({
      name: 'skipped',
      attributes: { message: '办法没有写明 <怎样> & "判断"' },
    });
    expect(suites[1]!.children.map(({ children }) => children)).toEqual([[]]);
    expect(suites[2]!.children[0]!.children[0]).toMatchObject({ name: 'error', attributes: { type: 'cli/not-found' } });
  });

  test('warnings fail exactly where they are denied, as the exit code does', async () => {
    const text = readFileSync('test/fixtures/codes/check/gap.bad.yaml', 'utf8');
    for (const [options, failures, code] of [
      [[], '0', 0],
      [['--deny-warnings'], '1', 1],
    ] as const) {
      const run = await checked('p.yaml', text, '--format', 'junit', ...options);
      expect([suitesOf(run.out).root.attributes['failures'], run.code]).toEqual([failures, code]);
    }
  });

  test('control characters and broken Unicode of a file never make the XML invalid', async () => {
    const { out } = await checked('x.yaml', 'policy: "\u0001\u001b]]>\u202e\uffff\\ud800"\n', '--format', 'junit');
    expect(() => readXml(out)).not.toThrow();
    expect(out).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    expect(out).toContain('⟪U+0001⟫');
  });
});

/** What GitHub's runner makes of a line of output. */
function commandOf(line: string): {
  readonly kind: string;
  readonly properties: Record<string, string>;
  readonly message: string;
} {
  const [, kind, list, data] = /^::(\w+) ([^:]*)::(.*)$/u.exec(line)!;
  const unescape = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = Object.fromEntries(
    list!.split(',').map((pair) => pair.split('=').map(unescape) as [string, string]),
  );
  return { kind: kind!, properties, message: unescape(data!) };
}

describe('GitHub annotations', () => {
  test('are read back by the runner as they were meant, whatever stands in names and titles', async () => {
    const name = 'a,b:c%d::e.yaml';
    const { out } = await checked(name, SILENCED, '--format', 'github');
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    const [gap, conflict] = lines.slice(0, 2).map(commandOf);
    expect(gap!.kind).toBe('warning');
    expect(conflict!.kind).toBe('error');
    expect(conflict!.properties).toEqual({
      file: join(folder, name),
      line: '8',
      endLine: '8',
      col: '3',
      endColumn: '4',
      title: 'check/conflict',
    });
    expect(conflict!.message).toMatch(/「免责%::\]\]>&<b>」「不免, "不"」\n例证: 甲 = 是，乙 = 是\n/u);
  });

  test('a text of a policy cannot start a command of its own', async () => {
    const hostile =
      HEAD.replace('title: 办法', 'title: "办法\\n::stop-commands::x"') +
      TWO.replace("'免责%::]]>&<b>'", '"免\\n::error::x"');
    const { out } = await checked('p.yaml', hostile, '--format', 'github');
    expect(
      out.split('\n').filter((line) => line.startsWith('::') && !/^::(?:error|warning) file=/u.test(line)),
    ).toEqual([]);
  });
});

describe('JSON', () => {
  test('is accepted by its published schema for every bad fixture', async () => {
    const schema = JSON.parse((await caijue(['schema', 'diagnostics'])).out) as object;
    const valid = new Ajv({ strict: false }).compile(schema);
    const { out } = await caijue(['check', 'test/fixtures/codes/check', 'policies', 'nope', '--json']);
    expect([valid(JSON.parse(out)), valid.errors]).toEqual([true, null]);
    const { diagnostics, silenced } = JSON.parse(out) as Record<string, readonly Record<string, unknown>[]>;
    expect(diagnostics!.length).toBeGreaterThan(20);
    expect(silenced!.every(({ reason }) => typeof reason === 'string')).toBe(true);
    expect(silenced!.length).toBeGreaterThanOrEqual(8);
  });
});

describe('every format', () => {
  test.each(['text', 'json', 'sarif', 'junit', 'github'])('%s gives the same bytes twice', async (format) => {
    // Without the one that is too large: it takes longer than all others together, and is among the bad fixtures above.
    const paths = ['test/fixtures/codes/check/[a-s]*.yaml', 'policies/s*.yaml'];
    const run = (): Promise<Run> => caijue(['check', ...paths, '--format', format]);
    const [one, two] = [await run(), await run()];
    expect(one).toEqual(two);
    expect([one.code, one.err]).toEqual([1, '']);
  });
});

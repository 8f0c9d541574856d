// The formats of `caijue batch`, against goldens that stand beside their inputs; comparisons, coverage.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import { kase, POLICY, workplace, type Workplace } from './support/batch.js';
import { caijue, ROOT } from './support/host.js';
import { readXml, type Element } from './support/xml.js';

process.chdir(ROOT);
let at: Workplace;
beforeEach(() => {
  at = workplace();
});

describe('the formats', () => {
  const FIXTURES = 'test/fixtures/batch';
  const golden = (name: string): string => readFileSync(join(ROOT, FIXTURES, name), 'utf8');
  const compared = [
    ...['--policy', `${FIXTURES}/new.policy.yaml`, '--against', `${FIXTURES}/old.policy.yaml`],
    ...['--audit', '--margin', '20%', '--coverage'],
  ];
  const batch = (...more: string[]): ReturnType<typeof caijue> => caijue(['batch', `${FIXTURES}/cases`, ...more]);

  test.each([
    ['results.txt', []],
    ['results.en.txt', ['--lang', 'en']],
    ['results.json', ['--format', 'json']],
    ['results.ndjson', ['--format', 'ndjson']],
    ['results.csv', ['--format', 'csv']],
    ['results.md', ['--format', 'md']],
    ['results.xml', ['--format', 'junit']],
    ['compared.txt', compared],
    ['compared.en.md', [...compared, '--format', 'md', '--lang', 'en']],
    ['compared.json', [...compared, '--format', 'json']],
    ['compared.csv', [...compared, '--format', 'csv']],
  ])('%s is what the fixtures give', async (name, more) => {
    expect((await batch(...more)).out).toBe(golden(name));
  });

  test('are the same whatever the order in which the files are named', async () => {
    const names = ['a-tongyi', 'b-bianhua', 'c-shuoming', 'd-shiqu', 'e-xin', 'f-huai', 'part/g-tongan'];
    const files = names.map((name) => `${FIXTURES}/cases/${name}.yaml`);
    const one = await caijue(['batch', ...files, ...compared, '--format', 'json']);
    const other = await caijue(['batch', ...[...files].reverse(), ...compared, '--format', 'json']);
    expect(one.out).toBe(golden('compared.json'));
    expect(other).toEqual(one);
  });

  test('of JSON are what the published schema says, document and lines', async () => {
    const schema = JSON.parse((await caijue(['schema', 'batch'])).out) as object;
    const ajv = new Ajv({ strict: false });
    const document = ajv.compile(schema);
    for (const name of ['results.json', 'compared.json']) {
      expect([document(JSON.parse(golden(name))), document.errors]).toEqual([true, null]);
    }
    const line = ajv.compile({
      ...schema,
      ...{ required: [], properties: {}, additionalProperties: true },
      $ref: '#/definitions/line',
    });
    for (const text of golden('results.ndjson').trimEnd().split('\n')) {
      expect([line(JSON.parse(text)), line.errors]).toEqual([true, null]);
    }
    expect(line({ file: 'a' })).toBe(false);
  });

  test('of JUnit count what they hold, and hold what the cases say as text', () => {
    const within = (element: Element): Element[] => [element, ...element.children.flatMap(within)];
    const elements = within(readXml(golden('results.xml')));
    const count = (name: string): number => elements.filter((own) => own.name === name).length;
    expect(elements[1]!.attributes).toMatchObject({
      tests: String(count('testcase')),
      failures: String(count('failure')),
      errors: String(count('error')),
    });
    expect(elements.map(({ attributes }) => attributes.name)).toContain('e =1+1,"甲"');
  });

  test('of CSV start with a mark, end lines with CRLF, quote every field, and hold no formula', () => {
    const text = golden('results.csv');
    expect(text.startsWith('\uFEFF"文件",')).toBe(true);
    const rows = text.slice(1).split('\r\n');
    expect(rows.at(-1)).toBe('');
    for (const row of rows.slice(0, -1)) {
      expect(row).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/u);
      expect(row).not.toMatch(/(?:^|,)"[\s\u3000]*[=+\-@＝＋－＠]/u);
    }
  });

  test('go to one file where --out names one and a format is given', async () => {
    const target = at.path('out/results.csv');
    const { out } = await batch('--format', 'csv', '--out', target);
    expect([out, readFileSync(target, 'utf8')]).toEqual(['', golden('results.csv')]);
  });
});

describe('a comparison', () => {
  test('reads under each version what that version knows, and tells facts that only one has', async () => {
    at.write(
      'policy/old.yaml',
      POLICY.replace('收入: {', '旧事实: { ask: 旧？, type: boolean, cites: 第三条 }\n  收入: {'),
    );
    at.write(
      'policy/xiao.yaml',
      POLICY.replace('收入: {', '新事实: { ask: 新？, type: boolean, cites: 第三条 }\n  收入: {'),
    );
    at.write(
      'cases/a.yaml',
      kase('a', '500元\n  新事实: 是\n  旧事实: 否')
        .replace('facts: { 收入', 'facts:\n  收入')
        .replace(' }\n\n', '\n')
        .replace('否 }\n', '否\n'),
    );
    const { out, err, code } = await at.run('--against', at.path('policy/old.yaml'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('只有旧版有的事实（新版不读）：旧事实');
    expect(out).toContain('只有新版有的事实（旧版不读）：新事实');
    expect(out).toContain('比较的当事人：1');
  });

  test('leaves out cases of another policy, and says how many', async () => {
    const { out, code } = await caijue([
      'batch',
      'cases/shigu-dengji',
      'cases/liuan-linye',
      '--against',
      'shigu-dengji',
      '--fail-on-change',
    ]);
    expect(code).toBe(0);
    const count = (folder: string): string => String(readdirSync(join(ROOT, 'cases', folder)).length);
    expect(out).toContain(`适用别的办法、没有比较的：${count('liuan-linye')}`);
    expect(out).toContain(`比较的当事人：${count('shigu-dengji')}`);
  });

  test('fails on flips and not on what differs from the record', async () => {
    at.write('policy/old.yaml', POLICY.replace('1000元', '400元'));
    at.write('cases/a.yaml', kase('a', '500元', '{ outcome: 补助 }'));
    at.write('cases/b.yaml', kase('b', '5000元', '{ outcome: 补助 }'));
    const run = (...more: string[]): ReturnType<typeof caijue> =>
      at.run('--against', at.path('policy/old.yaml'), ...more);
    expect((await run()).code).toBe(0);
    expect((await run('--max-changes', '1')).code).toBe(0);
    expect((await run('--fail-on-change')).code).toBe(1);
  });
});

describe('coverage', () => {
  test('gates by the share, rounded down', async () => {
    at.write('cases/a.yaml', kase('a', '500元'));
    const { out, code, err } = await at.run('--coverage', '--min-coverage', '99');
    expect(code).toBe(1);
    const [, percent, seen, wanted] = /检验程度：xiao (\d+)% \((\d+)\/(\d+)\)/u.exec(out)!;
    expect(Number(percent)).toBe(Math.floor((100 * Number(seen)) / Number(wanted)));
    expect(err).toContain(`案件只检验了「xiao」的 ${percent!}%，要求 99%`);
    expect((await at.run('--min-coverage', percent!)).code).toBe(0);
  });
});

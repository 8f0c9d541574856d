// The tool as it is shipped: chunks that load when they are reached, and one file that runs where nothing else is.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from './hostile/built.js';
import { caijue, ROOT } from './support/host.js';

const OWN_POLICY = 'test/fixtures/hostile/fang.yaml';
const CASE = 'cases/moushi-rongcuo/huang-shuiku-jiashe.yaml';
const fresh = (): string => mkdtempSync(join(tmpdir(), 'caijue-alone-'));

/** Everything that is read before the first command is known: the first file and what it imports outright, and so on. */
function readAtStart(folder: string, name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(join(folder, name), 'utf8');
  for (const [, other] of text.matchAll(/^(?:import|\} from) ?(?:[^"']* from )?"\.\/([^"]+)";/gmu)) {
    readAtStart(folder, other!, seen);
  }
  return seen;
}

const packagesIn = (text: string): string[] =>
  [...text.matchAll(/^\s*\/\/ node_modules\/(\S+)/gmu)].map(([, path]) => path!);

describe('the bundle', () => {
  const folder = (): string => join(dirname(build()), '../dist/bin');

  const packagesFrom = (name: string): string[] =>
    [...readAtStart(folder(), name)].flatMap((read) => packagesIn(readFileSync(join(folder(), read), 'utf8')));

  test('reads no package before it knows what to do', () => {
    expect(packagesFrom('late/decide.cjs').some((path) => path.startsWith('mdast-util-to-markdown/'))).toBe(true);
    expect(packagesFrom('start.js')).toEqual([]);
  });

  test.each(['decide', 'check'])('%s is one file, without what only refusals and unusual YAML need', (verb) => {
    const name = `late/${verb}.cjs`;
    const text = readFileSync(join(folder(), name), 'utf8');
    expect([...text.matchAll(/(?:require|import)\("(\.[^"]*)"\)/gu)]).toEqual([]);
    expect(packagesFrom(name).filter((path) => /^(?:zod|yaml)\//u.test(path))).toEqual([]);
  });

  test('calls what is read late only from where it is found', () => {
    const names = readdirSync(folder(), { recursive: true, encoding: 'utf8' }).filter((name) => /\.c?js$/u.test(name));
    const callers = names.filter((name) => readFileSync(join(folder(), name), 'utf8').includes('("./late/'));
    expect(callers.some((name) => name.startsWith('decide-'))).toBe(true);
    expect(callers.map(dirname).filter((place) => place !== '.' && place !== 'late')).toEqual([]);
  });

  test.each([
    ['a key that is none', 'case: { id: a, titel: 试, policy: moushi-rongcuo }\n'],
    ['a list in place of a map', 'case: { id: a, title: 试, policy: moushi-rongcuo }\nfacts: [甲]\n'],
    ['an anchor, which only the whole reader of YAML knows', 'case: &a { id: a, title: 试 }\n'],
    ['a sound case in YAML that is not plain', 'case: { id: a, title: "\\u8bd5", policy: moushi-rongcuo }\n'],
  ])('says of %s what the sources say, from decide, check and batch, in threads as well', async (_, text) => {
    const path = join(fresh(), 'case.yaml');
    writeFileSync(path, text);
    for (const words of [['decide'], ['check'], ['batch'], ['batch', '--jobs', '2']]) {
      const done = spawnSync(process.execPath, [build(), ...words, path], { encoding: 'utf8' });
      const wanted = await caijue([words[0]!, path]);
      expect(wanted.out + wanted.err).not.toBe('');
      expect({ code: done.status, out: done.stdout, err: done.stderr }).toEqual(wanted);
    }
  });

  test('names every package in it with its licence', () => {
    const notices = readFileSync(join(folder(), 'THIRD-PARTY.txt'), 'utf8');
    const parts = notices.split(/^-{72}\n/mu).slice(1);
    for (const name of ['commander', 'fraction.js', 'mdast-util-to-markdown', 'yaml', 'zod'])
      expect(parts.map((part) => part.split(' ')[0])).toContain(name);
    for (const part of parts) expect(part, part.split('\n')[0]).toMatch(/copyright/iu);
  });
});

describe('the one file', () => {
  let file = '';
  const run = (words: readonly string[], folder = fresh()): { code: number | null; out: string; err: string } => {
    // Neither a package nor anything of ours can be found from here, and no name leads out of the machine.
    const env = {
      PATH: '/nowhere',
      NODE_PATH: '',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      HTTP_PROXY: 'http://127.0.0.1:9',
    };
    copyFileSync(file, join(folder, 'caijue.mjs'));
    const done = spawnSync(process.execPath, ['caijue.mjs', ...words], { cwd: folder, encoding: 'utf8', env });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };

  beforeAll(() => {
    file = join(fresh(), 'caijue.mjs');
    execFileSync(process.execPath, [join(ROOT, 'bundle.config.js'), '--one-file', file]);
  });

  test('determines a case under a policy that travels in it, with the report that the tool writes', async () => {
    const folder = fresh();
    writeFileSync(join(folder, 'case.yaml'), readFileSync(join(ROOT, CASE)));
    process.chdir(folder);
    const wanted = await caijue(['decide', 'case.yaml']);
    process.chdir(ROOT);
    expect(wanted.out).toContain('# 认定报告');
    expect(run(['decide', 'case.yaml'], folder)).toEqual({ code: 0, out: wanted.out, err: '' });
  });

  test('writes a report, checks a policy of the officer, shows schemas and its version', async () => {
    const folder = fresh();
    for (const name of [OWN_POLICY, CASE]) copyFileSync(join(ROOT, name), join(folder, name.split('/').at(-1)!));
    expect(run(['decide', 'huang-shuiku-jiashe.yaml', '--out', 'report.md'], folder)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('# 认定报告');
    expect(run(['check', 'fang.yaml'], folder).code).toBe((await caijue(['check', join(ROOT, OWN_POLICY)])).code);
    expect(run(['check', 'shigu-dengji'], folder)).toEqual(await caijue(['check', 'shigu-dengji']));
    expect(run(['schema', 'case']).out).toBe(readFileSync(join(ROOT, 'schema/case.schema.json'), 'utf8'));
    expect(run(['--version']).out).toBe((await caijue(['--version'])).out);
  });

  test('refuses a policy that it does not carry, and a case that is not there, as the tool does', () => {
    const folder = fresh();
    writeFileSync(join(folder, 'case.yaml'), 'case: { id: a, title: 试, policy: 没有 }\n');
    expect(run(['decide', 'case.yaml'], folder)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('case/unknown-policy') as string,
    });
    expect(run(['decide', 'other.yaml'], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('cli/not-found') as string,
    });
  });

  test('can be run by its name, and carries the licences of what is in it', () => {
    expect(statSync(file).mode & 0o111).toBe(0o111);
    const text = readFileSync(file, 'utf8');
    expect(text.split('\n')[0]).toBe('#!/usr/bin/env node');
    expect(text).toMatch(/^yaml \d+\.\d+\.\d+ \(ISC\)$/mu);
  });
});

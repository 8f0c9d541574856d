// `caijue init`: what it makes works as it is, in a shell, and nothing that stood there is touched.
import fs, { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { caijue, ROOT } from './support/host.js';

const FILES = [
  '.github/workflows/caijue.yaml',
  '.pre-commit-config.yaml',
  'cases/shili-001.yaml',
  'policies/shili.yaml',
  'schema/case.schema.json',
  'schema/policy.schema.json',
];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-init-'));
});

const made = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(join(folder, name)).isFile())
    .sort();
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Runs a line in a shell where this tool is installed, and `npx` may fetch nothing. */
function shell(line: string): { readonly code: number | null; readonly out: string } {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const npx = `#!/bin/sh
[ "$1 $2" = "--no caijue" ] || exit 99
shift 2
exec '${process.execPath}' '${join(ROOT, 'bin/caijue.js')}' "$@"
`;
  writeFileSync(join(bin, 'npx'), npx);
  chmodSync(join(bin, 'npx'), 0o755);
  const env = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', line], { cwd: folder, env, encoding: 'utf8' });
  return { code: status, out: stdout + stderr };
}

describe('caijue init', () => {
  test('makes its files, says which, and what to run next', async () => {
    const run = await caijue(['init', folder]);
    expect([run.code, run.err, made()]).toEqual([0, '', FILES]);
    const told = run.out.split('\n').filter((line) => line.startsWith('写出 '));
    expect(told.map((line) => line.replace(`写出 ${folder}/`, '')).sort()).toEqual(FILES);
    const [, next] = run.out.split('下一步：\n');
    for (const step of next!.trim().split('\n').slice(1)) {
      expect([step, shell(step.replace('caijue', 'npx --no caijue')).code]).toEqual([step, 0]);
    }
    expect(next).toContain(`cd ${folder}\n`);
  });

  test('makes a policy that passes with warnings denied, and a case that is determined and supported', async () => {
    await caijue(['init', folder]);
    const checked = await caijue(['check', join(folder, 'policies'), '--deny-warnings']);
    expect([checked.code, checked.out]).toEqual([0, '1 份办法：错误 0 处，提醒 0 处，写明理由免提醒 0 处\n']);
    const decided = await caijue(['decide', join(folder, 'cases/shili-001.yaml'), '--json', '--exit-code']);
    const { parties } = JSON.parse(decided.out) as { parties: { outcome: string; values: object }[] };
    expect([decided.code, parties[0]!.outcome, parties[0]!.values]).toEqual([0, '给予救助', { 救助金额: '5000元' }]);
  });

  test('makes files whose first line leads editors to a schema that accepts them', async () => {
    await caijue(['init', folder]);
    for (const name of ['policies/shili.yaml', 'cases/shili-001.yaml']) {
      const [, path] = /^# yaml-language-server: \$schema=(.*)\n/u.exec(text(name))!;
      const schema = JSON.parse(readFileSync(join(folder, name, '..', path!), 'utf8')) as object;
      expect(new Ajv({ strict: false }).compile(schema)(parse(text(name)))).toBe(true);
    }
  });

  test('makes a workflow whose steps run as they are, and fail once the policy has a gap', async () => {
    await caijue(['init', folder]);
    const { jobs } = parse(text('.github/workflows/caijue.yaml')) as {
      jobs: { caijue: { steps: { run?: string; uses?: string }[] } };
    };
    const lines = jobs.caijue.steps.flatMap(({ run }) => run ?? []);
    expect(lines.length).toBe(2);
    for (const line of lines) expect([line, shell(line).code]).toEqual([line, 0]);
    expect(made()).toContain('reports/shili-001.md');
    writeFileSync(
      join(folder, 'policies/shili.yaml'),
      text('policies/shili.yaml').replace('otherwise: true', 'when: { none: [生活困难] }'),
    );
    const failed = shell(lines[0]!);
    expect(failed.code).toBe(1);
    expect(failed.out).toMatch(/^::warning file=policies\/shili\.yaml,line=\d+,.*title=check\/gap::/mu);
  });

  test('makes a pre-commit sample whose hooks run on the files that they match', async () => {
    await caijue(['init', folder]);
    const { repos } = parse(text('.pre-commit-config.yaml')) as {
      repos: { hooks: { entry: string; files: string; language: string }[] }[];
    };
    for (const { entry, files, language } of repos[0]!.hooks) {
      const matched = FILES.filter((name) => new RegExp(files, 'u').test(name));
      expect([language, matched.length]).toEqual(['system', 1]);
      expect([entry, shell(`${entry} ${matched.join(' ')}`).code]).toEqual([entry, 0]);
    }
  });

  test('speaks both languages in the samples, and English on demand', async () => {
    const run = await caijue(['init', folder, '--lang', 'en']);
    expect(run.out).toMatch(/^made .*\n[\s\S]*next:\n {2}cd /u);
    for (const name of FILES.filter((name) => name.endsWith('.yaml'))) {
      const comments = text(name)
        .split('\n')
        .filter((line) => /(?:^|\s)# /u.test(line))
        .join('\n');
      expect([name, /\p{Script=Han}/u.test(comments), /[a-z]{4,} [a-z]+/u.test(comments)]).toEqual([name, true, true]);
    }
  });

  test('leaves every file alone that is there, links too, makes the others, and says so', async () => {
    mkdirSync(join(folder, 'policies'));
    writeFileSync(join(folder, 'policies/shili.yaml'), '我的办法');
    symlinkSync('nowhere', join(folder, '.pre-commit-config.yaml'));
    const run = await caijue(['init', folder]);
    expect(run.code).toBe(1);
    expect([...run.err.matchAll(/cli\/already-there .*/gu)]).toHaveLength(2);
    expect(text('policies/shili.yaml')).toBe('我的办法');
    expect(fs.readlinkSync(join(folder, '.pre-commit-config.yaml'))).toBe('nowhere');
    expect(run.out).not.toContain('policies/shili.yaml\n写出');
    expect(fs.existsSync(join(folder, 'cases/shili-001.yaml'))).toBe(true);
    const again = await caijue(['init', folder]);
    expect([again.code, again.out.includes('写出')]).toEqual([1, false]);
  });

  test('quotes the folder where a shell would not read it, and tells what cannot be written', async () => {
    const strange = join(folder, "a b'c");
    expect((await caijue(['init', strange])).out).toContain(`  cd '${folder}/a b'\\''c'\n`);
    writeFileSync(join(folder, 'file'), '');
    const run = await caijue(['init', join(folder, 'file')]);
    expect([run.code, [...run.err.matchAll(/cli\/not-written/gu)].length]).toEqual([74, FILES.length]);
  });
});

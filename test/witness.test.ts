// `check --witness`: every witness is a case file that `decide` determines as the finding says, and nobody's file is lost to it.
import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { examine } from '../src/check/check-policy.js';
import { compile, determine, openCase, readCase, readPolicy, type Diagnostic } from '../src/index.js';
import type { PartyDetermination } from '../src/model/determination.js';
import { witnessCase } from '../src/report/check/witness-case.js';
import { generatePair } from './laws/generate.js';
import { caijue, ROOT } from './support/host.js';

const FIXTURES = join(ROOT, 'test/fixtures/codes/check');
const SHOWN = join(FIXTURES, '{conflict,gap,cases-*,table-*}.bad.yaml');
let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-witness-'));
  out = join(folder, 'deep', 'witnesses');
});

const text = (name: string): string => readFileSync(join(out, name), 'utf8');

interface Told {
  readonly status: string;
  readonly standing: readonly string[];
  readonly values: Readonly<Record<string, string | null>>;
}

describe('caijue check --witness', () => {
  test('writes cases that come to what the findings say, valid for editors, under names that say what they show', async () => {
    const run = await caijue(['check', SHOWN, '--witness', out]);
    expect(run.out).toMatch(/写出例证 6 件\n$/u);
    const shown: Record<string, string> = {};
    const valid = new Ajv({ strict: false }).compile(JSON.parse((await caijue(['schema', 'case'])).out) as object);
    for (const name of readdirSync(out)) {
      expect([name, valid(parse(text(name)))]).toEqual([name, true]);
      const [, schema] = /^# yaml-language-server: \$schema=(.*)\n/u.exec(text(name))!;
      expect(existsSync(resolve(out, schema!))).toBe(true);
      const { parties } = JSON.parse((await caijue(['decide', join(out, name), '--json'])).out) as { parties: Told[] };
      const [{ status, standing, values }] = parties as [Told];
      shown[name] = [
        status,
        ...standing,
        ...Object.entries(values).map(([rule, value]) => `${rule}=${String(value)}`),
      ].join(' ');
    }
    expect(shown).toEqual({
      'shili-cases-gap-罚款倍数.yaml': 'determined 罚款 罚款倍数=null',
      'shili-cases-overlap-罚款倍数-1-2.yaml': 'determined 罚款 罚款倍数=null',
      'shili-conflict-容错-不予容错.yaml': 'conflict 不予容错 容错',
      'shili-gap.yaml': 'gap',
      'shili-table-gap-罚款倍数.yaml': 'determined 罚款 罚款倍数=null',
      'shili-table-overlap-罚款倍数-2-3.yaml': 'determined 罚款 罚款倍数=null',
    });
  });

  test('gives the same bytes twice, in both languages', async () => {
    const all = (): readonly string[] => readdirSync(out).map((name) => name + text(name));
    for (const lang of ['zh', 'en']) {
      await caijue(['check', SHOWN, '--witness', out, '--lang', lang]);
      const before = all();
      const again = await caijue(['check', SHOWN, '--witness', out, '--lang', lang]);
      expect(again.out).not.toContain('cli/not-ours');
      expect(all()).toEqual(before);
    }
    expect(text('shili-gap.yaml')).toContain('title: "Witness: some case reaches no outcome (a grey area)"');
  });

  test('overwrites no file that it did not write, or that was changed since, and says so', async () => {
    const bad = join(FIXTURES, 'gap.bad.yaml');
    await caijue(['check', bad, '--witness', out]);
    const edited = `${text('shili-gap.yaml')}# 我的批注\n`;
    const target = join(out, 'shili-gap.yaml');
    for (const theirs of [edited, 'case: {}\n', '', text('shili-gap.yaml').replace('谋取私利: 否', '谋取私利: 是')]) {
      writeFileSync(target, theirs);
      const run = await caijue(['check', bad, '--witness', out]);
      expect([run.code, text('shili-gap.yaml')]).toEqual([2, theirs]);
      expect(run.out).toMatch(/cli\/not-ours .*shili-gap\.yaml\n/u);
      expect(run.out).toMatch(/提醒 1 处.*写出例证 0 件/u);
    }
    fs.unlinkSync(target);
    mkdirSync(target);
    expect((await caijue(['check', bad, '--witness', out])).out).toContain('cli/not-ours');
    fs.rmdirSync(target);
    writeFileSync(join(folder, 'secret'), '别动');
    symlinkSync(join(folder, 'secret'), target);
    expect((await caijue(['check', bad, '--witness', out])).code).toBe(2);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('别动');
  });

  test('tells where the folder cannot be written to, and still what was found', async () => {
    writeFileSync(join(folder, 'file'), '');
    const run = await caijue(['check', join(FIXTURES, 'gap.bad.yaml'), '--witness', join(folder, 'file')]);
    expect(run.code).toBe(74);
    expect(run.out).toContain('check/gap');
    const writeSync = (): never => {
      throw Object.assign(new Error(), { code: 'ENOSPC' });
    };
    const full = await caijue(['check', join(FIXTURES, 'gap.bad.yaml'), '--witness', out], {
      fs: { ...fs, writeSync },
    });
    expect(full.code).toBe(74);
    expect(full.out).toMatch(/cli\/not-written .*ENOSPC/u);
    expect(readdirSync(out)).toEqual([]);
  });

  test('names every witness anew where two policies have one id, and keeps names short enough for an id', async () => {
    const bad = readFileSync(join(FIXTURES, 'conflict.bad.yaml'), 'utf8');
    for (const name of ['一.yaml', '二.yaml']) writeFileSync(join(folder, name), bad);
    const long = bad.replaceAll('不予容错', '不'.repeat(80));
    writeFileSync(join(folder, '长.yaml'), long);
    const run = await caijue(['check', folder, '--witness', out]);
    expect(run.out).toMatch(/写出例证 3 件/u);
    const names = readdirSync(out);
    expect(names).toContain('shili-conflict-容错-不予容错-2.yaml');
    expect(names.every((name) => [...name].length <= 64 + '.yaml'.length)).toBe(true);
    for (const name of names) {
      const { out: json } = await caijue(['decide', join(out, name), '--json']);
      expect((JSON.parse(json) as { parties: Told[] }).parties[0]!.status).toBe('conflict');
    }
  });

  test('writes those of silenced warnings too: silence is no proof that there is no such case', async () => {
    const silenced = `${readFileSync(join(FIXTURES, 'gap.bad.yaml'), 'utf8')}silences: [{ code: check/gap, reason: 办法没有规定 }]\n`;
    writeFileSync(join(folder, 'p.yaml'), silenced);
    const run = await caijue(['check', join(folder, 'p.yaml'), '--witness', out, '--deny-warnings']);
    expect([run.code, readdirSync(out)]).toEqual([0, ['shili-gap.yaml']]);
  });
});

/** Whether a determination shows what a finding says. Rows that no outcome asks for show in the trail alone. */
function shows({ code, subject, words }: Diagnostic, party: PartyDetermination): boolean {
  if (code === 'check/gap') return party.status === 'gap';
  if (code === 'check/conflict') {
    const names = [subject!.at!, subject!.part!];
    return party.status === 'conflict' && names.every((name) => party.standing.includes(name));
  }
  const step = party.trail.find(({ kind, name }) => kind === 'rule' && name === words['name']);
  return step!.value === null && (step!.truth === null || step!.truth === 'unknown');
}

test('witnesses of generated policies are read without a complaint and show what they claim', () => {
  const seen: Record<string, number> = {};
  for (let seed = 1; seed <= 150; seed++) {
    const { policyText } = generatePair(seed + 5_000_000, 2 + (seed % 5), true, {
      arithmetic: seed % 2 === 0,
      sloppy: true,
    });
    const policy = readPolicy(new TextEncoder().encode(policyText), 'p.yaml');
    if (!policy.ok) throw new Error(JSON.stringify(policy.diagnostics));
    for (const finding of examine(policy.value).told.filter(({ witness }) => witness)) {
      const file = witnessCase(finding, { id: '例证', policy: 'p.yaml', language: 'zh' });
      const opened = openCase(new TextEncoder().encode(file), 'c.yaml');
      const kase = opened.ok ? readCase(opened.value, policy.value) : opened;
      if (!kase.ok) throw new Error(`${file}\n${JSON.stringify(kase.diagnostics)}`);
      const [party] = determine(compile(policy.value), kase.value).parties;
      expect([finding.code, shows(finding, party!), file]).toEqual([finding.code, true, file]);
      seen[finding.code] = (seen[finding.code] ?? 0) + 1;
    }
  }
  for (const code of ['check/conflict', 'check/gap', 'check/cases-overlap', 'check/table-gap'])
    expect(seen[code], code).toBeGreaterThan(2);
});

// What a policy includes: which files, in what order, from where; and that places, digests and meaning follow.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPart, readPolicy, type Include } from '../src/index.js';
import { referenceDetermine } from './reference/index.js';
import { caijue } from './support/host.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const from =
  (files: Readonly<Record<string, string>>): Include =>
  (path) =>
    Object.hasOwn(files, path)
      ? { ok: true, value: bytesOf(files[path]!), diagnostics: [] }
      : { ok: false, diagnostics: [] };

const policy = (
  include: string,
  when = '甲',
): string => `policy: { id: p, title: 办法, completeness: part, source: 示例 }
include: ${include}
articles: { 第一条: 甲的，容错 }
facts: { 甲: { ask: 甲？, type: boolean, cites: 第一条 } }
outcomes:
  容错: { title: 容错, cites: 第一条, when: ${when} }
`;
const part = (name: string, include = ''): string => `part: { title: 部分, source: 示例 }
${include}
facts: { ${name}: { ask: ${name}？, type: boolean } }
`;
const read = (text: string, files: Readonly<Record<string, string>>, name = '办法/p.yaml') =>
  readPolicy(bytesOf(text), name, from(files));
const told = (result: ReturnType<typeof read>): string[] =>
  result.diagnostics.map(({ code, place }) => `${place.file}:${String(place.line)} ${code}`);

describe('an included file', () => {
  test('adds its names after those of the policy, which can use them', () => {
    const result = read(policy('parts/x.yaml', '{ all: [甲, 乙] }'), { 'parts/x.yaml': part('乙') });
    expect(result.ok && [...result.value.facts.keys()]).toEqual(['甲', '乙']);
  });

  test('is taken from the folder of the file that includes it', () => {
    const files = { 'parts/x.yaml': part('乙', 'include: deep/y.yaml'), 'parts/deep/y.yaml': part('丙') };
    const result = read(policy('parts/x.yaml'), files);
    expect(result.ok && result.value.parts.map(({ path, name }) => [path, name])).toEqual([
      ['parts/x.yaml', '办法/parts/x.yaml'],
      ['parts/deep/y.yaml', '办法/parts/deep/y.yaml'],
    ]);
  });

  test('counts once, however many ways lead to it', () => {
    const files = {
      'x.yaml': part('乙', 'include: z.yaml'),
      'y.yaml': part('丙', 'include: z.yaml'),
      'z.yaml': part('丁'),
    };
    const result = read(policy('[x.yaml, y.yaml, z.yaml]'), files);
    expect(result.ok && [...result.value.facts.keys()]).toEqual(['甲', '乙', '丁', '丙']);
  });

  test('keeps its own places in messages', () => {
    const files = { 'x.yaml': `${part('乙')}rules:\n  丙: { cites: 第九条, when: 不存在的 }\n` };
    expect(told(read(policy('x.yaml'), files))).toEqual(['办法/x.yaml:5 parse/unknown-name']);
  });

  test('keeps its own lines on spans of the policy', () => {
    // With a tab it is no plain YAML, and left to the whole reader.
    for (const text of [part('乙'), part('乙').replace(': ', ':\t')]) {
      const result = read(policy('x.yaml'), { 'x.yaml': text });
      expect(result.ok && result.value.facts.get('乙')!.at.source?.name).toBe('办法/x.yaml');
      expect(result.ok && result.value.facts.get('甲')!.at.source).toBe(undefined);
    }
  });

  test('cannot use a name of the policy that includes it', () => {
    const files = { 'x.yaml': `${part('乙')}rules: { 丙: { cites: 第一条, when: 甲 } }\n` };
    expect(told(read(policy('x.yaml'), files))).toEqual(['办法/x.yaml:4 parse/unknown-name']);
  });

  test('cannot decide: outcomes in it are refused', () => {
    const files = { 'x.yaml': `${part('乙')}outcomes: { 免责: { title: 免责, when: 乙 } }\n` };
    expect(told(read(policy('x.yaml'), files))).toEqual(['办法/x.yaml:4 parse/unknown-key']);
  });

  test('cannot share a name or an article with another one, whatever the section and the numerals', () => {
    const files = {
      'x.yaml':
        'part: { title: 甲, source: 示例 }\narticles: { 第3条: 某 }\nrules: { 丙: { cites: 第3条, when: 乙 } }\nfacts: { 乙: { ask: 乙？, type: boolean } }\n',
      'y.yaml':
        'part: { title: 乙, source: 示例 }\narticles: { 第三条: 某 }\nfacts: { 丙: { ask: 丙？, type: boolean } }\n',
    };
    expect(told(read(policy('[x.yaml, y.yaml]'), files))).toEqual([
      '办法/y.yaml:2 parse/include-collision',
      '办法/y.yaml:3 parse/include-collision',
    ]);
  });

  test('has its mistakes of YAML and shape told in its own name', () => {
    expect(told(read(policy('[x.yaml, y.yaml]'), { 'x.yaml': 'part: [', 'y.yaml': 'part: { title: 甲 }\n' }))).toEqual([
      '办法/x.yaml:1 parse/bracket-missing',
      '办法/y.yaml:1 parse/missing-key',
    ]);
  });

  test.each([
    '../x.yaml',
    'a/../../x.yaml',
    '/etc/x.yaml',
    'C:/x.yaml',
    'a\\x.yaml',
    './x.yaml',
    'a//x.yaml',
    '.hidden/x.yaml',
    'x.txt',
    'x.yaml/',
    'a./x.yaml',
    "'a\\0/x.yaml'",
  ])('is never sought outside the folder: %s', (path) => {
    const asked: string[] = [];
    const result = readPolicy(bytesOf(policy(path)), 'p.yaml', (given) => {
      asked.push(given);
      return { ok: false, diagnostics: [] };
    });
    expect([told(result), asked]).toEqual([['p.yaml:2 parse/include-path'], []]);
  });

  test('may lie eight steps away and not nine', () => {
    const chain = (length: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length }, (_, i) => [
          `x${String(i)}.yaml`,
          part(`名${'一'.repeat(i + 1)}`, i + 1 < length ? `include: x${String(i + 1)}.yaml` : ''),
        ]),
      );
    expect(told(read(policy('x0.yaml'), chain(8)))).toEqual([]);
    expect(told(read(policy('x0.yaml'), chain(9)))).toEqual(['办法/x7.yaml:2 parse/include-limit']);
  });

  test('may not lead back to where it came from', () => {
    const files = { 'x.yaml': part('乙', 'include: y.yaml'), 'y.yaml': part('丙', 'include: x.yaml') };
    const result = read(policy('x.yaml'), files);
    expect(told(result)).toEqual(['办法/y.yaml:2 parse/include-circle']);
    expect(result.diagnostics[0]!.words.path).toBe('x.yaml → y.yaml → x.yaml');
  });

  test('is refused where nobody can give it', () => {
    expect(told(readPolicy(bytesOf(policy('x.yaml')), 'p.yaml'))).toEqual(['p.yaml:2 parse/include-missing']);
  });
});

describe('the digest of a policy', () => {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const digestOf = (text: string, files: Readonly<Record<string, string>>): string => {
    const result = read(text, files);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    return result.value.source.digest;
  };

  test('is of its bytes where it includes nothing', () => {
    const alone = policy('[]').replace('include: []\n', '');
    expect(digestOf(alone, {})).toBe(`sha256:${sha(alone)}`);
  });

  test('is of the list of all digests, as sha256sum prints it', () => {
    const [text, other] = [policy('x.yaml'), part('乙')];
    expect(digestOf(text, { 'x.yaml': other })).toBe(`sha256:${sha(`${sha(text)}  -\n${sha(other)}  x.yaml\n`)}`);
  });

  test('changes with every byte of an included file', () => {
    const one = digestOf(policy('x.yaml'), { 'x.yaml': part('乙') });
    expect(digestOf(policy('x.yaml'), { 'x.yaml': `${part('乙')}#` })).not.toBe(one);
  });
});

describe('a part by itself', () => {
  test('is read with what it includes', () => {
    const result = readPart(bytesOf(part('乙', 'include: y.yaml')), 'x.yaml', from({ 'y.yaml': part('丙') }));
    expect(result.ok && result.value).toEqual({ title: '部分', origin: '示例' });
  });

  test('has its mistakes told', () => {
    const result = readPart(bytesOf(part('乙', 'rules: { 丙: { cites: 第一条, when: 丁 } }')), 'x.yaml', from({}));
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['parse/unknown-name']);
  });
});

describe('the commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caijue-include-'));
  const put = (name: string, text: string): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const TEXT = `${policy('parts/x.yaml', '{ all: [甲, 丙] }')}  不容错: { title: 不容错, cites: 第一条, otherwise: true }\n`;
  const PART = `${part('乙')}articles: { 第二条: 乙的，为丙 }\nrules:\n  丙: { cites: 第二条, when: 乙 }\n`;
  put('policies/p.yaml', TEXT);
  put('policies/parts/x.yaml', PART);
  const CASE = 'case: { id: a, title: 案, policy: policies/p.yaml }\nfacts: { 甲: 是, 乙: 是 }\n';
  const kase = put('a.yaml', CASE);

  test('check a folder of policies and parts, each as what it is', async () => {
    const { code, out } = await caijue(['check', join(folder, 'policies'), '--lang', 'en']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^1 policy and 1 part: 0 errors, 0 warnings, 0 silenced with a reason\n$/mu),
    ]);
    const wrong = put('wrong/parts/y.yaml', part('乙', 'rules: { 丙: { cites: 第一条, when: 丁 } }'));
    const faulty = await caijue(['check', dirname(wrong)]);
    expect([faulty.code, faulty.out]).toEqual([1, expect.stringContaining('parse/unknown-name')]);
  });

  test('decide with an included rule, whose step in the report points into the included file', async () => {
    const { code, out } = await caijue(['decide', kase]);
    expect(code).toBe(0);
    expect(out).toContain('parts/x.yaml:6:3');
    expect(out).toContain(`sha256:${createHash('sha256').update(PART).digest('hex')}`);
    const json = await caijue(['decide', kase, '--json']);
    expect(json.out).toContain('"at": "parts/x.yaml:6:3"');
    expect(referenceDetermine(TEXT, CASE, 'kleene', [PART])).toMatchObject([
      { status: 'determined', standing: ['容错'], rules: { 丙: 'true' } },
    ]);
  });

  test('never follow a link to a file elsewhere', async () => {
    const secret = put('secret.yaml', part('乙'));
    symlinkSync(secret, join(folder, 'policies', 'link.yaml'));
    const linked = put('policies/linked.yaml', policy('link.yaml'));
    const { code, err, out } = await caijue(['check', linked]);
    expect([code, out + err]).toEqual([1, expect.stringContaining('parse/include-missing')]);
    expect(out + err).not.toContain('title: 部分');
  });

  test('say of a part that it is no policy', async () => {
    const { code, err } = await caijue(['decide', kase, '--policy', join(folder, 'policies/parts/x.yaml')]);
    expect([code, err]).toEqual([1, expect.stringContaining('parse/part-alone')]);
  });
});

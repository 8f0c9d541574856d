// What the mistakes of a case file say to whoever fills it in: what is wrong in the words of the case, and what to write there.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { caijue } from './support/host.js';

const POLICY = `policy: { id: bu, title: 补助办法, in_force: { from: 2020-01-01, to: 2025-12-31 }, completeness: full, source: 虚构 }
articles: { 第一条: 三人以上的，给予补助 }
facts:
  人口: { ask: 家中几人？, type: number, whole: 是, min: 1, cites: 第一条 }
  在外: { ask: 几人在外？, type: number, whole: 是, min: 0, cites: 第一条 }
impossible: [{ when: 在外 > 人口, reason: 在外的人也是家中的人 }]
outcomes:
  补助: { title: 给予补助，按月发放, cites: 第一条, when: 人口 - 在外 >= 3 }
  不补助: { title: 不予补助, cites: 第一条, otherwise: true }
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caijue-'));
  writeFileSync(join(folder, 'bu.yaml'), POLICY);
});

async function told(facts: string, day = '2021-01-01', language = 'zh'): Promise<string> {
  const path = join(folder, 'a.yaml');
  writeFileSync(path, `case: { id: a, title: 试, policy: bu.yaml, happened_on: ${day} }\n${facts}`);
  return (await caijue(['decide', path, '--lang', language])).err;
}

describe('a mistake in a case', () => {
  test('a unit where a plain number is wanted, with the number to write', async () => {
    const err = await told('facts: { 人口: 3人, 在外: 0 }\n');
    expect(err).toContain('parse/unknown-unit 没有「人」这个单位');
    expect(err).toContain('建议: 写成 3；');
    expect(await told('facts: { 人口: 三人, 在外: 0 }\n')).not.toContain('写成 三');
  });

  test('half a person; the drafter’s way out is not offered', async () => {
    const err = await told('facts: { 人口: 2.5, 在外: 0 }\n');
    expect(err).toContain('「人口」只取整数');
    expect(err).toContain('建议: 写整数；这一项在办法中写明只取整数（whole）');
  });

  test('what cannot be together, with the facts that state it', async () => {
    const facts = 'facts: { 人口: 3, 在外: 4 }\n';
    expect(await told(facts)).toContain('所述事实不可能同时存在（人口 = 3、在外 = 4）：在外的人也是家中的人');
    expect(await told(facts, '2021-01-01', 'en')).toContain('what is stated cannot be (人口 = 3、在外 = 4): 在外的人');
  });

  test('a day outside the time in force', async () => {
    const facts = 'facts: { 人口: 3, 在外: 0 }\n';
    expect(await told(facts, '2019-01-01')).toContain('不在办法的施行期间（2020-01-01 起至 2025-12-31）之内');
    expect(await told(facts, '2019-01-01', 'en')).toContain('time in force (from 2020-01-01 until 2025-12-31)');
  });

  test.each(['给予补助，按月发放', '给予补助'])('a recorded outcome by its title: %s', async (title) => {
    const err = await told(`facts: { 人口: 3, 在外: 0 }\ndetermination: { parties: { a: { outcome: "${title}" } } }\n`);
    expect(err).toContain(`记录的结论「${title}」不在所适用的办法之中，是否想写「补助」`);
  });
});

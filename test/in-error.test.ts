// A case in error: there is no answer, so nothing is said of what could change it, by decide and batch alike and in every format.
import { describe, expect, test } from 'vitest';
import { kase, workplace } from './support/batch.js';
import { caijue } from './support/host.js';
import { partyOf, type Small } from './support/small.js';

const when = (condition: string): Small => ({
  outcomes: { 果: `title: 果, when: ${condition}`, 他: 'title: 他, otherwise: 是' },
});
const UNSAID = { status: 'error', missing: [], immaterial: [], open: [] };

describe('of a case in error', () => {
  const impossible: Small = { ...when('丙'), more: 'impossible: [{ when: { all: [甲, 乙] }, reason: 不能并存 }]\n' };

  test('no unknown fact is missing, and none is said to be immaterial: what is mended may alter that', () => {
    for (const withDiagrams of [true, false]) {
      const party = (small: Small, facts: string): unknown => partyOf({ ...small, withDiagrams }, facts);
      expect(party(impossible, '甲: 是, 乙: 是')).toMatchObject(UNSAID);
      const early: Small = { ...when('丙'), head: ', in_force: { from: 2001-01-01 }', kase: 'as_of: 2000-01-01' };
      expect(party(early, '甲: 是')).toMatchObject(UNSAID);
      expect(party(when('{ all: [甲, 数 / 额 > 1] }'), '甲: 是, 数: 1, 额: 0')).toMatchObject(UNSAID);
    }
    expect(partyOf(impossible, '甲: 是, 乙: 否')).toMatchObject({ status: 'pending', missing: ['丙'] });
  });

  test('the report says that this is not known, where it used to list facts or to say that there are none', async () => {
    const at = workplace();
    const path = at.write(
      'cases/a.yaml',
      kase('a', '待查').replace('2021-05-01', '2019-05-01').replace('xiao,', '../policy/xiao.yaml,'),
    );
    const section = async (title: string, language: string): Promise<string> => {
      const { out } = await caijue(['decide', path, '--lang', language]);
      return out.split(/^## .*$/mu)[out.match(/^## .*$/gmu)!.findIndex((head) => head.endsWith(title)) + 1]!.trim();
    };
    expect(await section('尚未查明的事实', 'zh')).toBe('- 不能认定：错误改正之后，才能说哪些事实还应当查明。');
    expect(await section('未采纳的结论', 'zh')).toBe('- 不能认定，所以没有采纳任何结论。');
    expect(await section('Facts not yet established', 'en')).toBe(
      '- There is no determination: which facts have still to be established can be said once the fault is mended.',
    );
    expect(await section('Outcomes not reached', 'en')).toBe('- There is no determination, so no outcome was reached.');
  });

  test('a batch and decide say the same', async () => {
    const at = workplace();
    const path = at.write(
      'cases/a.yaml',
      kase('a', '待查').replace('2021-05-01', '2019-05-01').replace('xiao,', '../policy/xiao.yaml,'),
    );
    const [whole, lines] = [
      await caijue(['decide', path, '--json']),
      await caijue(['batch', path, '--format', 'json']),
    ];
    const [{ parties }, { results }] = [JSON.parse(whole.out), JSON.parse(lines.out)] as [
      { parties: { missing: string[] }[] },
      { results: { parties: { status: string; missing?: string[] }[] }[] },
    ];
    expect(parties[0]).toMatchObject(UNSAID);
    expect(results[0]!.parties[0]).toMatchObject({ status: 'error' });
    expect(results[0]!.parties[0]!.missing ?? []).toEqual(parties[0]!.missing);
  });
});

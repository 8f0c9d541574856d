// Grounds of what two versions say of a party: what decided an answer, and what is lacking where one of them has none.
import { expect, test } from 'vitest';
import { kase, POLICY, workplace } from './support/batch.js';

interface Grounds {
  readonly before: readonly object[];
  readonly after: readonly object[];
}
interface Compared {
  readonly summary: { readonly comparisons: readonly { readonly parties: readonly { readonly grounds: Grounds }[] }[] };
}

test('an answer that is open hangs on what is told to be unknown, under the newer version as under the older one', async () => {
  const at = workplace();
  at.write('policy/other.yaml', POLICY.replace('when: 收入 < 1000元', 'when: not 骗取'));
  at.write('cases/a.yaml', kase('a', '待查'));
  const grounds = async (now: string, against: string): Promise<readonly Grounds[]> => {
    const words = ['--policy', at.path(`policy/${now}.yaml`), '--against', at.path(`policy/${against}.yaml`)];
    const { out } = await at.run(...words, '--format', 'json');
    return (JSON.parse(out) as Compared).summary.comparisons[0]!.parties.map((party) => party.grounds);
  };
  const open = [
    { leaf: '骗取', truth: false },
    { leaf: '低收入', truth: 'unknown' },
  ];
  const decided = [{ leaf: '低收入', truth: true }];
  expect(await grounds('other', 'xiao')).toEqual([{ before: open, after: decided }]);
  expect(await grounds('xiao', 'other')).toEqual([{ before: decided, after: open }]);
});

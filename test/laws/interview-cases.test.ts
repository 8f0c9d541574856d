// Every shipped case, given as answers to an interview, comes out as `decide` says of it.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caijue, ROOT } from '../support/host.js';

process.chdir(ROOT);
const folder = (): string => mkdtempSync(join(tmpdir(), 'caijue-'));

interface Answer {
  readonly parties: readonly {
    readonly status: string;
    readonly outcome: string | null;
    readonly standing: string[];
  }[];
}

async function decided(path: string): Promise<readonly unknown[]> {
  const { out } = await caijue(['decide', path, '--json']);
  return (JSON.parse(out) as Answer).parties.map(({ status, outcome, standing }) => [status, outcome, standing]);
}

const shipped = readdirSync('cases').flatMap((policy) =>
  readdirSync(join('cases', policy))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [policy, join('cases', policy, name)] as const),
);

describe('an interview answered from a case', () => {
  test.each(shipped)('under %s, %s comes out as decide says', async (policy, path) => {
    const out = folder();
    const { code, err } = await caijue(['interview', policy, '--answers', path, '--out', out]);
    expect([code, err]).toEqual([0, '']);
    const [made] = readdirSync(out).filter((name) => name.endsWith('.yaml'));
    expect(await decided(join(out, made!))).toEqual(await decided(path));
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

// The JSON of `caijue explain CASE` against its schema: on cases of every shipped policy, as they are and with facts unknown.
import { Ajv, type ValidateFunction } from 'ajv';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { caijue, ROOT } from './support/host.js';

interface Explained {
  readonly parties: readonly {
    readonly status: string;
    readonly towards: readonly { readonly search: string; readonly ways: readonly { readonly kind: string }[] }[];
  }[];
}

let valid: ValidateFunction;
beforeAll(async () => {
  process.chdir(ROOT);
  const { code, out } = await caijue(['schema', 'explanation']);
  expect(code).toBe(0);
  valid = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(out) as object);
});

async function explained(path: string): Promise<Explained> {
  const { out } = await caijue(['explain', path, '--json']);
  const json = JSON.parse(out) as Explained;
  expect([path, valid(json), valid.errors]).toEqual([path, true, null]);
  return json;
}

/** The first case of a policy, in its words. */
const caseOf = (policy: string): string => join('cases', policy, readdirSync(join('cases', policy)).sort()[0]!);

/** The same with every second fact left out. */
function halved(path: string): string {
  let n = 0;
  const text = readFileSync(path, 'utf8').replaceAll(/^ {2}(?!- )\S+:.*\n(?: {4}.*\n)*/gmu, (entry) =>
    /^ {2}(?:id|title|policy|happened_on|as_of|hypothetical|source|note|parties|decided_\w+|engine):/u.test(entry) ||
    n++ % 2 === 0
      ? entry
      : '',
  );
  const target = join(mkdtempSync(join(tmpdir(), 'caijue-half-')), 'case.yaml');
  writeFileSync(target, text.replace(/^determination:[^]*$/mu, ''));
  return target;
}

describe('the schema of explanations', () => {
  test('is met by cases of every policy, whole and halved, of several statuses, searches and kinds', async () => {
    const seen = new Set<string>();
    for (const policy of readdirSync('cases')) {
      for (const path of [caseOf(policy), halved(caseOf(policy))]) {
        for (const { status, towards } of (await explained(path)).parties) {
          seen.add(status);
          for (const { search, ways } of towards)
            for (const word of [search, ...ways.map(({ kind }) => kind)]) seen.add(word);
        }
      }
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['determined', 'established', 'far', 'found', 'pending', 'supply', 'unsure']),
    );
  });

  test('refuses a key too many, a key too few, and a word that it does not know', async () => {
    const json = await explained('cases/moushi-rongcuo/huang-shuiku-jiashe.yaml');
    const [party] = json.parties;
    const [towards] = party!.towards;
    const withParty = (change: object): object => ({ ...json, parties: [{ ...party, ...change }] });
    const { unsupported, ...lacking } = party as unknown as Record<string, unknown>;
    expect(unsupported).toBeDefined();
    expect([withParty({}), json].map((one) => valid(one))).toEqual([true, true]);
    for (const wrong of [
      { ...json, more: 1 },
      { ...json, parties: [lacking] },
      { ...json, parties: [] },
      withParty({ status: 'fine' }),
      withParty({ towards: [{ ...towards, search: 'perhaps' }] }),
      withParty({ towards: [{ ...towards, ways: [{ kind: 'supply', changes: [], set_aside: [] }] }] }),
    ]) {
      expect(valid(wrong)).toBe(false);
    }
  });
});

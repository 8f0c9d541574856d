// The good files that mutations start from: the policies and cases that are shipped, and the small ones of the tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy } from '../../src/index.js';
import type { Policy } from '../../src/model/policy.js';

/** A good case with the policy that it is read against. */
export interface GoodCase {
  readonly text: string;
  readonly policy: Policy;
}

/** Reads the good files below the root of the repository. */
export function corpus(root: string): { readonly policies: readonly string[]; readonly cases: readonly GoodCase[] } {
  const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
  const fang = read('test/fixtures/hostile/fang.yaml');
  const files = readdirSync(join(root, 'policies')).filter((name) => name.endsWith('.yaml'));
  // A text of the corpus stands for itself: one that includes others would be refused wherever they are not at hand.
  const alone = files.map((name) => read('policies', name)).filter((text) => !/^include:/mu.test(text));
  const policies = [...alone, fang];
  const byId = new Map(policies.map((text) => policyOf(text)).map((policy) => [policy.id, policy]));
  const folders = readdirSync(join(root, 'cases')).filter((folder) => byId.has(folder));
  const shipped = folders.flatMap((folder) =>
    readdirSync(join(root, 'cases', folder)).map((name) => ({
      text: read('cases', folder, name),
      policy: byId.get(folder)!,
    })),
  );
  return { policies, cases: [...shipped, ...SMALL.map((text) => ({ text, policy: byId.get('fang')! }))] };
}

function policyOf(text: string): Policy {
  const result = readPolicy(new TextEncoder().encode(text), 'p');
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

const EVERY_TYPE = `case: { id: y-1, title: "每种一个", policy: fang.yaml, happened_on: 2024-02-29 }
parties:
  - { name: 甲某, role: 经办, facts: { 本人: 是 } }
  - name: 乙某
    facts:
      本人:
        value: 否
        reason: 有说明
facts:
  是否: 是
  金额: 1.10万元
  人数: 3人
  比例: 440301199001011234
  日期: 2024-02-29
  期限: 15日
  情形: 甲类
  情节: [子项, 丑项]
  说明: >-
    一段
    折行的文字
`;

const SMALL: readonly string[] = [
  EVERY_TYPE,
  '{"case":{"id":"j-1","title":"JSON","policy":"fang.yaml"},"facts":{"是否":"是","金额":"0.5亿元","情节":["子项"],"说明":"a\\nb"}}',
  'case: { id: x, title: t, policy: fang.yaml }\nfacts: { 是否: 待查, 金额: , 比例: -0.50, 说明: "文\\t字", 情节: [] }\n',
];

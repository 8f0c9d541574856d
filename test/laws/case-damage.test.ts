// Law: a case that is damaged, wherever and however, is left by the plain reader, or read as the whole loader reads it.
import { describe, expect, test } from 'vitest';
import { DAMAGES, everywhere } from '../fuzz/damage.js';
import { tryFile } from '../fuzz/plain-case-trial.js';
import { runs } from '../support/runs.js';
import { casePolicy } from './case-texts.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const CASES: readonly (readonly [name: string, text: string])[] = [
  [
    'told by indentation',
    `case:
  id: a1
  title: 一
  as_of: 2024-05-01
facts:
  明知: { value: 是, evidence: [笔], found_on: 2024-01-01 }
  金额: 1.5元
  情节:
    - 一
    - 二
  种类: '乙'
determination:
  parties:
    a1: { outcome: 不成, choice: [书面] }
`,
  ],
  [
    'with parties',
    `case: { id: a1, title: "一", policy: p }
parties:
  - name: 甲
    facts:
      明知: 是
  - { name: 乙, role: 长 }
facts:
  时长: { value: 3月, reason: 理 }
  金额: { set_aside: 1元 }
determination:
  decided_on: 2024-01-01
  parties:
    乙: { outcome: 成, differs: { status: gap, reason: 理 } }
`,
  ],
  [
    'in JSON',
    '{"case":{"id":"a1","title":"一","note":null},"parties":[{"name":"甲","facts":{"明知":"是"}},{"name":"乙"}],"facts":{"种类":null,"说明":"\\u4e00","金额":{"value":"1元","evidence":{"file":"a"}}},"determination":{"parties":{"甲":{"outcome":"成","differs":{"expected":"不成","reason":"理"}}}}}',
  ],
];

/** A mutation run tries a share of them, here and there. */
const STEP = runs(100) === 100 ? 1 : 7;

describe.each(CASES)('a case %s', (_, text) => {
  test('is taken', () => {
    expect(tryFile(bytes(text), casePolicy())).toBe(true);
  });

  test.each(DAMAGES)('is not read otherwise with %s', (_, damage) => {
    const policy = casePolicy();
    const seen = { taken: 0, left: 0 };
    for (const damaged of everywhere(text, damage, STEP)) seen[tryFile(bytes(damaged), policy) ? 'taken' : 'left'] += 1;
    expect(seen.taken).toBeGreaterThan(0);
  });
});

// The shape of a case file. What a fact's value means is decided by the policy.
import * as z from 'zod';
import { day, oneOrMore, text, value } from './scalars.js';

const evidence = z.union([text, z.strictObject({ file: text, sha256: text.optional(), note: text.optional() })]);

const stated = z.strictObject({
  value: z.union([value, z.array(value)]).optional(),
  evidence: oneOrMore(evidence).optional(),
  reason: text.optional(),
  found_by: text.optional(),
  found_on: day.optional(),
  note: text.optional(),
  set_aside: z
    .union([value, z.array(value)])
    .describe('此前的回答：问题不再适用，保留而不计入；value 应为待查')
    .optional(),
});

const facts = z.record(z.string(), z.union([value, z.array(value), stated]));

const differs = z.strictObject({
  expected: text.describe('按规则应得的结论').optional(),
  status: z.enum(['pending', 'conflict', 'gap']).describe('按规则没有得出结论：待定、冲突、无规定可循').optional(),
  reason: text.describe('为什么另作决定'),
});

const recordedParty = z.strictObject({
  outcome: text,
  choice: oneOrMore(text).optional(),
  reason: text.optional(),
  note: text.optional(),
  differs: differs.optional(),
});

/** The whole case file. */
export const caseShape = z.strictObject({
  case: z.strictObject({
    id: text.describe('案件编号'),
    title: text,
    policy: text.describe('办法的代号，或相对于案件文件的路径').optional(),
    happened_on: day.describe('行为发生之日').optional(),
    as_of: day.describe('适用哪一日的规定；默认为行为发生之日').optional(),
    applied_by_analogy: text.describe('参照适用的理由').optional(),
    hypothetical: text.describe('假设案件的说明').optional(),
    source: text.optional(),
    note: text.optional(),
  }),
  parties: z
    .array(z.strictObject({ name: text.optional(), role: text.optional(), facts: facts.optional() }))
    .min(1)
    .optional(),
  facts: facts.optional(),
  determination: z
    .strictObject({
      policy: text.optional(),
      engine: text.optional(),
      decided_on: day.optional(),
      decided_by: text.optional(),
      source: text.optional(),
      note: text.optional(),
      parties: z.record(z.string(), recordedParty),
    })
    .optional(),
});

// The shape of a case file. What a fact's value means is decided by the policy.
import * as z from 'zod';
import { day, oneOrMore, text, value } from './scalars.js';

const evidence = z.union([
  text,
  z.strictObject({
    file: text.describe('证据文件的路径'),
    sha256: text.describe('文件的 SHA-256，64 位十六进制').optional(),
    note: text.describe('说明').optional(),
  }),
]);

const stated = z.strictObject({
  value: z
    .union([value, z.array(value)])
    .describe('认定的值；待查或者留空为尚未查明')
    .optional(),
  evidence: oneOrMore(evidence).describe('证据：名称，或者文件').optional(),
  reason: text.describe('理由；裁量判断须有').optional(),
  found_by: text.describe('认定人').optional(),
  found_on: day.describe('认定之日').optional(),
  note: text.describe('说明').optional(),
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
  outcome: text.describe('作出的结论'),
  choice: oneOrMore(text).describe('所选的处理').optional(),
  reason: text.describe('理由').optional(),
  note: text.describe('说明').optional(),
  differs: differs.describe('与按规则应得的结论不同：两者都保留').optional(),
});

/** The whole case file. */
export const caseShape = z.strictObject({
  case: z
    .strictObject({
      id: text.describe('案件编号'),
      title: text.describe('案由'),
      policy: text.describe('办法的代号，或相对于案件文件的路径').optional(),
      happened_on: day.describe('行为发生之日').optional(),
      as_of: day.describe('适用哪一日的规定；默认为行为发生之日').optional(),
      applied_by_analogy: text.describe('参照适用的理由').optional(),
      hypothetical: text.describe('假设案件的说明').optional(),
      source: text.describe('案件的来源').optional(),
      note: text.describe('说明').optional(),
    })
    .describe('案件的基本信息'),
  parties: z
    .array(
      z.strictObject({
        name: text.describe('姓名或名称').optional(),
        role: text.describe('职务或身份').optional(),
        facts: facts.describe('这一当事人的事实').optional(),
      }),
    )
    .min(1)
    .describe('当事人')
    .optional(),
  facts: facts.describe('全案的事实').optional(),
  determination: z
    .strictObject({
      policy: text.describe('办法文件的摘要').optional(),
      engine: text.describe('程序的版本').optional(),
      decided_on: day.describe('决定之日').optional(),
      decided_by: text.describe('决定的机关或人员').optional(),
      source: text.describe('记录的来源').optional(),
      note: text.describe('说明').optional(),
      parties: z.record(z.string(), recordedParty).describe('各当事人的结论'),
    })
    .describe('结案时记录的认定')
    .optional(),
});

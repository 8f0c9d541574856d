// In: nothing. Out: a policy with facts of every type, read anew, under which lines of JSON are tried.
import { readPolicy } from '../../src/index.js';
import type { Policy } from '../../src/model/policy.js';

/** Its text. */
export const LINE_POLICY = `policy: { id: p, title: 办法, completeness: part, source: 设定 }
articles: { 第一条: 设定 }
facts:
  明知: { ask: 问, type: boolean, cites: 第一条 }
  金额: { ask: 问, type: money, min: 0元, max: 1000000元, cites: 第一条 }
  人数: { ask: 问, type: number, unit: 人, whole: true, cites: 第一条 }
  件数: { ask: 问, type: number, whole: true, cites: 第一条 }
  比例: { ask: 问, type: number, cites: 第一条 }
  日期: { ask: 问, type: date, min: 2000-01-01, max: 2029-12-31, cites: 第一条 }
  种类: { ask: 问, type: choice, options: [甲, 乙类, 乙, A, AB, null, 种类], cites: 第一条 }
  情节: { ask: 问, type: choices, options: [一, 二, 三], cites: 第一条 }
  说明: { ask: 问, type: text, cites: 第一条 }
outcomes:
  成: { title: 成, cites: 第一条, when: 明知, choose: [轻, 重] }
  不成: { title: 不成, cites: 第一条, otherwise: true, choose_several: [书面, 口头] }
`;

/** The policy read anew: what is kept of it from an earlier line says nothing here. */
export function linePolicy(text = LINE_POLICY): Policy {
  const read = readPolicy(new TextEncoder().encode(text), 'p');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

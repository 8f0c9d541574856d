// In: what a case says at one place. Out: the text of the case, and what the quick and the whole reading make of it under a policy read anew.
import { readPolicy } from '../../src/index.js';
import type { Policy } from '../../src/model/policy.js';
import { tryPlainCase } from '../fuzz/plain-case-trial.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const POLICY = `policy: { id: p, title: 办法, completeness: part, source: 设定 }
articles: { 第一条: 设定 }
facts:
  明知: { ask: 问, type: boolean, per: party, cites: 第一条 }
  金额: { ask: 问, type: money, min: 0元, max: 1000000元, cites: 第一条 }
  时长: { ask: 问, type: duration, unit: 月, cites: 第一条 }
  日期: { ask: 问, type: date, min: 2000-01-01, max: 2029-12-31, cites: 第一条 }
  比例: { ask: 问, type: number, cites: 第一条 }
  种类: { ask: 问, type: choice, options: [甲, 乙类, 乙, null, 种类], cites: 第一条 }
  情节: { ask: 问, type: choices, options: [一, 二, 三], cites: 第一条 }
  说明: { ask: 问, type: text, cites: 第一条 }
outcomes:
  成: { title: 成, cites: 第一条, when: 明知, choose: [轻, 重] }
  不成: { title: 不成, cites: 第一条, otherwise: true, choose_several: [书面, 口头] }
`;

/** The policy read anew: what is kept of one from an earlier case says nothing here. */
export function casePolicy(text = POLICY): Policy {
  const read = readPolicy(bytes(text), 'p');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

export const tried = (text: string): string => tryPlainCase(bytes(text), casePolicy());

export const HEAD = 'case: { id: an-0001, title: 一件案子 }\n';
export const DIGEST = 'a1'.repeat(32);
export const facts = (own: string): string => `${HEAD}facts:\n  明知: 是\n${own}`;
export const fact = (own: string): string => `${HEAD}facts:\n  明知: { value: 是, ${own} }\n`;
export const json = (own: string, before = ''): string =>
  `${before}{"case":{"id":"an-0001","title":"一"},"facts":{${own}}}\n`;
export const parties = (own: string): string => `${HEAD}parties:\n${own}`;
export const record = (own: string): string => `${HEAD}determination: { parties: { an-0001: { ${own} } } }\n`;

export type Rows = readonly (readonly [name: string, text: string])[];

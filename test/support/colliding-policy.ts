// A small policy with two outcomes that collide, texts that are hostile to every format, and a folder to check it in.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caijue, type Run } from './host.js';

export const HEAD = 'policy: { id: p, title: 办法, completeness: full, source: 示例 }\narticles: { 第一条: 规定 }\n';
export const TWO = `facts:
  甲: { ask: 问, type: boolean, cites: 第一条 }
  乙: { ask: 问, type: boolean, nature: judgement, cites: 第一条 }
outcomes:
  免责: { title: '免责%::]]>&<b>', cites: 第一条, when: 甲 }
  不免: { title: '不免, "不"', cites: 第一条, when: 乙 }
`;
export const SILENCED = `${HEAD}${TWO}silences:
  - { code: check/bare-judgement, at: 乙, reason: '办法没有写明 <怎样> & "判断"' }
`;

/** A new folder for the policies of one test. */
export function formatsFolder(): string {
  return mkdtempSync(join(tmpdir(), 'caijue-formats-'));
}

/** Writes a policy under a name, hostile or not, and checks it. */
export async function checkedIn(
  folder: string,
  name: string,
  text: string,
  ...options: readonly string[]
): Promise<Run> {
  writeFileSync(join(folder, name), text);
  return caijue(['check', join(folder, name), ...options]);
}

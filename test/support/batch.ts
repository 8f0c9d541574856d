// A small policy and folders of cases under it, for the tests of `caijue batch`.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { caijue } from './host.js';

/** The policy of all cases of these tests. */
export const POLICY = `
policy: { id: xiao, title: 小办法, in_force: { from: 2020-01-01 }, completeness: full, source: 虚构 }
articles: { 第一条: 收入低的，给予补助, 第二条: 骗取的，不予补助, 第三条: 其他情形，不予补助 }
facts:
  收入: { ask: 收入多少？, type: money, cites: 第一条 }
  骗取: { ask: 是否骗取？, type: boolean, cites: 第二条, per: party }
rules:
  低收入: { cites: 第一条, when: 收入 < 1000元 }
outcomes:
  不予: { title: 不予补助, cites: 第二条, when: 骗取, prevails_over: [补助] }
  补助: { title: 给予补助, cites: 第一条, modality: may, when: 低收入 }
  其他: { title: 不符合条件, cites: 第三条, otherwise: true }
`;
/** A case of one party, with or without a record. */
export const kase = (id: string, income: string, record = '', fraud = '否'): string =>
  `case: { id: ${id}, title: 案件${id}, policy: xiao, happened_on: 2021-05-01 }
parties: [{ name: 黄某, facts: { 骗取: ${fraud} } }]
facts: { 收入: ${income} }
${record === '' ? '' : `determination: { parties: { 黄某: ${record} } }\n`}`;

/** A line of NDJSON. */
export interface Line {
  readonly file: string;
  readonly party: string | null;
  readonly status: string;
  readonly outcome: string | null;
  readonly recorded: string | null;
  readonly change: string;
  readonly before?: { readonly status: string; readonly outcome: string | null };
}

/** A folder of its own, with the policy in it. */
export interface Workplace {
  readonly path: (name: string) => string;
  readonly write: (name: string, text: string) => string;
  /** Runs over the folder `cases`; every case is judged under the small policy. */
  readonly run: (...more: string[]) => ReturnType<typeof caijue>;
  readonly lines: (...more: string[]) => Promise<Line[]>;
}

/** Makes a workplace. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'caijue-batch-'));
  const path = (name: string): string => join(folder, name);
  const write = (name: string, text: string): string => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
    return path(name);
  };
  write('policy/xiao.yaml', POLICY);
  const run: Workplace['run'] = (...more) =>
    caijue(['batch', path('cases'), '--policy', path('policy/xiao.yaml'), ...more]);
  const lines: Workplace['lines'] = async (...more) => {
    const { out } = await run('--format', 'ndjson', ...more);
    const written = out.split('\n').filter((line) => line !== '');
    return written.map((line) => JSON.parse(line) as Line);
  };
  return { path, write, run, lines };
}

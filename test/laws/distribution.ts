import { parse } from 'yaml';
import type { Case, Condition, Policy, Rule } from '../reference/files.js';
import { referenceDetermine } from '../reference/index.js';
import type { Pair } from './generate.js';

/** How often something was seen, by what it was. */
export type Counts = Record<string, number>;
export interface Distribution {
  readonly pairs: number;
  /** Determinations by status, as the reference finds it without completions. */
  readonly statuses: Counts;
  readonly statusShares: Counts;
  readonly factTypes: Counts;
  readonly ruleKinds: Counts;
  /** Conditions by the depth to which all, any, none and at_least are nested. */
  readonly depths: Counts;
  readonly parties: Counts;
  /** Pairs by the share of facts left unknown, to the nearest tenth. */
  readonly unknownTenths: Counts;
  readonly features: Counts;
}

const add = (counts: Counts, key: string | number): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

function depthOf(condition: Condition): number {
  if (typeof condition === 'string') return 0;
  const children = condition.all ?? condition.any ?? condition.none ?? condition.at_least?.of ?? [];
  return 1 + Math.max(0, ...children.map(depthOf));
}

function ruleKind(rule: Rule): string {
  if (rule.when !== undefined) return rule.unless === undefined ? 'when' : 'when unless';
  if (rule.value !== undefined) return 'value';
  if (rule.table) return rule.table.hit === 'first' ? 'table first' : 'table unique';
  return rule.cases!.some(({ otherwise }) => otherwise !== undefined) ? 'cases otherwise' : 'cases';
}

const MARKS: Readonly<Record<string, RegExp>> = {
  applies_when: /applies_when/u,
  impossible: /impossible/u,
  parameters: /^parameters/mu,
  in_force: /in_force/u,
  'prevails_over: all': /prevails_over: ["']?all/u,
  prevails_over: /prevails_over/u,
  'otherwise outcome': /otherwise: ["']?true/u,
  'modality may': /modality: ["']?may/u,
  choose: /choose/u,
  states: /states/u,
  'min max': /(min|max)\(/u,
  count: /count\(/u,
  division: / \/ /u,
  between: /_between\(/u,
  add_days: /add_days\(/u,
  add_months: /add_months\(/u,
  as_of: /as_of/u,
};

function unknownShare(policy: Policy, file: Case): number {
  const stated = [file.facts ?? {}, ...(file.parties ?? []).map(({ facts }) => facts ?? {})];
  const known = Object.assign({}, ...stated) as Record<string, unknown>;
  const names = Object.keys(policy.facts ?? {});
  return names.filter((name) => !known[name] || JSON.stringify(known[name]).includes('待查')).length / names.length;
}

function countPolicy(policy: Policy, counts: Pick<Distribution, 'factTypes' | 'ruleKinds' | 'depths'>): void {
  for (const fact of Object.values(policy.facts ?? {})) {
    add(counts.factTypes, fact.unit === undefined ? fact.type : `${fact.type} ${fact.unit}`);
  }
  for (const rule of Object.values(policy.rules ?? {})) add(counts.ruleKinds, ruleKind(rule));
  for (const { when } of [...Object.values(policy.rules ?? {}), ...Object.values(policy.outcomes)]) {
    if (when !== undefined) add(counts.depths, depthOf(when));
  }
}

/** What these pairs cover. */
export function distribution(pairs: readonly Pair[]): Distribution {
  const statuses: Counts = { determined: 0, pending: 0, conflict: 0, gap: 0, error: 0 };
  const counts = { statuses, factTypes: {}, ruleKinds: {}, depths: {}, parties: {}, unknownTenths: {}, features: {} };
  for (const { policyText, caseText } of pairs) {
    const policy = parse(policyText, { schema: 'failsafe' }) as Policy;
    const file = parse(caseText, { schema: 'failsafe' }) as Case;
    countPolicy(policy, counts);
    add(counts.parties, file.parties?.length ?? 0);
    add(counts.unknownTenths, Math.round(unknownShare(policy, file) * 10));
    for (const [name, mark] of Object.entries(MARKS)) if (mark.test(policyText)) add(counts.features, name);
    for (const { status } of referenceDetermine(policyText, caseText, 'kleene')) add(counts.statuses, status);
  }
  const total = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const shares = Object.entries(statuses).map(([status, count]) => [status, count / total]);
  return { pairs: pairs.length, ...counts, statusShares: Object.fromEntries(shares) as Counts };
}

/** The same as text, one line for each heading. */
export function printDistribution(found: Distribution): string {
  const { pairs, statusShares, ...counts } = found;
  const shares = Object.entries(statusShares).map(([status, share]) => `${status} ${(share * 100).toFixed(1)}%`);
  const line = ([heading, of]: [string, Counts]): string =>
    `${heading}: ${Object.entries(of)
      .map(([key, n]) => `${key} ${n}`)
      .join(', ')}`;
  return [`pairs: ${pairs}`, `status: ${shares.join(', ')}`, ...Object.entries(counts).map(line)].join('\n');
}

// The findings of the checks about a small policy, given by its parts in lines of YAML.
import { checkPolicy } from '../../src/check/check-policy.js';
import { readPolicy, type Diagnostic } from '../../src/index.js';

/** Findings about a policy with these parts, in lines of YAML; every article is cited by an outcome. */
export function findings(parts: string, limit?: number): readonly Diagnostic[] {
  const articles = /^articles:/mu.test(parts) ? '' : 'articles: { 第一条: 规定 }\n';
  const head = 'policy: { id: p, title: 办法, completeness: full, source: 示例 }\n';
  const read = readPolicy(new TextEncoder().encode(head + articles + parts), 'policy.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return checkPolicy(read.value, limit);
}

/** Their codes, each with the name that it is about. */
export const codes = (parts: string, limit?: number): readonly string[] =>
  findings(parts, limit).map(({ code, words }) => [code, words['name']].filter(Boolean).join(' '));

/** Facts that are true or false. */
export const booleans = (...names: readonly string[]): string =>
  `facts: { ${names.map((name) => `${name}: { ask: 问, type: boolean, cites: 第一条 }`).join(', ')} }\n`;
/** A fact that counts persons. */
export const number = (name: string): string =>
  `facts: { ${name}: { ask: 问, type: number, unit: 人, cites: 第一条 } }\n`;

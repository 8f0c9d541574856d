// In: the bytes of a case file. Out: its head and tree, enough to find the policy that it is then read against.
import { diagnose, inReadingOrder, type Result } from '../../model/diagnostic.js';
import type { CaseHead } from '../../model/case.js';
import type { Source } from '../../model/source.js';
import { isId } from '../policy/read-policy.js';
import { readDay } from '../policy/parameters.js';
import { checkShape } from '../shape/check-shape.js';
import { report, type Findings } from '../words/context.js';
import { LIMITS, readBytes } from '../yaml/read-bytes.js';
import { readTree } from '../read-tree.js';
import { child, keySpan, requiredText, textAt, type Mapping } from '../yaml/tree.js';

/** A case whose shape is sound and whose facts are not read yet. */
export interface OpenedCase {
  readonly head: CaseHead;
  readonly tree: Mapping;
  readonly source: Source;
}

/** Opens a case file (YAML or JSON); `name` is what messages call it. */
export function openCase(bytes: Uint8Array, name: string): Result<OpenedCase> {
  const text = readBytes(bytes, name, LIMITS.case);
  if (!text.ok) return text;
  const { source } = text.value;
  const tree = readTree(text.value);
  if (!tree.ok) return tree;
  const shape = checkShape(tree.value, 'case', source);
  if (shape.length > 0) return { ok: false, diagnostics: inReadingOrder(shape) };
  const findings: Findings = { source, found: [] };
  const head = readHead(tree.value, findings);
  if (findings.found.length > 0) return { ok: false, diagnostics: inReadingOrder(findings.found) };
  return { ok: true, value: { head, tree: tree.value, source }, diagnostics: [] };
}

/** Says that a case names no policy and none was given. */
export function missingPolicy(opened: OpenedCase): Result<never> {
  const at = keySpan(opened.tree, 'case');
  return { ok: false, diagnostics: [diagnose('case/missing-policy', opened.source, at)] };
}

function readHead(tree: Mapping, findings: Findings): CaseHead {
  const node = child(tree, 'case')!;
  const id = requiredText(node, 'id');
  if (!isId(id)) report(findings, 'parse/bad-id', child(node, 'id')!.at, { name: id });
  const [happenedOn, asOf] = [readDay(node, 'happened_on', findings), readDay(node, 'as_of', findings)];
  const optional = <K extends string>(key: K, from: string): Partial<Record<K, string>> => {
    const text = textAt(node, from);
    return (text === undefined || text.trim() === '' ? {} : { [key]: text }) as Partial<Record<K, string>>;
  };
  return {
    id,
    title: requiredText(node, 'title'),
    ...optional('policy', 'policy'),
    ...optional('appliedByAnalogy', 'applied_by_analogy'),
    ...optional('hypothetical', 'hypothetical'),
    ...optional('origin', 'source'),
    ...optional('note', 'note'),
    ...(happenedOn === undefined ? {} : { happenedOn }),
    ...(asOf === undefined ? {} : { asOf }),
    at: keySpan(node, 'id'),
    dayAt: child(node, asOf === undefined ? 'happened_on' : 'as_of')?.at ?? keySpan(node, 'id'),
  };
}

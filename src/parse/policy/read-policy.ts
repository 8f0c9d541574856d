// In: the bytes of a policy file. Out: the policy, or every mistake of the first stage that has one.
import { inReadingOrder, type Result } from '../../model/diagnostic.js';
import type { Boundary, Completeness, Fact, Parameter, Policy } from '../../model/policy.js';
import { checkShape } from '../shape/check-shape.js';
import { policyShape } from '../shape/policy-shape.js';
import { report, type Findings } from '../words/context.js';
import type { Named } from '../words/names.js';
import { LIMITS, readBytes } from '../yaml/read-bytes.js';
import { readTree } from '../yaml/read-tree.js';
import { child, entriesOf, itemsOf, keySpan, textAt, type Mapping, type Scalar, type Tree } from '../yaml/tree.js';
import { readArticles } from './articles.js';
import { citationsIn } from './citations.js';
import { checkNames, type Draft } from './draft.js';
import { declaredType, declaredUnits, readFact } from './facts.js';
import { checkCircles, checkParties } from './order.js';
import { readImpossible, readOutcomes } from './outcomes.js';
import { readParameter, readPeriod } from './parameters.js';
import { ruleReader, type RuleReader } from './rules.js';

/** Reads a policy. `name` is what messages call the file. Stages: bytes, YAML, shape, names, meaning; a faulty stage ends it. */
export function readPolicy(bytes: Uint8Array, name: string): Result<Policy> {
  const text = readBytes(bytes, name, LIMITS.policy);
  if (!text.ok) return text;
  const { source } = text.value;
  const tree = readTree(text.value);
  if (!tree.ok) return tree;
  const shape = checkShape(tree.value, policyShape, source);
  if (shape.length > 0) return { ok: false, diagnostics: inReadingOrder(shape) };
  const findings: Findings = { source, found: [] };
  checkNames(tree.value, findings);
  if (findings.found.length > 0) return { ok: false, diagnostics: inReadingOrder(findings.found) };
  const policy = readMeaning(tree.value, findings);
  const diagnostics = inReadingOrder(findings.found);
  return diagnostics.length === 0 ? { ok: true, value: policy, diagnostics } : { ok: false, diagnostics };
}

function readMeaning(tree: Mapping, findings: Findings): Policy {
  const { draft, rules } = openDraft(tree, findings);
  const facts = readAll(tree, 'facts', draft, readFact);
  const parameters = readAll(tree, 'parameters', draft, readParameter);
  const parts = { facts, rules: rules.readAll(), outcomes: readOutcomes(draft) };
  checkCircles(parts, findings);
  checkParties(parts, findings);
  const head = child(tree, 'policy')!;
  const issuer = textAt(head, 'issuer');
  const number = textAt(head, 'number');
  const boundary = readBoundary(child(head, 'boundary'), draft);
  return {
    id: readId(head, findings),
    title: textAt(head, 'title') ?? '',
    ...(issuer ? { issuer } : {}),
    ...(number ? { number } : {}),
    inForce: readPeriod(child(head, 'in_force'), findings),
    completeness: textAt(head, 'completeness') as Completeness,
    origin: textAt(head, 'source') ?? '',
    ...(boundary ? { boundary } : {}),
    articles: draft.articles,
    parameters,
    ...parts,
    impossible: readImpossible(draft),
    units: draft.scope.units,
    source: findings.source,
  };
}

function openDraft(tree: Mapping, findings: Findings): { draft: Draft; rules: RuleReader } {
  const types = new Map<string, Named | 'faulty'>();
  for (const [section, to] of [
    ['facts', 'fact'],
    ['parameters', 'parameter'],
  ] as const) {
    for (const { key, value } of entriesOf(child(tree, section))) {
      const type = declaredType(value, findings);
      types.set(key.text, type ? { ref: { to, name: key.text }, type } : 'faulty');
    }
  }
  types.set('as_of', { ref: { to: 'as_of', name: 'as_of' }, type: { kind: 'date' } });
  const rules = ruleReader(tree, () => draft);
  const ruleNames = entriesOf(child(tree, 'rules')).map(({ key }) => key.text);
  const names = {
    get: (name: string) => types.get(name) ?? rules.typeOf(name),
    keys: () => [...types.keys(), ...ruleNames],
  };
  const outcomes = new Set(entriesOf(child(tree, 'outcomes')).map(({ key }) => key.text));
  const articles = readArticles(child(tree, 'articles'), findings);
  const draft: Draft = {
    ...findings,
    tree,
    articles,
    scope: { names, outcomes, units: declaredUnits(tree, findings) },
  };
  return { draft, rules };
}

type ReadOne<T> = (key: Scalar, node: Tree, type: Named['type'], draft: Draft) => T;

function readAll<T extends Fact | Parameter>(
  tree: Mapping,
  section: string,
  draft: Draft,
  readOne: ReadOne<T>,
): Map<string, T> {
  const read = entriesOf(child(tree, section)).flatMap(({ key, value }) => {
    const named = draft.scope.names.get(key.text);
    return named && named !== 'faulty' ? [[key.text, readOne(key, value, named.type, draft)] as const] : [];
  });
  return new Map(read);
}

const ID = /^[\p{L}\p{Nd}](?:[\p{L}\p{Nd}._-]{0,62}[\p{L}\p{Nd}_-])?$/u;

/** Whether a text can be an id, and so a part of a file name on any system: no path, no device name, no trailing dot. */
export function isId(text: string): boolean {
  return ID.test(text) && text.normalize('NFKC') === text && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(text);
}

function readId(head: Tree, findings: Findings): string {
  const id = textAt(head, 'id') ?? '';
  if (!isId(id)) report(findings, 'parse/bad-id', keySpan(head, 'id'), { name: id });
  return id;
}

const BOUNDARY_WORDS = ['以上', '以下', '以内', '届满', '不满', '超过', '以外'];

function readBoundary(tree: Tree | undefined, draft: Draft): Boundary | undefined {
  if (!tree) return undefined;
  const words = entriesOf(tree).flatMap(({ key, value }) => {
    if (key.text === 'cites') return [];
    const text = itemsOf(value)[0];
    const says = text?.kind === 'text' ? text.text : '';
    if (!BOUNDARY_WORDS.includes(key.text) || (says !== 'includes' && says !== 'excludes')) {
      report(draft, 'parse/boundary', key.at, { name: key.text, allowed: BOUNDARY_WORDS.join(' ') });
    }
    return [{ word: key.text, includes: says === 'includes' }];
  });
  return { words, cites: citationsIn(child(tree, 'cites'), draft.articles, draft) };
}

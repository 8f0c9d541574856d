// In: the bytes of a policy file. Out: the policy, or every mistake of the first stage that has one.
import { inReadingOrder, type Result } from '../../model/diagnostic.js';
import type { ValueType } from '../../model/expression.js';
import type { Boundary, Completeness, Fact, Parameter, Policy } from '../../model/policy.js';
import { checkShape } from '../shape/check-shape.js';
import { policyShape } from '../shape/policy-shape.js';
import { report, type Findings } from '../words/context.js';
import type { Named } from '../words/names.js';
import { LIMITS, readBytes } from '../yaml/read-bytes.js';
import { readTree } from '../read-tree.js';
import { child, entriesOf, requiredText, textAt, type Mapping, type Scalar, type Tree } from '../yaml/tree.js';
import { readArticles } from './articles.js';
import { citationsIn } from './citations.js';
import { checkNames, type Draft } from './draft.js';
import { declaredType, declaredUnits, isSound, readFact } from './facts.js';
import { checkCircles, checkParties } from './order.js';
import { readImpossible, readOutcomes } from './outcomes.js';
import { readParameter, readPeriod } from './parameters.js';
import { ruleReader, type RuleReader } from './rules.js';
import { readSilences } from './silences.js';

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
  const { draft, rules, types } = openDraft(tree, findings);
  const facts = readAll(tree, 'facts', draft, types, readFact);
  const parameters = readAll(tree, 'parameters', draft, types, readParameter);
  const parts = { facts, rules: rules.readAll(), outcomes: readOutcomes(draft) };
  checkCircles(parts, findings);
  checkParties(parts, findings);
  const head = child(tree, 'policy')!;
  const issuer = textAt(head, 'issuer');
  const number = textAt(head, 'number');
  const boundary = readBoundary(child(head, 'boundary'), draft);
  return {
    id: readId(head, findings),
    title: requiredText(head, 'title'),
    ...(issuer ? { issuer } : {}),
    ...(number ? { number } : {}),
    inForce: readPeriod(child(head, 'in_force'), findings),
    completeness: textAt(head, 'completeness') as Completeness,
    origin: requiredText(head, 'source'),
    ...(boundary ? { boundary } : {}),
    articles: draft.articles,
    parameters,
    ...parts,
    impossible: readImpossible(draft),
    silences: readSilences(child(tree, 'silences'), findings),
    units: draft.scope.units,
    source: findings.source,
  };
}

interface Opened {
  readonly draft: Draft;
  readonly rules: RuleReader;
  /** The types that facts and parameters declare. */
  readonly types: ReadonlyMap<string, ValueType>;
}

function openDraft(tree: Mapping, findings: Findings): Opened {
  const types = new Map<string, ValueType>();
  const named = new Map<string, Named | 'faulty'>();
  for (const [section, to] of [
    ['facts', 'fact'],
    ['parameters', 'parameter'],
  ] as const) {
    for (const entry of entriesOf(child(tree, section))) {
      const name = entry.key.text;
      const type = declaredType(entry, findings);
      if (type) types.set(name, type);
      named.set(name, type && isSound(type) ? { ref: { to, name }, type } : 'faulty');
    }
  }
  named.set('as_of', { ref: { to: 'as_of', name: 'as_of' }, type: { kind: 'date' } });
  const rules = ruleReader(tree, () => draft);
  const ruleNames = entriesOf(child(tree, 'rules')).map(({ key }) => key.text);
  const names = {
    get: (name: string) => named.get(name) ?? rules.typeOf(name),
    keys: () => [...named.keys(), ...ruleNames],
  };
  const outcomes = new Set(entriesOf(child(tree, 'outcomes')).map(({ key }) => key.text));
  const articles = readArticles(child(tree, 'articles'), findings);
  const draft: Draft = { ...findings, tree, articles, scope: { names, outcomes, units: declaredUnits(tree) } };
  return { draft, rules, types };
}

type ReadOne<T> = (key: Scalar, node: Tree, type: ValueType, draft: Draft) => T;

function readAll<T extends Fact | Parameter>(
  tree: Mapping,
  section: string,
  draft: Draft,
  types: ReadonlyMap<string, ValueType>,
  readOne: ReadOne<T>,
): Map<string, T> {
  const read = entriesOf(child(tree, section)).flatMap(({ key, value }) => {
    const type = types.get(key.text);
    return type ? [[key.text, readOne(key, value, type, draft)] as const] : [];
  });
  return new Map(read);
}

const ID = /^[\p{L}\p{Nd}](?:[\p{L}\p{Nd}._-]{0,62}[\p{L}\p{Nd}_-])?$/u;

/** Whether a text can be an id, and so a part of a file name on any system: no path, no device name, no trailing dot. */
export function isId(text: string): boolean {
  return ID.test(text) && text.normalize('NFKC') === text && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(text);
}

function readId(head: Tree, findings: Findings): string {
  const id = requiredText(head, 'id');
  if (!isId(id)) report(findings, 'parse/bad-id', child(head, 'id')!.at, { name: id });
  return id;
}

const BOUNDARY_WORDS = ['以上', '以下', '以内', '届满', '不满', '超过', '以外'];

function readBoundary(tree: Tree | undefined, draft: Draft): Boundary | undefined {
  if (!tree) return undefined;
  const words = entriesOf(tree).flatMap(({ key, value }) => {
    if (key.text === 'cites') return [];
    const says = value.kind === 'text' ? value.text : '';
    const isWord = BOUNDARY_WORDS.includes(key.text);
    if (!isWord || (says !== 'includes' && says !== 'excludes')) {
      const name = isWord ? says || key.text : key.text;
      report(draft, 'parse/boundary', isWord ? value.at : key.at, { name, allowed: BOUNDARY_WORDS.join(' ') });
    }
    return [{ word: key.text, includes: says === 'includes' }];
  });
  return { words, cites: citationsIn(child(tree, 'cites'), draft.articles, draft) };
}

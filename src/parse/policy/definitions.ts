// In: the merged tree of a policy or a part. Out: what it defines except outcomes: provisions, facts, parameters, rules, impossible combinations.
import type { ValueType } from '../../model/expression.js';
import type { Fact, Outcome, Parameter, Policy } from '../../model/policy.js';
import type { Findings } from '../words/context.js';
import type { Named } from '../words/names.js';
import { child, entriesOf, type Mapping, type Scalar, type Tree } from '../yaml/tree.js';
import { readArticles } from './articles.js';
import type { Draft } from './draft.js';
import { declaredType, declaredUnits, isSound, readFact } from './facts.js';
import { checkAdvice, checkCircles, checkParties } from './order.js';
import { readImpossible } from './outcomes.js';
import { readParameter } from './parameters.js';
import { ruleReader, type RuleReader } from './rules.js';

/** What a policy defines besides its head. */
export type PolicyBody = Pick<
  Policy,
  'articles' | 'facts' | 'parameters' | 'rules' | 'impossible' | 'units' | 'outcomes'
>;

/** Reads all definitions; outcomes by the reader given, as only a policy has them. */
export function readDefinitions(
  tree: Mapping,
  findings: Findings,
  readOutcomes: (draft: Draft) => ReadonlyMap<string, Outcome>,
): { readonly draft: Draft; readonly definitions: PolicyBody } {
  const { draft, rules, types } = openDraft(tree, findings);
  const facts = readAll(tree, 'facts', draft, types, readFact);
  const parameters = readAll(tree, 'parameters', draft, types, readParameter);
  const parts = { facts, rules: rules.readAll(), outcomes: readOutcomes(draft) };
  checkCircles(parts, findings);
  checkParties(parts, findings);
  const { articles, scope } = draft;
  const impossible = readImpossible(draft);
  checkAdvice(parts, impossible, findings);
  return { draft, definitions: { articles, parameters, ...parts, impossible, units: scope.units } };
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

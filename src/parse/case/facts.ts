// In: the facts of a case and the policy's definitions. Out: stated facts with their evidence, or findings.
import type { Evidence, StatedFact } from '../../model/case.js';
import type { Constant } from '../../model/expression.js';
import type { Fact, Policy } from '../../model/policy.js';
import type { Span } from '../../model/source.js';
import { nearest } from '../nearest.js';
import { compareLimits, isWhole } from '../policy/facts.js';
import { readDay } from '../policy/parameters.js';
import { MOST_HINTS, report, typeText, type Findings } from '../words/context.js';
import { readLiteral } from '../words/literal.js';
import { joinedKey } from '../yaml/broken.js';
import { child, entriesOf, itemsOf, keySpan, textAt, type Scalar, type Tree } from '../yaml/tree.js';

/** Where facts stand: those of the case, those of a party, or those of a case that names no parties. */
export type Holder = 'case' | 'party' | 'both';

/** Reads the facts under a `facts` key. */
export function readFacts(
  tree: Tree | undefined,
  holder: Holder,
  policy: Policy,
  findings: Findings,
): Map<string, StatedFact> {
  const facts = new Map<string, StatedFact>();
  for (const { key, value, bare } of entriesOf(tree)) {
    const fact = policy.facts.get(key.text);
    const joined = fact ? undefined : joinedKey(key, (name) => bare && policy.facts.has(name));
    if (joined) report(findings, joined.code, joined.at, joined.words);
    else if (!fact) {
      const near = findings.found.length < MOST_HINTS ? nearest(key.text, policy.facts.keys()) : '';
      report(findings, 'case/unknown-fact', key.at, { name: key.text, near });
    } else if (holder !== 'both' && fact.per !== holder) {
      report(findings, fact.per === 'party' ? 'case/party-fact-elsewhere' : 'case/case-fact-under-party', key.at, {
        name: key.text,
      });
    } else facts.set(key.text, readFact(key, value, fact, policy, findings));
  }
  return facts;
}

function readFact(key: Scalar, node: Tree, fact: Fact, policy: Policy, findings: Findings): StatedFact {
  const detailed = node.kind === 'map';
  const tree = detailed ? child(node, 'value') : node;
  const value = tree ? readStated(tree, fact, policy, findings) : null;
  if (value) checkLimits(value, fact, tree!.at, findings);
  const aside = detailed ? child(node, 'set_aside') : undefined;
  const setAside = aside ? readStated(aside, fact, policy, findings) : null;
  if (setAside) checkLimits(setAside, fact, aside!.at, findings);
  if (value && aside) report(findings, 'case/set-aside-beside-value', keySpan(node, 'set_aside'), { name: key.text });
  readDay(detailed ? node : undefined, 'found_on', findings);
  const optional = (to: string, from: string): Record<string, string> => {
    const text = detailed ? textAt(node, from) : undefined;
    return text === undefined ? {} : { [to]: text };
  };
  return {
    name: key.text,
    value,
    evidence: readEvidence(child(node, 'evidence'), findings),
    ...optional('reason', 'reason'),
    ...optional('foundBy', 'found_by'),
    ...optional('foundOn', 'found_on'),
    ...optional('note', 'note'),
    ...(setAside ? { setAside } : {}),
    at: key.at,
  };
}

/** 待查 and nothing are unknown; everything else has to fit the fact's type. */
function readStated(tree: Tree, fact: Fact, policy: Policy, findings: Findings): Constant | null {
  if (tree.kind === 'text' && (tree.empty || tree.text.trim() === '' || tree.text === '待查')) return null;
  if (fact.type.kind === 'choices') return readSeveral(itemsOf(tree), fact.type.options, findings);
  if (tree.kind !== 'text') {
    report(findings, 'parse/value-of-wrong-type', tree.at, { name: fact.name, expected: typeText(fact.type) });
    return null;
  }
  const literal = readLiteral(tree.text, fact.type, policy.units);
  if (literal.ok) return literal.value;
  report(findings, literal.code, tree.at, literal.words);
  return null;
}

function readSeveral(items: readonly Tree[], options: readonly string[], findings: Findings): Constant {
  const names = items.map((item) => (item as Scalar).text);
  items.forEach((item, i) => {
    const name = names[i]!;
    const words = { name, near: nearest(name, options), allowed: options.join(' ') };
    if (!options.includes(name)) report(findings, 'parse/unknown-option', item.at, words);
    else if (names.indexOf(name) < i) report(findings, 'parse/duplicate-key', item.at, { name });
  });
  return { kind: 'choices', options: options.filter((option) => names.includes(option)) };
}

function checkLimits(value: Constant, fact: Fact, at: Span, findings: Findings): void {
  if (value.kind !== 'quantity' && value.kind !== 'date') return;
  const low = fact.min && compareLimits(value, fact.min) < 0;
  const high = fact.max && compareLimits(value, fact.max) > 0;
  if (low || high) report(findings, low ? 'case/below-minimum' : 'case/above-maximum', at, { name: fact.name });
  else if (fact.whole && !isWhole(value)) report(findings, 'parse/not-a-whole-number', at, { name: fact.name });
}

function readEvidence(tree: Tree | undefined, findings: Findings): Evidence[] {
  return itemsOf(tree).map((item) => {
    if (item.kind === 'text') return { note: item.text };
    const [file, sha256, note] = [textAt(item, 'file'), textAt(item, 'sha256'), textAt(item, 'note')];
    if (sha256 !== undefined && !/^(?:sha256:)?[0-9a-f]{64}$/u.test(sha256)) {
      report(findings, 'case/bad-digest', child(item, 'sha256')!.at, { name: sha256 });
    }
    return { ...(file ? { file } : {}), ...(sha256 ? { sha256 } : {}), ...(note ? { note } : {}) };
  });
}

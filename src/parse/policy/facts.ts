// In: the `facts` of a policy. Out: typed facts; conditions under `applies_when` are read once all names are known.
import type { Constant, ValueType } from '../../model/expression.js';
import type { Fact, Option } from '../../model/policy.js';
import { BUILT_IN_UNITS } from '../../model/quantity.js';
import { report, type Findings } from '../words/context.js';
import { nearest } from '../nearest.js';
import { readLiteral } from '../words/literal.js';
import { nameFault } from '../words/names.js';
import {
  child,
  entriesOf,
  itemsOf,
  keySpan,
  requiredText,
  textAt,
  type Entry,
  type Scalar,
  type Tree,
} from '../yaml/tree.js';
import { readCitations } from './citations.js';
import { readCondition } from './conditions.js';
import type { Draft } from './draft.js';

/** Whether a text may be the unit of a number: a word that means nothing else. */
function isUnit(unit: string): boolean {
  return !BUILT_IN_UNITS.includes(unit) && /^\p{L}[\p{L}\p{Nd}_]*$/u.test(unit) && !/^[万亿]/u.test(unit);
}

/** The units that number facts and parameters declare; those that cannot be units are reported with their types. */
export function declaredUnits(tree: Tree): Set<string> {
  const nodes = ['facts', 'parameters'].flatMap((section) => entriesOf(child(tree, section)).map(({ value }) => value));
  const numbers = nodes.filter((node) => textAt(node, 'type') === 'number');
  return new Set(
    numbers.map((node) => textAt(node, 'unit')).filter((unit) => unit !== undefined && isUnit(unit)) as string[],
  );
}

/** The type that a fact or parameter declares; undefined after a finding. */
export function declaredType({ key, value: node }: Entry, findings: Findings): ValueType | undefined {
  const type = requiredText(node, 'type');
  const unit = textAt(node, 'unit');
  const at = keySpan(node, 'unit');
  if (unit !== undefined && type !== 'number' && type !== 'duration') {
    return report(findings, 'parse/unit-not-here', at, { type });
  }
  if (type === 'number' && unit !== undefined && !isUnit(unit)) {
    return report(findings, 'parse/bad-unit', child(node, 'unit')!.at, { name: unit });
  }
  if (type === 'duration' && unit !== '日' && unit !== '月') {
    return report(findings, 'parse/duration-unit', unit === undefined ? key.at : child(node, 'unit')!.at);
  }
  if (type === 'money') return { kind: 'quantity', unit: '元' };
  if (type === 'number' || type === 'duration') return { kind: 'quantity', unit: unit ?? null };
  if (type !== 'choice' && type !== 'choices') return { kind: type as 'boolean' | 'date' | 'text' };
  return { kind: type, options: optionNames(child(node, 'options')) };
}

/** Whether conditions can rely on a type: options that are missing, unfit or doubled are reported where they are declared. */
export function isSound(type: ValueType): boolean {
  if (!('options' in type)) return true;
  const { options } = type;
  return options.length > 0 && new Set(options).size === options.length && options.every((name) => !nameFault(name));
}

function optionNames(tree: Tree | undefined): string[] {
  if (tree?.kind === 'map') return [...tree.entries.keys()];
  return itemsOf(tree).map((item) => (item as Scalar).text);
}

/** Reads one fact, given its type. */
export function readFact(key: Scalar, node: Tree, type: ValueType, draft: Draft): Fact {
  const appliesWhen = readCondition(child(node, 'applies_when'), draft);
  const otherwise = readOtherwise(node, type, draft);
  const group = textAt(node, 'group');
  const guidance = textAt(node, 'guidance');
  const limits = readLimits(node, type, draft);
  return {
    name: key.text,
    ask: requiredText(node, 'ask'),
    type,
    cites: readCitations(node, draft.articles, draft),
    per: textAt(node, 'per') === 'party' ? 'party' : 'case',
    nature: textAt(node, 'nature') === 'judgement' ? 'judgement' : 'finding',
    evidence: (textAt(node, 'evidence') ?? 'expected') as Fact['evidence'],
    options: readOptions(key, node, type, draft),
    whole: readWhole(node, type, [limits.min, limits.max, otherwise], draft),
    ...limits,
    ...(group ? { group } : {}),
    ...(guidance ? { guidance } : {}),
    ...(appliesWhen ? { appliesWhen } : {}),
    ...(otherwise ? { otherwise } : {}),
    at: key.at,
  };
}

function readOptions({ at }: Scalar, node: Tree, type: ValueType, draft: Draft): Option[] {
  const tree = child(node, 'options');
  const wanted = type.kind === 'choice' || type.kind === 'choices';
  if (!wanted && tree) report(draft, 'parse/options-not-here', keySpan(node, 'options'));
  if (wanted && !tree) report(draft, 'parse/options-missing', at);
  const entries =
    tree?.kind === 'map' ? entriesOf(tree) : itemsOf(tree).map((item) => ({ key: item as Scalar, value: undefined }));
  if (tree && entries.length === 0) report(draft, 'parse/nothing-there', tree.at, { name: 'options' });
  const seen = new Set<string>();
  return entries.map(({ key, value }) => {
    const fault = nameFault(key.text);
    if (fault) report(draft, fault, key.at, { name: key.text });
    if (seen.has(key.text)) report(draft, 'parse/duplicate-key', key.at, { name: key.text });
    seen.add(key.text);
    const says = value?.kind === 'text' ? value.text : textAt(value, 'says');
    return {
      name: key.text,
      cites: readCitations(value, draft.articles, draft),
      ...(says ? { says } : {}),
      at: key.at,
    };
  });
}

function readOtherwise(node: Tree, type: ValueType, draft: Draft): Constant | undefined {
  const [condition, tree] = [child(node, 'applies_when'), child(node, 'otherwise')];
  if (!condition && !tree) return undefined;
  if (!tree) return report(draft, 'parse/otherwise-missing', keySpan(node, 'applies_when'));
  if (!condition) return report(draft, 'parse/otherwise-alone', keySpan(node, 'otherwise'));
  return readConstant(tree, 'otherwise', type, draft);
}

/** Reads a constant of a type where the policy states one under a key; `choices` take a list. */
export function readConstant(tree: Tree, name: string, type: ValueType, draft: Draft): Constant | undefined {
  if (tree.kind === 'text' && (tree.empty || (tree.text.trim() === '' && type.kind !== 'text')))
    return report(draft, 'parse/nothing-there', tree.at, { name });
  if (type.kind === 'choices') {
    const parts = itemsOf(tree) as readonly Scalar[];
    const unknown = parts.find((part) => !type.options.includes(part.text));
    if (unknown) {
      const words = { name: unknown.text, near: nearest(unknown.text, type.options), allowed: type.options.join(' ') };
      report(draft, 'parse/unknown-option', unknown.at, words);
    }
    return { kind: 'choices', options: parts.map((part) => part.text) };
  }
  if (tree.kind !== 'text')
    return report(draft, 'parse/wrong-shape', tree.at, { name, expected: 'text', found: tree.kind });
  const literal = readLiteral(tree.text, type, draft.scope.units);
  return literal.ok ? literal.value : report(draft, literal.code, tree.at, literal.words);
}

type Limit = Constant & { kind: 'quantity' | 'date' };

function readLimits(node: Tree, type: ValueType, draft: Draft): { min?: Limit; max?: Limit } {
  const [min, max] = [limit(node, 'min', type, draft), limit(node, 'max', type, draft)];
  if (min && max && compareLimits(min, max) > 0) report(draft, 'parse/limits-crossed', child(node, 'max')!.at);
  return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
}

function limit(node: Tree, key: 'min' | 'max', type: ValueType, draft: Draft): Limit | undefined {
  const tree = child(node, key);
  if (!tree) return undefined;
  if (type.kind !== 'quantity' && type.kind !== 'date')
    return report(draft, 'parse/limit-not-here', keySpan(node, key), { name: key });
  return readConstant(tree, key, type, draft) as Limit | undefined;
}

/** Whether the fact takes whole numbers only; then its limits and its `otherwise` are whole too. */
function readWhole(node: Tree, type: ValueType, constants: readonly (Constant | undefined)[], draft: Draft): boolean {
  if (!child(node, 'whole')) return false;
  if (type.kind !== 'quantity' || type.unit === '元') {
    report(draft, 'parse/whole-not-here', keySpan(node, 'whole'));
    return false;
  }
  const broken = ['min', 'max', 'otherwise'].filter((_, i) => constants[i] && !isWhole(constants[i]));
  for (const key of broken) {
    report(draft, 'parse/not-a-whole-number', child(node, key)!.at, { name: requiredText(node, key) });
  }
  return true;
}

/** Whether a constant is a whole number of its unit. */
export function isWhole(value: Constant): boolean {
  return value.kind === 'quantity' && value.value.d === 1n;
}

/** Negative, zero or positive as the first lies below, at or above the second. */
export function compareLimits(a: Limit, b: Limit): number {
  if (a.kind === 'date') return a.day - (b as typeof a).day;
  return a.value.compare((b as typeof a).value);
}

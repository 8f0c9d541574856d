// In: a located tree that may not fit its shape. Out: the mistakes of shape, in the user's words and at the user's places.
import type { z } from 'zod';
import { diagnose, type Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import { brokenText, joinedKey } from '../yaml/broken.js';
import { child, entriesOf, follow, keySpan, plain, type Tree } from '../yaml/tree.js';
import { SHAPES, type ShapeKind } from './shapes.js';
import { EXAMPLES, meantWord } from './synonyms.js';

type Issue = z.core.$ZodIssue;

/** What keeps a tree from its shape; an empty list means that it fits. A key above a full-width indentation only seems empty. */
export function refusals(tree: Tree, kind: ShapeKind, source: Source): Diagnostic[] {
  const result = SHAPES[kind].safeParse(plain(tree), { error: knownKeys });
  if (result.success) return [];
  const found = withoutEchoes(result.error.issues).flatMap((issue) => explain(issue, [], tree, source));
  const name = ({ code, place, words }: Diagnostic): string =>
    `${code} ${place.line} ${place.column} ${words.name ?? ''}`;
  const each = [...new Map(found.map((diagnostic) => [name(diagnostic), diagnostic])).values()];
  const indents = new Set(each.filter(({ code }) => code === 'parse/full-width').map(({ place }) => place.line - 1));
  return each.filter(({ code, place }) => code !== 'parse/nothing-there' || !indents.has(place.line));
}

/** The keys that the refusing map knows travel in the issue's message: the library keeps no other room for them. */
function knownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  return Object.keys((issue.inst as z.ZodObject).def.shape).join(' ');
}

function explain(issue: Issue, above: readonly PropertyKey[], tree: Tree, source: Source): Diagnostic[] {
  const path = [...above, ...issue.path];
  const { node, nearest: closest } = follow(tree, path);
  const name = nameOf(path);
  const at = node?.at ?? closest.at;
  if (node?.kind === 'text' && node.empty) return [nothingThere(path, tree, source)];
  if (path.at(-2) === 'cases' && child(node, 'when') && child(node, 'otherwise')) {
    return [diagnose('parse/one-of', source, at, { allowed: 'when otherwise' })];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, node ?? closest, issue, source));
    case 'invalid_union':
      return branch(issue.errors).flatMap((inner) => explain(inner, path, tree, source));
    case 'invalid_value':
      if (!node) return [missing(name, headOf(tree, path, closest), source)];
      if (node.kind !== 'text') return [wrongShape(name, node, 'text', source)];
      return [diagnose('parse/unknown-word', source, at, wordsFor(node.text, issue.values.map(String)))];
    case 'too_small':
      return [diagnose('parse/nothing-there', source, at, { name })];
    case 'invalid_format':
      return [diagnose('parse/not-whole', source, at, { name: node?.kind === 'text' ? node.text : name })];
    default:
      if (!node) return [missing(name, headOf(tree, path, closest), source)];
      return [wrongShape(name, node, wantsCondition(path) ? 'condition' : expectation(issue), source)];
  }
}

function missing(name: string, at: Tree['at'], source: Source): Diagnostic {
  return diagnose('parse/missing-key', source, at, { name, example: EXAMPLES.get(name) ?? '' });
}

/** Where a condition stands: under its own key, or in a list of conditions. */
function wantsCondition(path: readonly PropertyKey[]): boolean {
  const key = String(path.findLast((step) => typeof step === 'string'));
  const inList = typeof path.at(-1) === 'number';
  return (inList ? ['all', 'any', 'none', 'of'] : ['when', 'unless', 'applies_when']).includes(key);
}

/** A list whose dashes have no space after them is one text. */
const DASHED = /^-[^\s-]/u;

/** Text where a map belongs is most often a key without its colon, or with a full-width one. */
function wrongShape(name: string, node: Tree, expected: string, source: Source): Diagnostic {
  const joined = expected === 'map' && node.kind === 'text' ? joinedKey(node, () => true) : undefined;
  if (joined) return diagnose(joined.code, source, joined.at, joined.words);
  if (expected === 'list' && node.kind === 'text' && DASHED.test(node.text)) {
    return diagnose('parse/dash-space', source, node.at);
  }
  return diagnose('parse/wrong-shape', source, node.at, { name, expected, found: node.kind });
}

/** The key that a path leads to, or below which it leads into lists. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

/** A key without a value; in braces, more often the rest of a text that a comma broke, or a list in the wrong brackets. */
function nothingThere(path: readonly PropertyKey[], tree: Tree, source: Source): Diagnostic {
  const owner = follow(tree, path.slice(0, -1)).node;
  const broken = owner?.kind === 'map' ? brokenText(owner, nameOf(path)) : undefined;
  if (broken) return diagnose('parse/comma-in-braces', source, broken, { sign: 'comma' });
  if (owner?.kind === 'map' && entriesOf(owner).every(({ bare }) => bare)) {
    const words = { name: nameOf(path.slice(0, -1)), expected: 'list', found: 'map' };
    return diagnose('parse/wrong-shape', source, owner.at, words);
  }
  return diagnose('parse/nothing-there', source, follow(tree, path).nearest.at, { name: nameOf(path) });
}

/** A missing key is reported at the key whose map lacks it. */
function headOf(tree: Tree, path: readonly PropertyKey[], closest: Tree): Tree['at'] {
  const parent = path.slice(0, -1);
  const owner = follow(tree, parent.slice(0, -1)).node;
  const key = parent.at(-1);
  return owner && typeof key === 'string' ? keySpan(owner, key) : closest.at;
}

function unknownKey(key: string, node: Tree, issue: Issue, source: Source): Diagnostic {
  const known = issue.message.split(' ');
  const entry = node.kind === 'map' ? node.entries.get(key) : undefined;
  const at = entry?.key.at ?? node.at;
  const joined = entry && joinedKey(entry.key, (name) => entry.bare && known.includes(name));
  if (joined) return diagnose(joined.code, source, joined.at, joined.words);
  const broken = node.kind === 'map' ? brokenText(node, key) : undefined;
  if (broken) return diagnose('parse/comma-in-braces', source, broken, { sign: 'comma' });
  const condition = known.includes('at_least') ? 'yes' : '';
  const below = known.includes('when') && ['all', 'any', 'none', 'at_least'].includes(key) ? 'yes' : '';
  return diagnose('parse/unknown-key', source, at, {
    name: key,
    near: meantWord(key, known),
    allowed: known.join(' '),
    condition,
    below,
  });
}

/** A key that is missing because another is misspelt is not told beside the misspelt one. */
function withoutEchoes(issues: readonly Issue[]): Issue[] {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = issue.message.split(' ');
    const meantBy = (key: string): string =>
      known.find((one) => /^[:：]/u.test(key.slice(one.length)) && key.startsWith(one)) ?? meantWord(key, known);
    return issue.keys.map((key) => [...issue.path, meantBy(key)].join('\n'));
  });
  return issues.filter((issue) => issue.code === 'unrecognized_keys' || !meant.includes(issue.path.join('\n')));
}

function wordsFor(name: string, allowed: readonly string[]): Record<string, string> {
  return { name, allowed: allowed.join(' '), near: meantWord(name, allowed) };
}

function expectation(issue: Issue): string {
  const expected = issue.code === 'invalid_type' ? issue.expected : undefined;
  if (expected === 'string') return 'text';
  return expected === 'array' ? 'list' : 'map';
}

/** Whether a branch is meant for what stands there: text, list or map. */
function fits(issues: readonly Issue[]): boolean {
  return !issues.some((issue) => {
    if (issue.path.length > 0) return false;
    return issue.code === 'invalid_union' ? !issue.errors.some(fits) : issue.code === 'invalid_type';
  });
}

/** Of a union's branches, the one that fits what stands there; of several, the one of which least would be told. */
function branch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const fitting = branches.filter(fits);
  const meant = (fitting.length > 0 ? fitting : branches).map(withoutEchoes);
  return meant.sort((a, b) => a.length - b.length)[0]!;
}

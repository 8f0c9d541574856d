// In: a located tree and a schema. Out: the mistakes of shape, in the user's words and at the user's places.
import type { z } from 'zod';
import { diagnose, type Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import { nearest } from '../nearest.js';
import { follow, keySpan, plain, type Tree } from '../yaml/tree.js';

type Issue = z.core.$ZodIssue;

/** Checks a tree against a schema; an empty list means that it fits. */
export function checkShape(tree: Tree, schema: z.ZodType, source: Source): Diagnostic[] {
  const result = schema.safeParse(plain(tree), { error: knownKeys });
  return result.success ? [] : result.error.issues.flatMap((issue) => explain(issue, [], tree, source));
}

/** The keys that the refusing map knows travel in the issue's message: the library keeps no other room for them. */
function knownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const shape = (issue.inst as z.ZodObject | undefined)?.def.shape;
  return Object.keys(shape ?? {}).join(' ');
}

function explain(issue: Issue, above: readonly PropertyKey[], tree: Tree, source: Source): Diagnostic[] {
  const path = [...above, ...issue.path];
  const { node, nearest: closest } = follow(tree, path);
  const name = String(path.at(-1) ?? '');
  const at = node?.at ?? closest.at;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, node ?? closest, issue, source));
    case 'invalid_union':
      return branch(issue.errors, node).flatMap((inner) => explain(inner, path, tree, source));
    case 'invalid_value':
      if (!node) return [diagnose('parse/missing-key', source, headOf(tree, path, closest), { name })];
      return [diagnose('parse/unknown-word', source, at, wordsFor(node, issue.values.map(String)))];
    case 'too_small':
      return [diagnose('parse/nothing-there', source, at, { name })];
    case 'invalid_format':
      return [diagnose('parse/not-whole', source, at, { name: node?.kind === 'text' ? node.text : name })];
    default:
      if (!node) return [diagnose('parse/missing-key', source, headOf(tree, path, closest), { name })];
      return [diagnose('parse/wrong-shape', source, at, { name, expected: expectation(issue), found: node.kind })];
  }
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
  const words = { name: key, near: nearest(key, known), allowed: known.join(' ') };
  return diagnose('parse/unknown-key', source, keySpan(node, key), words);
}

function wordsFor(node: Tree, allowed: readonly string[]): Record<string, string> {
  const name = node.kind === 'text' ? node.text : '';
  return { name, allowed: allowed.join(' '), near: nearest(name, allowed) };
}

function expectation(issue: Issue): string {
  const expected = 'expected' in issue ? String(issue.expected) : '';
  if (expected === 'string') return 'text';
  return expected === 'array' ? 'list' : 'map';
}

/** Of a union's branches, the one that fits what stands there: text, list or map. */
function branch(branches: readonly (readonly Issue[])[], node: Tree | undefined): readonly Issue[] {
  const fits = (issues: readonly Issue[]): boolean =>
    !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  const fitting = branches.filter(fits);
  const shortest = [...(fitting.length > 0 ? fitting : branches)].sort((a, b) => a.length - b.length)[0] ?? [];
  return node?.kind === 'map' && fitting.length > 1 ? byKeys(fitting, shortest) : shortest;
}

/** Among several map shapes, the one with the fewest unknown keys is meant. */
function byKeys(fitting: readonly (readonly Issue[])[], fallback: readonly Issue[]): readonly Issue[] {
  const strange = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);
  return [...fitting].sort((a, b) => strange(a) - strange(b))[0] ?? fallback;
}

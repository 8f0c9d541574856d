import type { Random } from './generate-random.js';

/** What the generator builds: texts, lists and maps; null is written as nothing at all. */
export type Tree = string | null | readonly Tree[] | { readonly [key: string]: Tree | undefined };

const PLAIN = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_ .<>=!+*/()%-]*[\p{L}\p{N}_)%])?$/u;

function scalar(text: string, random: Random): string {
  const style = random.weighted({ plain: 6, double: 2, single: 1 });
  if (style === 'plain' && PLAIN.test(text)) return text;
  return style === 'single' ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

const entriesOf = (tree: object): [string, Tree][] =>
  Object.entries(tree).filter((entry): entry is [string, Tree] => entry[1] !== undefined);

function hasNothing(tree: Tree): boolean {
  if (tree === null) return true;
  return typeof tree === 'object' && Object.values(tree).some((child) => hasNothing(child as Tree));
}

function flow(tree: Tree, random: Random): string {
  if (typeof tree === 'string') return scalar(tree, random);
  if (Array.isArray(tree)) return `[${(tree as Tree[]).map((child) => flow(child, random)).join(', ')}]`;
  const entries = entriesOf(tree!);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, child]) => `${key}: ${flow(child, random)}`).join(', ')} }`;
}

/** Writes YAML in a mix of styles: block and flow, plain and quoted. `depth` 0 and 1 are always block. */
export function writeYaml(tree: Tree, random: Random, depth = 0, indent = ''): string {
  if (tree === null) return '';
  const empty = typeof tree === 'object' && Object.keys(tree).length === 0;
  const inFlow = depth > 1 && !hasNothing(tree) && (depth > 6 || random.chance(0.4));
  if (typeof tree === 'string' || empty || inFlow) return ` ${flow(tree, random)}`;
  const deeper = `${indent}  `;
  const lines = Array.isArray(tree)
    ? (tree as Tree[]).map((child) => `${indent}-${writeYaml(child, random, depth + 1, deeper)}`)
    : entriesOf(tree).map(([key, child]) => `${indent}${key}:${writeYaml(child, random, depth + 1, deeper)}`);
  return `${depth === 0 ? '' : '\n'}${lines.join('\n')}`;
}

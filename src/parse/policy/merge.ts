// In: a file and those that it includes. Out: one tree that holds what all of them define, or the names that two of them share.
import type { Span } from '../../model/source.js';
import { report, type Findings } from '../words/context.js';
import { child, entriesOf, itemsOf, type Entry, type Mapping, type Tree } from '../yaml/tree.js';
import { articleKey } from './citations.js';
import { SECTIONS } from './draft.js';
import type { Loaded } from './include.js';

/** The sections whose entries stand side by side. */
const MERGED = ['articles', 'parameters', 'facts', 'rules'] as const;

/** One tree of several files: the first file's own entries come first, then those of the others in their order. */
export function mergedTree(files: readonly [Loaded, ...Loaded[]]): Mapping {
  const [{ tree }] = files;
  if (files.length === 1) return tree;
  const entries = new Map(tree.entries);
  for (const section of [...MERGED, 'impossible']) {
    const trees = files.flatMap((file) => file.tree.entries.get(section) ?? []);
    const [first] = trees;
    if (first)
      entries.set(section, {
        ...first,
        value: together(
          trees.map(({ value }) => value),
          tree.at,
        ),
      });
  }
  return { ...tree, entries };
}

/** Maps, or lists, as one. */
function together(trees: readonly Tree[], at: Span): Tree {
  if (trees[0]!.kind === 'list') return { kind: 'list', items: trees.flatMap(itemsOf), flow: false, at };
  const entries = trees.flatMap(entriesOf).map((entry) => [entry.key.text, entry] as const);
  return { kind: 'map', entries: new Map(entries), flow: false, at };
}

/** Reports every name, and every article, that two files define; at the file that includes where it is one of them. */
export function checkCollisions([root, ...parts]: readonly [Loaded, ...Loaded[]], findings: Findings): void {
  const seen = new Map<string, { readonly file: Loaded; readonly line: number }>();
  for (const file of [...parts, root]) {
    for (const { name, entry } of namesOf(file)) {
      const other = seen.get(name);
      if (other && other.file !== file) {
        const words = { name: entry.key.text, file: other.file.source.name, line: String(other.line) };
        report(findings, 'parse/include-collision', entry.key.at, words);
      } else seen.set(name, { file, line: entry.key.at.line });
    }
  }
}

function namesOf({ tree }: Loaded): { readonly name: string; readonly entry: Entry }[] {
  const articles = entriesOf(child(tree, 'articles')).map((entry) => {
    return { name: `§${articleKey(entry.key.text) ?? entry.key.text}`, entry };
  });
  const names = SECTIONS.flatMap((section) => entriesOf(child(tree, section)));
  return [...articles, ...names.map((entry) => ({ name: entry.key.text, entry }))];
}

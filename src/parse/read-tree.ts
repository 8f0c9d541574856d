// In: the text of a policy or a case. Out: its located tree, from the quick reader where the text is plain, else from the whole one.
import type { Result } from '../model/diagnostic.js';
import { plainTree } from './plain/tree.js';
import type { Text } from './yaml/read-bytes.js';
import { readWholeTree } from './yaml/read-tree.js';
import type { Mapping } from './yaml/tree.js';

/** Reads one YAML (or JSON) document whose root is a map. The two readers give the same tree; only the whole one finds mistakes. */
export function readTree(text: Text): Result<Mapping> {
  const tree = plainTree(text.text, text.source.path === undefined ? undefined : text.source);
  return tree ? { ok: true, value: tree, diagnostics: [] } : readWholeTree(text);
}

// In: the bytes of a file that policies include. Out: what it says of itself, or every mistake of the first stage that has one.
import { inReadingOrder, type Diagnostic, type Result } from '../../model/diagnostic.js';
import { checkShape } from '../shape/check-shape.js';
import type { Findings } from '../words/context.js';
import { child, requiredText } from '../yaml/tree.js';
import { readDefinitions } from './definitions.js';
import { checkNames } from './draft.js';
import { closureOf, readIncluded, readLoaded, type Include, type Loaded } from './include.js';
import { checkCollisions, mergedTree } from './merge.js';

/** What a part says of itself. */
export interface Part {
  readonly title: string;
  /** Where its text is from. */
  readonly origin: string;
}

/** Reads a part by itself, as `check` does. It stands on its own: it uses no name of a policy that includes it. */
export function readPart(bytes: Uint8Array, name: string, include: Include): Result<Part> {
  const root = readLoaded(bytes, name);
  if (!root.ok) return root;
  const { tree, source } = root.value;
  const shape = checkShape(tree, 'part', source);
  if (shape.length > 0) return { ok: false, diagnostics: inReadingOrder(shape) };
  const parts = readIncluded(root.value, include);
  if (!parts.ok) return { ok: false, diagnostics: inReadingOrder(parts.diagnostics) };
  const all = [root.value, ...parts.value];
  const diagnostics = inReadingOrder(all.flatMap((part) => findingsInPart(part, all)));
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const head = child(tree, 'part');
  return { ok: true, value: { title: requiredText(head, 'title'), origin: requiredText(head, 'source') }, diagnostics };
}

/** What is wrong with a part that was read as far as its tree, given all files that may be needed to read it. */
export function findingsInPart(part: Loaded, all: readonly Loaded[]): readonly Diagnostic[] {
  const files = closureOf(part, all);
  const findings: Findings = { source: part.source, found: [] };
  checkCollisions(files, findings);
  const tree = mergedTree(files);
  if (findings.found.length === 0) checkNames(tree, findings);
  if (findings.found.length === 0) readDefinitions(tree, findings, () => new Map());
  return findings.found;
}

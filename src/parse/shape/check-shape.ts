// In: a located tree and its kind. Out: its mistakes of shape. What fits needs no words, so zod is asked only where something may not fit.
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import type { Tree } from '../yaml/tree.js';
import { fitsKind } from './fits.js';
import { otherKind } from './other-kind.js';
import { refusals } from './refusal.js';
import type { ShapeKind } from './shapes.js';

/** Checks a tree against the shape of its kind; an empty list means that it fits. */
export function checkShape(tree: Tree, kind: ShapeKind, source: Source): readonly Diagnostic[] {
  if (fitsKind(tree, kind)) return [];
  const other = otherKind(tree, kind, source);
  return other ? [other] : refusals(tree, kind, source);
}

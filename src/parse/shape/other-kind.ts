// In: the tree of a file. Out: whether it is a policy, a part or a case, as far as its keys say; and whether it is another kind than was wanted.
import { diagnose, type Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import { child, keySpan, type Tree } from '../yaml/tree.js';
import type { ShapeKind } from './shapes.js';

/** What a file is by its keys; undefined where they do not say. */
export function kindOfTree(tree: Tree): ShapeKind | undefined {
  if (child(tree, 'case')) return 'case';
  if (child(tree, 'part')) return 'part';
  return child(tree, 'policy') && (child(tree, 'outcomes') ?? child(tree, 'articles')) ? 'policy' : undefined;
}

/** The one thing to say of a case that is read as a policy, or the other way round: its keys are all at fault, and none is wrong. */
export function otherKind(tree: Tree, wanted: ShapeKind, source: Source): Diagnostic | undefined {
  if (tree.kind !== 'map' || child(tree, wanted)) return undefined;
  const is = kindOfTree(tree);
  return is && is !== wanted ? diagnose('parse/other-kind', source, keySpan(tree, is), { is, wanted }) : undefined;
}

// In: the bytes of a file that does not open as a case. Out: what it is, as far as its keys say.
import { LIMITS, readBytes } from '../yaml/read-bytes.js';
import { readTree } from '../read-tree.js';
import { kindOfTree } from '../shape/other-kind.js';

/** A file that cannot be read as YAML or JSON at all is taken for a case: its own mistakes say what is wrong with it. */
export type FileKind = 'case' | 'policy' | 'other';

/** Tells a case from a policy and from anything else. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  const text = readBytes(bytes, '', LIMITS.policy);
  const tree = text.ok ? readTree(text.value) : text;
  if (!tree.ok) return 'case';
  const kind = kindOfTree(tree.value);
  if (kind === 'case') return 'case';
  return kind === undefined ? 'other' : 'policy';
}

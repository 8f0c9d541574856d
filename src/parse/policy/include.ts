// In: a file's tree and what it includes. Out: every included file once, however many ways lead to it, or why one cannot be read.
import { createHash } from 'node:crypto';
import { diagnose, type Diagnostic, type Result } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import { checkShape } from '../shape/check-shape.js';
import { LIMITS, readBytes } from '../yaml/read-bytes.js';
import { readTree } from '../read-tree.js';
import { child, itemsOf, type Mapping, type Scalar } from '../yaml/tree.js';

/** Gives the bytes of a file by its path below the policy's folder. Reading never opens a file itself. */
export type Include = (path: string) => Result<Uint8Array>;

/** A file that was read as far as its tree; `path` is relative to the policy's folder. */
export interface Loaded {
  readonly path: string;
  readonly source: Source;
  readonly tree: Mapping;
}

/** The most files that a policy may include in all, and the most steps from it to any of them. */
const MOST = { files: 32, steps: 8 } as const;

interface Loading {
  readonly include: Include;
  /** What messages put before a path: the policy's own folder as the user named it. */
  readonly folder: string;
  readonly loaded: Map<string, Loaded>;
  readonly found: Diagnostic[];
}

/** The last step of a path, and what stands before it. */
function splitPath(name: string): { readonly folder: string; readonly base: string } {
  const at = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
  return { folder: name.slice(0, at), base: name.slice(at) };
}

/** Reads every file that the root includes, directly or through others, in the order in which they are reached. */
export function readIncluded(root: Loaded, include: Include): Result<readonly Loaded[]> {
  const { folder } = splitPath(root.source.name);
  const loading: Loading = { include, folder, loaded: new Map(), found: [] };
  follow(root, [root.path], loading);
  const { found, loaded } = loading;
  if (found.length > 0) return { ok: false, diagnostics: found };
  return { ok: true, value: [...loaded.values()], diagnostics: [] };
}

function follow(file: Loaded, chain: readonly string[], loading: Loading): void {
  const items = itemsOf(child(file.tree, 'include')) as readonly Scalar[];
  const refuse = (code: Diagnostic['code'], at: Scalar, words: Record<string, string> = {}): void => {
    loading.found.push(diagnose(code, file.source, at.at, { name: at.text, ...words }));
  };
  const beyond = chain.length > MOST.steps ? items[0] : items[MOST.files - loading.loaded.size];
  if (beyond) return refuse('parse/include-limit', beyond);
  for (const item of items) {
    const path = pathFrom(file.path, item.text);
    if (path === undefined) refuse('parse/include-path', item);
    else if (chain.includes(path)) {
      refuse('parse/include-circle', item, { path: [...chain.slice(chain.indexOf(path)), path].join(' → ') });
    } else if (!loading.loaded.has(path)) open(path, item, [...chain, path], file, loading);
  }
}

function open(path: string, item: Scalar, chain: readonly string[], from: Loaded, loading: Loading): void {
  const bytes = loading.include(path);
  if (!bytes.ok) {
    const why = bytes.diagnostics[0]?.code ?? 'none';
    loading.found.push(diagnose('parse/include-missing', from.source, item.at, { name: item.text, why }));
    return;
  }
  const part = readLoaded(bytes.value, loading.folder + path, path);
  if (!part.ok) loading.found.push(...part.diagnostics);
  else if (!child(part.value.tree, 'part')) {
    loading.found.push(diagnose('parse/not-a-part', from.source, item.at, { name: item.text }));
  } else {
    loading.found.push(...checkShape(part.value.tree, 'part', part.value.source));
    loading.loaded.set(path, part.value);
    follow(part.value, chain, loading);
  }
}

/** Reads a file as far as its tree. With the path by which it is included, its places know their source. */
export function readLoaded(bytes: Uint8Array, name: string, path?: string): Result<Loaded> {
  const text = readBytes(bytes, name, LIMITS.policy, path);
  if (!text.ok) return text;
  const tree = readTree(text.value);
  if (!tree.ok) return tree;
  return {
    ok: true,
    value: { path: path ?? splitPath(name).base, source: text.value.source, tree: tree.value },
    diagnostics: [],
  };
}

/** A path as a file writes it, taken from that file's folder; undefined where it could lead anywhere but below it. */
function pathFrom(file: string, written: string): string | undefined {
  const steps = written.split('/');
  const plain = steps.every((step) =>
    /^[^.\s\\:*?"<>|\p{Cc}](?:[^\\:*?"<>|\p{Cc}]*[^.\s\\:*?"<>|\p{Cc}])?$/u.test(step),
  );
  return plain && /\.(?:ya?ml|json)$/u.test(written) ? splitPath(file).folder + written : undefined;
}

/** The files that one of them needs, itself first. */
export function closureOf(file: Loaded, all: readonly Loaded[]): readonly [Loaded, ...Loaded[]] {
  const needed: [Loaded, ...Loaded[]] = [file];
  for (const { tree, path } of needed) {
    const paths = (itemsOf(child(tree, 'include')) as readonly Scalar[]).map(({ text }) => pathFrom(path, text));
    needed.push(...all.filter((other) => paths.includes(other.path) && !needed.includes(other)));
  }
  return needed;
}

/** The digest of a policy with what it includes: of the list that `sha256sum - parts…` prints of them; alone, of its bytes. */
export function digestOf(root: Source, parts: readonly Source[]): string {
  if (parts.length === 0) return root.digest;
  const hex = (digest: string): string => digest.replace(/^sha256:/u, '');
  const lines = [`${hex(root.digest)}  -\n`, ...parts.map(({ digest, path = '' }) => `${hex(digest)}  ${path}\n`)];
  return `sha256:${createHash('sha256').update(lines.join('')).digest('hex')}`;
}

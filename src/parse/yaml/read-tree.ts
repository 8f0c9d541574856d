// In: the text of a policy or a case. Out: its located tree, or every mistake of YAML that stands in it. Reads all of YAML that is allowed.
import {
  Composer,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Scalar as YamlScalar,
  type CST,
  type Document,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Code } from '../../model/codes/index.js';
import { diagnose, type Diagnostic, type Result } from '../../model/diagnostic.js';
import { upTo, type Source, type Span } from '../../model/source.js';
import { folded, unseenCharacters } from './characters.js';
import { gate } from './gate.js';
import { locator, type Locate } from './locate.js';
import type { Text } from './read-bytes.js';
import { syntaxDiagnostics } from './syntax.js';
import type { Entry, Mapping, Scalar, Tree } from './tree.js';

interface Context {
  readonly text: string;
  readonly source: Source;
  readonly locate: Locate;
  readonly found: Diagnostic[];
  /** Whether the text is JSON, where a bare null means that nothing is written. */
  readonly json: boolean;
}

/** Reads one YAML (or JSON) document whose root is a map. Anchors, aliases, tags, directives and merges are refused. */
export function readWholeTree({ text, source }: Text): Result<Mapping> {
  const lines = new LineCounter();
  const gated = gate(text, lines);
  const locate = locator(text, lines.lineStarts, source.path === undefined ? undefined : source);
  if (!gated.ok) {
    const at = locate(gated.offset, gated.offset + gated.length);
    return { ok: false, diagnostics: [diagnose(gated.code, source, at)] };
  }
  const context: Context = { text, source, locate, found: [], json: /^\s*\{/u.test(text) };
  const composer = new Composer({
    schema: 'failsafe',
    stringKeys: true,
    uniqueKeys: false,
    merge: false,
    version: '1.2',
  });
  const documents = [...composer.compose(gated.tokens, true, text.length)];
  const root = rootOf(documents, gated.tokens, context);
  if (!root || context.found.length > 0) return { ok: false, diagnostics: context.found };
  return { ok: true, value: root, diagnostics: [] };
}

function rootOf(
  documents: readonly Document.Parsed[],
  tokens: readonly CST.Token[],
  context: Context,
): Mapping | undefined {
  const [first, second] = documents as [Document.Parsed, Document.Parsed?];
  const refuse = (code: Code, from: number, to: number): undefined => {
    context.found.push(diagnose(code, context.source, context.locate(from, to)));
  };
  const problems = [...first.errors, ...first.warnings];
  const composed = { text: context.text, tokens };
  context.found.push(...syntaxDiagnostics(problems, composed, context.source, context.locate));
  if (context.found.length > 0) return undefined;
  if (second) return refuse('parse/many-documents', second.range[0], second.range[0] + 3);
  const contents = first.contents as Node | null;
  if (!contents?.range || (isScalar(contents) && isEmpty(contents))) return refuse('parse/empty', 0, 0);
  const tree = treeOf(contents, context);
  if (tree.kind !== 'map') return refuse('parse/not-a-map', contents.range[0], contents.range[0] + 1);
  return tree;
}

function treeOf(node: Node, context: Context): Tree {
  if (isMap(node)) return mappingOf(node, context);
  if (isSeq(node)) {
    const items = node.items.map((item) => treeOf(item as Node, context));
    return { kind: 'list', items, flow: node.flow === true, at: stretchOfParts(node, items.at(-1), context) };
  }
  return scalarOf(node as YamlScalar, context);
}

function mappingOf(node: YAMLMap, context: Context): Mapping {
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  for (const pair of node.items) {
    const key = scalarOf(pair.key as YamlScalar, context);
    const alike = folded(key.text);
    if (seen.has(alike)) refuseKey('parse/duplicate-key', key, context);
    else if (alike === '__proto__' || key.empty) refuseKey('parse/bad-key', key, context);
    seen.add(alike);
    if (context.json && isNull(pair.value)) continue;
    entries.set(key.text, { key, value: valueOf(pair.value as Node | null, key, context), bare: pair.value === null });
  }
  const at = stretchOfParts(node, [...entries.values()].at(-1)?.value, context);
  return { kind: 'map', entries, flow: node.flow === true, at };
}

/** From bracket to bracket; a collection told by indentation reaches as far as its last part. */
function stretchOfParts({ range, flow }: YAMLMap | YAMLSeq, last: Tree | undefined, { locate }: Context): Span {
  const [from, to] = range!;
  return last && flow !== true ? upTo(locate(from, from), last.at) : locate(from, to);
}

function refuseKey(code: Code, key: Scalar, context: Context): void {
  context.found.push(diagnose(code, context.source, key.at, { name: key.text }));
}

/** The value of a key; where nothing at all is written, it stands at its key. */
function valueOf(node: Node | null, key: Scalar, context: Context): Tree {
  const value = node && treeOf(node, context);
  if (value && !(value.kind === 'text' && value.empty)) return value;
  return { kind: 'text', text: '', empty: true, at: key.at, inner: () => key.at };
}

/** JSON's null: a key with it counts as not written. */
function isNull(node: unknown): boolean {
  return isScalar(node) && node.type === YamlScalar.PLAIN && node.source === 'null';
}

function isEmpty(node: YamlScalar): boolean {
  return node.type === YamlScalar.PLAIN && node.source === '';
}

function scalarOf(node: YamlScalar, context: Context): Scalar {
  const empty = isEmpty(node) || (context.json && isNull(node));
  const text = typeof node.value === 'string' && !empty ? node.value : '';
  const [from, to] = stretchOf(node, context.text);
  const quoted = node.type === YamlScalar.QUOTE_DOUBLE || node.type === YamlScalar.QUOTE_SINGLE;
  const start = from + (quoted ? 1 : 0);
  const at = context.locate(from, to);
  const verbatim = context.text.startsWith(text, start);
  checkCharacters(text, at, context);
  const inner: Scalar['inner'] = (a, b) => (verbatim ? context.locate(start + a, start + b) : at);
  return { kind: 'text', text, empty, at, inner };
}

/** Where a text stands: a folded one from its first line, an item with nothing written at its dash. */
function stretchOf(node: YamlScalar, text: string): readonly [number, number] {
  const [from, to] = node.range!;
  if (node.type === YamlScalar.BLOCK_FOLDED || node.type === YamlScalar.BLOCK_LITERAL) {
    const head = /^[^\n]*\n\s*/u.exec(text.slice(from, to))?.[0].length ?? 0;
    const end = from + text.slice(from, to).trimEnd().length;
    return end > from + head ? [from + head, end] : [from, to];
  }
  const dash = from === to ? /-[^\S\n]*$/u.exec(text.slice(Math.max(0, from - 100), from)) : null;
  return dash ? [from - dash[0].length, from - dash[0].length + 1] : [from, to];
}

/** Escapes in double quotes could bring back what the byte check has refused. */
function checkCharacters(text: string, at: Scalar['at'], context: Context): void {
  for (const { name } of unseenCharacters(text)) {
    context.found.push(diagnose('parse/unseen-character', context.source, at, { character: name }));
    return;
  }
}

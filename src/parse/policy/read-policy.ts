// In: the bytes of a policy file. Out: the policy, or every mistake of the first stage that has one.
import { diagnose, inReadingOrder, type Result } from '../../model/diagnostic.js';
import type { Boundary, Completeness, Policy } from '../../model/policy.js';
import { checkShape } from '../shape/check-shape.js';
import { report, type Findings } from '../words/context.js';
import { child, entriesOf, keySpan, requiredText, textAt, type Mapping, type Tree } from '../yaml/tree.js';
import { citationsIn } from './citations.js';
import { readDefinitions } from './definitions.js';
import { checkNames, type Draft } from './draft.js';
import { digestOf, readIncluded, readLoaded, type Include, type Loaded } from './include.js';
import { checkCollisions, mergedTree } from './merge.js';
import { readMildestFirst, readOutcomes } from './outcomes.js';
import { readPeriod } from './parameters.js';
import { findingsInPart } from './read-part.js';
import { readSilences } from './silences.js';

/** Where nobody can give the files that a policy includes. */
const NOTHING: Include = () => ({ ok: false, diagnostics: [] });

/**
 * Reads a policy. `name` is what messages call the file; `include` gives the files that it includes. Stages: bytes, YAML,
 * shape, included files, names, meaning; a faulty stage ends it.
 */
export function readPolicy(bytes: Uint8Array, name: string, include: Include = NOTHING): Result<Policy> {
  const root = readLoaded(bytes, name);
  if (!root.ok) return root;
  const { source, tree } = root.value;
  if (child(tree, 'part')) {
    return { ok: false, diagnostics: [diagnose('parse/part-alone', source, keySpan(tree, 'part'))] };
  }
  const shape = checkShape(tree, 'policy', source);
  if (shape.length > 0) return { ok: false, diagnostics: inReadingOrder(shape) };
  const parts = readIncluded(root.value, include);
  if (!parts.ok) return { ok: false, diagnostics: inReadingOrder(parts.diagnostics) };
  return readTogether(root.value, parts.value);
}

/** A part stands on its own: its mistakes are told before anything is said of what it means in the policy. */
function readTogether(root: Loaded, parts: readonly Loaded[]): Result<Policy> {
  const { source } = root;
  const alone = parts.flatMap((part) => findingsInPart(part, parts));
  if (alone.length > 0) return { ok: false, diagnostics: inReadingOrder(alone) };
  const findings: Findings = { source, found: [] };
  checkCollisions([root, ...parts], findings);
  const tree = mergedTree([root, ...parts]);
  if (findings.found.length === 0) checkNames(tree, findings);
  if (findings.found.length > 0) return { ok: false, diagnostics: inReadingOrder(findings.found) };
  const sources = parts.map((part) => part.source);
  const policy = readMeaning(tree, findings);
  const diagnostics = inReadingOrder(findings.found);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const whole = { ...source, digest: digestOf(source, sources) };
  return { ok: true, value: { ...policy, source: whole, parts: sources }, diagnostics };
}

function readMeaning(tree: Mapping, findings: Findings): Omit<Policy, 'source' | 'parts'> {
  const { draft, definitions } = readDefinitions(tree, findings, readOutcomes);
  const head = child(tree, 'policy')!;
  const issuer = textAt(head, 'issuer');
  const number = textAt(head, 'number');
  const boundary = readBoundary(child(head, 'boundary'), draft);
  return {
    id: readId(head, findings),
    title: requiredText(head, 'title'),
    ...(issuer ? { issuer } : {}),
    ...(number ? { number } : {}),
    inForce: readPeriod(child(head, 'in_force'), findings),
    completeness: textAt(head, 'completeness') as Completeness,
    origin: requiredText(head, 'source'),
    ...(boundary ? { boundary } : {}),
    ...definitions,
    mildestFirst: readMildestFirst(child(head, 'mildest_first'), draft),
    silences: readSilences(child(tree, 'silences'), findings),
  };
}

const ID = /^[\p{L}\p{Nd}](?:[\p{L}\p{Nd}._-]{0,62}[\p{L}\p{Nd}_-])?$/u;

/** Whether a text can be an id, and so a part of a file name on any system: no path, no device name, no trailing dot. */
export function isId(text: string): boolean {
  return ID.test(text) && text.normalize('NFKC') === text && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(text);
}

function readId(head: Tree, findings: Findings): string {
  const id = requiredText(head, 'id');
  if (!isId(id)) report(findings, 'parse/bad-id', child(head, 'id')!.at, { name: id });
  return id;
}

const BOUNDARY_WORDS = ['以上', '以下', '以内', '届满', '不满', '超过', '以外'];

function readBoundary(tree: Tree | undefined, draft: Draft): Boundary | undefined {
  if (!tree) return undefined;
  const words = entriesOf(tree).flatMap(({ key, value }) => {
    if (key.text === 'cites') return [];
    const says = value.kind === 'text' ? value.text : '';
    const isWord = BOUNDARY_WORDS.includes(key.text);
    if (!isWord || (says !== 'includes' && says !== 'excludes')) {
      const name = isWord ? says || key.text : key.text;
      report(draft, 'parse/boundary', isWord ? value.at : key.at, { name, allowed: BOUNDARY_WORDS.join(' ') });
    }
    return [{ word: key.text, includes: says === 'includes' }];
  });
  return { words, cites: citationsIn(child(tree, 'cites'), draft.articles, draft) };
}

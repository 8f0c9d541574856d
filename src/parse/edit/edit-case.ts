// In: the text of a case file and one change. Out: the text with that change and nothing else, proved by reading it back.
import type { Evidence } from '../../model/case.js';
import { constantText } from '../../model/constant.js';
import { diagnose, type Result } from '../../model/diagnostic.js';
import type { Constant } from '../../model/expression.js';
import { START } from '../../model/source.js';
import { openCase, type OpenedCase } from '../case/open-case.js';
import { child, itemsOf, plain, textAt, type Tree } from '../yaml/tree.js';
import type { Content } from './content.js';
import { appendAt, setAt, type Path } from './set-at.js';

/** What is stated for a fact: the value, null where it is 待查, and what supports it. */
export interface Statement {
  readonly value: Constant | null;
  readonly evidence?: readonly Evidence[];
  readonly reason?: string;
  readonly foundBy?: string;
  readonly foundOn?: string;
  readonly note?: string;
  readonly setAside?: Constant;
}

/** What was recorded for one party: the body's own decision. */
export interface PartyRecord {
  readonly outcome: string;
  readonly choice: readonly string[];
  readonly reason?: string;
}

/** One change of a case file. */
export type Edit =
  | { readonly kind: 'fact'; readonly party: string | null; readonly fact: string; readonly stated: Statement }
  | { readonly kind: 'head'; readonly key: HeadKey; readonly text: string }
  | { readonly kind: 'party'; readonly name: string; readonly role?: string }
  | { readonly kind: 'party-part'; readonly index: number; readonly key: 'name' | 'role'; readonly text: string }
  | {
      readonly kind: 'record';
      readonly about: Readonly<Record<string, string>>;
      readonly parties: Readonly<Record<string, PartyRecord>>;
    };

/** The keys of a case's head that an edit can set. */
export type HeadKey =
  'id' | 'title' | 'policy' | 'happened_on' | 'as_of' | 'applied_by_analogy' | 'hypothetical' | 'source' | 'note';

/** The order in which the head's keys stand. */
const HEAD: readonly string[] = [
  ...['id', 'title', 'policy', 'happened_on', 'as_of'],
  ...['applied_by_analogy', 'hypothetical', 'source', 'note'],
];

/**
 * Makes the change. `order` are the policy's facts in its order: a fact that is new goes after those that come before it.
 * A file that cannot be read, or in whose form the change does not read back as itself, is refused.
 */
export function editCase(text: string, name: string, edit: Edit, order: readonly string[] = []): Result<string> {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const bare = text.slice(mark.length);
  const opened = open(bare, name);
  if (!opened.ok) return opened;
  const target = targetOf(opened.value, edit, order);
  const edited = target && write(bare, target);
  if (target && edited !== undefined && proves(edited, opened.value, target)) {
    return { ok: true, value: mark + edited, diagnostics: [] };
  }
  return { ok: false, diagnostics: [diagnose('case/not-editable', opened.value.source, START, { name })] };
}

/** The text of a new case that states nothing yet. */
export function newCase(id: string, title: string, policy: string): string {
  const start = 'case:\n  id: x\n';
  const head = [['id', id] as const, ['title', title] as const, ['policy', policy] as const];
  return head.reduce((text, [key, value]) => setAt(text, ['case', key], value), start);
}

function open(text: string, name: string): Result<OpenedCase> {
  return openCase(new TextEncoder().encode(text), name);
}

/** Where a change goes, and what is to stand there; `append` adds it to the list there. */
interface Target {
  readonly path: Path;
  readonly content: Content;
  readonly append: boolean;
  readonly after: readonly string[] | undefined;
}

function targetOf({ tree }: OpenedCase, edit: Edit, order: readonly string[]): Target | undefined {
  switch (edit.kind) {
    case 'head':
      return { path: ['case', edit.key], content: edit.text, append: false, after: before(edit.key, HEAD) };
    case 'party': {
      const content = { name: edit.name, ...(edit.role === undefined ? {} : { role: edit.role }) };
      return { path: ['parties'], content, append: true, after: undefined };
    }
    case 'party-part': {
      const after = before(edit.key, ['name', 'role']);
      return { path: ['parties', edit.index, edit.key], content: edit.text, append: false, after };
    }
    case 'record':
      return { path: ['determination'], content: recordContent(edit), append: false, after: undefined };
    case 'fact': {
      const parties = itemsOf(child(tree, 'parties'));
      const at = parties.findIndex((party) => textAt(party, 'name')?.trim() === edit.party);
      if (edit.party !== null && at < 0) return undefined;
      const holder: Path = edit.party === null ? [] : ['parties', at];
      const content = statementContent(edit.stated);
      return { path: [...holder, 'facts', edit.fact], content, append: false, after: before(edit.fact, order) };
    }
  }
}

/** The keys that come before one; undefined where it is in no order. */
function before(key: string, order: readonly string[]): readonly string[] | undefined {
  const at = order.indexOf(key);
  return at < 0 ? undefined : order.slice(0, at);
}

function write(text: string, { path, content, append, after }: Target): string | undefined {
  try {
    return append ? appendAt(text, path, content) : setAt(text, path, content, after);
  } catch {
    // A form that the surgery does not foresee is refused like one whose result does not read back.
    return undefined;
  }
}

function recordContent({ about, parties }: Edit & { kind: 'record' }): Content {
  const each = Object.entries(parties).map(([name, { outcome, choice, reason }]): [string, Content] => {
    const [only, ...more] = choice;
    const chosen: Record<string, Content> = only === undefined ? {} : { choice: more.length > 0 ? choice : only };
    return [name, { outcome, ...chosen, ...(reason === undefined ? {} : { reason }) }];
  });
  return { ...about, parties: Object.fromEntries(each) };
}

/** A statement as a file writes it: the value alone where nothing supports it, else a map. */
export function statementContent(stated: Statement): Content {
  const { value, setAside, evidence = [], reason, foundBy, foundOn, note } = stated;
  const written = value === null ? '待查' : constantContent(value);
  const optional = { reason, found_by: foundBy, found_on: foundOn, note };
  const more = Object.entries(optional).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const aside: Record<string, Content> = setAside === undefined ? {} : { set_aside: constantContent(setAside) };
  const proofs: Record<string, Content> = evidence.length === 0 ? {} : { evidence: evidence.map(evidenceContent) };
  const detailed = { value: written, ...aside, ...proofs, ...Object.fromEntries(more) };
  return Object.keys(detailed).length > 1 ? detailed : written;
}

function constantContent(value: Constant): Content {
  return value.kind === 'choices' ? value.options : constantText(value);
}

function evidenceContent({ note, file, sha256 }: Evidence): Content {
  if (file === undefined) return note ?? '';
  const more = { ...(sha256 === undefined ? {} : { sha256 }), ...(note === undefined ? {} : { note }) };
  return { file, ...more };
}

/** Whether the new text is the old tree with that change, every other text as it was and every key in its place. */
function proves(text: string, before: OpenedCase, target: Target): boolean {
  const now = open(text, before.source.name);
  return now.ok && canonical(plainOf(now.value.tree)) === canonical(changed(plainOf(before.tree), target.path, target));
}

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

const plainOf = (tree: Tree): Plain => plain(tree) as Plain;

function changed(tree: Plain | undefined, path: Path, target: Target): Plain {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (!target.append) return target.content;
    return [...((tree ?? []) as readonly Plain[]), target.content];
  }
  if (typeof step === 'number') {
    return (tree as readonly Plain[]).map((item, i) => (i === step ? changed(item, rest, target) : item));
  }
  const map = (typeof tree === 'object' ? tree : {}) as { readonly [key: string]: Plain };
  return { ...map, [step]: changed(map[step], rest, target) };
}

/** The same text for the same tree; a new key may stand anywhere, so keys are sorted. */
function canonical(tree: Plain): string {
  if (typeof tree === 'string') return JSON.stringify(tree);
  if (Array.isArray(tree)) return `[${tree.map(canonical).join(',')}]`;
  const entries = Object.entries(tree as { readonly [key: string]: Plain });
  return `{${entries
    .map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`)
    .sort()
    .join(',')}}`;
}

// In: the `rules` of a policy. Out: typed conclusions. A rule is read when its type is first asked for, so order is free.
import type { ValueType } from '../../model/expression.js';
import { postOrder } from '../../model/order.js';
import type { Conclusion, Rule } from '../../model/policy.js';
import { report, type Reading } from '../words/context.js';
import type { Named } from '../words/names.js';
import { nameFault } from '../words/names.js';
import {
  child,
  entriesOf,
  itemsOf,
  keySpan,
  requiredText,
  textAt,
  type Entry,
  type Scalar,
  type Tree,
} from '../yaml/tree.js';
import { readCitations } from './citations.js';
import { readCondition } from './conditions.js';
import type { Draft } from './draft.js';
import { readCases, readTable, readValue, rowsType } from './rows.js';

const KINDS = ['when', 'value', 'cases', 'table'] as const;

/** A rule's conclusion with its type. */
interface Concluded {
  readonly type: ValueType;
  readonly conclusion: Conclusion;
}

/** Reads rules on demand and remembers them; a rule that asks for its own type is reported as circular. */
export interface RuleReader {
  readonly typeOf: (name: string) => Named | 'faulty' | undefined;
  readonly readAll: () => Map<string, Rule>;
}

type Rules = ReadonlyMap<string, Entry>;

/** Makes the reader of a policy's rules. `draft` is asked for late because its scope contains this reader. */
export function ruleReader(tree: Tree, draft: () => Draft): RuleReader {
  const rules: Rules = new Map(entriesOf(child(tree, 'rules')).map((entry) => [entry.key.text, entry]));
  const done = new Map<string, Concluded | 'faulty'>();
  const conclude = makeConclude(rules, done, draft);
  return {
    typeOf: (name) => {
      const entry = rules.get(name);
      if (!entry) return undefined;
      const type = child(entry.value, 'when') ? ({ kind: 'boolean' } as const) : typeOf(conclude(name));
      return type ? { ref: { to: 'rule', name }, type } : 'faulty';
    },
    readAll: () =>
      new Map(
        [...rules].flatMap(([name, { key, value }]) => {
          const concluded = conclude(name);
          return concluded === 'faulty' ? [] : [[name, assemble(key, value, concluded, draft())] as const];
        }),
      ),
  };
}

/** How deep rules may be read inside one another. Read in the order of use, only rules in a circle are. */
const DEEPEST = 20;

function makeConclude(
  rules: Rules,
  done: Map<string, Concluded | 'faulty'>,
  draft: () => Draft,
): (name: string) => Concluded | 'faulty' {
  const reading: string[] = [];
  const conclude = (name: string): Concluded | 'faulty' => {
    const { key, value } = rules.get(name)!;
    const known = done.get(name);
    if (known) return known;
    const from = reading.indexOf(name);
    if (from >= 0 || reading.length > DEEPEST) {
      const path = [...reading.slice(Math.max(from, 0)), name].join(' → ');
      report(draft(), 'parse/circular', key.at, { name, path });
      return 'faulty';
    }
    reading.push(name);
    const concluded = readConclusion(key, value, draft()) ?? 'faulty';
    reading.pop();
    done.set(name, concluded);
    return concluded;
  };
  return (name) => {
    if (reading.length === 0 && !done.has(name)) beforehand(name, rules, done).forEach(conclude);
    return conclude(name);
  };
}

/** A chain of rules can be as long as the file: those that a rule leads to are read before it, without recursion. */
function beforehand(name: string, rules: Rules, done: ReadonlyMap<string, unknown>): readonly string[] {
  const { order, circles } = postOrder([name], (each) => {
    const { value } = rules.get(each)!;
    const words = ['when', 'unless', 'value', 'cases', 'table'].flatMap((key) => wordsOf(child(value, key)));
    return words.filter((word) => !done.has(word) && rules.has(word) && !child(rules.get(word)!.value, 'when'));
  });
  const circular = new Set(circles.flat());
  return order.filter((each) => !circular.has(each));
}

/** Every word in the texts of a tree. */
function wordsOf(tree: Tree | undefined): string[] {
  if (tree?.kind === 'text') return tree.text.match(/[\p{L}_][\p{L}\p{Nd}_]*/gu) ?? [];
  const parts = tree?.kind === 'list' ? tree.items : entriesOf(tree).map(({ value }) => value);
  return parts.flatMap(wordsOf);
}

function typeOf(concluded: Concluded | 'faulty'): ValueType | undefined {
  return concluded === 'faulty' ? undefined : concluded.type;
}

function assemble(key: Scalar, node: Tree, concluded: Concluded, draft: Draft): Rule {
  const says = textAt(node, 'says');
  const cites = readCitations(node, draft.articles, draft);
  const advises = child(node, 'advises') !== undefined;
  return { name: key.text, ...concluded, cites, ...(says ? { says } : {}), advises, at: key.at };
}

function readConclusion(key: Scalar, node: Tree, draft: Draft): Concluded | undefined {
  const kinds = KINDS.filter((kind) => child(node, kind));
  const [kind] = kinds;
  if (!kind || kinds.length > 1) return report(draft, 'parse/one-of', key.at, { allowed: KINDS.join(' ') });
  if (kind !== 'when' && child(node, 'unless')) report(draft, 'parse/unless-without-when', keySpan(node, 'unless'));
  const options = readRuleOptions(node, kind, draft);
  if (kind === 'when') return readTruth(node, draft);
  if (kind === 'value') {
    const value = readValue(child(node, 'value'), draft);
    if (value?.type.kind === 'quantity' || value?.type.kind === 'date') {
      return { type: value.type, conclusion: { kind: 'value', value, text: requiredText(node, 'value') } };
    }
    return value && report(draft, 'parse/not-a-value', value.at, { name: key.text });
  }
  const tree = child(node, kind)!;
  const rows = kind === 'cases' ? readCases(tree, options, draft) : readTable(tree, options, draft);
  const type = rows && rowsType(rows, draft);
  const hit = textAt(tree, 'hit') === 'first' ? 'first' : 'unique';
  return type && { type, conclusion: { kind: 'rows', form: kind, hit, rows } };
}

function readTruth(node: Tree, draft: Reading): Concluded | undefined {
  const when = readCondition(child(node, 'when'), draft);
  const exception = child(node, 'unless');
  const unless = readCondition(exception, draft);
  if (!when || (exception && !unless)) return undefined;
  return { type: { kind: 'boolean' }, conclusion: { kind: 'when', when, ...(unless ? { unless } : {}) } };
}

function readRuleOptions(node: Tree, kind: string, draft: Draft): string[] {
  const tree = child(node, 'options');
  if (tree && kind !== 'cases' && kind !== 'table') report(draft, 'parse/options-not-here', keySpan(node, 'options'));
  const names = (itemsOf(tree) as readonly Scalar[]).map(({ text }) => text);
  itemsOf(tree).forEach(({ at }, i) => {
    const name = names[i]!;
    const fault = names.indexOf(name) < i ? 'parse/duplicate-key' : nameFault(name);
    if (fault) report(draft, fault, at, { name });
  });
  return [...new Set(names)];
}

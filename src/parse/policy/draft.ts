// What the readers of a policy's parts share: the tree, the findings, the articles read first, and the scope of names.
import type { Article } from '../../model/citation.js';
import type { Reading } from '../words/context.js';
import { nameFault } from '../words/names.js';
import { report, type Findings } from '../words/context.js';
import { entriesOf, type Mapping, type Tree } from '../yaml/tree.js';
import { child } from '../yaml/tree.js';

/** A policy while it is being read. */
export interface Draft extends Reading {
  readonly tree: Mapping;
  readonly articles: ReadonlyMap<string, Article>;
}

/** The sections whose keys are names of one shared set. */
export const SECTIONS = ['facts', 'parameters', 'rules', 'outcomes'] as const;

/** The most names of each section. Outcomes are few, because each may prevail over each. */
const MOST_NAMES = { facts: 20_000, parameters: 20_000, rules: 20_000, outcomes: 500 } as const;

/** Checks every name of the policy: form, reserved words, and that no two sections share one. */
export function checkNames(tree: Tree, findings: Findings): void {
  const seen = new Map<string, string>();
  for (const section of SECTIONS) {
    const entries = entriesOf(child(tree, section));
    const beyond = entries[MOST_NAMES[section]];
    if (beyond) report(findings, 'parse/too-many-parts', beyond.key.at);
    for (const { key } of entries.slice(0, MOST_NAMES[section])) {
      const fault = nameFault(key.text);
      if (fault) report(findings, fault, key.at, { name: key.text });
      const other = seen.get(key.text);
      if (other !== undefined) report(findings, 'parse/name-taken', key.at, { name: key.text, section: other });
      seen.set(key.text, section);
    }
  }
}

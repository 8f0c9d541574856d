// What every check is given, and what it gives back.
import type { Diagrams } from '../diagram/build.js';
import { exists } from '../diagram/exists.js';
import { influenceIn, type Influence } from '../diagram/influence.js';
import { terminal, type Diagram } from '../diagram/store.js';
import { slotsBehind } from '../diagram/terms.js';
import type { Code } from '../model/codes/index.js';
import type { Related, Subject, WitnessFact, WitnessFacts } from '../model/diagnostic.js';
import type { Policy } from '../model/policy.js';
import type { Span } from '../model/source.js';
import { nameText } from '../evaluate/show.js';
import { KNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { trialsOf } from './trials.js';
import { seekWitness, type Claim, type Witness } from './witness.js';

/** A policy and everything that is known about all of its cases. */
export interface Checked {
  readonly policy: Policy;
  readonly diagrams: Diagrams;
  readonly influences: Influences;
}

/** What hangs on the truth of nodes, found once for all checks that ask; `rest` lets the store forget between two rules. */
export interface Influences {
  readonly changes: Influence['changes'];
  /** Whether a truth is seen to decide one of some cases: asked first, because that is cheap. */
  readonly seen: (node: number) => boolean;
  readonly rest: () => void;
}

/** A check that needs no proof: what it finds by reading the policy. */
export type Reading = (policy: Policy) => Finding[];

/** A check that looks at all cases of a policy. */
export type Proving = (checked: Checked) => Finding[];

/** A finding about a policy, before it is placed in its file. `subject` is what a silence names. */
export interface Finding {
  readonly code: Code;
  readonly subject: Subject;
  readonly at: Span;
  readonly words: Readonly<Record<string, string>>;
  readonly witness?: WitnessFacts;
  readonly related?: readonly { readonly as: Related['as']; readonly at: Span }[];
}

/** The truth of a node as a claim: 1 where it is true. */
export function isTrue({ diagrams }: Checked, node: number): Diagram {
  return diagrams.store.combine('is', [diagrams.of[node]!], ([truth]) => terminal(truth === 1 ? 1 : 0));
}

/** The truth of a node as a claim: 1 where it is false. */
export function isFalse({ diagrams }: Checked, node: number): Diagram {
  return diagrams.store.combine('isfalse', [diagrams.of[node]!], ([truth]) => terminal(truth === 0 ? 1 : 0));
}

/** Where all claims are so. */
export function both({ diagrams }: Checked, ...claims: readonly Diagram[]): Diagram {
  return claims.reduce(
    (a, b) =>
      diagrams.store.combine(
        'both',
        [a, b],
        ([x, y]) => terminal(x === 1 && y === 1 ? 1 : 0),
        (x, y) => (x === terminal(0) || y === terminal(0) ? terminal(0) : undefined),
      ),
    terminal(1),
  );
}

/** Whether a claim is never so inside the space. */
export function never(checked: Checked, claim: Diagram): boolean {
  const { store, space } = checked.diagrams;
  return !exists(store, claim, space, {
    found: (a, b) => a === 1 && b === 1,
    hopeless: (a, b) => a === terminal(0) || b === terminal(0),
  });
}

/**
 * A finding with a witness if the claim is ever so. Where no concrete case could be found and confirmed, the finding is
 * told as possible (`how: possible`), because facts that are compared with each other may exclude it.
 */
export function claimed(checked: Checked, claim: Claim, finding: Omit<Finding, 'witness'>): Finding[] {
  const sought = seekWitness(checked.diagrams, claim);
  if (sought === 'never') return [];
  if (sought === 'unconfirmed') return [{ ...finding, words: { ...finding.words, possible: 'possible' } }];
  return [{ ...finding, witness: factsOf(checked, sought) }];
}

/** The witness in the drafter's words: the facts that make it so, and those that have to have some value beside them. */
function factsOf({ diagrams: { table, variables } }: Checked, { decisive, cells }: Witness): WitnessFacts {
  const applicable = [...table.slots.keys()].filter((name) => {
    const applies = table.applies.get(name);
    const text = table.policy.facts.get(name)!.type.kind === 'text';
    return !text && (applies === undefined || cells.state[applies] === KNOWN);
  });
  const shown = (names: readonly string[]): readonly WitnessFact[] =>
    names.map((name) => ({
      name,
      value: nameText(table, cells, { to: 'fact', name }) ?? '',
      ...optionsOf(table, cells, name),
    }));
  const dated = variables.list.some(
    (variable) => variable.kind === 'form' && slotsBehind(variable.form).includes(table.asOf),
  );
  const asOf = dated ? nameText(table, cells, { to: 'as_of', name: 'as_of' }) : null;
  return {
    decisive: shown(applicable.filter((name) => decisive.includes(name))),
    free: shown(applicable.filter((name) => !decisive.includes(name))),
    ...(asOf === null ? {} : { asOf }),
  };
}

/** The options of a `choices` fact that hold. */
function optionsOf({ policy, facts }: Table, { state }: Cells, name: string): Pick<WitnessFact, 'options'> {
  const { type } = policy.facts.get(name)!;
  if (type.kind !== 'choices') return {};
  return { options: type.options.filter((_, i) => state[facts.get(name)![i]!] === KNOWN) };
}

/** Everything that the checks share about a policy. */
export function makeChecked(policy: Policy, diagrams: Diagrams): Checked {
  const { store } = diagrams;
  const watched = watchedIn(diagrams);
  const before = store.size();
  let influence: Influence | undefined;
  const changes: Influence['changes'] = (node, other) =>
    (influence ??= influenceIn(diagrams, watched)).changes(node, other);
  let trials: Influences['seen'] | undefined;
  const seen: Influences['seen'] = (node) => (trials ??= trialsOf(diagrams))(node);
  const rest = (): void => {
    if (store.forget(before)) influence = undefined;
  };
  return { policy, diagrams, influences: { changes, seen, rest } };
}

/** The nodes whose value counts beside the answers: what outcomes state, what applies, what is impossible. */
function watchedIn({ table }: Diagrams): readonly number[] {
  const stated = [...table.policy.outcomes.values()].flatMap(({ states }) => states);
  return [...stated.flatMap((name) => table.rules.get(name) ?? []), ...table.applies.values(), ...table.impossible];
}

// In: a compiled policy and a case. Out: the determination of every party, with its whole trail.
import { lawDay, type Case, type Party, type StatedFact } from '../model/case.js';
import type { Application, Determination, Notice, PartyDetermination } from '../model/determination.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { copyCells, makeCells, type Cells } from '../compile/cells.js';
import { orderFor } from './inquire.js';
import { rankMissing } from '../diagram/plan.js';
import { answerOf, ifDeclined, type DiagramSource } from './answer.js';
import { contains, dayFaults, factFaults, undefinedFaults } from './faults.js';
import { knownFacts } from './known.js';
import { excludedOutcomes } from './reasons.js';
import { run } from './run.js';
import { nameText } from './show.js';
import { fillDay, fillFacts } from './slots.js';
import type { Standing } from './status.js';
import { unsupported } from './support.js';
import type { Table } from '../compile/table.js';
import { trailOf } from './trail.js';

/** One party of a case with all facts that hold for it, and the values of all nodes. */
export interface EvaluatedParty {
  readonly name: string;
  readonly role?: string;
  readonly facts: readonly StatedFact[];
  readonly cells: Cells;
}

/** Computes the node values of every party; a case without parties has one, named by the case's id. */
export function evaluate(table: Table, kase: Case): EvaluatedParty[] {
  const shared = makeCells(table.size);
  copyCells(table.blank, shared);
  fillDay(table, shared, kase.head);
  fillFacts(table, shared, kase.facts.values());
  const parties: readonly Pick<Party, 'name' | 'role' | 'facts'>[] =
    kase.parties.length > 0 ? kase.parties : [{ name: kase.head.id, facts: new Map<string, StatedFact>() }];
  return parties.map(({ name, role, facts }) => {
    const cells = makeCells(table.size);
    copyCells(shared, cells);
    fillFacts(table, cells, facts.values());
    run(table, cells);
    return { name, ...(role ? { role } : {}), facts: [...kase.facts.values(), ...facts.values()], cells };
  });
}

/** How a case is to be determined: whether the time in force binds, and the policy's diagrams to ask about unknown facts, if there are any. */
export interface DetermineOptions {
  readonly application?: Application;
  readonly diagrams?: DiagramSource;
}

/** Determines a case. Without diagrams strong Kleene logic alone decides, which can only leave more cases pending. Pure and total. */
export function determine(table: Table, kase: Case, options: DetermineOptions = {}): Determination {
  const { application = 'in-force', diagrams } = options;
  const analogy = kase.head.appliedByAnalogy !== undefined;
  const atCase = dayFaults(table, kase, application !== 'in-force' || analogy);
  const parties = evaluate(table, kase).map((party) => determineParty(table, kase, party, atCase, diagrams));
  return { parties, notices: noticesOf(table, kase, application) };
}

function determineParty(
  table: Table,
  kase: Case,
  party: EvaluatedParty,
  atCase: readonly Diagnostic[],
  diagrams: DetermineOptions['diagrams'],
): PartyDetermination {
  const { name, role, cells, facts } = party;
  const faults = [...atCase, ...factFaults(table, cells, kase, facts)];
  const { stand, missing, immaterial, settled, inquiry } = answerOf(table, cells, faults.length > 0, diagrams);
  const { status, standing, open } = stand;
  const failed = status === 'error';
  const outcome = status === 'determined' ? standing[0]! : null;
  return {
    name,
    ...(role ? { role } : {}),
    status,
    outcome,
    standing,
    excluded: failed ? [] : excludedOutcomes(table, cells, stand),
    open,
    settledByCompletions: settled,
    ifDeclined: outcome === null ? null : ifDeclined(table, cells, outcome),
    missing: inquiry ? rankMissing(inquiry, missing, orderFor(kase)) : missing,
    immaterial,
    unsupported: unsupported(table, cells, kase, name, facts),
    ...knownFacts(table, cells, facts),
    values: statedValues(table, cells, stand),
    trail: trailOf(table, cells),
    diagnostics: failed && faults.length === 0 ? undefinedFaults(table, cells) : faults,
  };
}

function statedValues(table: Table, cells: Cells, { standing }: Standing): Record<string, string | null> {
  const { policy } = table;
  const names = standing.flatMap((outcome) => policy.outcomes.get(outcome)!.states);
  const to = (name: string): 'fact' | 'rule' | 'parameter' =>
    policy.facts.has(name) ? 'fact' : policy.rules.has(name) ? 'rule' : 'parameter';
  return Object.fromEntries(names.map((name) => [name, nameText(table, cells, { to: to(name), name })]));
}

/** That a policy was applied outside its time is told where it was applied; where its time binds, that is a fault of the case. */
function noticesOf({ policy }: Table, { head }: Case, application: Application): Notice[] {
  const day = lawDay(head);
  const notices: Notice[] = [];
  if (head.hypothetical !== undefined) notices.push('hypothetical');
  if (policy.completeness !== 'full') notices.push(policy.completeness);
  if (day === undefined) notices.push('no-day');
  if (head.appliedByAnalogy !== undefined) notices.push('by-analogy');
  else if (application !== 'in-force' && day !== undefined && !contains(policy.inForce, day))
    notices.push('out-of-time');
  return notices;
}

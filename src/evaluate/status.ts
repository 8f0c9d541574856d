// In: the values of all nodes. Out: where the case stands.
import type { Status } from '../model/determination.js';
import { FALSE, KNOWN, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';

/** A status, the outcomes that stand for sure, and those still open; names in the order of the policy. */
export interface Standing {
  readonly status: Status;
  readonly standing: readonly string[];
  readonly open: readonly string[];
}

/** One stands: determined; several: conflict; none holds: gap. One that may or may not stand leaves the case pending. */
export function standingIn(table: Table, cells: Cells, part: 'holds' | 'stands' = 'stands'): Standing {
  let [standing, open, undefinedOnly] = [NO_NAMES, NO_NAMES, true];
  for (const outcome of table.outcomes.values()) {
    const state = cells.state[outcome[part]];
    if (state === KNOWN) standing = withName(standing, outcome.name);
    if (state === UNKNOWN) undefinedOnly = false;
    if (state === UNKNOWN || state === UNDEFINED) open = withName(open, outcome.name);
  }
  if (open.length > 0) return { status: undefinedOnly ? 'error' : 'pending', standing, open };
  const status = standing.length === 1 ? 'determined' : standing.length > 1 ? 'conflict' : 'gap';
  return { status, standing, open };
}

const NO_NAMES: readonly string[] = [];

/** Most lists have one name, and room for many is not to be had for nothing. */
function withName(names: readonly string[], name: string): readonly string[] {
  return names.length === 0 ? [name] : [...names, name];
}

/** Whether a node's value is settled: not unknown and not undefined. */
export function isKnown(cells: Cells, node: number): boolean {
  return cells.state[node] === FALSE || cells.state[node]! >= KNOWN;
}

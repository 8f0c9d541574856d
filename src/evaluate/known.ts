// In: what is stated for a party, and the values of all nodes. Out: the facts by how they count: as known, as not applicable, or only if they apply.
import type { StatedFact } from '../model/case.js';
import type { PartyDetermination } from '../model/determination.js';
import { FALSE, UNDEFINED, UNKNOWN, type Cells } from '../compile/cells.js';
import type { Table } from '../compile/table.js';
import { nameText, statedText } from './show.js';

/** Parts the facts of a party by how they count. */
export function knownFacts(
  table: Table,
  cells: Cells,
  stated: readonly StatedFact[],
): Pick<PartyDetermination, 'known' | 'notApplicable' | 'ifApplicable'> {
  const notApplicable = [...table.applies].filter(([, node]) => cells.state[node] === FALSE).map(([name]) => name);
  const open = new Set([...table.applies].filter(([, node]) => isOpen(cells, node)).map(([name]) => name));
  const words = new Map(
    stated.flatMap(({ name, value }) => (value?.kind === 'text' ? [[name, value.text] as const] : [])),
  );
  const names = [...table.policy.facts.keys()];
  const texts = (some: readonly string[], textOf: (name: string) => string | null): Record<string, string> =>
    Object.fromEntries(
      some.flatMap((name) => {
        const text = words.get(name) ?? textOf(name);
        return text === null ? [] : [[name, text] as const];
      }),
    );
  return {
    known: texts(
      names.filter((name) => !open.has(name)),
      (name) => nameText(table, cells, { to: 'fact', name }),
    ),
    notApplicable,
    ifApplicable: texts(
      names.filter((name) => open.has(name)),
      (name) => statedText(table, cells, name),
    ),
  };
}

function isOpen(cells: Cells, node: number): boolean {
  return cells.state[node] === UNKNOWN || cells.state[node] === UNDEFINED;
}

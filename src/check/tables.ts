// Checks of `cases` and tables by proof: rows that overlap, cases that no row covers, rows and options that never come into play.
import { FALSE, KNOWN } from '../compile/cells.js';
import { terminalsOf } from '../diagram/walk.js';
import type { Rule } from '../model/policy.js';
import type { Span } from '../model/source.js';
import { both, claimed, isFalse, isTrue, never, type Checked, type Finding } from './context.js';

interface RowNode {
  readonly at: Span;
  readonly number: number;
  readonly node: number | undefined;
}

function rowsOf({ diagrams }: Checked, { conclusion }: Rule): readonly RowNode[] {
  if (conclusion.kind !== 'rows') return [];
  return conclusion.rows.map(({ when, at }, i) => ({
    at,
    number: i + 1,
    node: when && diagrams.table.nodeOf.get(when),
  }));
}

/** Two rows of `cases` or of a unique table that apply to the same case. */
export function rowOverlap(checked: Checked): Finding[] {
  return [...checked.policy.rules.values()].flatMap((rule) => {
    if (rule.conclusion.kind !== 'rows' || rule.conclusion.hit === 'first') return [];
    const rows = rowsOf(checked, rule).filter(({ node }) => node !== undefined);
    const code = rule.conclusion.form === 'table' ? ('check/table-overlap' as const) : ('check/cases-overlap' as const);
    return rows.flatMap((row, i) =>
      rows.slice(i + 1).flatMap((other) => {
        const claim = both(checked, isTrue(checked, row.node!), isTrue(checked, other.node!));
        const words = { name: rule.name, left: String(row.number), right: String(other.number) };
        return claimed(checked, claim, ({ state }) => state[row.node!] === KNOWN && state[other.node!] === KNOWN, {
          code,
          at: other.at,
          words,
        });
      }),
    );
  });
}

/** A case that no row covers. */
export function rowGap(checked: Checked): Finding[] {
  return [...checked.policy.rules.values()].flatMap((rule) => {
    const rows = rowsOf(checked, rule);
    if (rule.conclusion.kind !== 'rows' || rows.some(({ node }) => node === undefined)) return [];
    const claim = both(checked, ...rows.map(({ node }) => isFalse(checked, node!)));
    const code = rule.conclusion.form === 'table' ? ('check/table-gap' as const) : ('check/cases-gap' as const);
    return claimed(checked, claim, ({ state }) => rows.every(({ node }) => state[node!] === FALSE), {
      code,
      at: rule.at,
      words: { name: rule.name },
    });
  });
}

/** A row that never applies: its condition is never met, or in a table with `hit: first` the rows before it take every case. */
export function shadowedRow(checked: Checked): Finding[] {
  return [...checked.policy.rules.values()].flatMap((rule) => {
    const first = rule.conclusion.kind === 'rows' && rule.conclusion.hit === 'first';
    const rows = rowsOf(checked, rule);
    return rows.flatMap(({ node, at, number }, i) => {
      const before = rows.slice(0, i).flatMap((row) => row.node ?? []);
      const rest = node === undefined ? rows.flatMap((row) => row.node ?? []) : first ? before : [];
      const claim = both(
        checked,
        ...(node === undefined ? [] : [isTrue(checked, node)]),
        ...rest.map((other) => isFalse(checked, other)),
      );
      if (!never(checked, claim)) return [];
      return [{ code: 'check/shadowed-row' as const, at, words: { name: rule.name, n: String(number) } }];
    });
  });
}

/** An option that a rule declares and no case gives. */
export function deadOption(checked: Checked): Finding[] {
  const { diagrams, policy } = checked;
  return [...policy.rules.values()].flatMap((rule) => {
    const { type } = rule;
    if (type.kind !== 'choice') return [];
    const inside = diagrams.store.combine(
      'inside',
      [diagrams.of[diagrams.table.rules.get(rule.name)!]!, diagrams.space],
      ([value, space]) => -1 - (space === 1 ? value! : 2),
    );
    const given = [...terminalsOf(diagrams.store, inside)]
      .filter((index) => index > 2)
      .map((index) => diagrams.termOf(index).constant.valueOf());
    return type.options.flatMap((option, i) =>
      given.includes(i)
        ? []
        : [{ code: 'check/dead-option' as const, at: rule.at, words: { name: rule.name, option } }],
    );
  });
}

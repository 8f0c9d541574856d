// What the checks of `cases` and of tables share: rows that overlap, and cases that no row covers.
import { FALSE, KNOWN, type Cells } from '../compile/cells.js';
import { NO_ANSWER } from '../diagram/answers.js';
import { terminal, type Diagram } from '../diagram/store.js';
import type { Conclusion, Rule } from '../model/policy.js';
import type { Span } from '../model/source.js';
import { namesBehindStated } from './uses.js';
import { both, claimed, isFalse, isTrue, type Checked, type Finding } from './context.js';

type Rows = Conclusion & { readonly kind: 'rows' };

/** A row with its number from 1 and the node of its condition; none for `otherwise`. */
export interface RowNode {
  readonly at: Span;
  readonly number: number;
  readonly node: number | undefined;
}

/** The rows of a conclusion. */
export function rowsOf({ diagrams }: Checked, { rows }: Rows): readonly RowNode[] {
  return rows.map(({ when, at }, i) => ({ at, number: i + 1, node: when && diagrams.table.nodeOf.get(when) }));
}

/** The rules that conclude by rows, `cases` or tables. */
export function rulesWithRows({ policy }: Checked): { readonly rule: Rule; readonly conclusion: Rows }[] {
  return [...policy.rules.values()].flatMap((rule) =>
    rule.conclusion.kind === 'rows' ? [{ rule, conclusion: rule.conclusion }] : [],
  );
}

/** Two rows of one form that apply to the same case, where the rows are not ordered by `hit: first`. */
export function overlaps(checked: Checked, form: Rows['form']): Finding[] {
  const unique = rulesWithRows(checked).filter(
    ({ conclusion }) => conclusion.form === form && conclusion.hit === 'unique',
  );
  return unique.flatMap(({ rule, conclusion }) => {
    const rows = rowsOf(checked, conclusion).filter(({ node }) => node !== undefined);
    return rows.flatMap((row, i) => rows.slice(i + 1).flatMap((other) => overlap(checked, rule, form, row, other)));
  });
}

function overlap(checked: Checked, { name }: Rule, form: Rows['form'], row: RowNode, other: RowNode): Finding[] {
  const claim = both(checked, isTrue(checked, row.node!), isTrue(checked, other.node!));
  const [left, right] = [String(row.number), String(other.number)];
  const confirm = ({ state }: Cells): boolean => state[row.node!] === KNOWN && state[other.node!] === KNOWN;
  return claimed(
    checked,
    { claim, confirm, showing: showing(checked, name, claim) },
    {
      code: `check/${form}-overlap`,
      subject: { at: name, part: `${left}, ${right}` },
      at: other.at,
      words: { name, left, right },
      related: [{ as: 'other-row', at: row.at }],
    },
  );
}

/** A case that no row of one form covers. */
export function gaps(checked: Checked, form: Rows['form']): Finding[] {
  return rulesWithRows(checked).flatMap(({ rule: { name, at }, conclusion }) => {
    const rows = rowsOf(checked, conclusion);
    if (conclusion.form !== form || rows.some(({ node }) => node === undefined)) return [];
    const claim = both(checked, ...rows.map(({ node }) => isFalse(checked, node!)));
    const confirm = ({ state }: Cells): boolean => rows.every(({ node }) => state[node!] === FALSE);
    return claimed(
      checked,
      { claim, confirm, showing: showing(checked, name, claim) },
      {
        code: `check/${form}-gap`,
        subject: { at: name },
        at,
        words: { name },
      },
    );
  });
}

/** Where a claim about the rows of a rule shows: the case has no answer, or comes to an outcome that states a value resting on them. */
function showing({ policy, diagrams: { store, answers } }: Checked, rule: string, claim: Diagram): Diagram {
  const stating = [...policy.outcomes.values()].filter((outcome) => namesBehindStated(policy, [outcome]).has(rule));
  const names = stating.map(({ name }) => name);
  return store.combine(`showing:${rule}`, [claim, answers.inSpace], ([truth, answer]) => {
    const told = answer === NO_ANSWER || answers.standing(answer!).some((name) => names.includes(name));
    return terminal(truth === 1 && told ? 1 : 0);
  });
}

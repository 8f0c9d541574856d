import type { Conditions } from './generate-conditions.js';
import type { Term } from './generate-conditions.js';
import type { Random } from './generate-random.js';
import type { Names } from './generate-vocabulary.js';
import { DATES, OPTIONS, amount } from './generate-vocabulary.js';
import type { Tree } from './generate-yaml.js';

type Result = Pick<Term, 'kind' | 'unit' | 'options'>;
const TRUTH: Result = { kind: 'boolean', unit: '', options: [] };

export interface Style {
  /** Whether values are computed; if not, facts are compared with constants only. */
  readonly arithmetic: boolean;
  /** Whether `cases` and unique tables may lack a row or overlap. */
  readonly sloppy: boolean;
}

/** Drafts rules over the names there are so far; each new rule is a name for the next. */
export class Rules {
  readonly written: [string, Tree][] = [];

  constructor(
    private readonly random: Random,
    private readonly names: Names,
    readonly conditions: Conditions,
    private readonly style: Style,
    readonly cites: () => Tree,
  ) {}

  /** Writes one rule, or a rule with its exception and the exception's exception. */
  add(): void {
    const { random, conditions } = this;
    conditions.party = random.chance(0.5);
    const kind = random.weighted({ when: 4, chain: 1, value: 1.5, cases: 2, table: 2 });
    if (kind === 'when') this.write(TRUTH, this.test(random.int(0, 4)));
    if (kind === 'chain') this.chain(random.int(1, 3));
    if (kind === 'value') this.value();
    if (kind === 'cases') this.write(...this.cases());
    if (kind === 'table') this.write(...this.table());
  }

  /** The conditions of a rule or an outcome. */
  test(depth: number): { readonly [key: string]: Tree } {
    const when = this.conditions.condition(depth);
    return this.random.chance(0.2) ? { when, unless: this.conditions.condition(this.random.int(0, 1)) } : { when };
  }

  private write(result: Result, body: { readonly [key: string]: Tree }): string {
    const name = this.names.take();
    const options = result.options.length > 0 ? { options: result.options } : {};
    this.written.push([name, { cites: this.cites(), ...options, ...body }]);
    this.conditions.terms.push({ name, ...result, party: this.conditions.touched });
    this.conditions.touched = false;
    return name;
  }

  private chain(length: number): void {
    let exception: string | undefined;
    for (let i = 0; i <= length; i++) {
      const earlier = exception === undefined ? undefined : this.conditions.terms.find((t) => t.name === exception);
      const body = {
        when: this.conditions.condition(i === length ? 1 : 0),
        ...(exception ? { unless: exception } : {}),
      };
      this.conditions.touched ||= earlier?.party ?? false;
      exception = this.write(TRUTH, body);
    }
  }

  private value(): void {
    const result = this.result(['quantity', 'date']);
    if (this.style.arithmetic) this.write(result, { value: this.expression(result) });
    else this.write(result, { value: this.constant(result) });
  }

  private expression(result: Result): string {
    const depth = this.random.int(0, 2);
    return result.kind === 'date' ? this.conditions.date(depth) : this.conditions.quantity(result.unit, depth);
  }

  private result(kinds: readonly Term['kind'][]): Result {
    const { random, conditions } = this;
    const kind = random.pick(kinds);
    const options = kind === 'choice' ? random.some(OPTIONS, 2, 3) : [];
    const units = [...conditions.units(), ''];
    return { kind, unit: kind === 'quantity' ? random.pick(units) : '', options };
  }

  private constant({ kind, unit, options }: Result): string {
    const { random } = this;
    if (kind === 'boolean') return random.pick(['是', '否']);
    if (kind === 'choice') return random.pick(options);
    return kind === 'date' ? random.pick(DATES) : amount(random, unit);
  }

  private rowValue(result: Result): string {
    const plain = result.kind === 'boolean' || result.kind === 'choice' || !this.style.arithmetic;
    return plain || this.random.chance(0.7) ? this.constant(result) : this.expression(result);
  }

  private cases(): [Result, { readonly [key: string]: Tree }] {
    const { random } = this;
    const result = this.result(['boolean', 'choice', 'quantity', 'quantity', 'date']);
    const { column, cells } = this.conditions.partition();
    let whens = cells.map((cell) => cellCondition(column, cell));
    if (this.style.sloppy && random.chance(0.15)) whens = whens.map(() => this.conditions.leaf());
    const rows = whens.map((when) => ({ when, value: this.rowValue(result) }));
    const drop = random.chance(0.5) ? random.int(1, rows.length - 1) : 0;
    if (drop === 0) return [result, { cases: rows }];
    const otherwise = this.style.sloppy && random.chance(0.1) ? [] : [{ otherwise: this.rowValue(result) }];
    return [result, { cases: [...random.shuffle(rows).slice(drop), ...otherwise] }];
  }

  private table(): [Result, { readonly [key: string]: Tree }] {
    const { random } = this;
    const result = this.result(['boolean', 'choice', 'choice', 'quantity', 'date']);
    const columns = [this.conditions.partition(), this.conditions.partition(), ...this.optionColumn()];
    const used = columns.slice(0, random.int(1, columns.length));
    const first = used.length === 3 || random.chance(0.5);
    const cells = first ? this.firstRows(used) : this.uniqueRows(used);
    const rows = cells.map((row) => ({ if: row, value: this.rowValue(result) }));
    const hit = first ? { hit: 'first' } : random.chance(0.3) ? { hit: 'unique' } : {};
    return [result, { table: { columns: used.map(({ column }) => column), ...hit, rows } }];
  }

  /** A column for options that may hold together; its cells do not divide it, so only hit: first has one. */
  private optionColumn(): readonly { readonly column: string; readonly cells: readonly string[] }[] {
    const [choices] = this.random.shuffle(this.conditions.of('choices'));
    if (!choices) return [this.conditions.partition()];
    this.conditions.touched ||= choices.party;
    return [{ column: choices.name, cells: choices.options.map((option) => `has ${option}`) }];
  }

  private firstRows(columns: readonly { readonly cells: readonly string[] }[]): readonly (readonly string[])[] {
    const { random } = this;
    const rows = Array.from({ length: random.int(1, 4) }, () =>
      columns.map(({ cells }) => (random.chance(0.5) ? '-' : random.pick(cells))),
    );
    const last = this.style.sloppy && random.chance(0.1) ? [] : [columns.map(() => '-')];
    return [...rows, ...last];
  }

  private uniqueRows(columns: readonly { readonly cells: readonly string[] }[]): readonly (readonly string[])[] {
    const { random } = this;
    const [first, second] = columns;
    const rows = random.shuffle(first!.cells).flatMap((cell) => {
      if (!second) return [[cell]];
      return random.chance(0.5) ? [[cell, '-']] : second.cells.map((other) => [cell, other]);
    });
    const loose = this.style.sloppy && random.chance(0.15);
    if (!loose) return rows;
    return random.chance(0.5) && rows.length > 1 ? rows.slice(1) : [...rows, random.pick(rows).map(() => '-')];
  }
}

/** The condition that says of a column what a table's cell says. */
function cellCondition(column: string, cell: string): Tree {
  if (cell === '是') return column;
  if (cell === '否') return `not ${column}`;
  const parts = cell.includes('[') ? [cell] : cell.split(', ');
  const leaves = parts.map((part) => `${column} ${/^([<>=!]|in )/u.test(part) ? '' : '= '}${part}`);
  return leaves.length === 1 ? leaves[0]! : { all: leaves };
}

import type { Random } from './generate-random.js';
import { AMOUNTS, DATES, amount } from './generate-vocabulary.js';
import type { Tree } from './generate-yaml.js';

/** A name that conditions and expressions may use. */
export interface Term {
  readonly name: string;
  readonly kind: 'boolean' | 'choice' | 'choices' | 'quantity' | 'date';
  readonly unit: string;
  readonly options: readonly string[];
  readonly party: boolean;
}

const ORDERS = ['<', '<=', '>', '>=', '=', '!='];

/** Writes well-typed conditions and expressions over the terms there are so far. */
export class Conditions {
  readonly terms: Term[] = [];
  /** Whether party facts may be used, and whether one has been since this was last set to false. */
  party = true;
  touched = false;

  /** `arithmetic` false: only facts, parameters and constants are compared, so that limits are exactly the constants. */
  constructor(
    private readonly random: Random,
    private readonly arithmetic: boolean,
  ) {}

  private use(term: Term): string {
    if (term.party) this.touched = true;
    return term.name;
  }

  of(kind: Term['kind'], unit?: string): readonly Term[] {
    return this.terms.filter(
      (term) => term.kind === kind && (unit === undefined || term.unit === unit) && (this.party || !term.party),
    );
  }

  units(): readonly string[] {
    return [...new Set(this.of('quantity').map((term) => term.unit))];
  }

  condition(depth: number): Tree {
    const { random } = this;
    if (depth === 0 || random.chance(0.15)) return this.leaf();
    const children = Array.from({ length: random.int(1, 3) }, () => this.condition(depth - 1));
    const key = random.weighted({ all: 3, any: 4, none: 2, at_least: 3 });
    return { [key]: key === 'at_least' ? { n: String(random.int(1, children.length)), of: children } : children };
  }

  leaf(): string {
    const kinds = (['choice', 'choices', 'quantity', 'date'] as const).filter((kind) => this.of(kind).length > 0);
    if (kinds.length === 0 || this.random.chance(0.4)) return this.truth();
    const kind = this.random.pick(kinds);
    if (kind === 'choice' || kind === 'choices') return this.optionLeaf(this.random.pick(this.of(kind)));
    return kind === 'date' ? this.dateLeaf() : this.quantityLeaf();
  }

  private truth(): string {
    const name = this.use(this.random.pick(this.of('boolean')));
    return this.random.chance(0.35) ? `not ${name}` : name;
  }

  private optionLeaf(term: Term): string {
    const { random } = this;
    const name = this.use(term);
    const one = random.pick(term.options);
    const several = `[${random.some(term.options, 1, 3).join(', ')}]`;
    if (term.kind === 'choice') return `${name} ${random.pick([`= ${one}`, `!= ${one}`, `in ${several}`])}`;
    if (this.arithmetic && random.chance(0.3)) return `count(${name}) ${random.pick(ORDERS)} ${random.int(0, 3)}`;
    return `${name} has ${random.pick([one, several])}`;
  }

  private quantityLeaf(): string {
    const { random } = this;
    const unit = random.pick(this.units());
    const left = this.arithmetic
      ? this.quantity(unit, random.int(0, 2))
      : this.use(random.pick(this.of('quantity', unit)));
    if (random.chance(0.15)) return `${left} in [${amount(random, unit)}, ${amount(random, unit)}]`;
    const order = random.pick(ORDERS);
    if (random.chance(0.05)) return `${left} ${order} -${amount(random, unit, 1)}`;
    const computed = this.arithmetic && random.chance(0.2);
    return `${left} ${order} ${computed ? this.quantity(unit, 1) : amount(random, unit)}`;
  }

  private dateLeaf(): string {
    const { random } = this;
    const order = random.pick(ORDERS);
    if (!this.arithmetic) return `${this.use(random.pick(this.of('date')))} ${order} ${random.pick(DATES)}`;
    if (random.chance(0.5)) {
      const [unit, span] = this.span();
      return `${span} ${order} ${amount(random, unit)}`;
    }
    return `${this.date(random.int(0, 2))} ${order} ${random.chance(0.7) ? random.pick(DATES) : this.date(1)}`;
  }

  /** The time between two dates, and its unit. */
  private span(): readonly [string, string] {
    const name = this.random.pick(['days_between', 'months_between', 'years_between']);
    return [name === 'days_between' ? '日' : '月', `${name}(${this.date(1)}, ${this.date(1)})`];
  }

  date(depth: number): string {
    const { random } = this;
    if (depth === 0 || random.chance(0.5)) {
      const dates = this.of('date');
      if (random.chance(0.12)) return 'as_of';
      return dates.length > 0 && random.chance(0.85) ? this.use(random.pick(dates)) : random.pick(DATES);
    }
    const inner = this.date(depth - 1);
    const kind = random.weighted({ days: 2, months: 3, extreme: 1 });
    if (kind === 'extreme') return `${random.pick(['min', 'max'])}(${inner}, ${this.date(depth - 1)})`;
    const unit = random.chance(0.5) ? '' : kind === 'days' ? '日' : '月';
    return `add_${kind}(${inner}, ${random.chance(0.2) ? '-1' : this.atom(unit)})`;
  }

  /** A quantity of this unit that begins with a term, where there is one. */
  quantity(unit: string, depth: number, lead = true): string {
    const { random } = this;
    if (depth === 0) return this.atom(unit, lead);
    const next = (of: string, first = false): string => this.quantity(of, depth - 1, first);
    const wrap = (text: string): string => (text.includes(' ') ? `(${text})` : text);
    const kind = random.weighted({ sum: 3, times: 2, over: 2, extreme: 2, ratio: unit === '' ? 4 : 0, other: 1 });
    if (kind === 'sum') return `${next(unit, lead)} ${random.pick(['+', '-'])} ${wrap(next(unit))}`;
    if (kind === 'times') {
      const [a, b] = [wrap(next(unit, lead)), wrap(next(''))];
      return random.chance(0.7) ? `${a} * ${b}` : `${b} * ${a}`;
    }
    if (kind === 'over') return `${wrap(next(unit, lead))} / ${wrap(next('', true))}`;
    if (kind === 'extreme') return `${random.pick(['min', 'max'])}(${next(unit, lead)}, ${next(unit)})`;
    if (kind === 'ratio' && this.units().length > 0) {
      const of = random.pick(this.units());
      return `${wrap(next(of, true))} / ${wrap(next(of, true))}`;
    }
    return this.other(unit) ?? this.atom(unit, lead);
  }

  private other(unit: string): string | undefined {
    const choices = this.of('choices');
    if (unit === '' && choices.length > 0) return `count(${this.use(this.random.pick(choices))})`;
    if (this.of('date').length === 0) return undefined;
    const [of, span] = this.span();
    return of === unit ? span : undefined;
  }

  /** A term, or a constant; the constant in the leading place, and so in a divisor's, is not zero. */
  private atom(unit: string, lead = false): string {
    const terms = this.of('quantity', unit);
    if (terms.length > 0 && (lead || this.random.chance(0.6))) return this.use(this.random.pick(terms));
    return amount(this.random, unit, this.random.int(lead ? 1 : 0, AMOUNTS[unit]!.length - 1));
  }

  /** What a table's column, or a chain of cases, may divide: its text, and cells that cover it without overlap. */
  partition(): { readonly column: string; readonly cells: readonly string[] } {
    const { random } = this;
    const term = random.pick(this.terms.filter((each) => each.kind !== 'choices' && (this.party || !each.party)));
    const name = this.use(term);
    if (term.kind === 'boolean') return { column: name, cells: ['是', '否'] };
    if (term.kind === 'choice') {
      const [one = '', ...others] = random.shuffle(term.options);
      if (random.chance(0.5)) return { column: name, cells: random.shuffle(term.options) };
      return { column: name, cells: [one, random.chance(0.5) ? `!= ${one}` : `in [${others.join(', ')}]`] };
    }
    const computed = term.kind === 'quantity' && this.arithmetic && random.chance(0.25);
    const column = computed ? `${name} + ${this.atom(term.unit)}` : name;
    const points = term.kind === 'date' ? DATES.map((day) => [day]) : AMOUNTS[term.unit]!;
    const [low = [], high] = random.some(points, 1, 2);
    const [below, above] = random.pick([['<', '>='], ['<=', '>']] as const); // prettier-ignore
    const cell = (sign: string, point: readonly string[]): string => `${sign} ${random.pick(point)}`;
    if (!high) return { column, cells: [cell(below, low), cell(above, low)] };
    return { column, cells: [cell(below, low), `${cell(above, low)}, ${cell(below, high)}`, cell(above, high)] };
  }
}

import { compute } from './expression.js';
import type { Case, Condition, Fact, Named, Parameter, Policy, Row, Rule, Span, Stated, Table, Test } from './files.js';
import { U, X, all, any, atLeast, literal, not, settle } from './values.js';
import type { Truth, Value } from './values.js';

/** What the text of a value means for a fact or a parameter of this type. */
function read(type: string, stated: Stated): Value {
  if (type === 'boolean') return stated === '是' || stated === 'true';
  return ['number', 'money', 'duration'].includes(type) ? literal(stated as string).amount : stated!;
}
const within = (day: string, { from, to }: Span): boolean => (from ?? day) <= day && day <= (to ?? day);

/** What one party's values follow from; `assumed` holds what the exact mode tries for unknown facts. */
type Given = { policy: Policy; day: string | undefined; facts: Case['facts']; assumed?: Named<Value> };

/** One party's facts (the case's and its own) under a policy: the value of every name follows. */
export class World {
  private readonly values = new Map<string, Value>();
  constructor(readonly given: Given) {}

  /** Whether the case is free of errors: nothing stated in vain, and one that can be. */
  sound(): boolean {
    const { facts } = this.given.policy;
    const vain = Object.entries(facts ?? {}).some(([name, fact]) => this.stated(name) !== null && !this.applies(fact));
    return !vain && this.possible();
  }

  /** Whether there can be such a case: in force, no parameter lacking, nothing impossible. What is stated in vain is laid aside. */
  possible(): boolean {
    const { policy, parameters, impossible } = this.given.policy;
    const inForce = this.given.day === undefined || within(this.given.day, policy.in_force ?? {});
    const hole = Object.values(parameters ?? {}).some((parameter) => this.parameter(parameter) === X);
    return inForce && !hole && !impossible?.some((test) => this.holds(test) === true);
  }

  /** What the case states for a fact: nothing where it is left out, empty or 待查. What is `set_aside` does not count. */
  stated(name: string): Stated {
    const entry = this.given.facts?.[name];
    const value = entry instanceof Object && !Array.isArray(entry) ? (entry as { value?: Stated }).value : entry;
    return (value === '待查' ? null : (value as Stated)) || null;
  }

  value(name: string): Value {
    const { facts, rules, parameters } = this.given.policy;
    if (name === 'as_of') return this.given.day ?? U;
    const compute = (): Value => {
      if (facts?.[name]) return this.fact(name, facts[name]);
      return rules?.[name] ? this.rule(rules[name]) : this.parameter(parameters![name]!);
    };
    if (!this.values.has(name)) this.values.set(name, compute());
    return this.values.get(name)!;
  }

  private applies({ applies_when: condition }: Fact): Truth {
    return condition === undefined || this.condition(condition);
  }

  private fact(name: string, fact: Fact): Value {
    const applies = this.applies(fact);
    if (applies !== true) return applies === false ? read(fact.type, fact.otherwise!) : applies;
    const stated = this.stated(name);
    return stated === null ? (this.given.assumed?.[name] ?? U) : read(fact.type, stated);
  }

  /** The latest entry that has begun, unless it has ended: then, or before the first, the parameter has no value. */
  private parameter({ type, values }: Parameter): Value {
    const { day } = this.given;
    if (day === undefined) return U;
    const begun = values.filter(({ from }) => from! <= day);
    const latest = begun.find(({ from }) => begun.every((other) => other.from! <= from!));
    return latest && within(day, latest) ? read(type, latest.value) : X;
  }

  condition(condition: Condition): Truth {
    if (typeof condition === 'string') return this.compute(condition) as Truth;
    const truths = (list: readonly Condition[]): readonly Truth[] => list.map((child) => this.condition(child));
    if (condition.all) return all(truths(condition.all));
    if (condition.any) return any(truths(condition.any));
    if (condition.none) return not(any(truths(condition.none)));
    return atLeast(Number(condition.at_least!.n), truths(condition.at_least!.of));
  }

  private compute(text: string): Value {
    const { facts, rules } = this.given.policy;
    const isChoice = (name: string): boolean => (facts?.[name] ?? rules?.[name])?.options !== undefined;
    return compute(text, (name) => this.value(name), isChoice);
  }

  /** `unless` takes back what `when` says. */
  holds({ when, unless }: Test): Truth {
    return all([this.condition(when!), not(unless === undefined ? false : this.condition(unless))]);
  }

  private rule(rule: Rule): Value {
    const result = (text: string): Value => {
      if (rule.options) return text;
      return text === '是' || text === '否' ? text === '是' : this.compute(text);
    };
    if (rule.when !== undefined) return this.holds(rule);
    if (rule.value !== undefined) return result(rule.value);
    const rows = rule.cases ?? lines(rule.table!);
    const truths = rows.map(({ when }) => (when === undefined ? false : this.condition(when)));
    const met = rows.map(({ value, otherwise: last }, i) => {
      const truth = last === undefined ? truths[i]! : not(any(truths));
      return { truth, value: result(last ?? value!), otherwise: last !== undefined };
    });
    return settle(met, rule.table?.hit ?? 'unique');
  }
}

/** A table is like `cases`: a cell is any, a truth, an option, or comparisons with the column on their left. */
export function lines({ columns, rows }: Table): readonly Row[] {
  const cell = (column: string, text: string): Condition => {
    if (text === '-') return { all: [] };
    if (text === '是' || text === '否') return text === '是' ? column : { none: [column] };
    const parts = text.split(/,\s*(?![^[]*\])/u);
    return { all: parts.map((part) => `${column} ${/^([<>=!]|in |has )/u.test(part) ? '' : '= '}${part}`) };
  };
  return rows.map((row) => ({ when: { all: row.if.map((text, i) => cell(columns[i]!, text)) }, value: row.value }));
}

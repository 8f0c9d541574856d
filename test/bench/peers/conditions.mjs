// In: conditions in the language of caijue. Out: a small tree that the adapters of the other engines print in theirs.
import { facts } from './policy.mjs';

/** The day number (days since 1970-01-01) of a date: what every engine gets, so that only logic is compared. */
export const dayOf = (text) => Date.parse(text) / 86_400_000;

const LEAF = /^(?:(?<name>\w+) (?<sign>=|<=|>=|<|>|in) (?<right>.+)|(?<not>not )?(?<bare>\w+))$/u;

/** Reads a condition into `fact`, `rule`, `all`, `any`, `not` and `atLeast` nodes. */
export function readCondition(condition) {
  if (typeof condition === 'string') return readLeaf(condition);
  const [[kind, value]] = Object.entries(condition);
  if (kind === 'at_least') return { atLeast: value.n, of: value.of.map(readCondition) };
  const parts = value.map(readCondition);
  return kind === 'none' ? { not: { any: parts } } : { [kind]: parts };
}

function readLeaf(text) {
  const { name, sign, right, not, bare } = LEAF.exec(text).groups;
  if (bare === undefined) return { fact: name, sign, value: readRight(right) };
  const truth = Object.hasOwn(facts, bare) ? { fact: bare, sign: '=', value: true } : { rule: bare };
  return not === undefined ? truth : { not: truth };
}

/** A list of options, another fact, an option, a day or a number. */
function readRight(text) {
  if (text.startsWith('[')) return text.slice(1, -1).split(', ');
  if (Object.hasOwn(facts, text)) return { fact: text };
  if (/^\d+-/u.test(text)) return dayOf(text);
  return /^\d/u.test(text) ? Number(text) : text;
}

/** Rules and outcomes with their conditions read. */
export function readPolicy({ rules, outcomes }) {
  return {
    rules: Object.entries(rules).map(([name, condition]) => ({ name, when: readCondition(condition) })),
    outcomes: outcomes.map(({ outcome, is, when }) => ({ outcome, is, when: readCondition(when) })),
  };
}
